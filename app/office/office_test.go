package office

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/app/looktest"
	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
	model "zhicheng/forms/office"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
	"zhicheng/forms/words"
)

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(look.New(look.Light))
	m.Run()
}

// desk is a window that does everything at once, with what was asked of it.
type desk struct {
	t        testing.TB
	language *say.Language
	later    []func() func() // work that was not done yet, where it is put off
	putOff   bool
	opened   []string
	begun    []*forms.Applicant
	folders  []string // that the next questions for one give
	saveAt   string
	asked    []string
	answer   string // of the next question
	shown    []string
	kept     []string
	recent   []string
}

func (d *desk) Say(text say.Text) string { return text.In(d.language) }

func (d *desk) Background(work func() func()) {
	if d.putOff {
		d.later = append(d.later, work)
		return
	}
	work()()
}
func (d *desk) Do(do func())             { do() }
func (d *desk) Open(path string)         { d.opened = append(d.opened, filepath.Base(path)) }
func (d *desk) Begin(a *forms.Applicant) { d.begun = append(d.begun, a) }

func (d *desk) ChooseFolder(_ say.Text, chosen func(string)) {
	if len(d.folders) > 0 {
		folder := d.folders[0]
		d.folders = d.folders[1:]
		chosen(folder)
	}
}
func (d *desk) ChooseSave(_ say.Text, _ string, chosen func(string)) { chosen(d.saveAt) }

func (d *desk) Ask(title, text say.Text, answers ...Answer) {
	d.asked = append(d.asked, title.In(d.language)+"\n"+text.In(d.language))
	for _, a := range answers {
		if a.Words.String() == d.answer && a.Do != nil {
			a.Do()
			return
		}
	}
}

var finder = sync.OnceValues(func() (*photo.Finder, error) { return photo.NewFinder(assets.Faces()) })

func clock() time.Time { return time.Date(2020, time.September, 10, 10, 32, 0, 0, time.Local) }

