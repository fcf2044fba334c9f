package photo

import (
	"context"
	"image"
	"math"

	"zhicheng/forms/say"
)

// Beyond is a reason why a frame cannot reach beyond a picture's edge.
type Beyond string

// The reasons.
const (
	BeyondOffWhite Beyond = "off_white" // the ground is not white
	BeyondPerson   Beyond = "person"    // the person is cut off there
	BeyondTooFar   Beyond = "too_far"   // there would be more ground than picture
)

var beyondTexts = map[Beyond]say.Text{
	BeyondOffWhite: say.F("背景不是白色，框不能超出照片；先把背景变白，就可以超出"),
	BeyondPerson:   say.F("人在照片边上被切断了，框不能超出这一边"),
	BeyondTooFar:   say.F("框超出照片太多了"),
}

// Error is the reason, as a Chinese sentence without a full stop.
func (b Beyond) Error() string { return b.Say().String() }

// Say is the reason, as a sentence without a full stop.
func (b Beyond) Say() say.Text { return beyondTexts[b] }

// mostBeyond is how far a frame may reach beyond an edge, in parts of the picture's side.
const mostBeyond = 0.5

// ByHand brings the applicant's own frame to one that can be cut: it may reach beyond the picture
// only where white ground can be continued, be it white already or made so. Else it is moved in, and
// made smaller where that is not enough; the error is the Beyond that was in the way, and the frame
// is good all the same.
func (s *Source) ByHand(wish Frame, spec Spec, whiten bool) (Frame, error) {
	wish.By, wish.Lacks = ByHand, Sides{}
	why := s.beyond(wish, whiten)
	if why == nil {
		return wish, nil
	}
	inside := wish.inside(s.Size(), spec)
	for _, moved := range []image.Point{{inside.Rect.Min.X, wish.Rect.Min.Y}, {wish.Rect.Min.X, inside.Rect.Min.Y}} {
		frame := wish
		frame.Rect = wish.Rect.Add(moved.Sub(wish.Rect.Min))
		if s.beyond(frame, whiten) == nil {
			return frame, why
		}
	}
	return inside, why
}

// touching is by how many pixels a turned frame may miss the picture's edge.
const touching = 1.0

// beyond is the reason why a frame cannot be cut, nil where it can.
func (s *Source) beyond(f Frame, whiten bool) error {
	picture := image.Rectangle{Max: s.Size()}
	w, h := f.extent()
	m := placing{frame: f}.middle()
	if f.Angle != 0 { // rounded to whole pixels it may touch
		w, h = w-2*touching, h-2*touching
	}
	if m.x >= w/2 && m.y >= h/2 && m.x+w/2 <= float64(picture.Max.X) && m.y+h/2 <= float64(picture.Max.Y) {
		return nil
	}
	if !whiten && s.facts.Background.Verdict != White {
		return BeyondOffWhite
	}
	room := image.Pt(int(mostBeyond*float64(picture.Max.X)), int(mostBeyond*float64(picture.Max.Y)))
	if !f.reach().In(image.Rectangle{picture.Min.Sub(room), picture.Max.Add(room)}) {
		return BeyondTooFar
	}
	placed := framing{ground: s.ground, ratio: Ratio{f.Rect.Dx(), f.Rect.Dy()}, angle: f.Angle}
	if len(s.heads) > 0 {
		placed.head = s.heads[0]
	}
	if placed.outside(box{m.x / s.scale, m.y / s.scale, float64(f.Rect.Dy()) / s.scale}) {
		return BeyondPerson
	}
	return nil
}

// extent is the size of the upright rectangle round a turned frame.
func (f Frame) extent() (w, h float64) {
	sin, cos := math.Sincos(math.Abs(f.Angle) * math.Pi / 180)
	w, h = float64(f.Rect.Dx()), float64(f.Rect.Dy())
	return float64(w*cos) + float64(h*sin), float64(w*sin) + float64(h*cos)
}

// inside is the frame moved into a picture of the given size, and made smaller where it is too large.
func (f Frame) inside(size image.Point, spec Spec) Frame {
	w, h := f.extent()
	width, height := f.Rect.Dx(), f.Rect.Dy()
	if k := min(float64(size.X)/w, float64(size.Y)/h); k < 1 {
		// Rounded down both, or the frame would stick out again.
		width, height = spec.Shaped(max(1, int(k*float64(width))), max(1, int(k*float64(height))))
	}
	small := f
	small.Rect = image.Rect(0, 0, width, height)
	w, h = small.extent()
	m := placing{frame: f}.middle()
	m.x = min(max(m.x, w/2), max(w/2, float64(size.X)-w/2))
	m.y = min(max(m.y, h/2), max(h/2, float64(size.Y)-h/2))
	at := image.Pt(int(math.Round(m.x-float64(width)/2)), int(math.Round(m.y-float64(height)/2)))
	small.Rect = small.Rect.Add(at)
	return small
}

// Shaped is the largest size within width×height whose ratio the spec allows, also after the output
// is scaled down to whole pixels.
func (s Spec) Shaped(width, height int) (int, int) {
	width, height = s.within(width, height, 0)
	if width > maxOutputWidth || height > maxOutputHeight {
		width, height = s.within(width, height, 1+max(width/maxOutputWidth, height/maxOutputHeight))
	}
	return max(1, width), max(1, height)
}

// within is Shaped with a ratio that stays allowed when the width is off by some pixels.
func (s Spec) within(width, height, off int) (int, int) {
	if 100*(width-off) < s.RatioMinHundredths*height {
		height = 100 * (width - off) / s.RatioMinHundredths
	}
	if 100*(width+off) > s.RatioMaxHundredths*height {
		width = s.RatioMaxHundredths*height/100 - off
	}
	return width, height
}

// Quartered is the picture turned clockwise by so many quarters, whatever way its file and its faces
// say it is up.
func (s *Source) Quartered(ctx context.Context, quarters int) (*Source, error) {
	degrees := (quarters%4 + 4) % 4 * 90
	if degrees == 0 {
		return s, nil
	}
	out := *s
	out.small = turned(s.small, furtherTurned(1, degrees))
	out.turning = furtherTurned(s.turning, degrees)
	out.facts.Turn = (s.facts.Turn + degrees) % 360
	out.facts.Face, out.heads, out.look = Face{}, nil, s.finder.lookUpright
	if err := out.measure(ctx); err != nil {
		return nil, say.Errorf("转照片：%w", err)
	}
	return &out, nil
}

// lookUpright looks for faces and the person in a picture as it is; faces that lie on their side
// are none.
func (f *Finder) lookUpright(ctx context.Context, picture *image.NRGBA) (sighting, *person, error) {
	if f == nil {
		return f.look(ctx, picture)
	}
	seen, err := f.searchTurned(ctx, newSighting(picture), 0)
	if err != nil {
		return seen, nil, err
	}
	if seen.turn != 0 {
		seen = newSighting(picture)
	}
	who, err := f.personIn(ctx, seen.picture)
	return seen, who, err
}

// WholeFrame is all of a picture whose ratio fits, for changing no more than its format and size; of
// a large one a pixel may be left out, so that the ratio fits after it is scaled down.
func WholeFrame(size image.Point, spec Spec) Frame {
	w, h := spec.Shaped(size.X, size.Y)
	at := image.Pt((size.X-w)/2, (size.Y-h)/2)
	return Frame{By: ByWhole, Rect: image.Rectangle{Max: image.Pt(w, h)}.Add(at)}
}
