package crop

import (
	"bytes"
	"context"
	"image"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"zhicheng/app/look"
	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/draft"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
	"zhicheng/forms/say"
)

// TestMain makes one application for all windows.
func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(look.New(look.Light))
	m.Run()
}

// desk is a window with the photo alone.
type desk struct {
	*Editor
	draft   *draft.Draft
	atOnce  bool
	update  func()
	told    []say.Text
	wheeled int         // notches that went on to the page
	done    chan func() // what comes back where work takes time
}

func (d *desk) Draft() *draft.Draft { return d.draft }

func (d *desk) Edit(path string, change func(*forms.Applicant)) {
	d.draft.Break()
	d.draft.Edit(path, change)
	d.draft.Break()
}

func (d *desk) PhotoChanged()                               { d.update() }
func (d *desk) Say(text say.Text) string                    { return text.String() }
func (d *desk) Key(*fyne.KeyEvent)                          {}
func (d *desk) Wheel(*fyne.ScrollEvent)                     { d.wheeled++ }
func (d *desk) Reveal(fyne.CanvasObject)                    {}
func (d *desk) Tell(title, _ say.Text)                      { d.told = append(d.told, title) }
func (d *desk) Explain(_, wrong, _ say.Text)                { d.told = append(d.told, wrong) }
func (d *desk) ChooseOpen(say.Text, []string, func(string)) {}
func (d *desk) ChooseSave(say.Text, string, func(string))   {}

// work does slow work at once, or else beside the test, which takes what comes of it.
func (d *desk) work(work func() func()) {
	if d.atOnce {
		work()()
		return
	}
	go func() { d.done <- work() }()
}

// another opens another application.
func (d *desk) another() {
	d.Forget()
	d.draft.Replace(d.draft.Notice(), forms.New(d.draft.Notice().ID))
	d.update()
}

// sit opens a window with an empty application.
func sit(t *testing.T) *desk {
	t.Helper()
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{draft: draft.New(n, forms.New(n.ID)), atOnce: true, update: func() {}, done: make(chan func())}
	window := test.NewWindow(nil)
	t.Cleanup(window.Close)
	d.Editor = New(window, d, d, d.work)
	d.Finder = func() (*photo.Finder, error) { return nil, nil } // nothing here is about a face
	shown, update := d.View()
	d.update = update
	d.draft.Listen(update)
	window.SetContent(shown)
	window.Resize(fyne.NewSize(500, 600))
	update()
	return d
}

// samplePhoto returns the path of a sample's photo.
func samplePhoto(name string) string {
	return filepath.Join("..", "..", "assets", "samples", name+".jpg")
}

// toCrop writes a picture that has to be cropped.
func toCrop(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "原图.jpg")
	data, err := photo.EncodeJPEG(drawn.Draw(drawn.Standing(600, 700)), 92)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// find returns the first object of a kind in the window that can be seen.
func find[T fyne.CanvasObject](d *desk, is func(T) bool) T {
	var found T
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if one, ok := o.(T); ok && is(one) {
			found = one
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, inner := range o.Objects {
				walk(inner)
			}
		case fyne.Widget:
			for _, inner := range test.WidgetRenderer(o).Objects() {
				walk(inner)
			}
		}
	}
	walk(d.window.Content())
	return found
}

func (d *desk) stopper() *look.Button {
	return find(d, func(b *look.Button) bool { return b.Label() == "停下" })
}

// What is being done to a picture can be stopped; the photo stays.
func TestWorkOnAPictureIsStopped(t *testing.T) {
	d := sit(t)
	d.Load(toCrop(t))
	before, frame := d.draft.View(), d.Picture().Frame
	d.atOnce = false
	stopped := make(chan error)
	d.picture.Frame = photo.Frame{}
	d.Editor.work(func(ctx context.Context) (Picture, error) {
		<-ctx.Done()
		stopped <- ctx.Err()
		return Picture{}, ctx.Err()
	}, func(Picture) { t.Error("something came of it") })
	if d.stopper() == nil {
		t.Error("it cannot be stopped")
	}
	test.Tap(d.stopper())
	<-stopped
	(<-d.done)()
	if d.draft.View() != before || d.Picture().Frame != frame || d.Picture().Busy || d.stopper() != nil {
		t.Errorf("the frame is %v, busy %v", d.Picture().Frame, d.Picture().Busy)
	}
}

