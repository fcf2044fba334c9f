// Package hostile makes small picture files that cost a reader much more than they are worth:
// memory, time or both. It is there for tests.
package hostile

import "bytes"

// JPEG describes a JPEG of one colour.
type JPEG struct {
	Width, Height int
	// Planes is 1 for grey, 3 for colour, 4 for print colours.
	Planes int
	// Halved: the colour planes of a picture of three have half the pixels across and down.
	Halved bool
	// Progressive: the scans refine one another; otherwise each has one plane's whole blocks.
	Progressive bool
	// Scans is how many scans come after those that the picture needs.
	Scans int
}

// Bytes writes the file. Codes are one bit long, and one of them covers 32767 blocks where the
// picture is progressive.
func (j JPEG) Bytes() []byte {
	out := &bytes.Buffer{}
	out.Write([]byte{0xff, 0xd8})
	if j.Planes == 4 {
		segment(out, 0xee, []byte("Adobe\x00\x64\x00\x00\x00\x00\x02"))
	}
	segment(out, 0xdb, append([]byte{0}, bytes.Repeat([]byte{1}, 64)...))
	segment(out, 0xc4, table(0x00, 0))
	segment(out, 0xc4, table(0x10, j.runSymbol()))
	segment(out, j.frameMarker(), j.frame())
	j.first(out)
	for i := range j.Scans {
		if j.Progressive {
			j.scan(out, []byte{0}, [3]byte{1, 63, byte(1-i%2) << 4})
		} else {
			j.scan(out, []byte{byte(i % j.Planes)}, [3]byte{0, 63, 0})
		}
	}
	out.Write([]byte{0xff, 0xd9})
	return out.Bytes()
}

// runSymbol is the only symbol of the table for all coefficients but the first: the end of the
// block, or a run of ended blocks whose length is 14 more bits.
func (j JPEG) runSymbol() byte {
	if j.Progressive {
		return 0xe0
	}
	return 0
}

func (j JPEG) frameMarker() byte {
	if j.Progressive {
		return 0xc2
	}
	return 0xc0
}

func (j JPEG) frame() []byte {
	body := []byte{8, byte(j.Height >> 8), byte(j.Height), byte(j.Width >> 8), byte(j.Width), byte(j.Planes)}
	for i := range j.Planes {
		body = append(body, byte(i+1), j.sampling(i), 0)
	}
	return body
}

func (j JPEG) sampling(plane int) byte {
	if j.Halved && j.Planes == 3 && plane == 0 {
		return 0x22
	}
	return 0x11
}

// first writes the scans without which there is no picture.
func (j JPEG) first(out *bytes.Buffer) {
	if j.Progressive {
		planes := make([]byte, j.Planes)
		for i := range planes {
			planes[i] = byte(i)
		}
		j.scan(out, planes, [3]byte{0, 0, 0})
		return
	}
	for i := range j.Planes {
		j.scan(out, []byte{byte(i)}, [3]byte{0, 63, 0})
	}
}

// scan writes one scan; selection is its first and last coefficient and the two bit positions.
func (j JPEG) scan(out *bytes.Buffer, planes []byte, selection [3]byte) {
	body := []byte{byte(len(planes))}
	for _, p := range planes {
		body = append(body, p+1, 0)
	}
	segment(out, 0xda, append(body, selection[:]...))
	blocks := 0
	for _, p := range planes {
		blocks += j.blocks(int(p))
	}
	switch {
	case !j.Progressive:
		out.Write(make([]byte, (2*blocks+7)/8)) // a bit for the first coefficient, one for the end
	case selection[1] == 0:
		out.Write(make([]byte, (blocks+7)/8))
	default:
		out.Write(runs(blocks))
	}
}

// blocks is the number of a plane's blocks, those that only fill the last unit included.
func (j JPEG) blocks(plane int) int {
	unit := 8
	if j.Halved && j.Planes == 3 {
		unit = 16
	}
	units := ((j.Width + unit - 1) / unit) * ((j.Height + unit - 1) / unit)
	if j.sampling(plane) == 0x22 {
		return 4 * units
	}
	return units
}

// runs ends so many blocks: a zero bit and fourteen ones for each 32767 of them.
func runs(blocks int) []byte {
	var acc, n uint
	var out []byte
	for ; blocks > 0; blocks -= 32767 {
		acc, n = acc<<15|0x3fff, n+15
		for n >= 8 {
			c := byte(acc >> (n - 8))
			if out = append(out, c); c == 0xff {
				out = append(out, 0)
			}
			n -= 8
		}
	}
	return append(out, byte(acc<<(8-n))&0x7f, 0)
}

// table is a Huffman table with one code, a single zero bit.
func table(class, symbol byte) []byte {
	return append([]byte{class, 1}, append(make([]byte, 15), symbol)...)
}

func segment(out *bytes.Buffer, marker byte, body []byte) {
	out.Write([]byte{0xff, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)})
	out.Write(body)
}
