package nets

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// want compares values with a tolerance.
func want(t *testing.T, name string, got, wanted []float32, tolerance float64) {
	t.Helper()
	if len(got) != len(wanted) {
		t.Fatalf("%s: %d values, want %d", name, len(got), len(wanted))
	}
	for i := range got {
		if math.Abs(float64(got[i]-wanted[i])) > tolerance {
			t.Fatalf("%s: value %d is %g, want %g (all: %v)", name, i, got[i], wanted[i], got)
		}
	}
}

// run builds an operator and runs its kernel. A tensor with values is constant.
func run(t *testing.T, o operator, out shape, in ...tensor) []float32 {
	t.Helper()
	n := node{operator: o, in: in, out: tensor{shape: out}}
	b, err := builders[o.code](n)
	if err != nil {
		t.Fatalf("operator %d: %v", o.code, err)
	}
	var inputs [][]float32
	for _, i := range b.inputs {
		inputs = append(inputs, in[i].values)
	}
	got := make([]float32, out.size())
	for i := range got {
		got[i] = float32(math.NaN()) // what an operator leaves must be seen
	}
	b.kernel(got, inputs, make([]float32, b.room))
	return got
}

// options is a table with whole-number fields, as a file would hold it: fields of one byte and of
// four look alike in little endian.
func options(fields map[int]int) table {
	most := 0
	for n := range fields {
		most = max(most, n+1)
	}
	data := make([]byte, 4+2*most+4+4*most)
	put := func(at, v int) {
		data[at], data[at+1], data[at+2], data[at+3] = byte(v), byte(v>>8), byte(v>>16), byte(v>>24)
	}
	start := 4 + 2*most
	data[0] = byte(start)
	for n, v := range fields {
		data[4+2*n] = byte(4 + 4*n)
		put(start+4+4*n, v)
	}
	put(start, start) // from the table back to the offsets
	return table{data, start}
}

func line(n int, from float32) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = from + float32(i)
	}
	return out
}

// slowly is a convolution as its definition says, one channel of the output by one of the input.
func slowly(in, weights, bias []float32, s sweep, outChannels int, deep bool) []float32 {
	var out []float32
	for p := range s.outHeight * s.outWidth * outChannels {
		y, x, o := p/outChannels/s.outWidth, p/outChannels%s.outWidth, p%outChannels
		sum := float64(bias[o])
		for k := range s.filterHeight * s.filterWidth * s.channels {
			ky, kx, c := k/s.channels/s.filterWidth, k/s.channels%s.filterWidth, k%s.channels
			py, px := y*s.strideY+ky-s.top, x*s.strideX+kx-s.left
			if py < 0 || px < 0 || py >= s.height || px >= s.width || deep && c != o {
				continue
			}
			w := weights[k]
			if !deep {
				w = weights[o*s.filterHeight*s.filterWidth*s.channels+k]
			}
			sum += float64(w) * float64(in[(py*s.width+px)*s.channels+c])
		}
		out = append(out, float32(sum))
	}
	return out
}

// TestConvolutions draws sizes, strides, paddings and values, and compares with the definition.
func TestConvolutions(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		small := rapid.IntRange(1, 7)
		height, width, channels, outs := small.Draw(r, "height"), small.Draw(r, "width"), small.Draw(r, "channels"), small.Draw(r, "outs")
		fh, fw := rapid.IntRange(1, min(5, height)).Draw(r, "filter height"), rapid.IntRange(1, min(5, width)).Draw(r, "filter width")
		stride, valid, deep := rapid.IntRange(1, 3).Draw(r, "stride"), rapid.IntRange(0, 1).Draw(r, "valid"), rapid.Bool().Draw(r, "deep")
		values := func(n int, name string) []float32 {
			return rapid.SliceOfN(rapid.Float32Range(-4, 4), n, n).Draw(r, name)
		}
		o := operator{code: convolve, options: options(map[int]int{0: valid, 1: stride, 2: stride})}
		filter := shape{outs, fh, fw, channels}
		if deep {
			o.code, outs, filter = convolveDepths, channels, shape{1, fh, fw, channels}
		}
		in := tensor{shape: shape{1, height, width, channels}, values: values(height*width*channels, "in")}
		out := shape{1, (height-fh)/stride + 1, (width-fw)/stride + 1, outs}
		if valid == 0 {
			out[1], out[2] = (height+stride-1)/stride, (width+stride-1)/stride
		}
		weights, bias := values(filter.size(), "weights"), values(outs, "bias")
		n := node{operator: o, in: []tensor{in}, out: tensor{shape: out}}
		s, err := newSweep(n, fh, fw)
		if err != nil {
			r.Fatal(err)
		}
		got := run(t, o, out, in, tensor{shape: filter, values: weights}, tensor{shape: shape{outs}, values: bias})
		want(t, "convolution", got, slowly(in.values, weights, bias, s, outs, deep), 1e-3)
	})
}

