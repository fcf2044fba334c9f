package crop

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/assets"
	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// load opens a drawn picture, as a PNG where it is to be cropped.
func (d *desk) load(t *testing.T, p *image.NRGBA) {
	t.Helper()
	data, err := photo.EncodeJPEG(p, 92)
	if err != nil {
		t.Fatal(err)
	}
	d.openBy(func(context.Context) (string, []byte, error) { return "原图.jpg", data, nil })
	if d.picture.Preview == nil {
		t.Fatalf("not opened: %v", d.told)
	}
}

var finder = sync.OnceValues(func() (*photo.Finder, error) { return photo.NewFinder(assets.Faces()) })

// sitSeeing opens a window that finds faces, where a test is about them.
func sitSeeing(t *testing.T) *desk {
	t.Helper()
	d := sit(t)
	d.Finder = finder
	return d
}

func (d *desk) cropper() *Cropper { return find(d, func(*Cropper) bool { return true }) }

func (d *desk) key(name fyne.KeyName) { d.cropper().TypedKey(&fyne.KeyEvent{Name: name}) }

func (d *desk) press(t *testing.T, label string) {
	t.Helper()
	b := find(d, func(b *look.Button) bool { return b.Label() == label })
	if b == nil {
		t.Fatalf("no button %q", label)
	}
	test.Tap(b)
}

// on is a drawn person on a ground.
func on(ground color.NRGBA) *image.NRGBA {
	p := drawn.Standing(600, 700)
	p.Ground = ground
	return drawn.Draw(p)
}

var snow = color.NRGBA{254, 254, 254, 255}

// Turning by hand goes in half degrees, no farther than fifteen, and each is undone by itself.
func TestTurnByHand(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	d.cropper().TypedRune('[')
	d.cropper().TypedRune('【')
	d.cropper().TypedRune(']')
	if got := d.Picture().Frame.Angle; got != 0.5 {
		t.Errorf("turned by %v", got)
	}
	d.draft.Undo()
	if got := d.Picture().Frame.Angle; got != 1 {
		t.Errorf("undone it is turned by %v", got)
	}
	hand{d.Editor}.turn(-40)
	if got := d.Picture().Frame.Angle; got != -15 {
		t.Errorf("turned by %v at most", got)
	}
	made := d.draft.View().Photo.Data
	if d.cropper().TypedRune(']'); !bytes.Equal(d.draft.View().Photo.Data, made) {
		t.Error("turned farther")
	}
}

// A quarter turn shows the picture on its other side; as many as are pressed are done, also where
// they come faster than the work; back and undone it is as it was.
func TestQuarterTurns(t *testing.T) {
	d := sitSeeing(t)
	d.load(t, on(snow))
	size := d.Picture().Source.Size()
	d.cropper().TypedRune('}')
	if got := d.Picture(); got.Source.Size() != image.Pt(size.Y, size.X) || got.Preview.Rect.Dx() <= got.Preview.Rect.Dy() {
		t.Errorf("turned it is %v", got.Source.Size())
	}
	d.cropper().TypedRune('{')
	if got := d.Picture().Source.Size(); got != size {
		t.Errorf("turned back it is %v", got)
	}
	d.draft.Undo()
	if got := d.Picture().Source.Size(); got != image.Pt(size.Y, size.X) {
		t.Errorf("undone it is %v", got)
	}
	d.atOnce = false
	d.cropper().TypedRune('}')
	d.cropper().TypedRune('}')
	d.cropper().TypedRune('}')
	for d.Picture().Busy {
		(<-d.done)()
	}
	if got := d.Picture(); got.quarters != 4 || got.Source.Size() != size || got.Source.Facts().Face.Count != 1 {
		t.Errorf("three quarters more are %d, %v", got.quarters, got.Source.Size())
	}
}

