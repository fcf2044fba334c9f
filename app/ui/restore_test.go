package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/store"
)

// namedApplication is an application in which only the name is filled in.
func namedApplication(name string) *forms.Applicant {
	a := forms.New("shaoxing-2020")
	a.Person.Name = name
	return a
}

// leftOf puts on the shelf what a program that was killed left of a file, and then
// what the file holds by now.
func (d *desk) leftOf(path, before, left, now string) {
	d.t.Helper()
	stamp, err := store.SaveStamped(path, namedApplication(before))
	if err != nil {
		d.t.Fatal(err)
	}
	draft, err := d.shelf.NewUnsaved(d.config.Now(), store.Origin{Path: path, Stamp: stamp})
	if err != nil {
		d.t.Fatal(err)
	}
	if err := draft.Save(namedApplication(left)); err != nil {
		d.t.Fatal(err)
	}
	draft.Release()
	if err := store.Save(path, namedApplication(now)); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) wantName(when, name string) {
	d.t.Helper()
	if got := d.draft.View().Person.Name; got != name {
		d.t.Errorf("%s the window has %q, want %q", when, got, name)
	}
}

// What did not reach the file before the program was killed comes back with it, by
// whichever way the file is opened.
func TestWhatDidNotReachTheFileComesBack(t *testing.T) {
	for name, open := range map[string]func(*desk, string){
		"by its name":          func(d *desk, path string) { d.files.load(path); d.tap("知道了") },
		"from the start page":  func(d *desk, _ string) { d.files.openStart(); d.tap("接着填") },
		"after the start page": func(d *desk, path string) { d.files.openStart(); d.files.load(path); d.tap("知道了") },
		"on the command line":  func(d *desk, path string) { d.Begin([]string{path}); d.tap("知道了") },
		"by its relative name": func(d *desk, path string) { t.Chdir(filepath.Dir(path)); d.files.load("a.zcapp"); d.tap("知道了") },
		"in the open dialog":   func(d *desk, path string) { d.opened = path; d.files.openFile(); d.tap("知道了") },
	} {
		d, path := sit(t, nil), file1(t)
		d.leftOf(path, "甲", "乙", "甲")
		open(d, path)
		d.wantName(name, "乙")
		if d.doc.Path() != path {
			t.Errorf("%s: the file is %q", name, d.doc.Path())
		}
		if err := d.flushed(); err != nil || nameIn(t, path) != "乙" || len(d.shelved()) != 0 {
			t.Errorf("%s: %v; the file has %q, the shelf %q", name, err, nameIn(t, path), d.shelved())
		}
	}
}

func TestWhatComesBackCanBeUndone(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.leftOf(path, "甲", "乙", "甲")
	d.files.load(path)
	d.tap("知道了")
	d.Undo()
	d.wantName("undone", "甲")
}

// If another program changed the file since, the applicant says whose content counts;
// the other is among the earlier states.
func TestWhatDidNotReachAFileThatChangedIsAskedAbout(t *testing.T) {
	for answer, row := range map[string]struct{ window, version string }{
		"用文件里的":    {"云", "乙"},
		"用上次没存进去的": {"乙", "云"},
	} {
		d, path := sit(t, nil), file1(t)
		d.leftOf(path, "甲", "乙", "云")
		d.files.load(path)
		d.tap(answer)
		d.wantName(answer, row.window)
		if err := d.flushed(); err != nil || nameIn(t, path) != row.window || len(d.shelved()) != 0 {
			t.Errorf("%s: %v; the file has %q, the shelf %q", answer, err, nameIn(t, path), d.shelved())
		}
		var versions []string
		for _, v := range d.shelf.Versions(path) {
			versions = append(versions, nameIn(t, v.Path))
		}
		if len(versions) == 0 || versions[0] != row.version {
			t.Errorf("%s: the earlier states are %q, want %q first", answer, versions, row.version)
		}
	}
}

// What is in the file already is not spoken of.
func TestWhatReachedTheFileIsNotSpokenOf(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.leftOf(path, "甲", "乙", "乙")
	d.files.load(path)
	if d.asks.Open() != nil || len(d.shelved()) != 0 {
		t.Error("something is asked, or is still on the shelf")
	}
}

// Where neither file nor shelf can be written that is said once, in a dialog.
func TestWhatCanBeKeptNowhereIsSaidOnce(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.called("甲")
	d.savedAs(path)
	if err := os.RemoveAll(filepath.Dir(path)); err != nil { // the stick is pulled out
		t.Fatal(err)
	}
	d.called("乙")
	_ = d.flushed()
	if d.asks.Open() != nil {
		t.Fatal("what is on the shelf counts as lost")
	}
	drafts, err := filepath.Glob(filepath.Join(d.kept, "drafts", "*"+fileEnding))
	if err != nil || len(drafts) != 1 {
		t.Fatal(drafts, err)
	}
	if err := errors.Join(os.Remove(drafts[0]), os.Mkdir(drafts[0], 0o700)); err != nil {
		t.Fatal(err)
	}
	d.called("丙")
	_ = d.flushed()
	d.tap("知道了")
	_ = d.flushed()
	if d.asks.Open() != nil {
		t.Error("it is said again")
	}
}

// A file that does not answer does not hold the window, and the text is on the shelf.
func TestRescueEndsInTime(t *testing.T) {
	d := sit(t, nil)
	d.called("甲")
	if err := d.Rescue(); err != nil {
		t.Fatal(err)
	}
	if err := d.Rescue(); err != nil { // a second signal
		t.Fatal(err)
	}
	if got := d.shelved(); len(got) != 1 || got[0] != "甲" {
		t.Errorf("on the shelf: %q", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	other := document.New(d.keep.keeping())
	other.Touch(d.draft.View())
	if err := other.Leave(ctx); err != nil && !errors.Is(err, store.ErrSilent) {
		t.Errorf("%v", err)
	}
	_ = other.Flush(t.Context()) // the write that was given up may still be under way
}

// Somebody who comes back sees the way on at once, also with everything half as large again
// on a small laptop.
func TestTheWayOnIsSeenAtOnce(t *testing.T) {
	alone(t)
	d := sit(t, nil)
	d.leftOf(filepath.Join(t.TempDir(), "申报.zcapp"), "一", "二", "三")
	d.window.Resize(fyne.NewSize(1340/1.5, 570/1.5)) // without frame, menu and the lines about an expired notice
	d.files.openStart()
	seen := false
	walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
		if b, ok := o.(*look.Button); ok && b.Label() == "接着填" {
			seen = at.Y+b.Size().Height <= d.window.Canvas().Size().Height
		}
	})
	if !seen {
		t.Error("it is below what is seen")
	}
}
