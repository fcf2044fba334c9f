package jpegscan

import (
	"context"
	"errors"
	"fmt"
	"image"
	"runtime"
	"sync"
)

// Picture is a file that was read through once. It never changes, so that several goroutines may
// decode regions at once.
type Picture struct {
	*Header
	// Reduced is the whole picture at 1/2^Shift of its size, from the same pass.
	Reduced *image.YCbCr
	Shift   int
	// MissingEnd: every block is there but the end marker is not.
	MissingEnd bool
	// Suspect: every code is valid, but data were left over or the picture seems to be broken from
	// some row on.
	Suspect bool
	// Trailing counts the bytes after the end marker.
	Trailing int

	data       []byte
	codings    [3]coding // of each component
	hMax, vMax int
	across     int // MCUs across
	down       int
	rows       []rowState // the state at the beginning of each row of MCUs
	dc         []dcPlane  // of each component; only while reading
}

// rowState is all that decoding from the beginning of a row of MCUs needs.
type rowState struct {
	bits    bits
	dc      [3]int32
	toGo    int // MCUs until the next restart marker
	restart int // number of the next restart marker
}

// Read checks the whole file and makes the reduced picture at 1/2^shift, shift 0 to 3.
func Read(ctx context.Context, data []byte, shift int) (*Picture, error) {
	header, err := ReadHeader(data)
	if err != nil {
		return nil, err
	}
	p := &Picture{Header: header, Shift: shift, data: data}
	if err := p.prepare(); err != nil {
		return nil, err
	}
	whole := image.Rect(0, 0, p.across, p.down)
	canvas := p.newCanvas(whole, shift)
	for _, c := range p.components {
		stride, rows := p.across*c.h, p.down*c.v
		p.dc = append(p.dc, dcPlane{make([]int16, stride*rows), stride, rows})
	}
	state := rowState{bits: bits{data: data, pos: header.scan}, toGo: header.restart}
	for y := range p.down {
		if y%16 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		p.rows = append(p.rows, state)
		if err := p.decodeRow(&state, y, canvas); err != nil {
			return nil, err
		}
	}
	p.Reduced = canvas.picture(image.Rect(0, 0, p.Width, p.Height))
	if err := p.checkEnd(&state.bits); err != nil {
		return nil, err
	}
	if p.restart == 0 { // restart markers bound the damage and are checked themselves
		err = p.findSeam()
	}
	p.dc = nil
	return p, err
}

// prepare refuses what is unusual and computes the number of MCUs.
func (p *Picture) prepare() error {
	if p.Width == 0 || p.Height == 0 {
		return ErrUnusual
	}
	if p.frame != markSOF0 && p.frame != markSOF1 || p.precision != 8 || p.Components != 1 && p.Components != 3 {
		return ErrUnusual
	}
	if p.Components == 3 && p.isRGB() {
		return ErrUnusual
	}
	if p.Components == 1 {
		p.components[0].h, p.components[0].v = 1, 1 // one plane is never interleaved (T.81 A.2.2)
	}
	p.hMax, p.vMax = p.components[0].h, p.components[0].v
	for i, c := range p.components {
		if c.dc > 3 || c.ac > 3 || c.quant > 3 || p.dcTables[c.dc] == nil || p.acTables[c.ac] == nil || p.quants[c.quant] == nil {
			return fmt.Errorf("%w: a table is missing", ErrDamaged)
		}
		p.codings[i] = coding{p.dcTables[c.dc], p.acTables[c.ac], p.quants[c.quant]}
		if i > 0 && (c.h != 1 || c.v != 1) {
			return ErrUnusual
		}
	}
	if p.vMax > 2 || p.vMax < 1 || p.hMax != 1 && p.hMax != 2 && p.hMax != 4 {
		return ErrUnusual
	}
	p.across = (p.Width + 8*p.hMax - 1) / (8 * p.hMax)
	p.down = (p.Height + 8*p.vMax - 1) / (8 * p.vMax)
	return nil
}

// Ordinary reports whether Read decodes this kind of JPEG.
func (h *Header) Ordinary() bool {
	return !errors.Is((&Picture{Header: h}).prepare(), ErrUnusual)
}

// Converted reports whether image/jpeg may make other pixels of the planes at the end.
func (h *Header) Converted() bool {
	if h.Components != 3 {
		return h.Components == 4
	}
	c := h.components
	return h.transform == 0 || c[0].id == 'R' && c[1].id == 'G' && c[2].id == 'B'
}

// isRGB follows the convention that image/jpeg and libjpeg share: Adobe's segment says so, or the
// planes are named R, G and B without one.
func (p *Picture) isRGB() bool {
	if p.transform >= 0 {
		return p.transform == 0
	}
	c := p.components
	return p.DPI == 0 && c[0].id == 'R' && c[1].id == 'G' && c[2].id == 'B'
}

// decodeRow decodes one row of MCUs from state, which moves on to the next row, and draws those
// that lie in the canvas.
func (p *Picture) decodeRow(state *rowState, y int, canvas *canvas) error {
	inRow := y >= canvas.mcus.Min.Y && y < canvas.mcus.Max.Y
	for x := range p.across {
		if p.restart > 0 && state.toGo == 0 {
			if !state.bits.restart(state.restart) {
				return p.broken(&state.bits, y)
			}
			state.toGo, state.restart, state.dc = p.restart, state.restart+1, [3]int32{}
		}
		state.toGo--
		draw := inRow && x >= canvas.mcus.Min.X && x < canvas.mcus.Max.X
		if !p.decodeMCU(state, image.Pt(x, y), canvas, draw) {
			return p.broken(&state.bits, y)
		}
		if !draw && inRow && x >= canvas.mcus.Max.X && canvas.partial {
			return nil // the next row begins from its own remembered state
		}
	}
	if state.bits.overrun() {
		return p.broken(&state.bits, y)
	}
	return nil
}

