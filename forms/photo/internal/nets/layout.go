package nets

import "strings"

// buildAveragePool is the mean of each channel over the whole picture.
func buildAveragePool(n node) (built, error) {
	height, width, channels := n.picture(0)
	if channels == 0 || n.out.shape.size() != channels {
		return built{}, errShape
	}
	scale := 1 / float32(height*width)
	b := built{inputs: []int{0}, kernel: func(out []float32, in [][]float32, _ []float32) {
		clear(out)
		for i := 0; i < len(in[0]); i += channels {
			for j, v := range in[0][i : i+channels] {
				out[j] += v
			}
		}
		for j := range out {
			out[j] *= scale
		}
	}}
	return b.activated(n.operator.options.byteAt(5, 0))
}

// buildMaxPool is the greatest value of each channel in each square; the squares do not overlap and
// fill the picture.
func buildMaxPool(n node) (built, error) {
	o := n.operator.options
	s, err := newSweep(n, o.intAt(4, 1), o.intAt(3, 1))
	if err != nil {
		return built{}, err
	}
	if s.height != s.outHeight*s.filterHeight || s.width != s.outWidth*s.filterWidth || s.strideX != s.filterWidth || s.strideY != s.filterHeight {
		return built{}, errShape
	}
	b := built{inputs: []int{0}, kernel: func(out []float32, in [][]float32, _ []float32) {
		for p := range s.outHeight * s.outWidth {
			pixel := out[p*s.channels:][:s.channels]
			corner := p/s.outWidth*s.strideY*s.width + p%s.outWidth*s.strideX
			copy(pixel, in[0][corner*s.channels:])
			for k := range s.filterHeight * s.filterWidth {
				place := corner + k/s.filterWidth*s.width + k%s.filterWidth
				for j, v := range in[0][place*s.channels:][:s.channels] {
					pixel[j] = max(pixel[j], v)
				}
			}
		}
	}}
	return b.activated(o.byteAt(5, 0))
}

// buildPad puts zeros around a picture and after its channels.
func buildPad(n node) (built, error) {
	height, width, channels := n.picture(0)
	if len(n.in) != 2 || len(n.in[1].whole) != 8 || channels == 0 || len(n.out.shape) != 4 {
		return built{}, errShape
	}
	before := n.in[1].whole
	for i, d := range n.in[0].shape {
		if before[2*i] < 0 || before[2*i+1] < 0 || d+before[2*i]+before[2*i+1] != n.out.shape[i] {
			return built{}, errShape
		}
	}
	outWidth, outChannels := n.out.shape[2], n.out.shape[3]
	return built{inputs: []int{0}, kernel: func(out []float32, in [][]float32, _ []float32) {
		clear(out)
		for p := range height * width {
			place := (p/width+before[2])*outWidth + p%width + before[4]
			copy(out[place*outChannels+before[6]:][:channels], in[0][p*channels:])
		}
	}}, nil
}

// buildResize enlarges a picture by linear interpolation.
func buildResize(n node) (built, error) {
	height, width, channels := n.picture(0)
	if channels == 0 || len(n.out.shape) != 4 || n.out.shape[3] != channels {
		return built{}, errShape
	}
	options := n.operator.options
	if options.byteAt(2, 0) != 0 { // align_corners, which none of the nets uses
		return built{}, errShape
	}
	centred := options.byteAt(3, 0) != 0
	rows := newSteps(height, n.out.shape[1], centred)
	columns := newSteps(width, n.out.shape[2], centred)
	return built{inputs: []int{0}, kernel: func(out []float32, in [][]float32, _ []float32) {
		for _, row := range rows {
			for _, column := range columns {
				corner := func(y, x int) []float32 { return in[0][(y*width+x)*channels:][:channels] }
				a, b := corner(row.first, column.first), corner(row.first, column.second)
				c, d := corner(row.second, column.first), corner(row.second, column.second)
				for j := range channels {
					upper := a[j] + float32((b[j]-a[j])*column.part)
					lower := c[j] + float32((d[j]-c[j])*column.part)
					out[j] = upper + float32((lower-upper)*row.part)
				}
				out = out[channels:]
			}
		}
	}}, nil
}

// step is where along one side an output value comes from: between first and second, part of the
// way to the second.
type step struct {
	first, second int
	part          float32
}

// newSteps are the places along one side; centred counts from the middles of the pixels.
func newSteps(in, out int, centred bool) []step {
	steps := make([]step, out)
	scale := float32(in) / float32(out)
	for i := range steps {
		at := float32(float32(i) * scale)
		if centred {
			at = max(float32((float32(i)+0.5)*scale)-0.5, 0)
		}
		first := min(int(at), in-1)
		steps[i] = step{first, min(first+1, in-1), at - float32(first)}
	}
	return steps
}

// buildTransposed is MediaPipe's own operator: each pixel becomes two by two, each a weighted sum of
// the pixel's channels.
func buildTransposed(n node) (built, error) {
	height, width, channels := n.picture(0)
	if !strings.HasPrefix(n.operator.custom, "Convolution2DTransposeBias") || len(n.in) != 3 || channels == 0 {
		return built{}, errShape
	}
	weights, bias := n.weights(1, 4*channels), n.weights(2, 1)
	w, o := n.in[1].shape, n.out.shape
	if weights == nil || bias == nil || len(w) != 4 || w[1] != 2 || w[2] != 2 || o.size() != 4*height*width || len(o) != 4 || o[2] != 2*width {
		return built{}, errShape
	}
	return built{inputs: []int{0}, kernel: func(out []float32, in [][]float32, _ []float32) {
		for p := range height * width {
			pixel := in[0][p*channels:][:channels]
			for k := range 4 {
				sum := bias[0]
				for j, v := range weights[k*channels:][:channels] {
					sum += float32(v * pixel[j])
				}
				out[(2*(p/width)+k/2)*2*width+2*(p%width)+k%2] = sum
			}
		}
	}}, nil
}
