package photo

import (
	"bytes"
	"encoding/binary"
	"slices"

	"zhicheng/forms/photo/internal/jpegscan"
)

// stripped is a picture file without all that decoding does not need: EXIF with place and time,
// XMP, IPTC, comments, small pictures beside the large one, whatever follows the end. Colour
// profile, density and the picture's data stay as they are. Where nothing goes it is data itself;
// of formats that this package does not read nothing goes.
func stripped(data []byte, format Format) []byte {
	var out []byte
	switch format {
	case JPEG:
		out = strippedJPEG(data)
	case PNG:
		out = strippedPNG(data)
	case WebP:
		out = strippedWebP(data)
	case GIF:
		out = strippedGIF(data)
	case BMP:
		out = strippedBMP(data)
	}
	if out == nil || bytes.Equal(out, data) {
		return data
	}
	return out
}

// Marker codes of a JPEG's application segments.
const (
	markAPP0 = 0xe0
	markAPPF = 0xef
	markCOM  = 0xfe
)

func strippedJPEG(data []byte) []byte {
	out := bytes.Clone(data[:min(2, len(data))])
	end, seen := len(out), false
	for s := range jpegscan.Segments(data) {
		end, seen = s.End, seen || s.IsScan()
		switch {
		case s.Marker == markAPP0 && len(s.Body) >= 14 && string(s.Body[:5]) == "JFIF\x00":
			out = append(out, 0xff, markAPP0, 0, 16)
			out = append(out, s.Body[:12]...)
			out = append(out, 0, 0) // no small picture
		case s.Marker == markAPP0+14 && len(s.Body) >= 12 && string(s.Body[:5]) == "Adobe":
			out = append(out, 0xff, s.Marker, 0, 14)
			out = append(out, s.Body[:12]...)
		case s.Marker == markAPP0+2 && bytes.HasPrefix(s.Body, []byte("ICC_PROFILE\x00")):
			out = append(out, data[s.Start:s.End]...)
		case s.Marker >= 0xc0 && s.Marker < markAPP0: // frames, tables, scans, the end
			out = append(out, data[s.Start:s.End]...)
		}
	}
	if rest := data[end:]; !seen && !isApplied(rest) {
		return append(out, rest...) // no picture: a file that is broken off, or something else
	}
	return out
}

// isApplied reports whether data begin with a segment of an application or a comment.
func isApplied(data []byte) bool {
	return len(data) > 1 && data[0] == 0xff && (data[1] >= markAPP0 && data[1] <= markAPPF || data[1] == markCOM)
}

// pngKept are the chunks beside the critical ones, whose names begin with a capital, that say
// what the pixels look like.
var pngKept = []string{"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "cICP"}

func strippedPNG(data []byte) []byte {
	out := bytes.Clone(data[:len(pngSignature)])
	for c := range pngChunks(data) {
		if critical := c.kind[0]&0x20 == 0; critical || slices.Contains(pngKept, c.kind) {
			out = append(out, c.raw...)
		}
	}
	return out
}

// webpKept are the chunks of a picture and of its colours.
var webpKept = []string{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"}

func strippedWebP(data []byte) []byte {
	out := bytes.Clone(data[:webpHeader])
	for c := range webpChunks(data) {
		if !slices.Contains(webpKept, c.kind) {
			continue
		}
		if out = append(out, c.raw...); c.kind == "VP8X" && len(c.body) > 0 {
			const exifAndXMP = 1<<3 | 1<<2
			out[len(out)-len(c.raw)+8] &^= exifAndXMP
		}
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

// The blocks of a GIF.
const (
	gifExtension = 0x21
	gifImage     = 0x2c
	gifEnd       = 0x3b
	gifControl   = 0xf9
	gifApplied   = 0xff
)

// strippedGIF drops comments, texts and what applications added, but for the loop of an animation.
func strippedGIF(data []byte) []byte {
	const header = 13
	if len(data) < header {
		return nil
	}
	pos := header + gifColours(data[10])
	if pos > len(data) {
		return nil
	}
	out := bytes.Clone(data[:pos])
	for pos < len(data) {
		next, keep := gifBlock(data, pos)
		if keep {
			out = append(out, data[pos:next]...)
		}
		if data[pos] == gifEnd {
			break
		}
		pos = next
	}
	return out
}

// gifBlock is where the block after the one at pos begins, and whether that one is needed.
func gifBlock(data []byte, pos int) (next int, keep bool) {
	switch data[pos] {
	case gifExtension:
		if pos+2 > len(data)-1 {
			return len(data), false
		}
		label := data[pos+1]
		loop := label == gifApplied && bytes.HasPrefix(data[pos+2:], []byte("\x0bNETSCAPE2.0"))
		return gifBlocks(data, pos+2), label == gifControl || loop
	case gifImage:
		const descriptor = 10
		if pos+descriptor > len(data) {
			return len(data), false
		}
		return gifBlocks(data, pos+descriptor+gifColours(data[pos+9])+1), true
	case gifEnd:
		return pos + 1, true
	}
	return len(data), false // no block of a GIF
}

// gifBlocks is where the blocks of data at pos end.
func gifBlocks(data []byte, pos int) int {
	for pos < len(data) && data[pos] != 0 {
		pos += 1 + int(data[pos])
	}
	return min(pos+1, len(data))
}

// gifColours is the size in bytes of the colour table that flags announce.
func gifColours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// strippedBMP cuts off what follows the pixels: a profile, which may be the path of a file.
func strippedBMP(data []byte) []byte {
	const header = 54
	if len(data) < header {
		return nil
	}
	field := func(at int) int64 { return int64(int32(binary.LittleEndian.Uint32(data[at:]))) }
	bits := int64(binary.LittleEndian.Uint16(data[28:]))
	stride := (field(18)*bits + 31) / 32 * 4
	end := field(10) + stride*max(field(22), -field(22))
	if end < header || end > int64(len(data)) {
		return nil
	}
	out := bytes.Clone(data[:end])
	binary.LittleEndian.PutUint32(out[2:], uint32(end))
	return out
}