// broken tells a file that was cut off from one that is damaged.
func (p *Picture) broken(b *bits, y int) error {
	if b.pos+1 >= len(p.data) {
		return fmt.Errorf("%w: row %d of %d", ErrTruncated, y, p.down)
	}
	return fmt.Errorf("%w: row %d of %d", ErrDamaged, y, p.down)
}

// decodeMCU decodes the blocks of one MCU.
func (p *Picture) decodeMCU(state *rowState, at image.Point, canvas *canvas, draw bool) bool {
	var block [64]int32
	for i := range p.components {
		c := &p.components[i]
		code := &p.codings[i]
		plane := &canvas.planes[i]
		for b := range c.h * c.v {
			if !p.decodeFirst(state, i, &block) {
				return false
			}
			if p.dc != nil {
				d := &p.dc[i]
				d.v[(at.Y*c.v+b/c.h)*d.stride+at.X*c.h+b%c.h] = int16(block[0])
			}
			ok := false
			if last := lastNeeded[max(plane.nx, plane.ny)]; draw && last > 0 {
				clear(block[1:])
				ok = state.bits.decodeAC(code, &block, last)
			} else {
				ok = state.bits.skipAC(code.ac, 1)
			}
			if !ok {
				return false
			}
			if draw {
				plane.put(&block, (at.X-canvas.mcus.Min.X)*c.h+b%c.h, (at.Y-canvas.mcus.Min.Y)*c.v+b/c.h)
			}
		}
	}
	return true
}

// decodeFirst decodes a block's first coefficient.
func (p *Picture) decodeFirst(state *rowState, component int, block *[64]int32) bool {
	code := &p.codings[component]
	diff, ok := state.bits.decodeDC(code.dc)
	if !ok {
		return false
	}
	state.dc[component] += diff
	step := int32(code.quant[0])
	block[0] = state.dc[component] * step
	limit := dcLimit + min(step, dcSlack)
	return block[0] >= -limit && block[0] <= limit
}

// dcLimit is the greatest DC coefficient of 8-bit samples, with room for careless encoders and for
// rounding to a multiple of the quantizer up to dcSlack: a sum that wanders beyond it shows that a
// difference was read wrong.
const (
	dcLimit = 8192 + 512
	dcSlack = 2048
)

// What may stand between the last block and the end marker: nothing, but some encoders write a
// byte or two. More is strange, and much more shows that blocks were skipped.
const (
	strayBytes   = 2
	strangeBytes = 8
)

// checkEnd looks at what follows the last block.
func (p *Picture) checkEnd(b *bits) error {
	pos, stray := b.pos, b.left()/8
	for pos < len(p.data) {
		if p.data[pos] != 0xff {
			if p.data[pos] != 0 {
				stray++
			}
			pos++
			continue
		}
		if pos+1 >= len(p.data) {
			break
		}
		switch mark := p.data[pos+1]; {
		case mark == 0:
			stray++
			pos += 2
			continue
		case mark == 0xff:
			pos++
			continue
		case mark == markEOI:
			p.Trailing = len(p.data) - pos - 2
			return p.checkStray(stray)
		case mark >= markRST0 && mark < markRST0+8:
			pos += 2 // some encoders write one after the last interval
			continue
		case mark == markSOS:
			return fmt.Errorf("%w: data left over", ErrDamaged)
		default: // another segment
			_, _, next, err := segment(p.data, pos)
			if err != nil {
				p.MissingEnd = true
				return p.checkStray(stray)
			}
			pos = next
			continue
		}
	}
	p.MissingEnd = true
	return p.checkStray(stray)
}

func (p *Picture) checkStray(stray int) error {
	if stray > strangeBytes {
		return fmt.Errorf("%w: %d bytes left over", ErrDamaged, stray)
	}
	p.Suspect = p.Suspect || stray > strayBytes
	return nil
}

// Region decodes the MCUs that cover rect (pixels of the stored picture) at 1/2^shift of their
// size. The answer's bounds are in pixels of the reduced picture and lie within it; they cover
// rect and may be a little larger.
func (p *Picture) Region(ctx context.Context, rect image.Rectangle, shift int) (*image.YCbCr, error) {
	rect = rect.Intersect(image.Rect(0, 0, p.Width, p.Height))
	if rect.Empty() {
		return nil, fmt.Errorf("jpegscan: empty region")
	}
	w, h := 8*p.hMax, 8*p.vMax
	mcus := image.Rect(rect.Min.X/w, rect.Min.Y/h, (rect.Max.X+w-1)/w, (rect.Max.Y+h-1)/h)
	canvas := p.newCanvas(mcus, shift)
	canvas.partial = true
	workers := min(runtime.GOMAXPROCS(0), mcus.Dy())
	errs := make([]error, workers)
	var group sync.WaitGroup
	for i := range workers {
		group.Go(func() {
			for y := mcus.Min.Y + i; y < mcus.Max.Y && errs[i] == nil; y += workers {
				state := p.rows[y]
				if errs[i] = p.decodeRow(&state, y, canvas); errs[i] == nil {
					errs[i] = ctx.Err()
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return canvas.picture(image.Rect(0, 0, p.Width, p.Height)), nil
}
