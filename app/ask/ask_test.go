package ask

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/forms/say"
	"zhicheng/forms/words"
)

// TestMain makes one application for all windows.
func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(look.New(look.Light))
	m.Run()
}

// atOnce does work without a goroutine.
type atOnce struct{ generation int }

func (w *atOnce) Run(work func() func()) {
	before := w.generation
	if done := work(); before == w.generation {
		done()
	}
}
func (w *atOnce) RunAnyway(work func() func()) { work()() }
func (w *atOnce) Generation() int              { return w.generation }
func (w *atOnce) Waits() bool                  { return false }

// desk is a window with nothing but dialogs.
type desk struct {
	*Chooser
	t    testing.TB
	work *atOnce
}

// sit opens a window that speaks a language.
func sit(t testing.TB, language string) *desk {
	t.Helper()
	window := test.NewWindow(look.Space(1, 1))
	window.Resize(fyne.NewSize(1024, 700))
	t.Cleanup(window.Close)
	var spoken *say.Language
	if language == "en" {
		spoken = words.English()
	}
	toolkit := Teach(language)
	t.Cleanup(func() { Teach("zh") })
	work := &atOnce{}
	asker := New(window, func(text say.Text) string { return text.In(spoken) }, work)
	d := &desk{NewChooser(asker, fyne.CurrentApp().Preferences()), t, work}
	d.Toolkit, d.Folder = func() Toolkit { return toolkit }, func() string { return "" }
	return d
}

// walk visits everything that can be seen.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			walk(inner, visit)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			walk(inner, visit)
		}
	}
}

// said is all that the dialog on top says.
func said(d *desk) string {
	var all []string
	walk(d.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if text, ok := o.(*look.Text); ok {
			all = append(all, text.Words())
		}
	})
	return strings.Join(all, "\n")
}

// tap taps the button of the dialog on top with a label.
func (d *desk) tap(label string) {
	d.t.Helper()
	var buttons []*look.Button
	walk(d.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok {
			buttons = append(buttons, b)
		}
	})
	i := slices.IndexFunc(buttons, func(b *look.Button) bool { return b.Label() == label })
	if i < 0 {
		d.t.Fatalf("no button “%s”", label)
	}
	test.Tap(buttons[i])
}
