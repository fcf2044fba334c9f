package photo

import (
	"context"
	"image"
)

// Clean returns a picture file without its metadata: what it said of place, time, camera and
// people is gone, the picture's data and colour profile stay byte for byte. A picture that only
// its metadata made upright is turned and encoded again as JPEG, with its profile. What has nothing
// to lose is returned as it is, and so is what is no picture. The error is that of ctx.
func Clean(ctx context.Context, data []byte) ([]byte, error) {
	format := Sniff(data)
	plain := stripped(data, format)
	if orientationOf(data, format) == 1 {
		return plain, ctx.Err()
	}
	upright, err := turnedUpright(ctx, data)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return plain, nil // nothing can be seen of it, whatever its orientation
	}
	return upright, nil
}

// MostOriginal is how many bytes Original makes at most, where that can be reached.
const MostOriginal = 2 << 20

// originalPixels is how many pixels a picture keeps that is too large: enough for a head that takes a
// third of its height to be cropped at full size.
const originalPixels = 6_000_000

// Original returns a picture for cropping it again later: upright, without its metadata, with its
// colour profile, and with at most MostOriginal bytes. What is larger is encoded again as JPEG, with
// fewer pixels where they are many. The error is that of ctx, or a Problem.
func Original(ctx context.Context, data []byte) ([]byte, error) {
	clean, err := Clean(ctx, data)
	if err != nil || len(clean) <= MostOriginal {
		return clean, err
	}
	shift, err := shiftTo(originalPixels, clean)
	if err != nil {
		return nil, err
	}
	for ; ; shift++ {
		out, err := encodedAgain(ctx, clean, shift, MostOriginal)
		if err != nil || len(out) <= MostOriginal || shift == 3 {
			return out, err
		}
	}
}

// mostTurned is how many pixels a picture keeps when it is turned.
const mostTurned = 16_000_000

// turnedUpright encodes a picture again as its orientation shows it. The file does not become
// larger, since a limit may hold for it.
func turnedUpright(ctx context.Context, data []byte) ([]byte, error) {
	shift, err := shiftTo(mostTurned, data)
	if err != nil {
		return nil, err
	}
	return encodedAgain(ctx, data, shift, len(data))
}

// shiftTo is by how many powers of two a picture's sides are reduced to have at most so many pixels.
func shiftTo(pixels int, data []byte) (shift int, err error) {
	_, head, err := readHeader(data)
	for head.width*head.height>>(2*shift) > pixels {
		shift++
	}
	return shift, err
}

// encodedAgain is a picture as an upright JPEG, reduced by 2^shift, of the best quality that takes at
// most so many bytes; of the least quality where none does.
func encodedAgain(ctx context.Context, data []byte, shift, most int) ([]byte, error) {
	facts, head, err := readHeader(data)
	if err != nil {
		return nil, err
	}
	file, err := openStored(ctx, data, &facts, shift)
	if err != nil {
		return nil, err
	}
	whole, err := file.part(ctx, image.Rect(0, 0, head.width, head.height), shift)
	if err != nil {
		return nil, err
	}
	picture := turned(whole, facts.Orientation)
	for quality := startQuality; ; quality -= 4 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out, err := EncodeJPEG(picture, quality)
		if err != nil {
			return nil, err
		}
		if out = withProfile(out, head.icc); len(out) <= most || quality <= leastQuality {
			return out, nil
		}
	}
}

// withProfile puts a profile for colours into a JPEG that begins with the segment of withJFIF.
func withProfile(data, icc []byte) []byte {
	const jfif, room = 2 + 18, 65519
	parts := (len(icc) + room - 1) / room
	if parts == 0 || parts > 255 || len(icc) < 20 || string(icc[16:20]) != "RGB " {
		return data
	}
	out := append([]byte{}, data[:jfif]...)
	for i := range parts {
		part := icc[i*room : min((i+1)*room, len(icc))]
		n := len(part) + 16
		out = append(out, 0xff, markAPP0+2, byte(n>>8), byte(n))
		out = append(out, "ICC_PROFILE\x00"...)
		out = append(out, byte(i+1), byte(parts))
		out = append(out, part...)
	}
	return append(out, data[jfif:]...)
}
