package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"zhicheng/app/help"
	"zhicheng/app/look"
	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/store"
	"zhicheng/forms/textfile"
)

// forgetful removes what a test puts into the preferences, which all windows share.
func forgetful(t *testing.T) {
	t.Helper()
	t.Cleanup(func() {
		p := fyne.CurrentApp().Preferences()
		for _, key := range []string{folderKey, widthKey, heightKey, pageFileKey, pageStepKey, pagePartKey, zoomKey} {
			p.RemoveValue(key)
		}
	})
}

// drop drops files into the window.
func (d *desk) drop(paths ...string) {
	files := make([]fyne.URI, len(paths))
	for i, path := range paths {
		files[i] = storage.NewFileURI(path)
	}
	d.door.dropped(fyne.Position{}, files)
}

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Every file that is dropped goes where it belongs, or is answered with a sentence.
func TestDoor(t *testing.T) {
	jpeg, err := os.ReadFile(samplePhoto("forestry-engineer"))
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		file string
		data []byte
		step forms.Step
		says string
	}{
		"a text":          {"述职.txt", []byte("本人从事林业"), forms.StepStatement, "述职已放入"},
		"a photo":         {"没有名字的", jpeg, forms.StepPhoto, ""},
		"a PDF":           {"证书.pdf", []byte("%PDF-1.4"), forms.StepPlan, "PDF不能直接用"},
		"an old document": {"述职.doc", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), forms.StepPlan, "另存为"},
		"anything":        {"什么.bin", []byte{0, 1, 2}, forms.StepPlan, "可以放进来的有"},
		"a broken file":   {"坏.zcapp", nil, forms.StepPlan, "文件是空的"},
	} {
		d := sit(t, nil)
		d.drop(write(t, row.file, row.data))
		said := strings.Join(d.words(), "\n") + said(d)
		if d.Step() != row.step || !strings.Contains(said, row.says) {
			t.Errorf("%s: on %s, it says %.300s", name, d.Step(), said)
		}
	}
}

// Of several files the first is used, and that is said.
func TestSeveralFilesAreOneTooMany(t *testing.T) {
	d := sit(t, nil)
	d.drop(write(t, "一.txt", []byte("本人从事林业")), write(t, "二.txt", []byte("别的")))
	if d.View().Statement.Text != "本人从事林业" || !strings.Contains(strings.Join(d.words(), "\n"), "放进来2个") {
		t.Errorf("the statement is %q, it says %q", d.View().Statement.Text, d.words())
	}
}

// What was replaced is said in a quiet line, with the way back; it goes with the next
// change.
func TestReplacedAndUndone(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	was := d.View().Statement.Text
	d.drop(write(t, "新.txt", []byte("另一份述职")))
	if !strings.Contains(strings.Join(d.words(), "\n"), "已换述职") {
		t.Fatalf("it says %q", d.words())
	}
	d.tap("撤销")
	if d.View().Statement.Text != was || strings.Contains(strings.Join(d.words(), "\n"), "已换述职") {
		t.Errorf("after undo: %.20q", d.View().Statement.Text)
	}
	d.drop(samplePhoto("natural-resources-senior"))
	if !strings.Contains(strings.Join(d.words(), "\n"), "已换照片") {
		t.Errorf("it says %q", d.words())
	}
	d.drop(write(t, "坏.jpg", []byte("\xff\xd8\xff")))
	if d.View().Photo.FileName() != "natural-resources-senior.jpg" {
		t.Errorf("a broken picture took the photo's place: %s", d.View().Photo.FileName())
	}
}

// A file that was copied is read into the statement; words are pasted as words.
func TestCopiedFileIsPasted(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepStatement)
	path := write(t, "述职.txt", []byte("从文件来"))
	copied, address := path, "file:///"+strings.TrimPrefix(filepath.ToSlash(path), "/")
	d.config.Paste = func() ([]string, []byte, error) { return []string{copied}, nil, nil }
	for _, row := range []struct{ board, want string }{
		{"", "从文件来"}, {address, "从文件来"}, {"\"" + path + "\"", "从文件来"}, {"打的字", "打的字"}, {"/nowhere/x.docx", "/nowhere/x.docx"},
	} {
		d.answers.takeText(textfile.Text{})
		fyne.CurrentApp().Clipboard().SetContent(row.board)
		d.tap("粘贴")
		if got := d.View().Statement.Text; got != row.want {
			t.Errorf("%q is pasted as %q", row.board, got)
		}
	}
	copied = write(t, "照片.bin", nil)
	fyne.CurrentApp().Clipboard().SetContent("")
	d.Go(forms.StepStatement)
	d.tap("粘贴")
	if !strings.Contains(said(d), "放不进来") {
		t.Errorf("it says %q", said(d))
	}
}

