package nets

// matrix is a convolution's weights: a row for each output. The rows are packed three together,
// column by column, so that the inner loop walks straight through memory.
type matrix struct {
	rows, columns int
	packed        [][three]float32 // filled up with zeros to whole groups of rows
	bias          [][three]float32
}

// three rows and two pixels are worked on at a time: with six sums, the compiler keeps all of them
// in registers; with eight it stores some in each step, which takes twice as long.
const three = 3

func newMatrix(values, bias []float32) matrix {
	m := matrix{rows: len(bias), columns: len(values) / len(bias)}
	groups := (m.rows + three - 1) / three
	m.packed, m.bias = make([][three]float32, groups*m.columns), make([][three]float32, groups)
	for row := range m.rows {
		m.bias[row/three][row%three] = bias[row]
		for column := range m.columns {
			m.packed[row/three*m.columns+column][row%three] = values[row*m.columns+column]
		}
	}
	return m
}

// apply computes all outputs of every pixel: out has rows values by pixel, in has columns.
func (m matrix) apply(out, in []float32) {
	pixels := len(out) / m.rows
	for p := 0; p < pixels; p += 2 {
		second := min(p+1, pixels-1)
		m.pixels(out[p*m.rows:][:m.rows], out[second*m.rows:][:m.rows], in[p*m.columns:][:m.columns], in[second*m.columns:][:m.columns])
	}
}

// pixels computes the outputs of pixel a and pixel b.
func (m matrix) pixels(outA, outB, a, b []float32) {
	for group, bias := range m.bias {
		sums := [2][three]float32{bias, bias}
		addProducts(&sums, m.packed[group*m.columns:][:m.columns], a, b)
		if len(outA) < three || len(outB) < three {
			copy(outA, sums[0][:])
			copy(outB, sums[1][:])
			return
		}
		*(*[three]float32)(outA), *(*[three]float32)(outB) = sums[0], sums[1]
		outA, outB = outA[three:], outB[three:]
	}
}

// addProducts adds to three sums of pixel a, and to the same three of pixel b, the products of weights
// and inputs.
//
//go:norace
func addProducts(sums *[2][three]float32, weights [][three]float32, a, b []float32) {
	a0, a1, a2 := sums[0][0], sums[0][1], sums[0][2]
	b0, b1, b2 := sums[1][0], sums[1][1], sums[1][2]
	weights, b = weights[:len(a)], b[:len(a)]
	for j, u := range a {
		v, w := b[j], &weights[j]
		a0 += float32(u * w[0])
		b0 += float32(v * w[0])
		a1 += float32(u * w[1])
		b1 += float32(v * w[1])
		a2 += float32(u * w[2])
		b2 += float32(v * w[2])
	}
	*sums = [2][three]float32{{a0, a1, a2}, {b0, b1, b2}}
}
