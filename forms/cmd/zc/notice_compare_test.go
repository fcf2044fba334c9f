package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhicheng/forms/fileread/filetest"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// An installed notice is compared with the official text, and says from then on that it
// was; a later version that is installed is told of and not taken.
func TestInstalledNoticeIsCompared(t *testing.T) {
	home := filetest.Home(t)
	folder := "../../notice/testdata/linxi-2023"
	installed := filepath.Join(notices().Folders[0], "linxi-2023.zcnotice")
	if !strings.HasPrefix(installed, home) {
		t.Fatalf("the notices of this computer are used: %s", installed)
	}
	if err := os.MkdirAll(filepath.Dir(installed), 0o700); err != nil {
		t.Fatal(err)
	}
	printedBy(t, "notice", "pack", "--by", "柳溪", folder, installed)
	clauses, err := os.ReadFile(filepath.Join(folder, "clauses.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(clauses)) {
		if !strings.HasPrefix(line, "§ ") {
			text.WriteString(line)
		}
	}
	official := filepath.Join(t.TempDir(), "官网.txt")
	write := func(text string) {
		if err := os.WriteFile(official, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(strings.Replace(text.String(), "24学时", "30学时", 1))
	if said := printedBy(t, "notice", "compare", "linxi-2023", official); !strings.Contains(said, "第一处不同在三（二）") || !strings.Contains(said, "30学时") {
		t.Errorf("a difference: %s", said)
	}
	if said := printedBy(t, "notice", "linxi-2023"); strings.Contains(said, "对照过") {
		t.Errorf("it says that it was compared: %s", said)
	}
	write("首页\n" + text.String())
	if said := printedBy(t, "notice", "compare", "linxi-2023", official); !strings.Contains(said, "和官网原文一字不差；记下了对照的日子") {
		t.Errorf("the same: %s", said)
	}
	if said := printedBy(t, "notice", "linxi-2023"); !strings.Contains(said, "制作人自称柳溪，您") || !strings.Contains(said, "对照过官网原文") {
		t.Errorf("afterwards: %s", said)
	}

	path := another(t, folder, "forestry-engineer", "")
	old, err := notices().Find(t.Context(), installed)
	if err != nil {
		t.Fatal(err)
	}
	a, err := store.Load(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	old.Bind(a)
	if err := store.Save(path, a); err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(t.TempDir(), "list.txt")
	printed := printedBy(t, "check", path) + printedBy(t, "report", path, list)
	head, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(printed, "本机装了") || !strings.Contains(printed, "对照过官网原文") || !strings.Contains(string(head), "对照过官网原文") {
		t.Errorf("the words of trust are not said, or a later version is: %s", printed)
	}
	data, err := os.ReadFile(installed)
	if err != nil {
		t.Fatal(err)
	}
	later := strings.NewReplacer("版本：3", "版本：4", `"version": 3`, `"version": 4`).Replace(string(data))
	if err := os.WriteFile(installed, []byte(later), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := printedBy(t, "check", path); !strings.Contains(said, "本机装了这份通知的第4版，这份申报还按第3版") {
		t.Errorf("a later version: %s", said)
	}
	if e, err := notices().For(t.Context(), a); err != nil || e.Notice.Version != 3 || e.Origin == library.Own || !strings.HasSuffix(installed, notice.Extension) {
		t.Errorf("version %d, %v", e.Notice.Version, err)
	}
}