func TestFolderIsShownAsATable(t *testing.T) {
	forgetful(t)
	d := sit(t, nil)
	folder := t.TempDir()
	a := sample(t, "forestry-engineer")
	path := filepath.Join(folder, "张.zcapp")
	if err := store.Save(path, a); err != nil {
		t.Fatal(err)
	}
	d.drop(folder)
	if texts := strings.Join(d.words(), "\n"); d.started || !strings.Contains(texts, a.Person.Name) {
		t.Fatalf("the table says %s", texts)
	}
	d.overview.table.Focus(d.window.Canvas())
	focused := d.window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !d.started || d.View().Person.Name != a.Person.Name || d.doc.Path() != path {
		t.Errorf("%q is open from %s", d.View().Person.Name, d.doc.Path())
	}
	d.Shortcut(shortcutOf(t, d, "新建同单位的申报"))
	if d.View().Person.Name != "" || d.View().Unit.Name != a.Unit.Name || d.doc.Path() != "" {
		t.Errorf("the colleague is %q of %q in %s", d.View().Person.Name, d.View().Unit.Name, d.doc.Path())
	}
	d.Shortcut(shortcutOf(t, d, "申报一览"))
	if d.asks.Open() != nil {
		d.tap("先留着")
	}
	if d.started || d.overview.table == nil {
		t.Error("the table is not shown again")
	}
}

// shortcutOf is that of a command.
func shortcutOf(t *testing.T, d *desk, words string) fyne.Shortcut {
	t.Helper()
	for _, m := range d.bar.menus() {
		for _, c := range m.commands {
			if c.words.String() == words {
				return c.shortcut
			}
		}
	}
	t.Fatalf("no command %s", words)
	return nil
}

// No two commands have the same keys.
func TestShortcutsAreTold(t *testing.T) {
	d := sit(t, nil)
	seen := map[string]string{}
	for _, key := range d.handbook.keys() {
		if other, twice := seen[key.Keys]; twice {
			t.Errorf("%s is for %s and %s", key.Keys, other, key.Words)
		}
		seen[key.Keys] = key.Words.String()
	}
	for keys, want := range map[string]string{"Ctrl+S": "保存", "Ctrl+Shift+S": "另存为…", "Ctrl+F": "通知原文", "Ctrl+PageDown": "下一步"} {
		if seen[keys] != want {
			t.Errorf("%s is for %q", keys, seen[keys])
		}
	}
}

func TestSampleIsAMarkedCopy(t *testing.T) {
	d := sit(t, nil)
	d.config.Samples = assets.Samples()
	d.handbook.openSample()
	if a := d.View(); !strings.HasPrefix(a.Person.Name, "（示例）") || d.doc.Path() != "" || !a.Photo.Chosen() || a.Photo.Facts.Width == 0 {
		t.Errorf("the example is %q in %q, photo %+v", a.Person.Name, d.doc.Path(), a.Photo.Facts)
	}
	if d.Step() != forms.StepResults {
		t.Errorf("it opens on %s", d.Step())
	}
}

func TestClauseIsQuotedInTheHelp(t *testing.T) {
	d := sit(t, nil)
	clause := d.notice().Clauses()[5].ID
	d.Quote(clause)
	if d.handbook.window == nil {
		t.Fatal("no window")
	}
	first := d.handbook.window
	d.handbook.open(help.Terms)
	if d.handbook.window != first {
		t.Error("a second window")
	}
	d.Speak("en")
	if d.handbook.window != nil {
		t.Error("it stays open in the other language")
	}
	d.Speak("zh")
}

