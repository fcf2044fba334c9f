package nets

import "encoding/binary"

// table is a table of a flatbuffer: fields found by number through a list of offsets. Offsets are
// followed without looking; where a damaged file leads outside the data, indexing panics, and Read
// turns that into an error.
type table struct {
	data []byte
	at   int
}

func (t table) uint16(at int) int { return int(binary.LittleEndian.Uint16(t.data[at:])) }
func (t table) int32(at int) int  { return int(int32(binary.LittleEndian.Uint32(t.data[at:]))) }

// field is the place of a field's value, 0 where the field is absent.
func (t table) field(n int) int {
	if t.data == nil {
		return 0
	}
	offsets := t.at - t.int32(t.at)
	if 4+2*n >= t.uint16(offsets) {
		return 0
	}
	if offset := t.uint16(offsets + 4 + 2*n); offset != 0 {
		return t.at + offset
	}
	return 0
}

// byteAt is a field of one byte, absent where the file has none.
func (t table) byteAt(n, absent int) int {
	if at := t.field(n); at != 0 {
		return int(int8(t.data[at]))
	}
	return absent
}

// intAt is a field of four bytes, absent where the file has none.
func (t table) intAt(n, absent int) int {
	if at := t.field(n); at != 0 {
		return t.int32(at)
	}
	return absent
}

// sub is the table that a field leads to.
func (t table) sub(n int) table {
	if at := t.field(n); at != 0 {
		return table{t.data, at + t.int32(at)}
	}
	return table{}
}

// vector is the place of a vector's first element and the number of elements.
func (t table) vector(n int) (at, length int) {
	if at = t.field(n); at == 0 {
		return 0, 0
	}
	at += t.int32(at)
	return at + 4, t.int32(at)
}

func (t table) bytes(n int) []byte {
	at, length := t.vector(n)
	return t.data[at : at+length]
}

func (t table) ints(n int) []int {
	at, length := t.vector(n)
	_ = t.data[at : at+4*length] // a damaged length panics here, before anything is allocated
	out := make([]int, length)
	for i := range out {
		out[i] = t.int32(at + 4*i)
	}
	return out
}

func (t table) tables(n int) []table {
	at, length := t.vector(n)
	_ = t.data[at : at+4*length]
	out := make([]table, length)
	for i := range out {
		place := at + 4*i
		out[i] = table{t.data, place + t.int32(place)}
	}
	return out
}