// The frame keeps the ratio that was chosen, or, free, any that the notice allows and no other.
func TestRatioByHand(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	d.key(fyne.KeyLeft)
	ratio := func() float64 {
		r := d.Picture().Frame.Rect
		return float64(r.Dx()) / float64(r.Dy())
	}
	for label, want := range map[string]float64{"3:4": 0.75, "5:7": 5.0 / 7} {
		d.press(t, label)
		if got := ratio(); got < want-0.005 || got > want+0.005 {
			t.Errorf("%s gives %.3f", label, got)
		}
	}
	d.press(t, "自由")
	c := d.cropper()
	c.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range 6 {
		d.key(fyne.KeyLeft)
		if got := ratio(); got < 0.65 || got > 0.80 {
			t.Errorf("free it is %.3f", got)
		}
	}
	if got := ratio(); got > 0.67 {
		t.Errorf("at the limit it is %.3f", got)
	}
	c.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if f := d.draft.View().Photo.Facts; !d.draft.Notice().Photo.Fits(f) {
		t.Errorf("the photo does not fit: %+v", f)
	}
}

// Where the notice allows other ratios, others are offered.
func TestRatiosComeFromTheNotice(t *testing.T) {
	for least, want := range map[int]int{65: 2, 73: 1, 76: 0} {
		if got := presets(photo.Spec{RatioMinHundredths: least, RatioMaxHundredths: 80}); len(got) != want {
			t.Errorf("from %d hundredths on %v are offered", least, got)
		}
	}
}

// The frame reaches beyond the edge on a white ground alone; on another it is said why not.
func TestFrameBeyondTheEdge(t *testing.T) {
	for name, row := range map[string]struct {
		ground color.NRGBA
		beyond bool
		says   string
	}{"white": {snow, true, ""}, "blue": {drawn.Blue, false, photo.BeyondOffWhite.Error()}} {
		d := sit(t)
		d.load(t, on(row.ground))
		d.Move(d.cropper().rect.Add(image.Pt(0, -80)))
		d.key(fyne.KeyUp)
		if got := d.Picture().Frame.Rect.Min.Y < 0; got != row.beyond {
			t.Errorf("%s: the frame is %v", name, d.Picture().Frame.Rect)
		}
		if got := d.Picture().Note.String(); got != row.says {
			t.Errorf("%s: says %q", name, got)
		}
	}
}

// The picture is enlarged by wheel, keys and buttons, and is no more than seen: neither the frame
// nor the photo changes. The wheel goes on to the page where nothing can be made smaller.
func TestZoomChangesNothing(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	c, before, frame := d.cropper(), d.draft.View(), d.Picture().Frame
	wheel := func(dy float32) {
		c.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: dy}, PointEvent: fyne.PointEvent{Position: fyne.NewPos(90, 80)}})
	}
	at, size := c.FrameAt()
	wheel(10)
	if _, large := c.FrameAt(); large.Width < 1.2*size.Width {
		t.Errorf("the frame is %v wide, it was %v", large.Width, size.Width)
	}
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(1, 1)}, Dragged: fyne.Delta{DX: 5, DY: 5}})
	c.DragEnd()
	wheel(-10)
	if wheel(-10); d.wheeled != 1 {
		t.Errorf("the page got %d notches", d.wheeled)
	}
	if back, small := c.FrameAt(); back != at || small != size {
		t.Errorf("the frame is at %v, it was at %v", back, at)
	}
	for range 20 {
		c.TypedRune('+')
	}
	if c.sight.factor() != mostZoom {
		t.Errorf("zoomed by %v", c.sight.factor())
	}
	c.TypedRune('0')
	if c.sight.factor() != 1 || d.draft.View() != before || d.Picture().Frame != frame {
		t.Error("looking closer changed the photo")
	}
}

// The place under the pointer stays there while the wheel zooms.
func TestZoomKeepsThePlaceUnderThePointer(t *testing.T) {
	g := glass{image.Rect(0, 0, 600, 700), fyne.NewSize(440, 330)}
	s := sight{zoom: 3, middle: fyne.NewPos(300, 350)}
	about := fyne.NewPos(200, 150)
	place := func(s sight) fyne.Position {
		o, scale := s.origin(g), s.scale(g)
		return fyne.NewPos((about.X-o.X)/scale, (about.Y-o.Y)/scale)
	}
	before, after := place(s), place(s.zoomed(4, about, g))
	if off := before.Subtract(after); off.X*off.X+off.Y*off.Y > 0.01 {
		t.Errorf("%v becomes %v", before, after)
	}
}

