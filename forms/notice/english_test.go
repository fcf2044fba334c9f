package notice_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

var inEnglish = &say.Language{Tag: "en"}

func TestNamesAndClausesAreSaidInEnglish(t *testing.T) {
	n := shipped(t)
	for _, p := range n.Plans {
		if got := n.Name(p.Name); got.String() != p.Name || !strings.HasPrefix(got.In(inEnglish), "Evaluation plan 2020 for ") || !strings.Contains(got.In(inEnglish), p.Name) {
			t.Errorf("%s in English: %s", p.Name, got.In(inEnglish))
		}
		if got := n.Name(p.Short).In(inEnglish); got == p.Short {
			t.Errorf("%s has no English", p.Short)
		}
	}
	for _, ids := range n.Engineer.Abilities {
		if len(ids) != forms.AbilityCount {
			t.Fatal(ids)
		}
		for _, id := range ids {
			clause, _ := n.Clause(id)
			if got := n.Words(id); got.String() != clause.Tidy() || got.In(inEnglish) == got.String() {
				t.Errorf("%s: %q, in English %q", id, got, got.In(inEnglish))
			}
		}
	}
	if got := n.Name("没有这个名字").In(inEnglish); got != "没有这个名字" {
		t.Errorf("an unknown name became %q", got)
	}
	if got := invented(t).Name("柳溪").In(inEnglish); got != "柳溪" {
		t.Errorf("a notice without English says %q", got)
	}
}

// Every name of english.json is one that the notice has: in its numbers or its words.
func TestEnglishIsOfTheNotice(t *testing.T) {
	folder := "shaoxing-2020"
	read := func(name string) string {
		data, err := fs.ReadFile(assets.Notices(), path.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	var english struct{ Names map[string]string }
	if err := json.Unmarshal([]byte(read("english.json")), &english); err != nil {
		t.Fatal(err)
	}
	all := read("notice.json") + read("clauses.txt")
	for name, words := range english.Names {
		if !strings.Contains(all, name) || words == "" {
			t.Errorf("%q is %q", name, words)
		}
	}
}

func TestBrokenEnglishIsNotLoaded(t *testing.T) {
	for _, text := range []string{`{`, `{"plans":{}}`, `{"clauses":{"附件9":"Annex 9"}}`, `{"names":[]}`} {
		files := broken(t, "notice.json", "柳溪", "柳溪").(fstest.MapFS)
		files["linxi-2023/english.json"] = &fstest.MapFile{Data: []byte(text)}
		if _, err := notice.Load(files, "linxi-2023"); err == nil || !strings.Contains(err.Error(), "english.json ") {
			t.Errorf("%s: %v", text, err)
		}
	}
}
