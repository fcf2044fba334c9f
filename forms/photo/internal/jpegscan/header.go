package jpegscan

import (
	"bytes"
	"fmt"
)

// Marker codes, the byte after 0xff.
const (
	markSOF0 = 0xc0 // baseline
	markSOF1 = 0xc1 // extended sequential
	markSOF2 = 0xc2 // progressive
	markDHT  = 0xc4
	markRST0 = 0xd0
	markSOI  = 0xd8
	markEOI  = 0xd9
	markSOS  = 0xda
	markDQT  = 0xdb
	markDRI  = 0xdd
	markAPP0 = 0xe0
	markAPP2 = 0xe2
	markAPPE = 0xee
)

// component is one of the picture's planes.
type component struct {
	id     byte
	h, v   int // blocks per MCU across and down
	quant  int
	dc, ac int
}

// Header is what stands before a JPEG's first scan.
type Header struct {
	Width, Height int
	// Components is the number of planes: 1 grey, 3 colour, 4 print colours.
	Components int
	// Samples is the number of samples of all planes, for estimating memory.
	Samples int
	// Progressive: the scans refine one another, so that decoding keeps every coefficient.
	Progressive bool
	// DPI is the density of the JFIF segment in dots per inch, 0 where none is said.
	DPI int
	// ICC is the colour profile, put together from its segments; nil where there is none.
	ICC []byte

	frame      byte // the SOF marker
	precision  byte
	transform  int // Adobe's colour transform, -1 where there is none
	components []component
	quants     [4]*[64]uint16 // in zigzag order
	dcTables   [4]*table
	acTables   [4]*table
	restart    int // MCUs per restart interval, 0 for none
	scan       int // where the entropy-coded data begin
}

// ReadHeader reads the segments before the first scan. It allocates little, whatever size the
// picture claims to have.
func ReadHeader(data []byte) (*Header, error) {
	h := &Header{transform: -1}
	if !bytes.HasPrefix(data, []byte{0xff, markSOI}) {
		return h, fmt.Errorf("%w: no start marker", ErrDamaged)
	}
	icc := &profileParts{}
	pos := 2
	for {
		marker, body, next, err := segment(data, pos)
		if err != nil {
			return h, err
		}
		if err := h.take(marker, body, icc); err != nil {
			return h, err
		}
		pos = next
		if marker == markSOS {
			h.scan = pos
			h.ICC = icc.join()
			return h, nil
		}
	}
}

// segment reads the marker segment at pos: its code, its body, and where the next one begins.
func segment(data []byte, pos int) (marker byte, body []byte, next int, err error) {
	for pos < len(data) && data[pos] != 0xff {
		pos++ // stray bytes between segments do no harm; other readers skip them too
	}
	for pos < len(data) && data[pos] == 0xff {
		pos++ // any number of fill bytes
	}
	if pos >= len(data) {
		return 0, nil, pos, ErrTruncated
	}
	marker = data[pos]
	pos++
	if marker == 0 || marker == 1 || marker >= markRST0 && marker <= markSOI {
		return marker, nil, pos, nil
	}
	if marker == markEOI {
		return marker, nil, pos, fmt.Errorf("%w: end before the first scan", ErrDamaged)
	}
	if pos+2 > len(data) {
		return marker, nil, pos, ErrTruncated
	}
	length := int(data[pos])<<8 | int(data[pos+1])
	if length < 2 {
		return marker, nil, pos, fmt.Errorf("%w: segment length %d", ErrDamaged, length)
	}
	if pos+length > len(data) {
		return marker, nil, pos, ErrTruncated
	}
	return marker, data[pos+2 : pos+length], pos + length, nil
}

func (h *Header) take(marker byte, body []byte, icc *profileParts) error {
	switch marker {
	case markDQT:
		return h.takeQuants(body)
	case markDHT:
		return h.takeTables(body)
	case markDRI:
		if len(body) != 2 {
			return fmt.Errorf("%w: restart interval", ErrDamaged)
		}
		h.restart = int(body[0])<<8 | int(body[1])
	case markSOS:
		return h.takeScan(body)
	case markAPP0:
		h.takeJFIF(body)
	case markAPP2:
		icc.take(body)
	case markAPPE:
		if len(body) >= 12 && string(body[:5]) == "Adobe" {
			h.transform = int(body[11])
		}
	case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf:
		return h.takeFrame(marker, body)
	case markSOF0, markSOF1, markSOF2:
		return h.takeFrame(marker, body)
	}
	return nil
}