func TestOperators(t *testing.T) {
	picture := func(height, width, channels int, values ...float32) tensor {
		return tensor{shape: shape{1, height, width, channels}, values: values}
	}
	for _, row := range []struct {
		name string
		o    operator
		in   []tensor
		out  shape
		want []float32
	}{
		{"add", operator{code: add}, []tensor{picture(1, 2, 1, 1, -5), picture(1, 2, 1, 2, 3)}, shape{1, 1, 2, 1}, []float32{3, -2}},
		{"add, then none below 0", operator{code: add, options: options(map[int]int{0: 1})}, []tensor{picture(1, 2, 1, 1, -5), picture(1, 2, 1, 2, 3)}, shape{1, 1, 2, 1}, []float32{3, 0}},
		{"multiply by channel", operator{code: multiply}, []tensor{picture(1, 2, 2, 1, 2, 3, 4), picture(1, 1, 2, 10, 100)}, shape{1, 1, 2, 2}, []float32{10, 200, 30, 400}},
		{"mean", operator{code: averagePool}, []tensor{picture(2, 2, 2, 1, 10, 2, 20, 3, 30, 6, 40)}, shape{1, 1, 1, 2}, []float32{3, 25}},
		{"greatest", operator{code: maxPool, options: options(map[int]int{1: 2, 2: 2, 3: 2, 4: 2})}, []tensor{picture(2, 4, 1, 1, 2, -3, -4, 5, 0, -1, -2)}, shape{1, 1, 2, 1}, []float32{5, -1}},
		{"join", operator{code: concatenate, options: options(map[int]int{0: 1})}, []tensor{{shape: shape{1, 2, 1}, values: line(2, 0)}, {shape: shape{1, 3, 1}, values: line(3, 7)}}, shape{1, 5, 1}, []float32{0, 1, 7, 8, 9}},
		{"reshape", operator{code: reshape}, []tensor{picture(1, 2, 2, 1, 2, 3, 4)}, shape{1, 4}, []float32{1, 2, 3, 4}},
		{"no value below 0", operator{code: relu}, []tensor{picture(1, 1, 3, -1, 0, 2)}, shape{1, 1, 1, 3}, []float32{0, 0, 2}},
		{"slopes", operator{code: prelu}, []tensor{picture(1, 2, 2, -1, -2, 3, -4), {shape: shape{1, 1, 2}, values: []float32{0.5, 0.25}}}, shape{1, 1, 2, 2}, []float32{-0.5, -0.5, 3, -1}},
		{"hard swish", operator{code: hardSwish}, []tensor{picture(1, 1, 4, -4, -1, 1, 5)}, shape{1, 1, 1, 4}, []float32{0, -1. / 3, 2. / 3, 5}},
		{"logistic", operator{code: logistic}, []tensor{picture(1, 1, 3, 0, 1000, -1000)}, shape{1, 1, 1, 3}, []float32{0.5, 1, 0}},
		{"pad", operator{code: pad}, []tensor{picture(1, 1, 1, 7), {shape: shape{4, 2}, whole: []int{0, 0, 1, 0, 0, 1, 1, 1}}}, shape{1, 2, 2, 3}, []float32{0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0}},
		{"enlarge", operator{code: resize}, []tensor{picture(1, 2, 1, 0, 4), {}}, shape{1, 1, 4, 1}, []float32{0, 2, 4, 4}},
		{"enlarge from the middles", operator{code: resize, options: options(map[int]int{3: 1})}, []tensor{picture(1, 2, 1, 0, 4), {}}, shape{1, 1, 4, 1}, []float32{0, 1, 3, 4}},
		{"one becomes four", operator{code: custom, custom: "Convolution2DTransposeBias"}, []tensor{picture(1, 1, 2, 1, 10), {shape: shape{1, 2, 2, 2}, values: line(8, 0)}, {shape: shape{1}, values: []float32{0.5}}}, shape{1, 2, 2, 1}, []float32{10.5, 32.5, 54.5, 76.5}},
	} {
		want(t, row.name, run(t, row.o, row.out, row.in...), row.want, 1e-6)
	}
}

