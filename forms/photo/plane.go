package photo

import (
	"image"
	"math"
)

// The plane of a turned picture is how a window shows it: the picture is turned anticlockwise about
// its middle by the angle of a frame, which is upright there. Places are in upright pixels; the
// picture's middle has the same coordinates as before.

// OnPlane is the frame's rectangle in the plane of a picture of the given size.
func (f Frame) OnPlane(size image.Point) image.Rectangle {
	m := placing{frame: f}.middle()
	x, y := OnPlane(m.x, m.y, f.Angle, size)
	return f.Rect.Sub(f.Rect.Min).Add(corner(x, y, f.Rect.Size()))
}

// FrameOnPlane is the frame whose rectangle in the plane is given.
func FrameOnPlane(rect image.Rectangle, angle float64, size image.Point) Frame {
	x, y := OnPlane(float64(rect.Min.X+rect.Max.X)/2, float64(rect.Min.Y+rect.Max.Y)/2, -angle, size)
	return Frame{By: ByHand, Rect: rect.Sub(rect.Min).Add(corner(x, y, rect.Size())), Angle: angle}
}

// corner is the upper left corner of a rectangle with its middle at a place.
func corner(x, y float64, size image.Point) image.Point {
	return image.Pt(int(math.Round(x-float64(size.X)/2)), int(math.Round(y-float64(size.Y)/2)))
}

// OnPlane takes a place of a picture of the given size to its plane.
func OnPlane(x, y, angle float64, size image.Point) (float64, float64) {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	middle := point{float64(size.X) / 2, float64(size.Y) / 2}
	dx, dy := x-middle.x, y-middle.y
	return middle.x + float64(dx*cos) + float64(dy*sin), middle.y + float64(dy*cos) - float64(dx*sin)
}

// PlaneBounds is the least rectangle of the plane that holds the whole picture.
func PlaneBounds(size image.Point, angle float64) image.Rectangle {
	f := Frame{Rect: image.Rectangle{Max: size}, Angle: angle}
	w, h := f.extent()
	grow := func(turned float64, side int) int { return max(0, int(math.Ceil((turned-float64(side))/2))) }
	x, y := grow(w, size.X), grow(h, size.Y)
	if w < float64(size.X) {
		x = -int((float64(size.X) - w) / 2)
	}
	if h < float64(size.Y) {
		y = -int((float64(size.Y) - h) / 2)
	}
	return image.Rect(-x, -y, size.X+x, size.Y+y)
}

// TurnPicture is an opaque picture turned anticlockwise about its middle, with nothing where it
// leaves its corners. It fills PlaneBounds of the picture's size. A rough one takes the nearest
// pixels: for as long as a smooth one is being made.
func TurnPicture(picture *image.NRGBA, degrees float64, rough bool) *image.NRGBA {
	size := picture.Rect.Size()
	if degrees == 0 || size.X < 4 || size.Y < 4 {
		return picture
	}
	out := image.NewNRGBA(image.Rectangle{Max: PlaneBounds(size, degrees).Size()})
	t := newTurning(point{float64(size.X) / 2, float64(size.Y) / 2}, 1, degrees)
	if !rough {
		t.draw(out, picture)
	}
	t.trim(out, picture, rough)
	return out
}

// trim takes out of a drawn picture what lies outside the one it is drawn from; a rough one is drawn
// by it.
func (t turning) trim(out, from *image.NRGBA, rough bool) {
	w, h := int64(from.Rect.Dx())*turningUnit, int64(from.Rect.Dy())*turningUnit
	for y := range out.Rect.Dy() {
		right, down := int64(1-out.Rect.Dx()), int64(2*y+1-out.Rect.Dy())
		px := t.x + (right*t.dx-down*t.dy)/2
		py := t.y + (right*t.dy+down*t.dx)/2
		row := out.Pix[y*out.Stride:][:4*out.Rect.Dx()]
		for ; len(row) >= 4; row = row[4:] {
			switch {
			case px < 0 || py < 0 || px >= w || py >= h:
				clear(row[:4])
			case rough:
				copy(row[:4], from.Pix[int(py/turningUnit)*from.Stride+4*int(px/turningUnit):])
			}
			px, py = px+t.dx, py+t.dy
		}
	}
}

// Axis is where the head begins and ends on its own axis, hair included.
func (f Face) Axis() (crown, chin image.Point) {
	sin, cos := math.Sincos(f.Tilt * math.Pi / 180)
	eyes := f.LeftEye.Add(f.RightEye).Div(2)
	at := func(y int) image.Point {
		up := float64(eyes.Y-y) / max(cos, 0.1)
		return image.Pt(eyes.X+int(math.Round(up*sin)), y)
	}
	return at(f.Crown), at(f.Chin)
}
