package jpegscan

import "encoding/binary"

// bits reads the entropy-coded data. acc holds the next bits from the top; below the last of n
// bits it is zero. At a marker or the end of the data zero bits are supplied without end and
// counted in pad, so that the inner loops need no check.
type bits struct {
	data []byte
	pos  int // of the next byte to take into acc
	acc  uint64
	n    uint // bits in acc
	pad  uint // of them and of those already taken, how many were made up
}

// refill brings acc to at least 32 bits; call it when n < 32.
func (b *bits) refill() {
	if b.pos+4 <= len(b.data) {
		w := binary.BigEndian.Uint32(b.data[b.pos:])
		if inverse := ^w; (inverse-0x01010101)&w&0x80808080 == 0 { // no byte is 0xff
			b.acc |= uint64(w) << (32 - b.n)
			b.n += 32
			b.pos += 4
			return
		}
	}
	for b.n < 32 {
		b.acc |= uint64(b.next()) << (56 - b.n)
		b.n += 8
	}
}

// next takes one byte of data, without its stuffing.
func (b *bits) next() byte {
	if b.pos >= len(b.data) {
		b.pad += 8
		return 0
	}
	c := b.data[b.pos]
	if c != 0xff {
		b.pos++
		return c
	}
	if b.pos+1 < len(b.data) && b.data[b.pos+1] == 0 {
		b.pos += 2
		return 0xff
	}
	b.pad += 8 // a marker, or a lone 0xff at the end
	return 0
}

// overrun reports whether made-up bits were used.
func (b *bits) overrun() bool { return b.pad > b.n }

// left is the number of real bits not used yet in acc.
func (b *bits) left() int { return int(b.n) - int(b.pad) }

// restart aligns to the marker that must follow here and steps over it. It reports whether the
// expected restart marker was there, with nothing but the padding of a byte before it.
func (b *bits) restart(number int) bool {
	if b.left() < 0 || b.left() >= 8 {
		return false
	}
	pos := b.pos
	for pos+1 < len(b.data) && b.data[pos] == 0xff && b.data[pos+1] == 0xff {
		pos++ // fill bytes
	}
	if pos+1 >= len(b.data) || b.data[pos] != 0xff || b.data[pos+1] != byte(markRST0+number%8) {
		return false
	}
	*b = bits{data: b.data, pos: pos + 2}
	return true
}
