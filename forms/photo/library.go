package photo

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"io"
	"sync/atomic"
	"time"

	"zhicheng/forms/photo/internal/jpegscan"
)

// openStored checks and decodes the picture, as little of it as possible: shift says at what
// reduction it will be looked at first. What the decoding shows of the file becomes part of facts.
func openStored(ctx context.Context, data []byte, facts *Facts, shift int) (stored, error) {
	if facts.Format == JPEG {
		picture, err := jpegscan.Read(ctx, data, shift)
		if err == nil {
			facts.MissingEnd, facts.TrailingBytes, facts.Suspect = picture.MissingEnd, picture.Trailing, picture.Suspect
			return scanned{picture}, nil
		}
		if !errors.Is(err, jpegscan.ErrUnusual) {
			return nil, problemOf(err)
		}
	}
	l := &library{data: data, format: facts.Format}
	whole, err := l.whole(ctx)
	if err != nil {
		return nil, err
	}
	if facts.Format == JPEG {
		err = l.finish(whole.picture, facts)
	}
	return l, err
}

// library is a file that one of the library's readers decodes, always as a whole.
type library struct {
	data   []byte
	format Format
	kept   atomic.Pointer[decoded] // nil after release, until it is needed again
}

func (l *library) part(ctx context.Context, rect image.Rectangle, shift int) (*image.NRGBA, error) {
	whole, err := l.whole(ctx)
	if err != nil {
		return nil, err
	}
	return whole.part(ctx, rect, shift)
}

func (l *library) release() { l.kept.Store(nil) }

func (l *library) whole(ctx context.Context) (*decoded, error) {
	if kept := l.kept.Load(); kept != nil {
		return kept, nil
	}
	whole, err := l.decode(ctx)
	if err != nil {
		return nil, err
	}
	l.kept.Store(whole)
	return whole, nil
}

// decode decodes the whole picture. Its cost was estimated before, by readHeader; where it takes
// much longer it is given up.
func (l *library) decode(ctx context.Context) (*decoded, error) {
	end := []byte{0xff, 0xd9} // of a JPEG that lacks only that; after another end it is not read
	if l.format != JPEG {
		end = nil
	}
	piece := scanPiece
	if l.format != JPEG {
		piece = otherPiece
	}
	reader := &stoppable{ctx, time.Now().Add(patience), piece, io.MultiReader(bytes.NewReader(l.data), bytes.NewReader(end))}
	picture, err := decoders[l.format].decode(reader)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err() // some decoders keep only the text of an error
	case err != nil && reader.late():
		return nil, TooMuchWork
	case err != nil && endsEarly(l.data, l.format):
		return nil, Truncated
	case err != nil:
		return nil, problemOf(err)
	}
	o, ok := picture.(interface{ Opaque() bool })
	return &decoded{picture, ok && o.Opaque()}, nil
}

// finish looks at a JPEG's end, and for traces of damage.
func (l *library) finish(picture image.Image, facts *Facts) (err error) {
	facts.MissingEnd, facts.TrailingBytes = jpegscan.Ending(l.data)
	if colour, ok := picture.(*image.YCbCr); ok {
		facts.Suspect, err = jpegscan.FindSeam(colour)
	}
	return problemOf(err)
}

// stoppable ends with the context's error once that is done, and with TooMuchWork after a time.
// It gives little at a time, so that a decoder which does much for each byte comes back soon.
type stoppable struct {
	ctx    context.Context
	until  time.Time
	piece  int // the most bytes at a time
	reader io.Reader
}

const (
	scanPiece  = 64 // a scan of a JPEG, with all the work for it, may take no more
	otherPiece = 1024
)

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	if s.late() {
		return 0, TooMuchWork
	}
	return s.reader.Read(p[:min(len(p), s.piece)])
}

func (s *stoppable) late() bool { return time.Now().After(s.until) }

// endsEarly tells a file that was cut off from one that is damaged: it does not end as its format
// asks.
func endsEarly(data []byte, format Format) bool {
	tail := bytes.TrimRight(data, "\x00")
	switch format {
	case JPEG:
		return !bytes.HasSuffix(tail, []byte{0xff, 0xd9})
	case PNG:
		return !bytes.Contains(data[max(0, len(data)-64):], []byte("IEND"))
	case GIF:
		return !bytes.HasSuffix(tail, []byte{0x3b})
	case WebP:
		return len(data) < 12 || int64(binary.LittleEndian.Uint32(data[4:]))+8 > int64(len(data))
	}
	return false
}
