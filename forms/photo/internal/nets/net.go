package nets

import (
	"context"
	"fmt"
	"slices"
	"sync"
)

// Net is a net that was read from a file.
type Net struct {
	input   shape
	layers  []layer
	outputs []place
	sizes   []int // the values that each register holds at most
	spare   sync.Pool
}

// kernel computes a layer: out from its inputs; room is scratch memory of the size that the layer
// asked for.
type kernel func(out []float32, in [][]float32, room []float32)

// layer is an operator that is ready to run. Registers are places of memory that layers share when
// they do not need them at the same time; register 0 is the input.
type layer struct {
	kernel kernel
	in     []place
	out    place
	room   place // scratch; of size 0 where none is needed
}

// place is where values lie: at the beginning of a register.
type place struct{ register, size int }

// Read reads a net and prepares it to run.
func Read(data []byte) (net *Net, err error) {
	defer func() {
		if r := recover(); r != nil { // an offset that leads outside the data
			net, err = nil, fmt.Errorf("read a net: damaged file (%v)", r)
		}
	}()
	g, err := readGraph(data)
	if err != nil {
		return nil, fmt.Errorf("read a net: %w", err)
	}
	if net, err = g.compile(); err != nil {
		return nil, fmt.Errorf("read a net: %w", err)
	}
	return net, nil
}

// compile turns the operators into layers and plans the memory.
func (g *graph) compile() (*Net, error) {
	if len(g.inputs) != 1 || len(g.tensors[g.inputs[0]].shape) != 4 {
		return nil, fmt.Errorf("%d inputs, want one picture", len(g.inputs))
	}
	p := newPlan(g)
	net := &Net{input: g.tensors[g.inputs[0]].shape}
	for i, o := range g.operators {
		n, err := newNode(g, o)
		if err != nil {
			return nil, fmt.Errorf("operator %d: %w", i, err)
		}
		build, ok := builders[o.code]
		if !ok {
			return nil, fmt.Errorf("operator %d: code %d %s is not known", i, o.code, o.custom)
		}
		built, err := build(n)
		if err != nil {
			return nil, fmt.Errorf("operator %d, code %d: %w", i, o.code, err)
		}
		net.layers = append(net.layers, p.layer(n, built))
	}
	for _, t := range g.outputs {
		net.outputs = append(net.outputs, p.place(t))
	}
	net.sizes = p.sizes
	return net, nil
}

// plan gives registers to tensors: each to as many layers as possible.
type plan struct {
	graph *graph
	uses  []int       // by tensor: uses that are still to come
	at    map[int]int // the register of a tensor that is alive
	sizes []int       // by register
	free  []int       // registers
}

func newPlan(g *graph) *plan {
	p := &plan{graph: g, uses: make([]int, len(g.tensors)), at: map[int]int{}}
	for _, o := range g.operators {
		for _, t := range o.inputs {
			if t >= 0 {
				p.uses[t]++
			}
		}
	}
	for _, t := range g.outputs {
		p.uses[t]++
	}
	p.sizes = []int{g.tensors[g.inputs[0]].shape.size()}
	p.at[g.inputs[0]] = 0
	return p
}

// take finds a register for a number of values: the smallest free one that holds them, else the
// largest free one, which grows.
func (p *plan) take(size int) int {
	best := -1
	for i, r := range p.free {
		switch {
		case best < 0:
			best = i
		case p.sizes[p.free[best]] < size:
			if p.sizes[r] > p.sizes[p.free[best]] {
				best = i
			}
		case p.sizes[r] >= size && p.sizes[r] < p.sizes[p.free[best]]:
			best = i
		}
	}
	if best < 0 {
		p.sizes = append(p.sizes, size)
		return len(p.sizes) - 1
	}
	r := p.free[best]
	p.free = slices.Delete(p.free, best, best+1)
	p.sizes[r] = max(p.sizes[r], size)
	return r
}

// place is where a tensor lies; a tensor that nothing computes is damage, found by Read.
func (p *plan) place(t int) place {
	r, ok := p.at[t]
	if !ok {
		panic(fmt.Sprintf("tensor %d is used before it is computed", t))
	}
	return place{r, p.graph.tensors[t].shape.size()}
}

// layer gives a layer its registers and frees those of tensors that it used last.
func (p *plan) layer(n node, b built) layer {
	l := layer{kernel: b.kernel}
	for _, i := range b.inputs {
		l.in = append(l.in, p.place(n.operator.inputs[i]))
	}
	p.at[n.operator.outputs[0]] = p.take(n.out.shape.size())
	l.out = p.place(n.operator.outputs[0])
	if b.room > 0 {
		l.room = place{p.take(b.room), b.room}
		p.free = append(p.free, l.room.register)
	}
	for _, t := range n.operator.inputs {
		if t < 0 || p.graph.tensors[t].isConstant() {
			continue
		}
		if p.uses[t]--; p.uses[t] == 0 && p.at[t] != 0 { // register 0 is the caller's
			p.free = append(p.free, p.at[t])
		}
	}
	return l
}

// Size is the height and width in pixels of the picture that the net looks at.
func (n *Net) Size() (height, width int) { return n.input[1], n.input[2] }

// Run runs the net on a picture of its size, red, green, blue by pixel and row. It returns the
// outputs in the file's order; they are the caller's. The only error is the context's.
func (n *Net) Run(ctx context.Context, input []float32) ([][]float32, error) {
	if len(input) != n.input.size() {
		return nil, fmt.Errorf("run a net: %d values, want %d", len(input), n.input.size())
	}
	registers, _ := n.spare.Get().(*[][]float32)
	if registers == nil {
		registers = n.newRegisters()
	}
	defer n.spare.Put(registers)
	memory := slices.Clone(*registers)
	memory[0] = input
	at := func(p place) []float32 { return memory[p.register][:p.size] }
	var in [maxInputs][]float32
	for _, l := range n.layers {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for i, p := range l.in {
			in[i] = at(p)
		}
		l.kernel(at(l.out), in[:len(l.in)], at(l.room))
	}
	out := make([][]float32, len(n.outputs))
	for i, p := range n.outputs {
		out[i] = slices.Clone(at(p))
	}
	return out, nil
}

func (n *Net) newRegisters() *[][]float32 {
	out := make([][]float32, len(n.sizes))
	for r, size := range n.sizes[1:] {
		out[r+1] = make([]float32, size)
	}
	return &out
}
