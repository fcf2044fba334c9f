package photo

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// chunk is one part of a PNG or WebP file.
type chunk struct {
	kind string // four letters
	body []byte
	raw  []byte // all of it, with kind, length and what follows the body
}

// pngChunks goes through a PNG file up to its end chunk, or the last whole chunk.
func pngChunks(data []byte) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		for pos := len(pngSignature); pos+12 <= len(data); {
			length := int(binary.BigEndian.Uint32(data[pos:]))
			if length > len(data)-pos-12 {
				return
			}
			c := chunk{string(data[pos+4 : pos+8]), data[pos+8 : pos+8+length], data[pos : pos+12+length]}
			if !yield(c) || c.kind == "IEND" {
				return
			}
			pos += 12 + length
		}
	}
}

// webpChunks goes through a WebP file, as far as it says that it reaches, up to the last whole
// chunk.
func webpChunks(data []byte) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		if len(data) < webpHeader {
			return
		}
		end := min(len(data), 8+int(binary.LittleEndian.Uint32(data[4:])))
		for pos := webpHeader; pos+8 <= end; {
			length := int(binary.LittleEndian.Uint32(data[pos+4:]))
			if length > end-pos-8 {
				return
			}
			next := min(pos+8+length+length&1, end)
			if !yield(chunk{string(data[pos : pos+4]), data[pos+8 : pos+8+length], data[pos:next]}) {
				return
			}
			pos = next
		}
	}
}

const (
	pngSignature = "\x89PNG\r\n\x1a\n"
	webpHeader   = 12 // bytes: RIFF, length, WEBP
)

// The kinds of PNG by their codes in the file.
const (
	pngGrey    = 0
	pngPalette = 3
)

// pngHeader is the size of a PNG and what image/png takes to decode it.
func pngHeader(data []byte) (header, error) {
	config, err := decoders[PNG].config(bytes.NewReader(data))
	if err != nil {
		return header{}, err
	}
	var shape []byte
	clear := false
	for c := range pngChunks(data) {
		switch c.kind {
		case "IHDR":
			shape = c.body
		case "tRNS":
			clear = true
		}
		if c.kind == "IDAT" {
			break
		}
	}
	head := header{width: config.Width, height: config.Height, icc: pngProfile(data)}
	pixels := head.width * head.height
	cost := pngCost(shape[8], shape[9], clear)
	head.needs = pixels*cost.bytes + 2*8*head.width // two rows as they are packed
	head.steps = pixels * cost.steps
	if shape[12] != 0 { // a pass is held beside the picture
		head.needs += pixels * cost.bytes
		head.steps += 10 * pixels
	}
	return head, nil
}

// pngCost is what a pixel takes; with a clear colour it gets transparency of its own.
func pngCost(depth, colour byte, clear bool) cost {
	small := colour == pngGrey && !clear || colour == pngPalette
	switch {
	case depth == 16 && small:
		return cost{bytes: 2, steps: 60}
	case depth == 16:
		return cost{bytes: 8, steps: 85}
	case small:
		return cost{bytes: 1, steps: 30}
	}
	return cost{bytes: 4, steps: 45}
}
