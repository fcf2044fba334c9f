package jpegscan

import "fmt"

// quickBits is the number of bits that one look-up resolves; nearly all codes are shorter.
const quickBits = 10

// entry packs what a code means. Bits 0-7: bits taken by code and value together; 8-11: bits of
// the value; 12-19: how far the coefficient index moves. 0 stands for a longer or invalid code.
type entry uint32

// How far codes move the coefficient index that are not run and value.
const (
	endOfBlock  = 0x80 // beyond every valid one, and told from
	beyondBlock = 0x40 // too far: an error wherever it is met
)

func (e entry) total() uint { return uint(e & 0xff) }
func (e entry) size() uint  { return uint(e >> 8 & 15) }
func (e entry) move() int   { return int(e >> 12) }

// table is a Huffman table.
type table struct {
	quick [1 << quickBits]entry
	// For longer codes: the greatest code of each length, left-aligned in 16 bits, less one bit
	// of slack; and where its values begin.
	limit   [17]uint32 // codes of this length are below limit (left-aligned in 16 bits)
	first   [17]int32  // index of the first value less the first code, right-aligned
	entries []entry    // by value index
	lengths [16]byte
}

// The greatest numbers of bits of a DC difference and of an AC coefficient with 8-bit samples
// (T.81 tables F.1 and F.2). More shows that the data are damaged.
const (
	greatestDCSize = 11
	greatestACSize = 10
)

// newTable builds the table of counts[i] codes with i+1 bits for the values. A DC value is a
// number of bits; an AC value is a run of zeros in its upper and a number of bits in its lower
// half.
func newTable(counts [16]byte, values []byte, dc bool) (*table, error) {
	t := &table{lengths: counts}
	code, index := uint32(0), 0
	for length := uint(1); length <= 16; length++ {
		t.first[length] = int32(index) - int32(code)
		for range counts[length-1] {
			if code >= 1<<length {
				return nil, fmt.Errorf("%w: Huffman codes overflow", ErrDamaged)
			}
			e := newEntry(values[index], length, dc)
			t.entries = append(t.entries, e)
			if length <= quickBits {
				t.fill(code<<(quickBits-length), 1<<(quickBits-length), e)
			}
			code++
			index++
		}
		t.limit[length] = code << (16 - length)
		code <<= 1
	}
	return t, nil
}

func newEntry(value byte, length uint, dc bool) entry {
	size, run := uint(value&15), uint(value>>4)
	move := run + 1
	switch {
	case dc:
		size, move = min(uint(value), 15), 0 // refused above greatestDCSize
	case size > greatestACSize, size == 0 && run > 0 && run < 15:
		size, move = 0, beyondBlock // no 8-bit baseline picture contains it
	case size == 0 && run == 15:
		move = 16
	case size == 0:
		move = endOfBlock
	}
	return entry(length+size) | entry(size)<<8 | entry(move)<<12
}

func (t *table) fill(from, count uint32, e entry) {
	for i := range count {
		t.quick[from+i] = e
	}
}

// long looks a code of more than quickBits bits up in the 16 bits that follow; 0 if it is none.
func (t *table) long(next16 uint32) entry {
	for length := uint(quickBits + 1); length <= 16; length++ {
		if next16 < t.limit[length] {
			i := t.first[length] + int32(next16>>(16-length))
			if i < 0 || int(i) >= len(t.entries) {
				return 0
			}
			return t.entries[i]
		}
	}
	return 0
}
