package ask

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFileNames(t *testing.T) {
	for text, want := range map[string]string{
		"张三":        "张三",
		"李·阿卜杜拉":    "李·阿卜杜拉",
		"Ann Lee":   "Ann Lee",
		" 张三. ":     "张三",
		"张三...":     "张三",
		".hidden":   "hidden",
		"a/b\\c:d":  "abcd",
		"a\nb\x00c": "abc",
		"CON":       "",
		"con":       "",
		"Nul.x":     "",
		"COM1":      "",
		"com1 .x":   "",
		"LPT¹":      "",
		"COM10":     "COM10",
		"CONNIE":    "CONNIE",
		"Con Lee":   "Con Lee",
		"a.con":     "a.con",
		"<>":        "",
		"":          "",
		"𠀀野":        "𠀀野",
		"张\u200b三":  "张三",
	} {
		if got := FileName(text); got != want {
			t.Errorf("%q is named %q, want %q", text, got, want)
		}
	}
	long := strings.Repeat("长", 300)
	if got := FileName(long); !strings.HasPrefix(long, got) || len(got) > longestName || len(got) < longestName-utf8.UTFMax {
		t.Errorf("%d bytes of a long name", len(got))
	}
}

// Whatever somebody is called, every system takes the name that is proposed.
func TestFileNamesAreTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(reserved), rapid.StringMatching(`[ .]*(con|AUX|lpt1|张三)[ .]*(\.[a-z ]*)?`)).Draw(t, "text")
		got := FileName(text)
		if strings.ContainsAny(got, "/\\:*?\"<>|\x00") || strings.Trim(got, " .") != got || !utf8.ValidString(got) {
			t.Errorf("%q is named %q", text, got)
		}
		stem, _, _ := strings.Cut(got, ".")
		for _, name := range reserved {
			if strings.EqualFold(strings.TrimSpace(stem), name) {
				t.Errorf("%q is named %q", text, got)
			}
		}
	})
}

func TestProposedNames(t *testing.T) {
	for name, want := range map[string]string{
		"张三.zcapp": "张三.zcapp", "a b.JPG": "a b.JPG", "张三": "张三", "": "职称申报",
		`..\..\x.jpg`: "x.jpg", "../../x.jpg": "x.jpg", `C:\照片\x.jpg`: "x.jpg", `\\host\share\x.jpg`: "x.jpg",
		"x?.j<p>g": "x.jpg", "con.jpg": "职称申报.jpg", "x.con": "x", ".jpg": "职称申报.jpg", "x.jpg.": "x.jpg", "..": "职称申报",
	} {
		if got := proposed(name, "职称申报"); got != want {
			t.Errorf("%q is proposed as %q, want %q", name, got, want)
		}
	}
}
