package notice_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms/notice"
)

func TestFind(t *testing.T) {
	for _, row := range []struct {
		text, words string
		want        []string
	}{
		{"一般公需科目不少于18学时", "18学时", []string{"18学时"}},
		{"一般公需\n 科目", "公需科目", []string{"公需\n 科目"}},
		{"Excel和EXCEL", "excel", []string{"Excel", "EXCEL"}},
		{"（附件１）", "(附件1)", []string{"（附件１）"}},
		{"啊啊啊", "啊啊", []string{"啊啊"}},
		{"没有", "有没", nil},
		{"什么", "", nil},
		{"什么", " \n", nil},
		{"", "什么", nil},
	} {
		var got []string
		for _, s := range notice.Find(row.text, row.words) {
			got = append(got, row.text[s.From:s.To])
		}
		if strings.Join(got, "|") != strings.Join(row.want, "|") {
			t.Errorf("%q in %q: %q, want %q", row.words, row.text, got, row.want)
		}
	}
}

// What is found is what was looked for, and what was put somewhere is found.
func TestFoundIsWhatWasLookedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, words, after := rapid.String().Draw(t, "before"), rapid.String().Draw(t, "words"), rapid.String().Draw(t, "after")
		text := before + words + after
		found := notice.Find(text, words)
		if len(found) == 0 && notice.Squeeze(words) != "" {
			t.Fatal("it is not found")
		}
		end := 0
		for _, s := range found {
			if s.From < end || s.To > len(text) || len(notice.Find(text[s.From:s.To], words)) != 1 {
				t.Fatalf("found %q at %v", text[s.From:s.To], s)
			}
			end = s.To
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("一般公需", "公需")
	f.Add("\xff\xfe", "\xff")
	f.Fuzz(func(t *testing.T, text, words string) {
		for _, s := range notice.Find(text, words) {
			if s.From < 0 || s.To > len(text) || s.From >= s.To {
				t.Fatalf("%v of %d", s, len(text))
			}
		}
	})
}