// Guides are drawn on a face, and hidden by G.
func TestGuides(t *testing.T) {
	d := sitSeeing(t)
	d.load(t, on(snow))
	r := test.WidgetRenderer(d.cropper()).(*cropperRenderer)
	eyes := r.guides[1]
	if !eyes.Visible() || eyes.Position1.Y < r.guides[0].Position1.Y || eyes.Position1.Y > r.guides[2].Position1.Y {
		t.Errorf("crown, eyes and chin are at %v, %v, %v", r.guides[0].Position1, eyes.Position1, r.guides[2].Position1)
	}
	d.cropper().TypedRune('g')
	if eyes.Visible() {
		t.Error("the guides stay")
	}
}

// two are two people side by side.
func two() *image.NRGBA {
	left, right := drawn.Standing(1400, 800), drawn.Standing(1400, 800)
	left.CentreX, right.CentreX = 350, 1050
	left.HeadHeight, right.HeadHeight, left.CrownY, right.CrownY = 380, 300, 150, 180
	return drawn.DrawTwo(left, right)
}

// Where several faces are in the picture, a tap on a box or a digit chooses one.
func TestFacesAreChosen(t *testing.T) {
	d := sitSeeing(t)
	d.load(t, two())
	if n := len(d.Picture().Source.Seen().Faces); n != 2 {
		t.Fatalf("%d faces are seen", n)
	}
	middle := func() int { r := d.Picture().Frame.Rect; return (r.Min.X + r.Max.X) / 2 }
	first := middle()
	at, size := d.cropper().FaceAt(2)
	d.cropper().Tapped(&fyne.PointEvent{Position: at.AddXY(size.Width/2, size.Height/2)})
	second := middle()
	if (first < 700) == (second < 700) {
		t.Errorf("the frames are at %d and %d", first, second)
	}
	d.cropper().TypedRune('1')
	if middle() != first {
		t.Errorf("the first face is at %d, it was at %d", middle(), first)
	}
	d.cropper().TypedRune('3')
	d.draft.Undo()
	if middle() != second {
		t.Errorf("undone it is at %d", middle())
	}
}

// Before and after whitening are shown before it is taken; what is not taken changes nothing.
func TestWhiteningIsTriedFirst(t *testing.T) {
	d := sit(t)
	d.load(t, on(drawn.Blue))
	before := d.draft.View()
	d.press(t, "背景变白")
	plain, white, asked := d.Trial()
	if !asked || plain == nil || white == nil || d.draft.View() != before {
		t.Fatal("it was not tried first")
	}
	d.Decide(false)
	if _, _, asked := d.Trial(); asked || d.draft.View() != before {
		t.Error("what was not taken is there")
	}
	d.press(t, "背景变白")
	d.Decide(true)
	if p := d.draft.View().Photo; !p.Whitened || p.Facts.Background.Verdict != photo.White || len(p.Original) == 0 {
		t.Errorf("taken it is %+v", p.Facts.Background)
	}
	d.draft.Undo()
	if d.draft.View().Photo.Whitened {
		t.Error("not undone")
	}
}

// A photo that has the pixels and the ratio changes no more than its format and bytes, and is not
// enlarged; one that fits, or has another ratio, is not offered that.
func TestFormatAndSizeAlone(t *testing.T) {
	for name, row := range map[string]struct {
		size    image.Point
		offered bool
	}{"fits": {image.Pt(413, 579), true}, "the limit's ratio": {image.Pt(400, 500), true}, "too wide": {image.Pt(401, 500), false}, "too small": {image.Pt(215, 301), false}} {
		d := sit(t)
		p := drawn.Standing(row.size.X, row.size.Y)
		var data bytes.Buffer
		if err := png.Encode(&data, drawn.Draw(p)); err != nil {
			t.Fatal(err)
		}
		d.openBy(func(context.Context) (string, []byte, error) { return "小.png", data.Bytes(), nil })
		whole := find(d, func(b *look.Button) bool { return b.Label() == "只改格式和大小" })
		if (whole != nil) != row.offered {
			t.Errorf("%s: offered %t", name, whole != nil)
		}
		if whole == nil {
			continue
		}
		test.Tap(whole)
		got := d.draft.View().Photo
		if image.Pt(got.Facts.Width, got.Facts.Height) != row.size || !d.draft.Notice().Photo.Fits(got.Facts) || got.Name != "小.jpg" {
			t.Errorf("%s: became %s, %d×%d, %d bytes; %s", name, got.Name, got.Facts.Width, got.Facts.Height, got.Facts.Bytes, d.Picture().Note)
		}
	}
}
