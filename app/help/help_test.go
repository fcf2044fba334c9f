package help

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/app/looktest"
	"zhicheng/assets"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
	"zhicheng/forms/words"
)

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(look.New(look.Light))
	m.Run()
}

// open opens the window at a tab.
func open(t testing.TB, tab Tab, language *say.Language) *Window {
	t.Helper()
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	w := Open(fyne.CurrentApp(), Content{
		Notice: n, Trust: say.F("自带"), Language: language, Manual: "# 怎么用\n\n先打开，\n再填写。\n",
		Keys: []Key{{say.F("保存"), "Ctrl+S"}},
	}, tab)
	t.Cleanup(w.Close)
	return w
}

func texts(o fyne.CanvasObject) string {
	return strings.Join(looktest.Texts(o), "\n")
}

func TestNoticeIsWhole(t *testing.T) {
	w := open(t, Notice, nil)
	said := texts(w.Fyne().Content())
	for _, clause := range w.content.Notice.Clauses() {
		if !strings.Contains(said, clause.Tidy()) {
			t.Errorf("%s is not shown", clause.ID)
		}
	}
}

// A search counts every place, marks it and shows one after the other.
func TestSearch(t *testing.T) {
	w := open(t, Notice, nil)
	want := 0
	for _, clause := range w.content.Notice.Clauses() {
		want += len(notice.Find(clause.Tidy(), "公示"))
	}
	if want < 2 {
		t.Fatalf("the notice has it %d times", want)
	}
	test.Type(w.reader.search, "公示")
	if len(w.reader.hits) != want || w.reader.at != 0 {
		t.Fatalf("%d places, at %d; want %d", len(w.reader.hits), w.reader.at, want)
	}
	if said := texts(w.Fyne().Content()); !strings.Contains(said, "第1处，共") {
		t.Error("the count is not said")
	}
	seen := map[float32]bool{}
	for i := range want {
		h := w.reader.hits[w.reader.at]
		top := w.reader.top(h.item)
		bottom := top + w.reader.items[h.item].card.Size().Height
		offset, height := w.reader.scroll.Offset.Y, w.reader.scroll.Size().Height
		if bottom < offset || top > offset+height {
			t.Errorf("place %d (%s) is out of sight", i, w.reader.items[h.item].id)
		}
		seen[offset] = true
		w.reader.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if w.reader.at != 0 || len(seen) < 2 {
		t.Errorf("after the last place comes %d; %d places were seen", w.reader.at, len(seen))
	}
	w.reader.search.SetText("没有这样的词")
	if said := texts(w.Fyne().Content()); !strings.Contains(said, "没有找到") || len(w.reader.hits) != 0 {
		t.Error("it does not say that nothing was found")
	}
	w.reader.search.SetText("")
	if said := texts(w.Fyne().Content()); strings.Contains(said, "没有找到") {
		t.Error("without words nothing is looked for")
	}
}

func TestQuoteJumps(t *testing.T) {
	w := open(t, Terms, nil)
	clauses := w.content.Notice.Clauses()
	for _, i := range []int{0, len(clauses) / 2, len(clauses) - 1} {
		w.Quote(clauses[i].ID)
		top, offset := w.reader.top(i), w.reader.scroll.Offset.Y
		if top < offset || top > offset+w.reader.scroll.Size().Height {
			t.Errorf("%s is at %.0f, seen is from %.0f", clauses[i].ID, top, offset)
		}
	}
	w.Quote("没有这一条") // another notice's
}

// Every term is explained, and one that the notice has leads there.
func TestTermsAreInTheNotice(t *testing.T) {
	w := open(t, Terms, nil)
	said := texts(w.Fyne().Content())
	found := 0
	for _, term := range guide.Terms(w.content.Notice) {
		if !strings.Contains(said, term.Meaning.String()) {
			t.Errorf("%s is not explained", term.Word)
		}
		if !term.Own && len(w.content.find(term.Word.String())) > 0 {
			found++
		}
	}
	if links := strings.Count(said, "在通知里找"); found < 15 || links != found {
		t.Errorf("%d terms are in the notice, %d links lead there", found, links)
	}
	w.Search("公示")
	if len(w.reader.hits) == 0 || w.reader.at != 0 {
		t.Errorf("of %d places it shows %d", len(w.reader.hits), w.reader.at)
	}
}

func TestKeysAreThoseOfTheMenus(t *testing.T) {
	w := open(t, Keys, words.English())
	said := texts(w.Fyne().Content())
	for _, want := range []string{"Ctrl+S", "Save", "PageUp / PageDown"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is not in %s", want, said)
		}
	}
}

func TestEscapeCloses(t *testing.T) {
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	w, closed := Open(fyne.CurrentApp(), Content{Notice: n}, Notice), false
	w.OnClosed(func() { closed = true })
	w.reader.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !closed {
		t.Error("it is still open")
	}
}

func TestMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"# 题\n\n一行\n二行\n":                   "题\n一行二行",
		"one\ntwo":                          "one two",
		"- **粗** 和 `码`\n- [链](x.md)":        "·\n粗 和 码\n·\n链",
		"1. 先\n2. 后":                        "1.\n先\n2.\n后",
		"| 键 | 做什么 |\n|---|---|\n| A | b |": "键\n做什么\nA\nb",
		"```\nzc check\n```\n后":             "zc check\n后",
		"> 引":                               "引",
		"前\n\n![窗口](a.png)\n\n后":            "前\n后",
		"前\n![窗口](a.png)\n后":                "前\n后",
		"":                                  "",
		"|\n|":                              "\n\n",
		"**没有完":                             "**没有完",
	} {
		got := texts(markdown(text))
		if strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# a\n- b\n|c|d|\n```\n")
	f.Add("\xff\n\xff")
	f.Fuzz(func(t *testing.T, text string) {
		page := markdown(text)
		if page == nil || strings.TrimSpace(text) == "" && len(page.Objects) != 0 {
			t.Fatal("nothing makes something")
		}
	})
}
