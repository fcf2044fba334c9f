package nets

// depths is a convolution that treats each channel by itself.
type depths struct {
	sweep
	// weights of three columns of the filter, by row of the filter, group of columns, and channel.
	// Columns beyond the filter weigh nothing.
	weights [][three]float32
	groups  int // of columns in a row
	bias    []float32
	zeros   []float32 // a pixel beyond the picture
}

func buildConvolveDepths(n node) (built, error) {
	if len(n.in) != 3 || len(n.in[1].shape) != 4 {
		return built{}, errShape
	}
	w := n.in[1].shape
	s, err := newSweep(n, w[1], w[2])
	if err != nil {
		return built{}, err
	}
	values, bias := n.weights(1, w.size()), n.weights(2, s.channels)
	if values == nil || bias == nil || w[0] != 1 || w[3] != s.channels || n.out.shape[3] != s.channels || !n.undilated(5) {
		return built{}, errShape
	}
	d := newDepths(s, values, bias)
	b := built{inputs: []int{0}, kernel: func(out []float32, in [][]float32, _ []float32) {
		for y := range d.outHeight {
			d.row(out[y*d.outWidth*d.channels:][:d.outWidth*d.channels], in[0], y)
		}
	}}
	return b.activated(n.operator.options.byteAt(4, 0))
}

func newDepths(s sweep, values, bias []float32) *depths {
	d := &depths{sweep: s, groups: (s.filterWidth + three - 1) / three, bias: bias, zeros: make([]float32, s.channels)}
	d.weights = make([][three]float32, s.filterHeight*d.groups*s.channels)
	for i, v := range values {
		row, column, channel := i/s.channels/s.filterWidth, i/s.channels%s.filterWidth, i%s.channels
		d.weights[(row*d.groups+column/three)*s.channels+channel][column%three] = v
	}
	return d
}

// row computes a row of the output.
func (d *depths) row(out, in []float32, y int) {
	for x := range d.outWidth {
		copy(out[x*d.channels:], d.bias)
	}
	for k := range d.filterHeight {
		at := y*d.strideY + k - d.top
		if at < 0 || at >= d.height {
			continue
		}
		line := in[at*d.width*d.channels:][:d.width*d.channels]
		for g := range d.groups {
			d.add(out, line, d.weights[(k*d.groups+g)*d.channels:][:d.channels], three*g-d.left)
		}
	}
}

// add adds to a row of the output what three columns of the filter cover of a row of the input; first
// is the place of the first of them for the first pixel.
func (d *depths) add(out, line []float32, weights [][three]float32, first int) {
	pixel := func(x int) []float32 {
		if x < 0 || x >= d.width {
			return d.zeros
		}
		return line[x*d.channels:][:d.channels]
	}
	x := 0
	for ; d.strideX == 1 && x+1 < d.outWidth; x += 2 {
		at := first + x
		pair := out[x*d.channels:][:2*d.channels]
		addPair(pair[:d.channels], pair[d.channels:], weights, [4][]float32{pixel(at), pixel(at + 1), pixel(at + 2), pixel(at + 3)})
	}
	for ; x < d.outWidth; x++ {
		at := first + x*d.strideX
		addThree(out[x*d.channels:][:d.channels], weights, [3][]float32{pixel(at), pixel(at + 1), pixel(at + 2)})
	}
}

// addThree adds three neighbouring pixels' products at once: less writing.
//
//go:norace
func addThree(out []float32, weights [][three]float32, in [3][]float32) {
	n := len(out)
	weights = weights[:n]
	a, b, c := in[0][:n], in[1][:n], in[2][:n]
	for j, sum := range out {
		w := &weights[j]
		out[j] = sum + float32(a[j]*w[0]) + float32(b[j]*w[1]) + float32(c[j]*w[2])
	}
}

// addPair is addThree for two pixels next to each other, which share two of the four that the filter
// covers: less reading.
//
//go:norace
func addPair(outA, outB []float32, weights [][three]float32, in [4][]float32) {
	n := len(outA)
	outB, weights = outB[:n], weights[:n]
	a, b, c, d := in[0][:n], in[1][:n], in[2][:n], in[3][:n]
	for j, sum := range outA {
		w, u, v := &weights[j], b[j], c[j]
		outA[j] = sum + float32(a[j]*w[0]) + float32(u*w[1]) + float32(v*w[2])
		outB[j] = outB[j] + float32(u*w[0]) + float32(v*w[1]) + float32(d[j]*w[2])
	}
}
