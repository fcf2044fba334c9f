package hostile

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
)

// The kinds of PNG by their codes in the file.
const (
	Grey    = 0
	RGB     = 2
	Palette = 3
	RGBA    = 6
)

// PNG describes a PNG of one colour.
type PNG struct {
	Width, Height int
	// Depth is the number of bits of a sample, Colour one of the kinds above.
	Depth, Colour byte
	// Interlaced: the pixels come in seven passes.
	Interlaced bool
	// Extra are chunks before the pixels.
	Extra []byte
}

// Bytes writes the file; each row takes the filter that is slowest to undo.
func (p PNG) Bytes() []byte {
	head := binary.BigEndian.AppendUint32(nil, uint32(p.Width))
	head = binary.BigEndian.AppendUint32(head, uint32(p.Height))
	head = append(head, p.Depth, p.Colour, 0, 0, 0)
	if p.Interlaced {
		head[12] = 1
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	out = append(out, Chunk("IHDR", head)...)
	if p.Colour == Palette {
		out = append(out, Chunk("PLTE", make([]byte, 6))...)
	}
	out = append(out, p.Extra...)
	out = append(out, Chunk("IDAT", p.pixels())...)
	return append(out, Chunk("IEND", nil)...)
}

// passes are the offsets and steps of the interlacing (PNG 8.2), across and down.
var passes = [7][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}

func (p PNG) pixels() []byte {
	var out bytes.Buffer
	packer, _ := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	if !p.Interlaced {
		p.rows(packer, p.Width, p.Height)
	} else {
		for _, pass := range passes {
			p.rows(packer, (p.Width-pass[0]+pass[2]-1)/pass[2], (p.Height-pass[1]+pass[3]-1)/pass[3])
		}
	}
	packer.Close()
	return out.Bytes()
}

func (p PNG) rows(packer *zlib.Writer, width, height int) {
	samples := map[byte]int{Grey: 1, RGB: 3, Palette: 1, RGBA: 4}[p.Colour]
	row := make([]byte, 1+(width*samples*int(p.Depth)+7)/8)
	row[0] = 4
	if width == 0 {
		return
	}
	for range height {
		packer.Write(row)
	}
}

// Chunk is a PNG chunk.
func Chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// PackedChunk is a PNG chunk of the given kind, iCCP or zTXt, that unpacks to size bytes.
func PackedChunk(kind string, size int) []byte {
	var out bytes.Buffer
	out.WriteString("name\x00\x00")
	packer := zlib.NewWriter(&out)
	piece := make([]byte, 1<<16)
	for size > 0 {
		n, _ := packer.Write(piece[:min(size, len(piece))])
		size -= n
	}
	packer.Close()
	return Chunk(kind, out.Bytes())
}

// GIF is a GIF of one colour and one frame.
func GIF(width, height int) []byte {
	size := []byte{byte(width), byte(width >> 8), byte(height), byte(height >> 8)}
	var out bytes.Buffer
	out.WriteString("GIF89a")
	out.Write(size)
	out.Write([]byte{0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0})
	out.Write(size)
	out.Write([]byte{0x40, 8}) // interlaced; eight bits to begin with
	var packed bytes.Buffer
	packer := lzw.NewWriter(&packed, lzw.LSB, 8)
	row := make([]byte, width)
	for range height {
		packer.Write(row)
	}
	packer.Close()
	for packed.Len() > 0 {
		block := packed.Next(255)
		out.WriteByte(byte(len(block)))
		out.Write(block)
	}
	out.Write([]byte{0, 0x3b})
	return out.Bytes()
}

// BMP is a black BMP of 24 bits a pixel.
func BMP(width, height int) []byte {
	size := 54 + (3*width+3)&^3*height
	out := make([]byte, size)
	copy(out, "BM")
	for at, v := range map[int]int{2: size, 10: 54, 14: 40, 18: width, 22: height} {
		binary.LittleEndian.PutUint32(out[at:], uint32(v))
	}
	out[26], out[28] = 1, 24
	return out
}

// LosslessWebP is a VP8L picture of one colour with the slow transforms.
func LosslessWebP(width, height int) []byte {
	w := &littleBits{}
	w.put(0x2f, 8)
	w.put(uint32(width-1), 14)
	w.put(uint32(height-1), 14)
	w.put(0, 4)
	for _, kind := range []uint32{0, 1} { // predictor and cross-colour, in tiles of 512 pixels
		w.put(1, 1)
		w.put(kind, 2)
		w.put(7, 3)
		w.put(0, 1) // no colour cache
		w.groups(11)
	}
	w.put(1, 1)
	w.put(2, 2) // subtract green
	w.put(0, 1) // no more transforms
	w.put(0, 1) // no colour cache
	w.put(0, 1) // one group of codes
	w.groups(0)
	return webp("VP8L", append(w.out, make([]byte, 16)...))
}

// littleBits writes bits from the lowest on.
type littleBits struct {
	out []byte
	n   int
}

func (w *littleBits) put(v uint32, bits int) {
	for i := range bits {
		if w.n%8 == 0 {
			w.out = append(w.out, 0)
		}
		w.out[len(w.out)-1] |= byte(v>>i&1) << (w.n % 8)
		w.n++
	}
}

// groups writes five codes of one symbol each, which then take no bits: green as given, 0 for
// the others.
func (w *littleBits) groups(green uint32) {
	for i := range 5 {
		v := uint32(0)
		if i == 0 {
			v = green
		}
		w.put(1, 1) // simple
		w.put(0, 1) // one symbol
		w.put(1, 1) // of eight bits
		w.put(v, 8)
	}
}

// LossyWebP is a VP8 picture of whatever zero bytes say.
func LossyWebP(width, height int) []byte {
	const first = 500_000 // bytes of the first partition; its length has 19 bits
	body := []byte{0, 0, 0, 0x9d, 0x01, 0x2a, byte(width), byte(width >> 8), byte(height), byte(height >> 8)}
	tag := uint32(first<<5 | 1<<4) // a key frame that is shown
	body[0], body[1], body[2] = byte(tag), byte(tag>>8), byte(tag>>16)
	return webp("VP8 ", append(body, make([]byte, 4*first)...))
}

func webp(kind string, body []byte) []byte {
	if len(body)%2 == 1 {
		body = append(body, 0)
	}
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body)+12))
	out = append(append(out, "WEBP"...), kind...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	return append(out, body...)
}
