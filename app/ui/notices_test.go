package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// sitWithNotices is [sit] with a library, and the path of an invented notice's file.
func sitWithNotices(t *testing.T, a *forms.Applicant, changes ...string) (*desk, string) {
	t.Helper()
	d := sit(t, a)
	d.config.Library = library.Library{Own: assets.Notices(), Default: assets.CurrentNotice, Folders: []string{filepath.Join(t.TempDir(), "notices")}}
	source, err := notice.Folder(os.DirFS("../../forms/notice/testdata"), "linxi-2023")
	if err != nil {
		t.Fatal(err)
	}
	n, wrong, _ := notice.Examine(source)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	text := strings.NewReplacer(changes...).Replace(string(source.Pack(n, notice.Head{By: "柳溪", On: "2023-07-11"})))
	path := filepath.Join(t.TempDir(), "临溪-2023.zcnotice")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return d, path
}

// said is everything that the open dialog says.
func (d *desk) said() string { return strings.Join(d.words(), "\n") }

func (d *desk) wantDialog(parts ...string) {
	d.t.Helper()
	if d.asks.Open() == nil {
		d.t.Fatalf("no dialog, want %q", parts)
	}
	for _, part := range parts {
		if !strings.Contains(d.said(), part) {
			d.t.Errorf("the dialog does not say %q:\n%s", part, d.said())
		}
	}
}

func TestNoticeIsOfferedAndInstalled(t *testing.T) {
	for name, open := range map[string]func(*desk, string){
		"command line": func(d *desk, path string) { d.Begin([]string{path}) },
		"dropped": func(d *desk, path string) {
			d.door.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
		},
		"file menu": func(d *desk, path string) { d.opened = path; d.files.openFile() },
	} {
		t.Run(name, func(t *testing.T) {
			d, path := sitWithNotices(t, nil)
			open(d, path)
			d.wantDialog("通知包", "临自然资规〔2023〕8号", "不是本软件自带的，制作人自称柳溪", "第3版")
			d.tap("安装")
			d.wantDialog("装好了")
			d.tap("现在填一份")
			if d.asks.Open() != nil {
				d.tap("不要了")
			}
			if d.View().Notice != "linxi-2023" || d.View().NoticeCopy.File == "" || d.draft.Notice().Year != 2023 {
				t.Errorf("the application is under %s, %d", d.View().Notice, d.draft.Notice().Year)
			}
			d.files.newFile()
			if d.asks.Open() != nil && strings.Contains(d.said(), "不要了") {
				d.tap("不要了")
			}
			d.wantDialog("按哪份通知填？", "2023年度临溪", "2020年度绍兴", "制作人自称柳溪")
		})
	}
}

// A faulty notice is not offered: what is wrong with it is listed, and read again once
// it was saved.
func TestFaultyNoticeIsListed(t *testing.T) {
	d, path := sitWithNotices(t, nil, `"least": 24`, `"least": 18`)
	d.notices.openNotice(path)
	d.wantDialog("核对通知包", "三（二）里没有“18学时”，写的是“24学时”", "第")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), `"least": 18`, `"least": 24`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.tap("再看一次")
	if strings.Contains(d.said(), "18学时") {
		t.Errorf("the old state is shown: %s", d.said())
	}
}

