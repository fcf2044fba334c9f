package jpegscan

import "image"

// canvas is where decoded blocks go.
type canvas struct {
	mcus    image.Rectangle // which MCUs are drawn
	shift   int
	partial bool // rows are decoded one by one, each from its remembered state
	w, h    int  // samples of the luma plane per MCU
	planes  [3]plane
	count   int
}

// plane is one component of a canvas.
type plane struct {
	pix    []byte
	stride int
	nx, ny int // samples per block
}

// greatestShift is the strongest reduction, to one sample per block.
const greatestShift = 3

// newCanvas allocates for the MCUs at 1/2^shift. Where colour is stored at half the resolution it
// is reduced less, so that the reduced picture has all its colour; not at the strongest reduction.
func (p *Picture) newCanvas(mcus image.Rectangle, shift int) *canvas {
	c := &canvas{mcus: mcus, shift: shift, w: 8 * p.hMax >> shift, h: 8 * p.vMax >> shift, count: p.Components}
	for i, comp := range p.components {
		nx := min(8, 8*p.hMax/comp.h>>shift)
		ny := min(8, 8*p.vMax/comp.v>>shift)
		if shift == greatestShift {
			nx, ny = 1, 1 // the first coefficient alone is read much faster
		}
		stride := mcus.Dx() * comp.h * nx
		c.planes[i] = plane{pix: make([]byte, stride*mcus.Dy()*comp.v*ny), stride: stride, nx: nx, ny: ny}
	}
	return c
}

// ratios names the colour resolutions by luma samples per colour sample, across and down.
var ratios = map[image.Point]image.YCbCrSubsampleRatio{
	{X: 1, Y: 1}: image.YCbCrSubsampleRatio444,
	{X: 2, Y: 1}: image.YCbCrSubsampleRatio422,
	{X: 2, Y: 2}: image.YCbCrSubsampleRatio420,
	{X: 1, Y: 2}: image.YCbCrSubsampleRatio440,
	{X: 4, Y: 1}: image.YCbCrSubsampleRatio411,
	{X: 4, Y: 2}: image.YCbCrSubsampleRatio410,
}

// picture is the canvas as an image whose bounds are pixels of the reduced picture; stored is the
// full picture's size. Grey pictures have neutral colour planes.
func (c *canvas) picture(stored image.Rectangle) *image.YCbCr {
	round := 1<<c.shift - 1
	limit := image.Rect(0, 0, (stored.Dx()+round)>>c.shift, (stored.Dy()+round)>>c.shift)
	bounds := image.Rect(c.mcus.Min.X*c.w, c.mcus.Min.Y*c.h, c.mcus.Max.X*c.w, c.mcus.Max.Y*c.h)
	out := &image.YCbCr{
		Y: c.planes[0].pix, YStride: c.planes[0].stride,
		Rect: bounds.Intersect(limit),
	}
	if c.count == 1 {
		out.SubsampleRatio = image.YCbCrSubsampleRatio410
		out.CStride = (bounds.Max.X+3)/4 - bounds.Min.X/4
		out.Cb = neutral(out.CStride * ((bounds.Max.Y+1)/2 - bounds.Min.Y/2))
		out.Cr = out.Cb
		return out
	}
	colour := c.planes[1]
	perX := c.planes[0].stride / colour.stride
	perY := len(c.planes[0].pix) / c.planes[0].stride / (len(colour.pix) / colour.stride)
	out.SubsampleRatio = ratios[image.Pt(perX, perY)]
	out.Cb, out.Cr, out.CStride = colour.pix, c.planes[2].pix, colour.stride
	return out
}

func neutral(n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = 128
	}
	return out
}