// sit shows a folder in a window of a size.
func sit(t testing.TB, d *desk, folder string, size fyne.Size) (*View, fyne.Window) {
	t.Helper()
	d.t = t
	notices := library.Library{Own: assets.Notices(), Default: "shaoxing-2020"}
	n, err := notices.ByID(t.Context(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	v := New(d, Config{
		Reader: model.Reader{Notice: notices.For, Finder: finder, Today: forms.DayOf(clock())},
		Fonts: func() (*paper.Fonts, error) {
			return paper.NewFonts(assets.FontRegular, assets.FontBold)
		},
		Spec: n.Notice.Photo.Spec, Now: clock, Folder: folder, Language: d.language,
		Show: func(folder string) { d.shown = append(d.shown, folder) }, Keep: func(folder string) { d.kept = append(d.kept, folder) },
		Recent: func() []string { return d.recent },
	})
	window := test.NewWindow(v.Object())
	window.SetPadded(false)
	window.Resize(size)
	t.Cleanup(window.Close)
	v.Start()
	return v, window
}

var usual = fyne.NewSize(1000, 600)

// applicants fills a folder with applications of these names.
func applicants(t testing.TB, names ...string) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range names {
		a := forms.New("shaoxing-2020")
		a.Person.Name, a.Unit.Name = name, "绍兴市林场"
		if err := store.Save(filepath.Join(folder, name+".zcapp"), a); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func button(t testing.TB, o fyne.CanvasObject, label string) *look.Button {
	t.Helper()
	found := looktest.Button(o, label)
	if found == nil {
		t.Fatalf("no button %s", label)
	}
	return found
}

func names(v *View) []string {
	var all []string
	for _, r := range v.Rows() {
		all = append(all, stem(r.Path))
	}
	return all
}

// Nothing is read before the first frame; the rows are there before their files are read.
func TestNothingIsReadBeforeItIsShown(t *testing.T) {
	d := &desk{putOff: true, recent: []string{"/nowhere/张三.zcapp", "/nowhere/李四.zcapp"}}
	v, window := sit(t, d, "", usual)
	if len(d.later) != 1 || len(v.Rows()) != 2 || v.Rows()[0].Read() {
		t.Fatalf("%d works, %v", len(d.later), v.Rows())
	}
	if said := strings.Join(looktest.Texts(window.Content()), " "); !strings.Contains(said, "张三") || !strings.Contains(said, "…") {
		t.Errorf("the first frame says %s", said)
	}
	d.later[0]()()
	if said := strings.Join(looktest.Texts(window.Content()), " "); !strings.Contains(said, "没有这个文件") {
		t.Errorf("then it says %s", said)
	}
	if len(d.asked) != 0 {
		t.Errorf("it asks %q", d.asked)
	}
}

func TestFolderIsShownAndSorted(t *testing.T) {
	d := &desk{}
	folder := applicants(t, "张三", "陈五", "李四")
	if err := os.WriteFile(filepath.Join(folder, "坏.zcapp"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	v, window := sit(t, d, folder, usual)
	test.Tap(button(t, window.Content(), "姓名"))
	if got := names(v); !slices.Equal(got, []string{"陈五", "李四", "张三", "坏"}) {
		t.Errorf("by name: %q", got)
	}
	said := strings.Join(looktest.Texts(window.Content()), "\n")
	for _, want := range []string{folder + "（4份）", "文件是空的", "没填", "填完"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is not said in %s", want, said)
		}
	}
	for _, by := range []string{"情况", "下一件事", "改动"} {
		test.Tap(button(t, window.Content(), by))
		if len(v.Rows()) != 4 {
			t.Errorf("%s loses rows", by)
		}
	}
}

// Everything can be done with keys alone.
func TestKeys(t *testing.T) {
	d := &desk{}
	v, window := sit(t, d, applicants(t, "01", "02", "03", "04"), usual)
	test.Tap(button(t, window.Content(), "姓名"))
	v.Focus(window.Canvas())
	key := func(name fyne.KeyName) { v.table.TypedKey(&fyne.KeyEvent{Name: name}) }
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeySpace} {
		key(name)
	}
	if want := []string{"03.zcapp", "04.zcapp", "01.zcapp"}; !slices.Equal(d.opened, want) {
		t.Errorf("opened are %q, want %q", d.opened, want)
	}
	var focused []string
	window.Canvas().Unfocus()
	for range 20 {
		test.FocusNext(window.Canvas())
		switch f := window.Canvas().Focused().(type) {
		case *look.Button:
			focused = append(focused, f.Label())
		case *table:
			focused = append(focused, "table")
		}
	}
	for _, want := range []string{"table", "换文件夹…", "姓名", "导出表格（CSV）…", "全部清单存成PDF…"} {
		if !slices.Contains(focused, want) {
			t.Errorf("Tab does not reach %s: %q", want, focused)
		}
	}
}

// The second click on a row opens it, the first one only chooses it.
func TestDoubleClick(t *testing.T) {
	d := &desk{}
	v, window := sit(t, d, applicants(t, "01", "02", "03"), usual)
	test.Tap(button(t, window.Content(), "姓名"))
	at := func(i int) fyne.Position { return fyne.NewPos(200, float32(i)*rowHeight) }
	click := func(i int) {
		l := v.table.body.lines[i]
		l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(at(i).X, 20)})
	}
	click(1)
	if row, _ := v.Chosen(); stem(row.Path) != "02" || len(d.opened) != 0 {
		t.Fatalf("one click: %s, opened %q", row.Path, d.opened)
	}
	click(2)
	click(2)
	if !slices.Equal(d.opened, []string{"03.zcapp"}) {
		t.Errorf("opened are %q", d.opened)
	}
}

func TestColleague(t *testing.T) {
	d := &desk{}
	v, _ := sit(t, d, applicants(t, "张三"), usual)
	l := v.table.body.lines[0]
	l.Tapped(&fyne.PointEvent{Position: l.like.Position().AddXY(3, 3)})
	if len(d.begun) != 1 || d.begun[0].Unit.Name != "绍兴市林场" || d.begun[0].Person.Name != "" {
		t.Fatalf("begun are %+v", d.begun)
	}
	l.Tapped(&fyne.PointEvent{Position: l.open.Position().AddXY(3, 3)})
	if !slices.Equal(d.opened, []string{"张三.zcapp"}) {
		t.Errorf("opened are %q", d.opened)
	}
}

// Of five hundred rows only those in sight have objects.
func TestOnlyRowsInSightHaveObjects(t *testing.T) {
	d := &desk{putOff: true}
	for i := range 500 {
		d.recent = append(d.recent, fmt.Sprintf("/nowhere/%03d.zcapp", i))
	}
	v, window := sit(t, d, "", usual)
	v.Focus(window.Canvas())
	for _, name := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyEnd} {
		v.table.TypedKey(&fyne.KeyEvent{Name: name})
	}
	if n := len(v.table.body.lines); n > 20 {
		t.Errorf("%d lines", n)
	}
	last := stem(v.Rows()[499].Path)
	if said := looktest.Texts(window.Content()); !slices.Contains(said, last) {
		t.Errorf("the last row %s is not seen: %q", last, said)
	}
}