func TestPicturesOfFewFilesAreKept(t *testing.T) {
	d := sit(t)
	for range 2 {
		d.Load(samplePhoto("forestry-engineer"))
		d.Load(samplePhoto("natural-resources-senior"))
	}
	if n := d.pictures.sources(); n != mostSources {
		t.Errorf("%d opened files are kept", n)
	}
	d.another()
	if len(d.pictures) > 0 || d.Picture().Source != nil {
		t.Error("another application has the pictures of the one before")
	}
}

// While a key is held on the frame wishes come faster than photos can be made: one is
// worked on, and the newest waits.
func TestOnePhotoIsMadeAtATime(t *testing.T) {
	d := sit(t)
	d.atOnce = false
	gate, took := make(chan bool), make(chan int, 1)
	var begun, given atomic.Int32
	const last = 60
	for i := range last + 1 {
		d.Editor.work(func(ctx context.Context) (Picture, error) {
			begun.Add(1)
			<-gate
			if ctx.Err() != nil {
				given.Add(1)
			}
			return Picture{}, ctx.Err()
		}, func(Picture) { took <- i })
	}
	close(gate)
	(<-d.done)()
	(<-d.done)()
	if i := <-took; i != last {
		t.Errorf("wish %d was granted, %d is the newest", i, last)
	}
	if begun.Load() != 2 || given.Load() != 1 {
		t.Errorf("%d wishes were begun, %d given up", begun.Load(), given.Load())
	}
}

// Another application comes while the frame is dragged.
func TestDragEndsOnAnotherPicture(t *testing.T) {
	for name, comes := range map[string]func(d *desk){
		"another application": func(d *desk) { d.another() },
		"another photo":       func(d *desk) { d.Load(samplePhoto("forestry-engineer")) },
	} {
		d := sit(t)
		d.Load(toCrop(t))
		crop := find(d, func(*Cropper) bool { return true })
		at, size := crop.FrameAt()
		middle := at.AddXY(size.Width/2, size.Height/2)
		crop.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: middle}, Dragged: fyne.Delta{DX: -20}})
		if !crop.dragged {
			t.Fatal("nothing is dragged")
		}
		comes(d)
		photo, frame := d.draft.View().Photo, d.Picture().Frame
		crop.DragEnd()
		if !bytes.Equal(d.draft.View().Photo.Data, photo.Data) || d.Picture().Frame != frame {
			t.Errorf("%s: the end of the drag changed its photo", name)
		}
	}
}

func TestFrameKeepsItsShapeAndThePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bounds := image.Rect(0, 0, rapid.IntRange(50, 4000).Draw(t, "w"), rapid.IntRange(50, 4000).Draw(t, "h"))
		ratio := rapid.SampledFrom([]photo.Ratio{photo.FiveSeven, photo.ThreeFour, {}}).Draw(t, "ratio")
		keeps := shape{ratio, photo.Spec{RatioMinHundredths: 65, RatioMaxHundredths: 80}}
		width := min(bounds.Dx(), bounds.Dy()*5/7)
		r := image.Rect(0, 0, width, width*7/5)
		r = within(r.Add(image.Pt(rapid.IntRange(-5000, 5000).Draw(t, "x"), rapid.IntRange(-5000, 5000).Draw(t, "y"))), bounds)
		wish := image.Pt(rapid.IntRange(1, 9000).Draw(t, "width"), rapid.IntRange(1, 9000).Draw(t, "height"))
		for _, got := range []image.Rectangle{
			keeps.resized(r, rapid.IntRange(0, 3).Draw(t, "grip"), wish, bounds), keeps.grown(r, wish, bounds),
		} {
			if !got.In(bounds) {
				t.Fatalf("%v is not in %v", got, bounds)
			}
			if !keeps.free() && got.Dy() != max(1, got.Dx()*ratio.Height/ratio.Width) {
				t.Fatalf("%v has not the shape %v", got, ratio)
			}
			if keeps.free() && got.Dx() > 100 && !keeps.spec.RatioFits(got.Dx(), got.Dy()) {
				t.Fatalf("%v has no allowed shape", got)
			}
		}
	})
}
