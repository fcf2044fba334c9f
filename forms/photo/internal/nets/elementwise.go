package nets

import (
	"fmt"
	"math"
	"slices"
)

// clip writes the values of in, those below 0 as 0.
func clip(out, in []float32) {
	out = out[:len(in)]
	for i, v := range in {
		out[i] = max(v, 0)
	}
}

func buildRelu(n node) (built, error) {
	return n.each(func(out []float32, in [][]float32, _ []float32) { clip(out, in[0]) })
}

func buildHardSwish(n node) (built, error) {
	return n.each(func(out []float32, in [][]float32, _ []float32) {
		for i, v := range in[0] {
			out[i] = float32(v*min(max(v+3, 0), 6)) * (1.0 / 6)
		}
	})
}

func buildLogistic(n node) (built, error) {
	return n.each(func(out []float32, in [][]float32, _ []float32) {
		for i, v := range in[0] {
			out[i] = sigmoid(v)
		}
	})
}

func buildReshape(n node) (built, error) {
	if n.in[0].shape.size() != n.out.shape.size() {
		return built{}, errShape
	}
	return built{kernel: func(out []float32, in [][]float32, _ []float32) { copy(out, in[0]) }, inputs: []int{0}}, nil
}

// each is a kernel that computes every value from the one at its place.
func (n node) each(k kernel) (built, error) {
	if len(n.in) != 1 || !n.same() {
		return built{}, errShape
	}
	return built{kernel: k, inputs: []int{0}}, nil
}

// sigmoid is 1/(1+e^-v). math.Exp would differ between processors.
func sigmoid(v float32) float32 {
	return float32(1 / (1 + exponential(-float64(min(max(v, -80), 80)))))
}

// exponential is e^x, to the last bits of a float32 at least, for |x| up to 700: a power of two and a
// Taylor series on the rest, which is at most ln(2)/2.
func exponential(x float64) float64 {
	whole := math.Round(x * (1 / math.Ln2))
	rest := x - float64(whole*math.Ln2)
	sum := taylor[0]
	for _, factor := range taylor[1:] {
		sum = factor + float64(rest*sum)
	}
	return sum * math.Float64frombits(uint64(1023+int(whole))<<52)
}

// taylor are 1/12!, 1/11! and so on to 1/0!.
var taylor = [...]float64{
	1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
	1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1, 1,
}

func buildPrelu(n node) (built, error) {
	_, _, channels := n.picture(0)
	slopes := n.weights(1, channels)
	if slopes == nil || !slices.Equal(n.in[0].shape, n.out.shape) {
		return built{}, errShape
	}
	kernel := func(out []float32, in [][]float32, _ []float32) {
		for i := 0; i < len(out); i += channels {
			from, row := in[0][i:][:len(slopes)], out[i:][:len(slopes)]
			for j, slope := range slopes {
				v := from[j]
				if v < 0 {
					v *= slope
				}
				row[j] = v
			}
		}
	}
	return built{kernel: kernel, inputs: []int{0}}, nil
}

func buildAdd(n node) (built, error) {
	if len(n.in) != 2 || !n.same() {
		return built{}, errShape
	}
	kernel := func(out []float32, in [][]float32, _ []float32) {
		a, b := in[0], in[1][:len(in[0])]
		out = out[:len(a)]
		for i, v := range a {
			out[i] = v + b[i]
		}
	}
	return built{kernel: kernel, inputs: []int{0, 1}}.activated(n.operator.options.byteAt(0, 0))
}

// buildMultiply multiplies each channel of a picture by one number.
func buildMultiply(n node) (built, error) {
	_, _, channels := n.picture(0)
	if len(n.in) != 2 || channels == 0 || n.in[1].shape.size() != channels || !slices.Equal(n.in[0].shape, n.out.shape) {
		return built{}, errShape
	}
	kernel := func(out []float32, in [][]float32, _ []float32) {
		for i := 0; i < len(out); i += channels {
			row, factors := out[i:i+channels], in[1][:channels]
			for j, v := range in[0][i : i+channels] {
				row[j] = v * factors[j]
			}
		}
	}
	return built{kernel: kernel, inputs: []int{0, 1}}.activated(n.operator.options.byteAt(0, 0))
}

// buildConcatenate joins along the second of three dimensions, or what comes to the same.
func buildConcatenate(n node) (built, error) {
	axis := n.operator.options.intAt(0, 0)
	if axis < 0 {
		axis += len(n.out.shape)
	}
	if axis < 0 || axis >= len(n.out.shape) || n.out.shape[:axis].size() != 1 {
		return built{}, fmt.Errorf("axis %d of %v: %w", axis, n.out.shape, errShape)
	}
	b := built{kernel: func(out []float32, in [][]float32, _ []float32) {
		for _, part := range in {
			out = out[copy(out, part):]
		}
	}}
	total := 0
	for i, t := range n.in {
		b.inputs = append(b.inputs, i)
		total += t.shape.size()
	}
	if total != n.out.shape.size() {
		return built{}, errShape
	}
	return b.activated(n.operator.options.byteAt(1, 0))
}
