package photo

import (
	"image"
	"math"
	"runtime"
	"sync"

	"github.com/disintegration/imaging"
)

// sampled turns and scales part, which shows needed of the upright picture, into the frame's
// output. Outside the picture its background is continued.
func (s *Source) sampled(part *image.NRGBA, needed image.Rectangle, frame Frame) *image.NRGBA {
	size, reach := frame.OutputSize(), frame.reach()
	reduce := float64(part.Rect.Dx()) / float64(needed.Dx())
	whole, margin := padded(part, needed, frame)
	if frame.Angle == 0 {
		inWhole := func(at, from, margin int) int { return margin + int(math.Round(float64(at-from)*reduce)) }
		return resized(imaging.Crop(whole, image.Rect(
			inWhole(reach.Min.X, needed.Min.X, margin.X), inWhole(reach.Min.Y, needed.Min.Y, margin.Y),
			inWhole(reach.Max.X, needed.Min.X, margin.X), inWhole(reach.Max.Y, needed.Min.Y, margin.Y),
		)), size)
	}
	m := placing{frame, size}.middle()
	middle := point{float64((m.x-float64(needed.Min.X))*reduce) + float64(margin.X), float64((m.y-float64(needed.Min.Y))*reduce) + float64(margin.Y)}
	step := reduce * placing{frame, size}.step()
	if step > mostStep {
		small := imaging.Resize(whole, int(float64(whole.Rect.Dx())/step), int(float64(whole.Rect.Dy())/step), imaging.Lanczos)
		k := point{float64(small.Rect.Dx()) / float64(whole.Rect.Dx()), float64(small.Rect.Dy()) / float64(whole.Rect.Dy())}
		whole, middle = small, point{middle.x * k.x, middle.y * k.y}
		step *= k.y
	}
	out := image.NewNRGBA(image.Rectangle{Max: size})
	newTurning(middle, step, frame.Angle).draw(out, whole)
	return out
}

// mostStep is how many pixels may go into one by interpolation; where more do, the picture is reduced
// before.
const mostStep = 1.15

// turning is where the pixels of a turned picture come from. Places are whole numbers of 2^-32 pixels,
// so that every processor finds the same.
type turning struct {
	x, y   int64 // where the output's middle comes from
	dx, dy int64 // how far the next pixel to the right is away; the next one down is at -dy, dx
}

const turningUnit = 1 << 32

// newTurning turns a picture anticlockwise by degrees round its middle, which is at a place in the
// picture that is drawn from, where the output's pixels are step apart.
func newTurning(middle point, step, degrees float64) turning {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	units := func(v float64) int64 { return int64(math.Round(v * turningUnit)) }
	return turning{units(middle.x), units(middle.y), units(step * cos), units(step * sin)}
}

// draw fills out, in bands on all processors; every pixel is computed by itself, so that their number
// makes no difference.
func (t turning) draw(out, from *image.NRGBA) {
	bands := min(runtime.GOMAXPROCS(0), out.Rect.Dy())
	var group sync.WaitGroup
	for i := range bands {
		group.Go(func() {
			for y := out.Rect.Dy() * i / bands; y < out.Rect.Dy()*(i+1)/bands; y++ {
				t.row(out, from, y)
			}
		})
	}
	group.Wait()
}

// row draws a row of the output.
func (t turning) row(out, from *image.NRGBA, y int) {
	// From the output's middle to the middle of the row's first pixel, in half pixels; and from
	// there to the middle of a pixel of the source.
	right, down := int64(1-out.Rect.Dx()), int64(2*y+1-out.Rect.Dy())
	px := t.x + (right*t.dx-down*t.dy)/2 - turningUnit/2
	py := t.y + (right*t.dy+down*t.dx)/2 - turningUnit/2
	row := out.Pix[y*out.Stride:][:4*out.Rect.Dx()]
	for len(row) >= 4 {
		bicubic((*[4]uint8)(row), from, px, py)
		px, py, row = px+t.dx, py+t.dy, row[4:]
	}
}

// phases are the places between two pixels for which there are weights, and cubicOne is their sum.
const (
	phases   = 128
	cubicOne = 1 << 11
)

// cubicWeights are the weights of four pixels in a row, by the place between the inner two: Catmull
// and Rom's cubic.
var cubicWeights = func() (out [phases][4]int) {
	for i := range out {
		t := float64(i) / phases
		part := func(v float64) int { return int(math.Round(v * cubicOne / 2)) }
		out[i] = [4]int{part(t * (t*(2-t) - 1)), 0, part(t * (t*(4-3*t) + 1)), part(t * t * (t - 1))}
		out[i][1] = cubicOne - out[i][0] - out[i][2] - out[i][3]
	}
	return out
}()

// bicubic is the colour at a place of an opaque picture of at least four by four pixels; at its edges
// the nearest place that has four pixels around it.
func bicubic(out *[4]uint8, from *image.NRGBA, px, py int64) {
	x := min(max(int(px>>32), 1), from.Rect.Dx()-3)
	y := min(max(int(py>>32), 1), from.Rect.Dy()-3)
	across, down := &cubicWeights[px>>25&(phases-1)], &cubicWeights[py>>25&(phases-1)]
	red, green, blue := 0, 0, 0
	for k, weight := range down {
		p := (*[16]uint8)(from.Pix[(y-1+k)*from.Stride+4*(x-1):])
		red += weight * (across[0]*int(p[0]) + across[1]*int(p[4]) + across[2]*int(p[8]) + across[3]*int(p[12]))
		green += weight * (across[0]*int(p[1]) + across[1]*int(p[5]) + across[2]*int(p[9]) + across[3]*int(p[13]))
		blue += weight * (across[0]*int(p[2]) + across[1]*int(p[6]) + across[2]*int(p[10]) + across[3]*int(p[14]))
	}
	const half, whole = cubicOne * cubicOne / 2, cubicOne * cubicOne
	*out = [4]uint8{
		uint8(min(max((red+half)/whole, 0), 255)), uint8(min(max((green+half)/whole, 0), 255)),
		uint8(min(max((blue+half)/whole, 0), 255)), 255,
	}
}
