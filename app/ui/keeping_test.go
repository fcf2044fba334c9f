package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/app/document"
	"zhicheng/forms"
	"zhicheng/forms/store"
)

// beside opens a second window on the shelf of the first.
func beside(t *testing.T, first *desk) *desk {
	t.Helper()
	d := sit(t, nil)
	d.config.Shelf, d.shelf, d.files.left = first.shelf, first.shelf, document.NewLeftovers(first.shelf)
	d.files.begin(forms.New("shaoxing-2020"), forms.StepPlan)
	return d
}

// called changes the name in the window.
func (d *desk) called(name string) {
	d.t.Helper()
	d.draft.Edit("", func(a *forms.Applicant) { a.Person.Name = name })
}

// savedAs saves into a new file.
func (d *desk) savedAs(path string) {
	d.t.Helper()
	d.named = path
	d.keep.saveAs()
}

func nameIn(t *testing.T, path string) string {
	t.Helper()
	a, err := store.Load(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return a.Person.Name
}

// shelved returns the names in the drafts on the shelf that no window holds.
func (d *desk) shelved() (names []string) {
	for _, l := range d.shelf.Leftovers() {
		names = append(names, l.Content.Person.Name)
		l.Unsaved.Release()
	}
	return names
}

func file1(t *testing.T) string { return filepath.Join(t.TempDir(), "a.zcapp") }

func TestWhatIsTypedWhileItIsSavedAsIsSaved(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.called("甲")
	next, state := document.Open(d.keep.keeping(), path), d.draft.View()
	if err := next.Save(t.Context(), state); err != nil {
		t.Fatal(err)
	}
	d.called("乙")
	d.keep.movedTo(next, state)
	if err := d.flushed(); err != nil {
		t.Fatal(err)
	}
	if got := nameIn(t, path); got != "乙" || d.draft.Dirty() {
		t.Errorf("the file has %q, dirty %t", got, d.draft.Dirty())
	}
}

func TestAnotherWindowsFileIsNotReplaced(t *testing.T) {
	one, path := sit(t, nil), file1(t)
	one.called("甲")
	one.savedAs(path)
	two := beside(t, one)
	two.called("乙")
	two.savedAs(path)
	if got := nameIn(t, path); got != "甲" || two.asks.Open() == nil || two.doc.Path() != "" {
		t.Errorf("the file has %q, a dialog %v, the second window's file %q", got, two.asks.Open(), two.doc.Path())
	}
	two.tap("知道了")
	if err := two.doc.Leave(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := two.shelved(); len(got) != 1 || got[0] != "乙" {
		t.Errorf("on the shelf: %q", got)
	}
}

// A second window on one file writes nothing into it, and loses nothing.
func TestASecondWindowKeepsItsChanges(t *testing.T) {
	one, path := sit(t, nil), file1(t)
	one.called("甲")
	one.savedAs(path)
	two := beside(t, one)
	two.files.load(path)
	two.tap("知道了")
	two.called("乙")
	if err := two.flushed(); !errors.Is(err, document.ErrElsewhere) {
		t.Errorf("the second window writes: %v", err)
	}
	if text, safe := two.keep.state(); safe || text != "不自动存进文件，请另存" {
		t.Errorf("it says %q", text)
	}
	two.files.newFile()
	two.tap("先留着")
	if got := two.shelved(); len(got) != 1 || got[0] != "乙" || nameIn(t, path) != "甲" {
		t.Errorf("on the shelf %q, in the file %q", got, nameIn(t, path))
	}
}

func TestWhatAnotherProgramWroteIsNotReplacedUnasked(t *testing.T) {
	for name, row := range map[string]struct {
		answer       string
		window, file string
	}{
		"not now": {"取消", "甲2", "云端"},
		"theirs":  {"用文件里的", "云端", "云端"},
		"ours":    {"用这里的", "甲2", "甲2"},
	} {
		d, path := sit(t, nil), file1(t)
		d.called("甲")
		d.savedAs(path)
		other := forms.New("shaoxing-2020")
		other.Person.Name = "云端"
		if err := store.Save(path, other); err != nil {
			t.Fatal(err)
		}
		d.called("甲2")
		if err := d.flushed(); !errors.Is(err, document.ErrForeign) || nameIn(t, path) != "云端" {
			t.Fatalf("%s: %v; the file has %q", name, err, nameIn(t, path))
		}
		d.keep.askOnce()
		d.tap(row.answer)
		if got := nameIn(t, path); got != row.file || d.draft.View().Person.Name != row.window {
			t.Errorf("%s: the file has %q, the window %q", name, got, d.draft.View().Person.Name)
		}
		if row.answer == "用这里的" && nameIn(t, d.shelf.Versions(path)[1].Path) != "云端" {
			t.Errorf("%s: what was replaced is not among the earlier states", name)
		}
		if row.answer == "用文件里的" && len(d.shelved()) != 1 {
			t.Errorf("%s: what was typed here is gone", name)
		}
	}
}

func TestAFileThatCannotBeWrittenHasACopy(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.called("甲")
	d.savedAs(path)
	if err := os.RemoveAll(filepath.Dir(path)); err != nil { // the stick is pulled out
		t.Fatal(err)
	}
	d.called("乙")
	if err := d.flushed(); err == nil || !d.doc.OnShelf() {
		t.Fatalf("%v, on the shelf %t", err, d.doc.OnShelf())
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := d.flushed(); err != nil || nameIn(t, path) != "乙" || d.doc.OnShelf() {
		t.Errorf("the stick is back: %v, %q, still on the shelf %t", err, nameIn(t, path), d.doc.OnShelf())
	}
}

func TestWithoutAShelfTheWindowSaysThatNothingIsKept(t *testing.T) {
	d := sit(t, nil)
	d.config.Shelf = nil
	d.files.begin(forms.New("shaoxing-2020"), forms.StepPlan)
	d.called("甲")
	if err := d.Rescue(); !errors.Is(err, document.ErrNoShelf) {
		t.Errorf("before a crash: %v", err)
	}
}

func TestThrownAwayOnlyWhenTheOtherIsThere(t *testing.T) {
	d, bad := sit(t, nil), file1(t)
	if err := os.WriteFile(bad, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.called("甲")
	d.opened = bad
	d.files.openFile()
	d.tap("不要了")
	d.tap("知道了")
	if err := d.doc.Leave(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := d.shelved(); len(got) != 1 || got[0] != "甲" {
		t.Errorf("the file was refused, and of what was open the shelf has %q", got)
	}
}

// The answer of work for one application does not reach the next.
func TestLateAnswersComeToNothing(t *testing.T) {
	d := sit(t, nil)
	d.work.AtOnce = false
	held, answered := make(chan bool), make(chan bool, 1)
	told := make(chan bool)
	d.work.Run(func() func() {
		<-held
		return func() { answered <- true }
	})
	d.work.AtOnce = true // the other application comes without a goroutine of its own
	d.files.begin(forms.New("shaoxing-2020"), forms.StepPlan)
	d.work.AtOnce = false
	d.work.RunAnyway(func() func() {
		held <- true
		return func() { close(told) }
	})
	<-told
	fyne.DoAndWait(func() {})
	select {
	case <-answered:
		t.Error("work for the application before answered")
	default:
	}
}

func TestABrokenFileLeadsToItsEarlierState(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.called("甲")
	d.savedAs(path)
	d.files.newFile()
	if err := os.WriteFile(path, []byte(`{"format": 1, "appl`), 0o600); err != nil {
		t.Fatal(err)
	}
	d.files.load(path)
	d.tap("接着以前的填")
	if got := d.draft.View().Person.Name; got != "甲" || d.doc.Path() != "" {
		t.Errorf("the window has %q of %q", got, d.doc.Path())
	}
}

func TestALongStatementOfAFileIsCut(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	a := forms.New("shaoxing-2020")
	limit := d.config.Notice.Statement.Limit
	for range limit + 3 {
		a.Statement.Text += "字"
	}
	a.Statement.Overflow = "尾"
	if err := store.Save(path, a); err != nil {
		t.Fatal(err)
	}
	d.files.load(path)
	if s := d.draft.View().Statement; forms.Characters(s.Text) != limit || s.Overflow != "字字字尾" {
		t.Errorf("%d characters, and %q", forms.Characters(s.Text), s.Overflow)
	}
}

func TestANameThatGetsItsEndingHereIsAskedAbout(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.called("旧")
	d.savedAs(path)
	d.files.newFile()
	d.called("新")
	d.savedAs(path[:len(path)-len(fileEnding)])
	if d.asks.Open() == nil || nameIn(t, path) != "旧" {
		t.Fatalf("replaced unasked: %q", nameIn(t, path))
	}
	d.tap("替换")
	if nameIn(t, path) != "新" {
		t.Errorf("not replaced: %q", nameIn(t, path))
	}
	list := filepath.Join(filepath.Dir(path), "list")
	if err := os.WriteFile(list+".pdf", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.named = list
	d.lists.PrintList()
	d.tap("取消")
	if data, err := os.ReadFile(list + ".pdf"); err != nil || string(data) != "old" {
		t.Errorf("the list was replaced: %v", err)
	}
}

// A draft of a newer version of the program is spoken of and left alone.
func TestADraftThatCannotBeReadIsSpokenOf(t *testing.T) {
	d := sit(t, nil)
	draft, err := d.shelf.NewUnsaved(d.config.Now(), store.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	if err := draft.Save(forms.New("")); err != nil {
		t.Fatal(err)
	}
	draft.Release()
	files, err := filepath.Glob(filepath.Join(d.kept, "drafts", "*"+fileEnding))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	newer := []byte(`{"format": 99}`)
	if err := os.WriteFile(files[0], newer, 0o600); err != nil {
		t.Fatal(err)
	}
	d.files.left = document.NewLeftovers(d.shelf)
	d.files.openStart()
	if !d.says("打不开") || d.says("接着填") {
		t.Error("the start page does not say that a draft cannot be read, or offers it")
	}
	if data, err := os.ReadFile(files[0]); err != nil || string(data) != string(newer) {
		t.Errorf("the draft was touched: %s, %v", data, err)
	}
}

// A photo whose file is gone is not praised.
func TestAPhotoThatIsGoneIsSpokenOf(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	content := []byte(`{"format": 1, "notice": "shaoxing-2020", "photo": {"file": "gone.jpg"}}`)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	d.files.load(path)
	d.Go(forms.StepPhoto)
	if d.says("0×0") || d.says("没有要改的") || !d.says("gone.jpg") {
		t.Errorf("the page says %q", d.words())
	}
}

// Who leaves an application whose file changed elsewhere gets one question, and what
// was typed stays on the shelf.
func TestLeavingAFileThatChangedElsewhereAsksOnce(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.called("甲")
	d.savedAs(path)
	other := forms.New("shaoxing-2020")
	other.Person.Name = "云端"
	if err := store.Save(path, other); err != nil {
		t.Fatal(err)
	}
	d.called("甲2")
	d.files.newFile()
	d.tap("先留着")
	if d.asks.Open() != nil {
		t.Error("a question about the file before is left over")
	}
	if got := d.shelved(); len(got) != 1 || got[0] != "甲2" || nameIn(t, path) != "云端" {
		t.Errorf("on the shelf %q, in the file %q", got, nameIn(t, path))
	}
}

// The same name in 另存为 replaces what another program wrote: that was asked.
func TestSaveAsOntoTheOwnChangedFile(t *testing.T) {
	d, path := sit(t, nil), file1(t)
	d.called("甲")
	d.savedAs(path)
	if err := store.Save(path, forms.New("shaoxing-2020")); err != nil {
		t.Fatal(err)
	}
	d.called("甲2")
	d.savedAs(path)
	if got := nameIn(t, path); got != "甲2" || d.asks.Open() != nil || d.draft.Dirty() {
		t.Errorf("the file has %q, a dialog %v, dirty %t", got, d.asks.Open(), d.draft.Dirty())
	}
}