func (h *Header) takeFrame(marker byte, body []byte) error {
	if h.frame != 0 || len(body) < 6 || len(body) != 6+3*int(body[5]) {
		return fmt.Errorf("%w: frame header", ErrDamaged)
	}
	h.frame, h.precision = marker, body[0]
	h.Progressive = marker == markSOF2
	h.Height = int(body[1])<<8 | int(body[2])
	h.Width = int(body[3])<<8 | int(body[4])
	h.Components = int(body[5])
	for i := range h.Components {
		c := body[6+3*i:]
		h.components = append(h.components, component{id: c[0], h: int(c[1] >> 4), v: int(c[1] & 15), quant: int(c[2])})
	}
	h.Samples = h.countSamples()
	return nil
}

func (h *Header) countSamples() int {
	hMax, vMax := 1, 1
	for _, c := range h.components {
		hMax, vMax = max(hMax, c.h), max(vMax, c.v)
	}
	sum := 0
	for _, c := range h.components {
		sum += h.Width * h.Height * c.h * c.v / (hMax * vMax)
	}
	return sum
}

func (h *Header) takeScan(body []byte) error {
	if h.frame == 0 {
		return fmt.Errorf("%w: scan before frame", ErrDamaged)
	}
	if len(body) < 4 || len(body) != 4+2*int(body[0]) {
		return fmt.Errorf("%w: scan header", ErrDamaged)
	}
	if int(body[0]) != len(h.components) {
		h.frame = markSOF2 // several scans: nothing for the fast path
		return nil
	}
	for i := range h.components {
		id, tables := body[1+2*i], body[2+2*i]
		if id != h.components[i].id {
			return fmt.Errorf("%w: scan names an unknown plane", ErrDamaged)
		}
		h.components[i].dc, h.components[i].ac = int(tables>>4), int(tables&15)
	}
	return nil
}

func (h *Header) takeQuants(body []byte) error {
	for len(body) > 0 {
		wide, id := int(body[0]>>4), int(body[0]&15)
		size := 64 * (wide + 1)
		if wide > 1 || id > 3 || len(body) < 1+size {
			return fmt.Errorf("%w: quantization table", ErrDamaged)
		}
		q := new([64]uint16)
		for i := range q {
			if wide == 1 {
				q[i] = uint16(body[1+2*i])<<8 | uint16(body[2+2*i])
			} else {
				q[i] = uint16(body[1+i])
			}
		}
		h.quants[id] = q
		body = body[1+size:]
	}
	return nil
}

func (h *Header) takeTables(body []byte) error {
	for len(body) > 0 {
		if len(body) < 17 || body[0]>>4 > 1 || body[0]&15 > 3 {
			return fmt.Errorf("%w: Huffman table", ErrDamaged)
		}
		n := 0
		for _, c := range body[1:17] {
			n += int(c)
		}
		if n == 0 || n > 256 || len(body) < 17+n {
			return fmt.Errorf("%w: Huffman table", ErrDamaged)
		}
		t, err := newTable([16]byte(body[1:17]), body[17:17+n], body[0]>>4 == 0)
		if err != nil {
			return err
		}
		if body[0]>>4 == 0 {
			h.dcTables[body[0]&15] = t
		} else {
			h.acTables[body[0]&15] = t
		}
		body = body[17+n:]
	}
	return nil
}

func (h *Header) takeJFIF(body []byte) {
	if len(body) < 14 || string(body[:5]) != "JFIF\x00" {
		return
	}
	density := int(body[8])<<8 | int(body[9])
	switch body[7] {
	case 1:
		h.DPI = density
	case 2: // dots per centimetre
		h.DPI = (density*254 + 50) / 100
	}
}

// profileParts collects a colour profile, which may be spread over several APP2 segments.
type profileParts struct {
	count int
	parts map[byte][]byte
}

func (p *profileParts) take(body []byte) {
	const tag = "ICC_PROFILE\x00"
	if len(body) < len(tag)+2 || string(body[:len(tag)]) != tag {
		return
	}
	if p.parts == nil {
		p.parts = map[byte][]byte{}
	}
	p.parts[body[len(tag)]] = body[len(tag)+2:]
	p.count = int(body[len(tag)+1])
}

// join is the whole profile, or nil where a part is missing.
func (p *profileParts) join() []byte {
	var out []byte
	for i := 1; i <= p.count; i++ {
		part, ok := p.parts[byte(i)]
		if !ok {
			return nil
		}
		out = append(out, part...)
	}
	return out
}
