package nets

// matrix is a convolution's weights: a row for each output, packed four rows together, column by
// column, so that the inner loop walks straight through memory.
type matrix struct {
	rows, columns int
	packed, bias  []float32 // both filled up with zeros to whole groups of four rows
}

func newMatrix(values, bias []float32) matrix {
	m := matrix{rows: len(bias), columns: len(values) / len(bias)}
	groups := (m.rows + 3) / 4
	m.packed, m.bias = make([]float32, 4*groups*m.columns), make([]float32, 4*groups)
	copy(m.bias, bias)
	for row := range m.rows {
		for column := range m.columns {
			m.packed[(row/4*m.columns+column)*4+row%4] = values[row*m.columns+column]
		}
	}
	return m
}

// apply computes all outputs of every pixel: out has rows values by pixel, in has columns. It works
// on two pixels and four outputs at a time, as many sums as a processor has registers for.
func (m matrix) apply(out, in []float32) {
	pixels := len(out) / m.rows
	for p := 0; p < pixels; p += 2 {
		second := min(p+1, pixels-1)
		a, b := in[p*m.columns:][:m.columns], in[second*m.columns:][:m.columns]
		for row := 0; row < m.rows; row += 4 {
			sums := m.four(row, a, b)
			n := min(4, m.rows-row)
			copy(out[p*m.rows+row:][:n], sums[:4])
			copy(out[second*m.rows+row:][:n], sums[4:])
		}
	}
}

// four computes four outputs of pixel a and the same four of pixel b.
func (m matrix) four(row int, a, b []float32) [8]float32 {
	w, bias := m.packed[row*m.columns:][:4*m.columns], m.bias[row:][:4]
	a0, a1, a2, a3 := bias[0], bias[1], bias[2], bias[3]
	b0, b1, b2, b3 := a0, a1, a2, a3
	b = b[:len(a)]
	for j, u := range a {
		v := b[j]
		q := (*[4]float32)(w[4*j:])
		a0 += float32(u * q[0])
		b0 += float32(v * q[0])
		a1 += float32(u * q[1])
		b1 += float32(v * q[1])
		a2 += float32(u * q[2])
		b2 += float32(v * q[2])
		a3 += float32(u * q[3])
		b3 += float32(v * q[3])
	}
	return [8]float32{a0, a1, a2, a3, b0, b1, b2, b3}
}