// TestWhatIsNotKnownIsRefused gives each operator sizes that its kernel was not written for.
func TestWhatIsNotKnownIsRefused(t *testing.T) {
	square := tensor{shape: shape{1, 4, 4, 2}}
	for _, row := range []struct {
		name string
		o    operator
		in   []tensor
		out  shape
	}{
		{"add of two sizes", operator{code: add}, []tensor{square, {shape: shape{1, 1, 1, 2}}}, shape{1, 4, 4, 2}},
		{"activation", operator{code: add, options: options(map[int]int{0: 4})}, []tensor{square, square}, square.shape},
		{"multiply of two pictures", operator{code: multiply}, []tensor{square, square}, square.shape},
		{"mean of parts", operator{code: averagePool}, []tensor{square}, shape{1, 2, 2, 2}},
		{"overlapping squares", operator{code: maxPool, options: options(map[int]int{1: 1, 2: 1, 3: 2, 4: 2})}, []tensor{square}, square.shape},
		{"weights that are computed", operator{code: convolve}, []tensor{square, {shape: shape{2, 1, 1, 2}}, {shape: shape{2}}}, square.shape},
		{"wrong output", operator{code: convolve}, []tensor{square, {shape: shape{2, 1, 1, 2}, values: line(4, 0)}, {shape: shape{2}, values: line(2, 0)}}, shape{1, 5, 4, 2}},
		{"filter with gaps", operator{code: convolve, options: options(map[int]int{4: 2})}, []tensor{square, {shape: shape{2, 1, 1, 2}, values: line(4, 0)}, {shape: shape{2}, values: line(2, 0)}}, square.shape},
		{"join along channels", operator{code: concatenate, options: options(map[int]int{0: 3})}, []tensor{square, square}, shape{1, 4, 4, 4}},
		{"pad to another size", operator{code: pad}, []tensor{square, {whole: make([]int, 8)}}, shape{1, 5, 4, 2}},
		{"corners", operator{code: resize, options: options(map[int]int{2: 1})}, []tensor{square, {}}, shape{1, 8, 8, 2}},
		{"another custom operator", operator{code: custom, custom: "Other"}, []tensor{square, square, square}, shape{1, 8, 8, 1}},
	} {
		if _, err := builders[row.o.code](node{operator: row.o, in: row.in, out: tensor{shape: row.out}}); err == nil {
			t.Errorf("%s was taken", row.name)
		}
	}
}

func TestExponential(t *testing.T) {
	for x := -80.0; x <= 80; x += 0.37 {
		if got, exact := exponential(x), math.Exp(x); math.Abs(got/exact-1) > 1e-13 {
			t.Fatalf("e^%g is %g, want %g", x, got, exact)
		}
	}
}

func TestHalfPrecision(t *testing.T) {
	for half, single := range map[uint16]float32{
		0x0000: 0, 0x3c00: 1, 0xc000: -2, 0x3555: 0.33325195, 0x7bff: 65504,
		0x0001: 5.9604645e-8, 0x83ff: -6.097555e-5, 0x0400: 6.1035156e-5,
	} {
		if got := widened(half); got != single {
			t.Errorf("%04x is %g, want %g", half, got, single)
		}
	}
	if v := widened(0xfc00); !math.IsInf(float64(v), -1) {
		t.Errorf("fc00 is %g", v)
	}
}