// An application opens where its notice was never installed.
func TestApplicationBringsItsNotice(t *testing.T) {
	d, path := sitWithNotices(t, nil)
	e, err := d.config.Library.Find(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	a := forms.New("")
	e.Bind(a)
	a.Person.Name = "李四"
	file := filepath.Join(t.TempDir(), "李四.zcapp")
	if err := store.Save(file, a); err != nil {
		t.Fatal(err)
	}
	d.files.load(file)
	if d.asks.Open() != nil {
		t.Fatalf("asked: %s", d.said())
	}
	if d.View().Person.Name != "李四" || d.notice().ID != "linxi-2023" || d.draft.Notice() != d.notice() {
		t.Errorf("%s under %s", d.View().Person.Name, d.notice().ID)
	}
	d.files.load(filepath.Join("..", "..", "assets", "samples", "forestry-engineer.zcapp"))
	if d.notice().ID != "shaoxing-2020" || d.draft.Notice().ID != "shaoxing-2020" {
		t.Errorf("the next one is under %s", d.notice().ID)
	}
}

// Moving on makes a copy, and says before what becomes of the answers.
func TestMovingToAnotherNotice(t *testing.T) {
	d, path := sitWithNotices(t, sample(t, "forestry-engineer"))
	moving{d.Window}.moveOn()
	d.wantDialog("换到另一份通知", "没有别的通知")
	d.tap("知道了")
	e, err := d.config.Library.Find(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.config.Library.Install(e, false); err != nil {
		t.Fatal(err)
	}
	moving{d.Window}.moveOn()
	d.wantDialog("换到哪一份通知？", "临自然资规〔2023〕8号")
	d.tap("2023年度临溪 · 临自然资规〔2023〕8号")
	d.wantDialog("沿用", "要重答", "变了的要求", "本人述职·字数：1000 → 1500")
	d.tap("另做一份")
	if d.asks.Open() != nil {
		d.tap("不要了")
	}
	a := d.View()
	if a.Notice != "linxi-2023" || a.Plan.Code != "FE" || a.Person.Name == "" || len(a.Education) == 0 || a.Photo.Data == nil || a.Schedule != (forms.Schedule{}) || d.doc.Path() != "" {
		t.Errorf("the copy is under %s, plan %s, %+v", a.Notice, a.Plan.Code, a.Schedule)
	}
}

// The official text is pasted or opened: the first difference is shown, and of an installed
// notice that has none the day is said next to its number.
func TestOfficialTextIsCompared(t *testing.T) {
	d, path := sitWithNotices(t, nil)
	e, err := d.config.Library.Find(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.config.Library.Install(e, false); err != nil {
		t.Fatal(err)
	}
	if e, err = d.config.Library.ByID(t.Context(), "linxi-2023"); err != nil {
		t.Fatal(err)
	}
	d.notices.beginWith(e, forms.StepPlan)
	clauses, err := os.ReadFile("../../forms/notice/testdata/linxi-2023/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(clauses)) {
		if !strings.HasPrefix(line, "§ ") {
			text.WriteString(line)
		}
	}
	d.config.App.Clipboard().SetContent("首页\n" + strings.Replace(text.String(), "24学时", "30学时", 1))
	d.notices.compareOfficial()
	d.wantDialog("对照官网原文", "网页上别的字不要紧")
	d.tap("粘贴")
	d.wantDialog("第一处不同在三（二）", "不少于24学时", "不少于30学时")
	d.tap("知道了")
	if strings.Contains(d.entry.Trust().String(), "对照过") {
		t.Errorf("it says that it was compared: %s", d.entry.Trust())
	}
	d.opened = filepath.Join(t.TempDir(), "官网.txt")
	if err := os.WriteFile(d.opened, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	d.notices.compareOfficial()
	d.tap("打开文件")
	d.wantDialog("和官网原文一字不差", "记下了对照的日子")
	d.tap("知道了")
	if trust := d.entry.Stranger().String(); !strings.Contains(trust, "对照过官网原文") || !strings.Contains(d.said(), trust) {
		t.Errorf("the window does not say %q:\n%s", trust, d.said())
	}
}

// A later version that is installed is offered when an application of an earlier one is
// opened, with its differences, and taken by a copy.
func TestLaterVersionIsOffered(t *testing.T) {
	d, path := sitWithNotices(t, nil)
	e, err := d.config.Library.Find(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	a := forms.New("")
	e.Bind(a)
	a.Person.Name = "李四"
	file := filepath.Join(t.TempDir(), "李四.zcapp")
	if err := store.Save(file, a); err != nil {
		t.Fatal(err)
	}
	_, later := sitWithNotices(t, nil, "版本：3", "版本：4", `"version": 3`, `"version": 4`, "1500字", "1400字", `"limit": 1500`, `"limit": 1400`)
	newer, err := d.config.Library.Find(t.Context(), later)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.config.Library.Install(newer, false); err != nil {
		t.Fatal(err)
	}
	d.files.load(file)
	d.wantDialog("这份通知有新的一版", "按第3版填的，本机装了第4版", "本人述职·字数：1500 → 1400")
	d.tap("还按第3版")
	if d.draft.Notice().Version != 3 || d.asks.Open() != nil {
		t.Errorf("version %d", d.draft.Notice().Version)
	}
	d.files.load(file)
	d.tap("另做一份")
	if d.draft.Notice().Version != 4 || d.View().Person.Name != "李四" || d.View().NoticeCopy.Version != 4 || d.doc.Path() != "" {
		t.Errorf("version %d, %q, %s", d.draft.Notice().Version, d.View().Person.Name, d.doc.Path())
	}
	if b, err := store.Load(t.Context(), file); err != nil || b.NoticeCopy.Version != 3 {
		t.Errorf("the file is of version %d, %v", b.NoticeCopy.Version, err)
	}
}

// What an earlier run left is offered the later version too, with a file or without.
func TestLaterVersionIsOfferedToWhatWasLeft(t *testing.T) {
	for name, path := range map[string]string{"without a file": "", "of a file": file1(t)} {
		d, packed := sitWithNotices(t, nil)
		e, err := d.config.Library.Find(t.Context(), packed)
		if err != nil {
			t.Fatal(err)
		}
		a := forms.New("")
		e.Bind(a)
		a.Person.Name = "李四"
		left, err := d.shelf.NewUnsaved(d.config.Now(), store.Origin{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		if err := left.Save(a); err != nil {
			t.Fatal(err)
		}
		left.Release()
		_, later := sitWithNotices(t, nil, "版本：3", "版本：4", `"version": 3`, `"version": 4`)
		newer, err := d.config.Library.Find(t.Context(), later)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.config.Library.Install(newer, false); err != nil {
			t.Fatal(err)
		}
		d.files.openStart()
		d.tap("接着填")
		d.wantDialog("这份通知有新的一版", "按第3版填的，本机装了第4版")
		d.tap("还按第3版")
		if d.draft.Notice().Version != 3 || d.View().Person.Name != "李四" {
			t.Errorf("%s: version %d, %q", name, d.draft.Notice().Version, d.View().Person.Name)
		}
	}
}
