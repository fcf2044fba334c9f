package ui

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/document"
	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/app/looktest"
	"zhicheng/app/page"
	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

var update = flag.Bool("update", false, "write the golden files anew")

// clock is the time in all tests: inside the notice's dates.
func clock() time.Time { return time.Date(2020, time.September, 10, 10, 32, 0, 0, time.Local) }

// TestMain makes one application for all windows: each new one would read the
// fonts again. The properties draw the same cases at every run in CI.
func TestMain(m *testing.M) {
	if os.Getenv("CI") != "" {
		if err := flag.Set("rapid.seed", "20200923"); err != nil {
			panic(err)
		}
	}
	test.NewApp().Settings().SetTheme(look.New(look.Light))
	m.Run()
}

// concurrent are the files whose tests have something run beside the window: autosave, locks,
// versions, ticks, leaving. In the others everything is on one goroutine, where the race
// detector finds nothing and takes minutes. What is slow of a photo is in app/crop.
var concurrent = []string{"keeping_test.go", "restore_test.go", "recent_test.go", "ticks_test.go", "work_test.go", "faults_linux_test.go"}

// alone marks a test of these files that has one goroutine all the same, and is long.
func alone(t testing.TB) {
	t.Helper()
	if underRace {
		t.Skip("只有一个goroutine，-race 下什么也找不到，要几分钟")
	}
}

// desk is a window in memory, with what its dialogs were asked.
type desk struct {
	*Window
	t      testing.TB
	opened string // the path that the next open dialog gives
	named  string // the path that the next save dialog gives
	shown  []string
	shelf  *store.Shelf
	kept   string // the shelf's folder
}

// sit opens a window with an application; nil is an empty one.
func sit(t testing.TB, a *forms.Applicant) *desk {
	t.Helper()
	if _, file, _, ok := runtime.Caller(1); ok && !slices.Contains(concurrent, filepath.Base(file)) {
		alone(t)
	}
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	kept := t.TempDir()
	shelf, err := store.OpenShelf(kept)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, shelf: shelf, kept: kept}
	if a == nil {
		a = forms.New(n.ID)
	}
	d.Window = New(Config{
		App: fyne.CurrentApp(), Notice: n, Finder: finder, Fonts: fonts, Shelf: shelf,
		ChooseOpen: func(_ string, _ []string, chosen func(string)) { chosen(d.opened) },
		ChooseSave: func(_, _ string, chosen func(string)) { chosen(d.named) },
		OpenPath:   func(path string) error { d.shown = append(d.shown, path); return nil },
		AtOnce:     true, Now: clock, Version: "test",
	}, a)
	d.Go(forms.StepPlan)
	d.window.Resize(fyne.NewSize(1024, 700))
	t.Cleanup(func() {
		d.doc.Discard(context.Background())
		for _, l := range d.files.left.Known() {
			l.Unsaved.Release() // Windows removes no file that is open
		}
		d.window.Close()
	})
	return d
}

// flushed writes what is waiting, as the autosavers do in time.
func (d *desk) flushed() error {
	err := d.doc.Flush(d.t.Context())
	d.keep.settle()
	return err
}

var finder = sync.OnceValues(func() (*photo.Finder, error) { return photo.NewFinder(assets.Faces()) })

func fonts() (*paper.Fonts, error) {
	return paper.NewFonts(assets.FontRegular, assets.FontBold)
}

// sample returns one of the program's own complete applications.
func sample(t testing.TB, name string) *forms.Applicant {
	t.Helper()
	load, _ := loaded.LoadOrStore(name, sync.OnceValues(func() (*forms.Applicant, error) {
		return document.Load(context.Background(), filepath.Join("..", "..", "assets", "samples", name+".zcapp"), finder)
	}))
	a, err := load.(func() (*forms.Applicant, error))()
	if err != nil {
		t.Fatal(err)
	}
	return a.Clone()
}

// loaded are the samples: to measure a photo takes long under -race.
var loaded sync.Map

var samples = []string{"forestry-engineer", "natural-resources-senior"}

// find returns the field of a place on a page of the open step, unfolded.
func (d *desk) find(p forms.Place) *field.Field {
	d.t.Helper()
	if part, ok := forms.PartOf(d.Step(), p.Path); ok && part != d.room.Spot().Part || p.Step == forms.StepSchedule {
		d.GoTo(p.Path)
	}
	if joint, folded := d.room.Page().Joint(p.Path); folded {
		at, _ := joint.Centre(page.JointApart)
		test.TapAt(joint, at)
	}
	return d.room.Page().Field(p.Path)
}

// pick taps an answer of a choice on the open page.
func (d *desk) pick(p forms.Place, value string) {
	d.t.Helper()
	f := d.find(p)
	if f == nil || !f.Object().Visible() {
		d.t.Fatalf("%s is not asked on %s", p.Path, d.Step())
	}
	at, ok := f.Choice().Centre(value)
	if !ok {
		d.t.Fatalf("%s has no answer %s", p.Path, value)
	}
	test.TapAt(f.Choice(), at)
}

// write types into an input of the open page and leaves it.
func (d *desk) write(p forms.Place, text string) {
	d.t.Helper()
	f := d.find(p)
	if f == nil || !f.Object().Visible() {
		d.t.Fatalf("%s is not asked on %s", p.Path, d.Step())
	}
	d.window.Canvas().Focus(f.Entry())
	f.Entry().SetText("")
	test.Type(f.Entry(), text)
	d.window.Canvas().Unfocus()
}

// walk visits everything that can be seen, with its place in the window; what an input
// holds may be scrolled out of sight.
func walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position)) {
	looktest.Walk(o, at, func(o fyne.CanvasObject, at fyne.Position) bool {
		visit(o, at)
		_, input := o.(*field.Entry)
		return !input
	})
}

// button returns the button with a label, anywhere in the window or over it.
func (d *desk) button(label string) *look.Button {
	d.t.Helper()
	found := looktest.Button(d.front(), label)
	if found == nil {
		d.t.Fatalf("no button “%s”", label)
	}
	return found
}

func (d *desk) tap(label string) {
	d.t.Helper()
	test.Tap(d.button(label))
}

// front is the dialog on top, or the window.
func (d *desk) front() fyne.CanvasObject {
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return d.window.Content()
}

// words returns all texts that can be seen.
func (d *desk) words() []string {
	return looktest.Texts(d.front())
}

// golden compares text with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at the page, and write it anew with -update if it is right", path)
	}
}