func TestTracesAreCleared(t *testing.T) {
	forgetful(t)
	d := sit(t, sample(t, "forestry-engineer"))
	mine := filepath.Join(t.TempDir(), "张.zcapp")
	d.named = mine
	d.keep.saveAs()
	if len(d.shelf.Recent()) != 1 {
		t.Fatalf("recent are %q", d.shelf.Recent())
	}
	traces{d.Window}.clear()
	if len(d.shelf.Recent()) != 1 {
		t.Fatal("it does not ask")
	}
	d.tap("清除")
	if len(d.shelf.Recent()) != 0 || len(d.shelf.Versions(mine)) != 0 || !strings.Contains(said(d), "您自己存的文件没有动") {
		t.Errorf("recent are %q, it says %s", d.shelf.Recent(), said(d))
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
}

func TestRecentFilesAreInTheMenu(t *testing.T) {
	d := sit(t, nil)
	if below := d.menuItem(t, "最近打开"); !below.Disabled {
		t.Error("without files the menu opens")
	}
	path := filepath.Join(t.TempDir(), "张.zcapp")
	if err := store.Save(path, sample(t, "forestry-engineer")); err != nil {
		t.Fatal(err)
	}
	d.files.load(path)
	below := d.menuItem(t, "最近打开")
	if below.ChildMenu == nil || len(below.ChildMenu.Items) != 1 || !strings.HasSuffix(below.ChildMenu.Items[0].Label, "张.zcapp") {
		t.Fatalf("%+v", below.ChildMenu)
	}
	d.files.newFile()
	below.ChildMenu.Items[0].Action()
	if d.doc.Path() != path {
		t.Errorf("%s is open", d.doc.Path())
	}
}

// menuItem is a line of the window's menu as it is now.
func (d *desk) menuItem(t *testing.T, label string) *fyne.MenuItem {
	t.Helper()
	for _, m := range d.window.MainMenu().Items {
		if i := slices.IndexFunc(m.Items, func(item *fyne.MenuItem) bool { return item.Label == label }); i >= 0 {
			return m.Items[i]
		}
	}
	t.Fatalf("no line %s", label)
	return nil
}

func TestZoomIsKept(t *testing.T) {
	forgetful(t)
	t.Setenv(scaleVariable, "1.5")
	d := sit(t, nil)
	fitted := 0
	d.config.Fit = func(fyne.Window) { fitted++ }
	for _, row := range []struct {
		command, scale string
		percent        int
	}{
		{"缩小显示", "1.5", 100},
		{"放大显示", "1.6500", 110},
		{"放大显示", "1.8000", 120},
		{"放大显示", "1.9500", 130},
		{"放大显示", "2.1000", 140},
		{"放大显示", "2.2500", 150},
		{"放大显示", "2.2500", 150},
		{"缩小显示", "2.1000", 140},
	} {
		d.menuItem(t, row.command).Action()
		if got := os.Getenv(scaleVariable); got != row.scale || zoomChosen(fyne.CurrentApp()) != row.percent {
			t.Errorf("%s: %s at %d%%, want %s", row.command, got, zoomChosen(fyne.CurrentApp()), row.scale)
		}
	}
	d.menuItem(t, "实际大小（现在140%）").Action()
	if got := os.Getenv(scaleVariable); got != "1.5000" || fitted != 7 {
		t.Errorf("back at %s, fitted %d times", got, fitted)
	}
	fyne.CurrentApp().Preferences().SetInt(zoomKey, 130)
	t.Setenv(scaleVariable, "")
	Zoomed(fyne.CurrentApp())
	if got := os.Getenv(scaleVariable); got != "1.3000" {
		t.Errorf("the next start has %s", got)
	}
}

func TestPageAndSizeAreKept(t *testing.T) {
	forgetful(t)
	d := sit(t, sample(t, "forestry-engineer"))
	path := filepath.Join(t.TempDir(), "张.zcapp")
	d.named = path
	d.keep.saveAs()
	d.room.GoSpot(d.room.Beside(keptPage(d.Window, ""), 1))
	at := d.room.Beside(d.room.Spot(), 1)
	d.room.GoSpot(at)
	d.window.Resize(fyne.NewSize(1010, 690))
	keepPlace(d.Window)
	if got := keptSize(fyne.CurrentApp().Preferences()); got != fyne.NewSize(1010, 690) {
		t.Errorf("the size is %v", got)
	}
	d.Go(forms.StepPlan)
	fyne.CurrentApp().Preferences().SetFloat(widthKey, 3)
	if got := keptSize(fyne.CurrentApp().Preferences()); got != usualSize {
		t.Errorf("a size of nothing is %v", got)
	}
	next := sit(t, nil)
	next.files.load(path)
	if next.room.Spot() != at {
		t.Errorf("it opens at %v, was left at %v", next.room.Spot(), at)
	}
	other := filepath.Join(t.TempDir(), "李.zcapp")
	if err := store.Save(other, forms.New("shaoxing-2020")); err != nil {
		t.Fatal(err)
	}
	next.files.load(other)
	if next.Step() != forms.StepPlan {
		t.Errorf("another file opens at %v", next.room.Spot())
	}
}

// The table and the start page are laid out without a sign outside of the window at every
// width.
func TestTableFitsTheWindow(t *testing.T) {
	forgetful(t)
	d := sit(t, nil)
	d.overview.openFolder(t.TempDir())
	for _, language := range []string{"zh", "en"} {
		d.Speak(language)
		tableFits(t, d, language)
	}
	d.Speak("zh")
}

func tableFits(t *testing.T, d *desk, language string) {
	t.Helper()
	for _, size := range []fyne.Size{{Width: 660, Height: 280}, {Width: 660, Height: 449}, {Width: 1024, Height: 700}, {Width: 1366, Height: 700}} {
		d.window.Resize(size)
		var taken []fyne.Position // of buttons, each with its far corner
		walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
			if b, ok := o.(*look.Button); ok {
				to := at.AddXY(b.Size().Width, b.Size().Height)
				for i := 0; i < len(taken); i += 2 {
					if at.X < taken[i+1].X && taken[i].X < to.X && at.Y < taken[i+1].Y && taken[i].Y < to.Y {
						t.Errorf("%v in %s: “%s” is over another button", size, language, b.Label())
					}
				}
				taken = append(taken, at, to)
			}
			if at.X < -4 || at.X+o.Size().Width > size.Width+4 {
				t.Errorf("%v: %T from %.0f to %.0f", size, o, at.X, at.X+o.Size().Width)
			}
		})
	}
}
