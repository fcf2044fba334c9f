package nets

import "fmt"

// sweep is how a filter moves over a picture of rows, pixels and channels.
type sweep struct {
	height, width, channels int // of the input
	outHeight, outWidth     int
	filterHeight            int
	filterWidth             int
	strideY, strideX        int
	top, left               int // rows and columns of zeros before the picture
}

// newSweep reads the options that all moving filters share: padding, then both strides.
func newSweep(n node, filterHeight, filterWidth int) (sweep, error) {
	s := sweep{
		filterHeight: filterHeight, filterWidth: filterWidth,
		strideX: n.operator.options.intAt(1, 1), strideY: n.operator.options.intAt(2, 1),
	}
	s.height, s.width, s.channels = n.picture(0)
	if s.channels == 0 || s.strideX < 1 || s.strideY < 1 || filterHeight < 1 || filterWidth < 1 {
		return s, errShape
	}
	if n.operator.options.byteAt(0, 0) == 0 { // as many steps as fit, zeros on both sides
		s.outHeight, s.top = spread(s.height, filterHeight, s.strideY)
		s.outWidth, s.left = spread(s.width, filterWidth, s.strideX)
	} else {
		s.outHeight, s.outWidth = (s.height-filterHeight)/s.strideY+1, (s.width-filterWidth)/s.strideX+1
	}
	if o := n.out.shape; len(o) != 4 || o[1] != s.outHeight || o[2] != s.outWidth {
		return s, fmt.Errorf("%v becomes %v: %w", n.in[0].shape, o, errShape)
	}
	return s, nil
}

// spread is the number of steps over a length, and the zeros before it.
func spread(length, filter, stride int) (steps, before int) {
	steps = (length + stride - 1) / stride
	return steps, max((steps-1)*stride+filter-length, 0) / 2
}

// inside are the columns of the filter, placed at a column of the output, that lie in the picture.
func (s sweep) inside(x int) (from, to, first int) {
	first = x*s.strideX - s.left
	return max(0, -first), min(s.filterWidth, s.width-first), first
}

func buildConvolve(n node) (built, error) {
	if len(n.in) != 3 || len(n.in[1].shape) != 4 {
		return built{}, errShape
	}
	w := n.in[1].shape
	s, err := newSweep(n, w[1], w[2])
	if err != nil {
		return built{}, err
	}
	values, bias := n.weights(1, w.size()), n.weights(2, w[0])
	if values == nil || bias == nil || w[3] != s.channels || n.out.shape[3] != w[0] || !n.undilated(4) {
		return built{}, errShape
	}
	m := newMatrix(values, bias)
	b := built{inputs: []int{0}}
	if w[1] == 1 && w[2] == 1 && s.strideX == 1 && s.strideY == 1 {
		b.kernel = func(out []float32, in [][]float32, _ []float32) { m.apply(out, in[0]) }
	} else {
		b.room = s.outWidth * m.columns
		b.kernel = func(out []float32, in [][]float32, room []float32) {
			for y := range s.outHeight {
				s.gather(room, in[0], y)
				m.apply(out[y*s.outWidth*m.rows:][:s.outWidth*m.rows], room)
			}
		}
	}
	return b.activated(n.operator.options.byteAt(3, 0))
}

// undilated reports whether the filter's columns and rows lie next to each other; the two factors
// are fields first and first+1 of the options.
func (n node) undilated(first int) bool {
	return n.operator.options.intAt(first, 1) == 1 && n.operator.options.intAt(first+1, 1) == 1
}

// gather writes, for each pixel of one output row, what the filter covers.
func (s sweep) gather(rows, in []float32, y int) {
	line := s.filterWidth * s.channels
	for x := range s.outWidth {
		row := rows[x*s.filterHeight*line:][:s.filterHeight*line]
		from, to, first := s.inside(x)
		for k := range s.filterHeight {
			part := row[k*line:][:line]
			at := y*s.strideY + k - s.top
			if at < 0 || at >= s.height {
				clear(part)
				continue
			}
			clear(part[:from*s.channels])
			clear(part[to*s.channels:])
			copy(part[from*s.channels:to*s.channels], in[(at*s.width+first+from)*s.channels:])
		}
	}
}
