package ui

import (
	"path/filepath"
	"testing"

	"zhicheng/app/document"
	"zhicheng/forms"
	"zhicheng/forms/store"
)

// again sits down at another window with the same shelf, after the first was left.
func (d *desk) again(t *testing.T) *desk {
	t.Helper()
	if err := d.doc.Leave(t.Context()); err != nil {
		t.Fatal(err)
	}
	e := sit(t, nil)
	e.config.Shelf, e.shelf, e.files.left = d.shelf, d.shelf, document.NewLeftovers(d.shelf)
	return e
}

// saved puts a sample into a file of its own.
func saved(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "我的.zcapp")
	if err := store.Save(path, sample(t, "forestry-engineer")); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTicksSurviveClosing(t *testing.T) {
	path := saved(t)
	d := sit(t, nil)
	d.files.load(path)
	d.tickOff(1, 3, 4)
	d.tickOff(4) // taken back
	d.wantTicks("at once", 1, 3)
	if !d.says("已完成2/10步") {
		t.Error("the progress is not shown")
	}
	e := d.again(t)
	e.files.load(path)
	e.wantTicks("opened again", 1, 3)
	e.files.load(saved(t))
	e.wantTicks("another file")
}

func TestTicksGoWithSaveAs(t *testing.T) {
	first, second := saved(t), filepath.Join(t.TempDir(), "另一份.zcapp")
	d := sit(t, nil)
	d.files.load(first)
	d.tickOff(2)
	d.named = second
	d.keep.saveAs()
	d.tickOff(9)
	e := d.again(t)
	e.files.load(second)
	e.wantTicks("the new file", 2, 9)
	e.files.load(first)
	e.wantTicks("the old file", 2)
}

func TestTicksOfADraftComeBackAndGoToItsFile(t *testing.T) {
	d := sit(t, nil)
	d.tickOff(1)
	e := d.again(t)
	e.files.openStart()
	e.tap("接着填")
	e.wantTicks("the draft", 1)
	e.tickOff(2)
	e.named = filepath.Join(t.TempDir(), "有文件了.zcapp")
	e.keep.save()
	f := e.again(t)
	f.files.openStart()
	if len(f.files.left.Known()) != 0 {
		t.Error("the draft is still there")
	}
	f.files.load(e.named)
	f.wantTicks("the file", 1, 2)
	f.files.begin(forms.New(f.config.Notice.ID), forms.StepPlan)
	f.wantTicks("a new application")
}

func TestTicksWithoutAShelfLastAsLongAsTheWindow(t *testing.T) {
	path := saved(t)
	d := sit(t, nil)
	d.config.Shelf = nil
	d.files.load(path)
	d.tickOff(1)
	d.Go(forms.StepPlan)
	d.Speak("en")
	d.wantTicks("in the window", 1)
	if files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(files) != 1 {
		t.Errorf("beside the file there is %q", files)
	}
	d.files.load(path)
	d.wantTicks("opened again")
}

// The window that came second shows the ticks and keeps its own to itself.
func TestTicksOfAFileThatIsOpenElsewhere(t *testing.T) {
	path := saved(t)
	first := sit(t, nil)
	first.files.load(path)
	first.tickOff(1)
	second := sit(t, nil)
	second.config.Shelf = first.shelf
	second.files.load(path)
	second.tap("知道了")
	second.tickOff(5)
	second.wantTicks("the second window", 1, 5)
	third := first.again(t)
	third.files.load(path)
	third.wantTicks("opened again", 1)
}

func TestTicksOfAnotherNoticeAreNone(t *testing.T) {
	path := saved(t)
	d := sit(t, nil)
	old := store.Ticks{Notice: "elsewhere-2031", Done: map[string][]string{"附件1-1": nil}}
	if err := d.shelf.KeepTicks(path, old); err != nil {
		t.Fatal(err)
	}
	d.files.load(path)
	d.wantTicks("with the ticks of another notice")
}
