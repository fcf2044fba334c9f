package fileread_test

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zhicheng/forms/fileread"
)

func TestName(t *testing.T) {
	for path, want := range map[string]string{
		"a/我的 申报.zcapp":     "我的 申报.zcapp",
		"a/x\ny.zcapp":      "x�y.zcapp",
		"\x1b[2Jx.jpg":      "�[2Jx.jpg",
		"a\u202egpj.exe":    "a�gpj.exe",
		"a\u0085b\u2028.js": "a�b�.js",
	} {
		if got := fileread.Name(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
	long := strings.Repeat("长", 300) + ".zcapp"
	if got := fileread.Name(long); utf8.RuneCountInString(got) != 80 || !strings.HasSuffix(got, ".zcapp") {
		t.Errorf("a long name is shown as %q", got)
	}
}

func TestShownFitsAndIsOneLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, most := rapid.String().Draw(t, "text"), rapid.IntRange(1, 40).Draw(t, "most")
		got := fileread.Shown(text, most)
		if utf8.RuneCountInString(got) > most || strings.ContainsAny(got, "\n\r\x1b\x00\u2028") {
			t.Fatalf("%q", got)
		}
	})
}

func TestCopiedPaths(t *testing.T) {
	path := filepath.Join(t.TempDir(), "我的 照片.jpg")
	address := (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")}).String()
	for text, want := range map[string]string{
		path: path, `"` + path + `"`: path, " '" + path + "'\r": path, address: path, address + "\n": path,
		strings.Replace(address, "file://", "file://localhost", 1): path,
		"file://host/a.jpg": "file://host/a.jpg", "https://host/a.jpg": "https://host/a.jpg", "file:": "", "": "",
		"file:///%zz": "file:///%zz", "本人从事林业": "本人从事林业", "第3条: 无": "第3条: 无",
	} {
		if got := fileread.Copied(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
