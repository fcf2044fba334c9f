package nets

import (
	"errors"
	"fmt"
	"slices"
)

// The operators, by their number in the file format's schema.
const (
	add            code = 0
	averagePool    code = 1
	concatenate    code = 2
	convolve       code = 3
	convolveDepths code = 4
	dequantize     code = 6
	logistic       code = 14
	maxPool        code = 17
	multiply       code = 18
	relu           code = 19
	reshape        code = 22
	resize         code = 23
	custom         code = 32
	pad            code = 34
	prelu          code = 54
	hardSwish      code = 117
)

// builders make an operator's kernel. What they refuse, no net of ours holds.
var builders = map[code]func(node) (built, error){
	add:            buildAdd,
	averagePool:    buildAveragePool,
	concatenate:    buildConcatenate,
	convolve:       buildConvolve,
	convolveDepths: buildConvolveDepths,
	logistic:       buildLogistic,
	maxPool:        buildMaxPool,
	multiply:       buildMultiply,
	relu:           buildRelu,
	reshape:        buildReshape,
	resize:         buildResize,
	custom:         buildTransposed,
	pad:            buildPad,
	prelu:          buildPrelu,
	hardSwish:      buildHardSwish,
}

// maxInputs is the most tensors that one operator of the nets reads.
const maxInputs = 4

// built is what a builder makes of an operator.
type built struct {
	kernel kernel
	inputs []int // which of the operator's inputs are computed when the net runs
	room   int   // values of scratch memory
}

// node is an operator with its tensors.
type node struct {
	operator operator
	in       []tensor
	out      tensor
}

// errShape: sizes that the operator's kernel is not written for.
var errShape = errors.New("sizes that are not known")

func newNode(g *graph, o operator) (node, error) {
	if len(o.inputs) < 1 || len(o.inputs) > maxInputs || len(o.outputs) != 1 {
		return node{}, fmt.Errorf("%d inputs and %d outputs", len(o.inputs), len(o.outputs))
	}
	n := node{operator: o, out: g.tensors[o.outputs[0]]}
	for _, t := range o.inputs {
		if t < 0 {
			n.in = append(n.in, tensor{})
			continue
		}
		n.in = append(n.in, g.tensors[t])
	}
	return n, nil
}

// picture reports the sizes of input i, which must be one picture; 0 where it is none.
func (n node) picture(i int) (height, width, channels int) {
	if s := n.in[i].shape; len(s) == 4 && s[0] == 1 {
		return s[1], s[2], s[3]
	}
	return 0, 0, 0
}

// weights are the constant values of input i, nil unless there are as many as wanted.
func (n node) weights(i, want int) []float32 {
	if i >= len(n.in) || len(n.in[i].values) != want {
		return nil
	}
	return n.in[i].values
}

// activated applies the function that the file fuses with an operator: none, or no value below 0.
func (b built) activated(function int) (built, error) {
	inner := b.kernel
	switch function {
	case 0:
	case 1:
		b.kernel = func(out []float32, in [][]float32, room []float32) {
			inner(out, in, room)
			clip(out, out)
		}
	default:
		return b, fmt.Errorf("activation %d", function)
	}
	return b, nil
}

// same reports whether all inputs and the output have one shape.
func (n node) same() bool {
	for _, in := range n.in {
		if !slices.Equal(in.shape, n.out.shape) {
			return false
		}
	}
	return true
}
