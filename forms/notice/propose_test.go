package notice_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/notice"
)

// plainText is a notice's text without the marks.
func plainText(t *testing.T, files fs.FS, id string) string {
	t.Helper()
	data, err := fs.ReadFile(files, id+"/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "§ ") {
			text.WriteString(line)
		}
	}
	return text.String()
}

// values are the single values of data by their paths.
func values(v any, path string, all map[string]string) {
	switch t := v.(type) {
	case map[string]any:
		for key, value := range t {
			values(value, path+"."+key, all)
		}
	case []any:
		for i, value := range t {
			values(value, fmt.Sprintf("%s.%d", path, i), all)
		}
	default:
		all[path] = fmt.Sprint(t)
	}
}

func valuesOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	var tree map[string]any
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	for _, own := range []string{"id", "version", "calendar", "absent"} { // no text says them
		delete(tree, own)
	}
	all := map[string]string{}
	values(tree, "", all)
	return all
}

// Each of two notices of one shape, whose numbers, days, places, papers and annexes all
// differ, is drafted from its text and the other: what of the data differs is proposed, but
// for what no clause says.
func TestDraftedLikeAnother(t *testing.T) {
	own, other := assets.Notices(), os.DirFS("testdata")
	for _, row := range []struct {
		text, like  fs.FS
		id, pattern string
		least       int // of the facts that differ, in a hundred
	}{{own, other, "shaoxing-2020", "yunzhou-2024", 96}, {other, own, "yunzhou-2024", "shaoxing-2020", 97}} {
		pattern, err := notice.Folder(row.like, row.pattern)
		if err != nil {
			t.Fatal(err)
		}
		p, err := notice.Propose(row.id, []byte(plainText(t, row.text, row.id)), pattern)
		if err != nil {
			t.Fatal(err)
		}
		data, err := fs.ReadFile(row.text, row.id+"/notice.json")
		if err != nil {
			t.Fatal(err)
		}
		want, was, got := valuesOf(t, data), valuesOf(t, pattern.Files()["notice.json"]), valuesOf(t, p.Source.Files()["notice.json"])
		right, differ := 0, 0
		var wrong []string
		for path, value := range want {
			switch {
			case was[path] == value && got[path] == value:
			case was[path] == value:
				t.Errorf("%s: %s was right and became %q", row.id, path, got[path])
			case got[path] == value:
				right, differ = right+1, differ+1
			default:
				differ++
				wrong = append(wrong, fmt.Sprintf("%s: %q, want %q", path, got[path], value))
			}
		}
		slices.Sort(wrong)
		t.Logf("%s like %s: %d of the %d values that differ, of %d\n%s", row.id, row.pattern, right, differ, len(want), strings.Join(wrong, "\n"))
		if right*100 < row.least*differ {
			t.Errorf("%s: only %d of %d values that differ are proposed", row.id, right, differ)
		}
		if !strings.Contains(strings.Join(p.Remarks, "\n"), "英文（english.json）照抄了") || p.Source.Files()["english.json"] == nil {
			t.Errorf("%s: nothing is said of the English", row.id)
		}
	}
}
