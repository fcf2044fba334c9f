package document

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// TestMain has the properties draw the same cases at every run in CI.
func TestMain(m *testing.M) {
	if os.Getenv("CI") != "" {
		if err := flag.Set("rapid.seed", "20200923"); err != nil {
			panic(err)
		}
	}
	m.Run()
}

// options are those of a window with a new shelf in a folder.
func options(t testing.TB) (o Options, folder string) {
	t.Helper()
	folder = t.TempDir()
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	return Options{Shelf: shelf, Notice: "shaoxing-2020", Now: time.Now, Told: func(*Document) {}}, folder
}

func called(name string) *forms.Applicant {
	a := forms.New("shaoxing-2020")
	a.Person.Name = name
	return a
}

// filed returns the document of a new file that holds an application.
func filed(t testing.TB, o Options, name string) (*Document, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.zcapp")
	if err := store.Save(path, called(name)); err != nil {
		t.Fatal(err)
	}
	d, _, err := Read(t.Context(), o, path)
	if err != nil {
		t.Fatal(err)
	}
	d.Hold()
	t.Cleanup(func() { _ = d.Leave(context.Background()) })
	return d, path
}

func inFile(t testing.TB, path string) string {
	t.Helper()
	a, err := store.Load(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return a.Person.Name
}

// kill lets go of everything without a word, as the end of a process does.
func (d *Document) kill() { d.end((*store.Unsaved).Release) }

// left returns whose answers the next start finds on the shelf.
func left(t testing.TB, o Options) (names []string) {
	t.Helper()
	for _, l := range o.Shelf.Leftovers() {
		names = append(names, l.Content.Person.Name)
		l.Unsaved.Release()
	}
	return names
}

func wantLeft(t testing.TB, o Options, when string, names ...string) {
	t.Helper()
	if got := left(t, o); !slices.Equal(got, names) {
		t.Errorf("%s there is %q on the shelf, want %q", when, got, names)
	}
}

func TestAnswersReachTheShelfAndThenTheFile(t *testing.T) {
	for name, row := range map[string]struct {
		after time.Duration
		shelf []string
		file  string
		hurry bool
	}{
		"before the shelf": {after: store.ShelfDelay - time.Millisecond, file: "甲"},
		"on the shelf":     {after: store.ShelfDelay, shelf: []string{"乙"}, file: "甲"},
		"before the file":  {after: store.FileDelay - time.Millisecond, shelf: []string{"乙"}, file: "甲"},
		"in the file":      {after: store.FileDelay, file: "乙"},
		"at another page":  {after: time.Millisecond, file: "乙", hurry: true},
	} {
		o, _ := options(t)
		path := filepath.Join(t.TempDir(), "a.zcapp")
		if err := store.Save(path, called("甲")); err != nil {
			t.Fatal(err)
		}
		synctest.Test(t, func(t *testing.T) {
			d, _, err := Read(t.Context(), o, path)
			if err != nil {
				t.Fatal(err)
			}
			d.Touch(called("乙"))
			if row.hurry {
				d.Hurry()
			}
			time.Sleep(row.after)
			synctest.Wait()
			d.kill()
		})
		wantLeft(t, o, name, row.shelf...)
		if got := inFile(t, path); got != row.file {
			t.Errorf("%s the file has %q, want %q", name, got, row.file)
		}
	}
}

func mustStamp(t testing.TB, path string) store.Stamp {
	t.Helper()
	stamp, err := store.StampOf(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return stamp
}

// A file that does not answer holds neither the shelf nor who leaves.
func TestAFileThatDoesNotAnswer(t *testing.T) {
	o, _ := options(t)
	synctest.Test(t, func(t *testing.T) {
		hanging := make(chan bool)
		d := Open(o, filepath.Join(t.TempDir(), "a.zcapp"))
		d.save = func(string, *forms.Applicant) (store.Stamp, error) { <-hanging; return "late", nil }
		d.Touch(called("甲"))
		time.Sleep(store.FileDelay)
		synctest.Wait()
		b := called("乙")
		d.Touch(b)
		time.Sleep(store.ShelfDelay)
		synctest.Wait()
		if d.Status().Safe != b {
			t.Error("what is typed does not reach the shelf")
		}
		time.Sleep(store.WritePatience)
		if err := d.Status().File; !errors.Is(err, store.ErrSilent) {
			t.Errorf("the window hears %v", err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), Patience)
		defer cancel()
		begun := time.Now()
		if err := d.Leave(ctx); !errors.Is(err, store.ErrSilent) || time.Since(begun) > Patience {
			t.Errorf("leaving: %v after %v", err, time.Since(begun))
		}
		close(hanging)
	})
	wantLeft(t, o, "left alone", "乙")
}

// A draft that is made while the document is left is offered like any other.
func TestADraftMadeTooLateIsGivenBack(t *testing.T) {
	o, _ := options(t)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	var d *Document
	o.Now = func() time.Time { // is asked just before a draft is made
		_ = d.Leave(gone)
		return time.Now()
	}
	d = New(o)
	if err := d.shelve(called("甲")); err != nil {
		t.Fatal(err)
	}
	wantLeft(t, o, "left alone", "甲")
}

func TestWhatAnotherProgramWroteStays(t *testing.T) {
	o, _ := options(t)
	d, path := filed(t, o, "甲")
	before := mustStamp(t, path)
	if err := store.Save(path, called("云")); err != nil {
		t.Fatal(err)
	}
	d.Touch(called("乙"))
	if err := d.Leave(t.Context()); !errors.Is(err, ErrForeign) || inFile(t, path) != "云" {
		t.Fatalf("%v; the file has %q", err, inFile(t, path))
	}
	l, found := o.Shelf.LeftoverOf(path)
	if !found || l.Content.Person.Name != "乙" || l.Unsaved.Origin().Stamp != before {
		t.Fatalf("on the shelf: %+v", l)
	}
	e := Resume(o, l)
	defer e.Leave(context.Background())
	if err := e.Overwrite(t.Context(), l.Content); err != nil || inFile(t, path) != "乙" {
		t.Errorf("%v; the file has %q", err, inFile(t, path))
	}
	if versions := o.Shelf.Versions(path); len(versions) != 1 || inFile(t, versions[0].Path) != "云" {
		t.Errorf("what was replaced is not kept: %v", versions)
	}
	wantLeft(t, o, "overwritten")
}

// What was on the shelf when the program was killed goes on into its file.
func TestResumeGoesOnIntoTheFile(t *testing.T) {
	o, _ := options(t)
	d, path := filed(t, o, "甲")
	d.Touch(called("乙"))
	if err := d.toShelf.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.kill()
	l, found := o.Shelf.LeftoverOf(path)
	if !found {
		t.Fatal("nothing is left")
	}
	e := Resume(o, l)
	e.Touch(l.Content)
	if err := e.Leave(t.Context()); err != nil || inFile(t, path) != "乙" {
		t.Errorf("%v; the file has %q", err, inFile(t, path))
	}
	wantLeft(t, o, "resumed")
}

// The document before is left before the next one takes hold of the same file.
func TestHoldAfterTheDocumentBefore(t *testing.T) {
	o, _ := options(t)
	d, path := filed(t, o, "甲")
	next := Open(o, path)
	next.After(func() { _ = d.Leave(t.Context()) })
	if err := next.Save(t.Context(), called("乙")); err != nil || next.Status().Elsewhere {
		t.Errorf("%v, elsewhere %t", err, next.Status().Elsewhere)
	}
	other := Open(o, path)
	if err := other.Save(t.Context(), called("丙")); !errors.Is(err, ErrElsewhere) {
		t.Errorf("a second window writes: %v", err)
	}
	_ = next.Leave(t.Context())
}

func TestWithoutAShelfNothingIsCalledSafe(t *testing.T) {
	o, _ := options(t)
	o.Shelf = nil
	d := New(o)
	d.Touch(called("甲"))
	if err := d.Leave(t.Context()); !errors.Is(err, ErrNoShelf) || d.Status().Safe != nil {
		t.Errorf("%v, safe %v", err, d.Status().Safe)
	}
}

// Whatever happens in whatever order, the newest state is in the file or on the shelf,
// and what is called safe is there, or what was typed after it.
func TestNothingIsLostInAnyOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		o, folder := options(t)
		path := filepath.Join(t.TempDir(), "a.zcapp")
		d := Open(o, path)
		broken := false
		d.save = func(path string, a *forms.Applicant) (store.Stamp, error) {
			if broken {
				return "", errors.New("the stick is out")
			}
			return store.SaveStamped(path, a)
		}
		var newest *forms.Applicant
		var typed []*forms.Applicant
		for _, step := range rapid.SliceOfN(rapid.SampledFrom([]string{"type", "type", "shelf", "file", "flush", "save", "break", "mend"}), 1, 25).Draw(r, "steps") {
			switch step {
			case "type":
				newest = called(rapid.StringN(1, 5, -1).Draw(r, "name"))
				typed = append(typed, newest)
				d.Touch(newest)
			case "shelf":
				_ = d.toShelf.Flush(context.Background())
			case "file":
				_ = d.toFile.Flush(context.Background())
			case "flush":
				_ = d.Flush(context.Background())
			case "save":
				if newest != nil {
					_ = d.Save(context.Background(), newest)
				}
			case "break", "mend":
				broken = step == "break"
			}
			// By now an autosave may have put a newer state in its place.
			state := d.Status().Safe
			if state == nil {
				continue
			}
			safe := slices.Index(typed, state)
			if safe < 0 || !slices.ContainsFunc(typed[safe:], func(a *forms.Applicant) bool { return onDisk(t, folder, path, a) }) {
				r.Fatalf("after %s the safe state is nowhere", step)
			}
		}
		_ = d.Leave(context.Background())
		if newest != nil && !onDisk(t, folder, path, newest) {
			r.Fatal("the newest state is nowhere")
		}
	})
}

// onDisk reports whether a state is in the file or on the shelf in a folder.
func onDisk(t *testing.T, folder, path string, a *forms.Applicant) bool {
	t.Helper()
	places, err := filepath.Glob(filepath.Join(folder, "drafts", "*"+store.Extension))
	if err != nil {
		t.Fatal(err)
	}
	for _, place := range append(places, path) {
		if b, err := store.Load(context.Background(), place); err == nil && store.Same(a, b) {
			return true
		}
	}
	return false
}
