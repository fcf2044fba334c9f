package ask

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/app/looktest"
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

// said is all that the dialog on top says.
func said(d *desk) string {
	return strings.Join(looktest.Texts(d.window.Canvas().Overlays().Top()), "\n")
}

// tap taps the button of the dialog on top with a label.
func (d *desk) tap(label string) {
	d.t.Helper()
	button := looktest.Button(d.window.Canvas().Overlays().Top(), label)
	if button == nil {
		d.t.Fatalf("no button “%s”", label)
	}
	test.Tap(button)
}
