package library_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// file is the invented notice as one file, with some words replaced.
func file(t *testing.T, changes ...string) []byte {
	t.Helper()
	source, err := notice.Folder(os.DirFS("../notice/testdata"), "linxi-2023")
	if err != nil {
		t.Fatal(err)
	}
	n, wrong, _ := notice.Examine(source)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return []byte(strings.NewReplacer(changes...).Replace(string(source.Pack(n, notice.Head{By: "柳溪"}))))
}

func put(t *testing.T, folder, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func lib(t *testing.T) library.Library {
	t.Helper()
	return library.Library{Own: assets.Notices(), Default: assets.CurrentNotice, Folders: []string{filepath.Join(t.TempDir(), "notices"), t.TempDir()}}
}

func TestInstalledNoticesAreFound(t *testing.T) {
	l := lib(t)
	opened, err := l.Find(t.Context(), put(t, t.TempDir(), "下载.zcnotice", file(t)))
	if err != nil || opened.Origin != library.Opened || opened.Trust().String() != "不是本软件自带的，制作人自称柳溪" {
		t.Fatalf("%+v, %v", opened, err)
	}
	if _, err := l.ByID(t.Context(), "linxi-2023"); !errors.Is(err, library.ErrNone) {
		t.Errorf("found before it is installed: %v", err)
	}
	if _, err := l.Install(opened, false); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Install(opened, false); err == nil {
		t.Error("installed again without a word")
	}
	if _, err := l.Install(opened, true); err != nil {
		t.Errorf("not replaced: %v", err)
	}
	all := l.All(t.Context())
	if len(all) != 2 || all[0].Notice.ID != "linxi-2023" || all[0].Origin != library.Installed || all[1].Notice.ID != "shaoxing-2020" || all[1].Origin != library.Own {
		t.Errorf("the library has %+v", all)
	}
	if e, err := l.Find(t.Context(), "linxi-2023"); err != nil || e.Origin != library.Installed {
		t.Errorf("by its id: %v", err)
	}
	if e, err := l.Find(t.Context(), "../notice/testdata/linxi-2023"); err != nil || e.Notice.Year != 2023 {
		t.Errorf("by its folder: %v", err)
	}
}

// The program's own notices stay what they are, whatever a file calls itself.
func TestOwnNoticesAreNotReplaced(t *testing.T) {
	l := lib(t)
	source, err := notice.Folder(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	n, _, _ := notice.Examine(source)
	own := source.Pack(n, notice.Head{By: "冒充的人"})
	path := put(t, l.Folders[0], "shaoxing-2020.zcnotice", own)
	e, err := l.Find(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Install(e, true); !errors.Is(err, library.ErrOwn) {
		t.Errorf("installed over the program's own: %v", err)
	}
	if e, err := l.ByID(t.Context(), "shaoxing-2020"); err != nil || e.Origin != library.Own {
		t.Errorf("%+v, %v", e, err)
	}
	if all := l.All(t.Context()); len(all) != 1 {
		t.Errorf("%d notices", len(all))
	}
	a := forms.New("shaoxing-2020")
	a.NoticeCopy.File = string(own)
	if e, err := l.For(t.Context(), a); err != nil || e.Origin != library.Own {
		t.Errorf("the copy in an application stands for the program's own: %v", err)
	}
}

// An application opens where its notice was never installed, and is refused where the
// copy inside of it is another one.
func TestApplicationsBringTheirNotice(t *testing.T) {
	l := lib(t)
	e, err := l.Find(t.Context(), put(t, t.TempDir(), "a.zcnotice", file(t)))
	if err != nil {
		t.Fatal(err)
	}
	a := forms.New("")
	e.Bind(a)
	data, err := store.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	read := func() *forms.Applicant {
		b, err := store.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	if found, err := l.For(t.Context(), read()); err != nil || found.Notice.ID != "linxi-2023" || found.Notice.Digest != e.Notice.Digest || found.Origin == library.Own {
		t.Fatalf("%+v, %v", found, err)
	}
	for name, change := range map[string]func(*forms.Applicant){
		"another id": func(a *forms.Applicant) { a.Notice = "linxi-2024" },
		"a changed number": func(a *forms.Applicant) {
			a.NoticeCopy.File = strings.Replace(a.NoticeCopy.File, `"least": 24`, `"least": 2`, 1)
		},
		"changed in both": func(a *forms.Applicant) {
			a.NoticeCopy.File = strings.NewReplacer(`"least": 24`, `"least": 4`, "24学时", "4学时").Replace(a.NoticeCopy.File)
		},
		"no notice": func(a *forms.Applicant) { a.NoticeCopy.File = "x" },
		"no copy":   func(a *forms.Applicant) { a.NoticeCopy = forms.NoticeCopy{} },
	} {
		b := read()
		change(b)
		if _, err := l.For(t.Context(), b); err == nil {
			t.Errorf("%s: it is taken", name)
		}
	}
	if e, err := l.For(t.Context(), forms.New("")); err != nil || e.Notice.ID != assets.CurrentNotice {
		t.Errorf("without a name: %v", err)
	}
}

func TestFaultyNoticesAreNotTaken(t *testing.T) {
	l := lib(t)
	path := put(t, l.Folders[0], "linxi-2023.zcnotice", file(t, `"least": 24`, `"least": 18`))
	_, err := l.Find(t.Context(), path)
	var faulty *library.Faulty
	if !errors.As(err, &faulty) || !errors.Is(err, library.ErrFaulty) || !strings.Contains(err.Error(), "没有“18学时”") {
		t.Errorf("%v", err)
	}
	if all := l.All(t.Context()); len(all) != 1 {
		t.Errorf("%d notices", len(all))
	}
	for _, word := range []string{"nowhere-2030", "", "..", "none.zcnotice", "../notice/testdata", "/"} {
		if _, err := l.Find(t.Context(), word); err == nil {
			t.Errorf("%q is found", word)
		}
	}
}

// That a notice was compared with the official text is kept with the installed one, and
// holds for that text alone.
func TestComparedNoticesSaySo(t *testing.T) {
	l, day := lib(t), forms.ParseDate("2023-08-01")
	opened, err := l.Find(t.Context(), put(t, t.TempDir(), "下载.zcnotice", file(t)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Remember(t.Context(), opened, day); err == nil {
		t.Error("kept of a notice that is not installed")
	}
	if _, err := l.Install(opened, false); err != nil {
		t.Fatal(err)
	}
	if e, err := l.Remember(t.Context(), opened, day); err != nil || e.Trust().String() != "不是本软件自带的，制作人自称柳溪，您2023年8月1日对照过官网原文" {
		t.Errorf("%s, %v", e.Trust(), err)
	}
	a := forms.New("")
	opened.Bind(a)
	for name, find := range map[string]func() (library.Entry, error){
		"by its id":         func() (library.Entry, error) { return l.ByID(t.Context(), "linxi-2023") },
		"in an application": func() (library.Entry, error) { return l.For(t.Context(), a) },
	} {
		if e, err := find(); err != nil || !strings.Contains(e.Trust().String(), "您2023年8月1日对照过") || !strings.Contains(e.Stranger().String(), "对照过") {
			t.Errorf("%s: %s, %v", name, e.Trust(), err)
		}
	}
	other, err := l.Find(t.Context(), put(t, t.TempDir(), "b.zcnotice", file(t, "备注：", "备注：改过")))
	if err != nil || strings.Contains(other.Trust().String(), "对照过") {
		t.Errorf("another text: %s, %v", other.Trust(), err)
	}
	put(t, l.Folders[0], "compared.txt", []byte("x\n"+opened.Notice.Digest+" morgen\n\x00"))
	if e, err := l.ByID(t.Context(), "linxi-2023"); err != nil || e.Compared.Known() {
		t.Errorf("a broken file says %s, %v", e.Compared.Text(), err)
	}
}

// A later version that is installed is offered to an application of an earlier one, and
// not taken.
func TestLaterVersionsAreOffered(t *testing.T) {
	l := lib(t)
	old, err := l.Find(t.Context(), put(t, t.TempDir(), "a.zcnotice", file(t)))
	if err != nil {
		t.Fatal(err)
	}
	a := forms.New("")
	old.Bind(a)
	a.Person.Name, a.Statement.Text = "甲", strings.Repeat("述", 1500)
	if _, ok := l.Newer(t.Context(), old); ok {
		t.Error("offered before it is installed")
	}
	put(t, l.Folders[0], "linxi-2023.zcnotice", file(t, "版本：3", "版本：4", `"version": 3`, `"version": 4`, "1500字", "1400字", `"limit": 1500`, `"limit": 1400`, "摘要 sha256", "摘要 sha256"))
	if e, err := l.For(t.Context(), a); err != nil || e.Notice.Version != 3 {
		t.Fatalf("it is taken: version %d, %v", e.Notice.Version, err)
	}
	newer, ok := l.Newer(t.Context(), old)
	if !ok || newer.Notice.Version != 4 {
		t.Fatalf("not offered: %+v", newer)
	}
	if _, ok := l.Newer(t.Context(), newer); ok {
		t.Error("the latest is offered itself")
	}
	b := library.Renew(a, newer)
	if b.NoticeCopy.Version != 4 || b.Person.Name != "甲" || len([]rune(b.Statement.Text)) != 1400 || len([]rune(b.Statement.Overflow)) != 100 || a.NoticeCopy.Version != 3 {
		t.Errorf("renewed: version %d, %d characters", b.NoticeCopy.Version, len([]rune(b.Statement.Text)))
	}
	if e, err := l.For(t.Context(), b); err != nil || e.Notice.Version != 4 {
		t.Errorf("after it: version %d, %v", e.Notice.Version, err)
	}
}