func TestTableIsExported(t *testing.T) {
	d := &desk{saveAt: filepath.Join(t.TempDir(), "表.csv"), answer: "打开所在文件夹"}
	_, window := sit(t, d, applicants(t, "=1+1", "李四"), usual)
	test.Tap(button(t, window.Content(), "导出表格（CSV）…"))
	data, err := os.ReadFile(d.saveAt)
	if err != nil || !strings.Contains(string(data), "'=1+1") || !strings.HasPrefix(string(data), "\ufeff姓名,") {
		t.Errorf("the table is %q, %v", data, err)
	}
	if !slices.Equal(d.shown, []string{filepath.Dir(d.saveAt)}) {
		t.Errorf("shown are %q", d.shown)
	}
}

func TestListsAskBeforeTheyReplace(t *testing.T) {
	to := t.TempDir()
	mine := filepath.Join(to, "张三自查清单.pdf")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, answer := range []string{"取消", "另起名字"} {
		d := &desk{folders: []string{to}, answer: answer}
		_, window := sit(t, d, applicants(t, "张三"), usual)
		test.Tap(button(t, window.Content(), "全部清单存成PDF…"))
		files, _ := os.ReadDir(to)
		if kept, _ := os.ReadFile(mine); string(kept) != "mine" || len(files) != i+1 {
			t.Errorf("%s: %q, %d files; asked %q", answer, kept, len(files), d.asked)
		}
	}
	d := &desk{folders: []string{to}, answer: "替换"}
	_, window := sit(t, d, applicants(t, "张三"), usual)
	test.Tap(button(t, window.Content(), "全部清单存成PDF…"))
	if data, _ := os.ReadFile(mine); !strings.HasPrefix(string(data), "%PDF") {
		t.Errorf("it was not replaced: %.20q", data)
	}
}

func TestPhotosOfAFolder(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "samples", "forestry-engineer.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"张三.jpg": data, "坏.jpg": data[:200]} {
		if err := os.WriteFile(filepath.Join(from, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := &desk{folders: []string{from, to}}
	_, window := sit(t, d, "", usual)
	test.Tap(button(t, window.Content(), "裁一批照片…"))
	if _, err := os.Stat(filepath.Join(to, "张三.jpg")); err != nil || len(d.asked) != 1 || !strings.Contains(d.asked[0], "裁好了1张") || !strings.Contains(d.asked[0], "坏.jpg") {
		t.Errorf("%v, asked %q", err, d.asked)
	}
}

// No row is wider than the window, in either language, at every width that it can have.
func TestRowsFit(t *testing.T) {
	for _, language := range []*say.Language{nil, words.English()} {
		for _, width := range []float32{480, 660, 900, 1366, 1920} {
			d := &desk{language: language}
			v, window := sit(t, d, applicants(t, "一个名字特别特别特别特别长的人叫张三", "李四"), fyne.NewSize(width, 500))
			for _, l := range v.table.body.lines {
				if !l.Visible() {
					continue
				}
				end := float32(0)
				for i, cell := range l.cells {
					_, wide := columns(l.Size().Width, v.linksWidth())
					if cell.Words() == "" || wide[i] == 0 {
						continue
					}
					if cell.Position().X < end-0.5 {
						t.Errorf("%v: column %d begins at %.0f, the one before ends at %.0f", window.Canvas().Size(), i, cell.Position().X, end)
					}
					end = cell.Position().X + cell.MinSize().Width
				}
				room := l.Size().Width
				if l.open.Visible() {
					room = l.open.Position().X
				}
				if end > room+0.5 {
					t.Errorf("%v: the cells end at %.0f, of %.0f", window.Canvas().Size(), end, room)
				}
			}
		}
	}
}

// A reading that was stopped changes nothing any more.
func TestStopped(t *testing.T) {
	d := &desk{putOff: true}
	v, window := sit(t, d, applicants(t, "01", "02"), usual)
	d.later[0]()() // the folder
	button(t, window.Content(), "停下").OnTapped()
	d.later[1]()()
	for _, row := range v.Rows() {
		if row.Read() {
			t.Errorf("%s was read", row.Path)
		}
	}
	if looktest.Button(window.Content(), "停下") != nil {
		t.Error("it can still be stopped")
	}
}
