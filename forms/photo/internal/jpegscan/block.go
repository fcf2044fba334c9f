package jpegscan

// zigzag gives the natural position (8·row + column) of each coefficient in coding order.
var zigzag = [64]uint8{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}

// extend turns the size bits v into the signed value they code.
func extend(v int32, size uint) int32 {
	if v < 1<<(size-1) {
		return v - 1<<size + 1
	}
	return v
}

// decodeDC reads one DC difference.
func (b *bits) decodeDC(t *table) (int32, bool) {
	if b.n < 32 {
		b.refill()
	}
	e := t.quick[b.acc>>(64-quickBits)]
	if e == 0 {
		e = t.long(uint32(b.acc >> 48))
	}
	size := e.size()
	if e == 0 || size > greatestDCSize {
		return 0, false
	}
	total := e.total()
	value := int32(0)
	if size > 0 {
		value = extend(int32(b.acc<<(total-size)>>(64-size)), size)
	}
	b.acc <<= total
	b.n -= total
	return value, true
}

// skipAC reads over a block's coefficients from the k-th on.
func (b *bits) skipAC(t *table, k int) bool {
	acc, n := b.acc, b.n
	for k < 64 {
		if n < 32 {
			b.acc, b.n = acc, n
			b.refill()
			acc, n = b.acc, b.n
		}
		e := t.quick[acc>>(64-quickBits)]
		if e == 0 {
			if e = t.long(uint32(acc >> 48)); e == 0 {
				return false
			}
		}
		acc <<= e.total()
		n -= e.total()
		k += e.move()
		if k > 64 && k < endOfBlock {
			return false
		}
	}
	b.acc, b.n = acc, n
	return true
}

// lastNeeded is, by samples per direction, the last coefficient in coding order that a reduced
// block needs.
var lastNeeded = [9]int{2: 4, 4: 24, 8: 63}

// decodeAC reads a block's coefficients after the first, those up to last in their natural places
// and multiplied by the quantization table q (in coding order).
func (b *bits) decodeAC(c *coding, block *[64]int32, last int) bool {
	t, q := c.ac, c.quant
	acc, n, k := b.acc, b.n, 1
	for k <= last {
		if n < 32 {
			b.acc, b.n = acc, n
			b.refill()
			acc, n = b.acc, b.n
		}
		e := t.quick[acc>>(64-quickBits)]
		if e == 0 {
			if e = t.long(uint32(acc >> 48)); e == 0 {
				return false
			}
		}
		total, size := e.total(), e.size()
		k += e.move()
		if k > 64 {
			if k < endOfBlock {
				return false
			}
		} else if size > 0 {
			value := extend(int32(acc<<(total-size)>>(64-size)), size)
			block[zigzag[k-1]] = value * int32(q[k-1])
		}
		acc <<= total
		n -= total
	}
	b.acc, b.n = acc, n
	return b.skipAC(t, k)
}

// coding is how a component's blocks are coded.
type coding struct {
	dc, ac *table
	quant  *[64]uint16
}
