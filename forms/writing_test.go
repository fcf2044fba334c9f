package forms_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zhicheng/forms"
)

// written is the simple model of the statement: all that was written, where the box
// ends in it, and where writing goes on, which may be behind the end of the box.
type written struct {
	all         []rune
	edge, caret int
	limit       int
}

func (w written) box() string  { return string(w.all[:w.edge]) }
func (w written) rest() string { return string(w.all[w.edge:]) }

// replace puts text in the place of what is from a to b.
func (w written) replace(a, b int, text string) written {
	put := []rune(text)
	w.all = append(append(append([]rune{}, w.all[:a]...), put...), w.all[b:]...)
	if b <= w.edge && a < w.edge || a == w.edge && w.edge < w.limit {
		w.edge = min(w.limit, w.edge+a-b+len(put))
	}
	w.caret = a + len(put)
	return w
}

// shown is where the caret is seen.
func (w written) shown() int { return min(w.caret, w.edge) }

var signs = []rune("字述。a \n")

// Whatever is typed, pasted and taken away, box and rest are what was written, the
// box takes no more than its limit, and the caret is where writing goes on.
func TestStatementIsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 12).Draw(t, "limit")
		w, model, caret := forms.NewWriting(forms.Statement{}, limit), written{limit: limit}, 0
		put := func(e forms.Edit) {
			w, caret = w.Put(e)
		}
		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) {
				if w.Text != model.box() || w.Overflow != model.rest() || caret != model.shown() {
					t.Fatalf("box %q, rest %q, caret %d; want %q, %q, %d", w.Text, w.Overflow, caret, model.box(), model.rest(), model.shown())
				}
				if n := forms.Characters(w.Text); n > limit {
					t.Fatalf("%d characters in a box for %d", n, limit)
				}
			},
			"type": func(t *rapid.T) {
				text := string(rapid.SampledFrom(signs).Draw(t, "character"))
				put(forms.Edit{From: caret, To: caret, Text: text})
				model = model.replace(model.caret, model.caret, text)
			},
			"back": func(t *rapid.T) {
				if model.caret == 0 {
					t.Skip("nothing is before the caret")
				}
				put(forms.Edit{From: max(0, caret-1), To: caret, Back: true})
				model = model.replace(model.caret-1, model.caret, "")
			},
			"move and replace": func(t *rapid.T) {
				from := rapid.IntRange(0, model.edge).Draw(t, "from")
				to := rapid.IntRange(from, model.edge).Draw(t, "to")
				if from == 0 && to == model.edge {
					t.Skip("another statement")
				}
				text := rapid.StringOfN(rapid.SampledFrom(signs), 0, 2*limit, -1).Draw(t, "text")
				put(forms.Edit{From: from, To: to, Text: text, Moved: true, Pasted: rapid.Bool().Draw(t, "pasted")})
				model = model.replace(from, to, text)
			},
			"back from the rest": func(*rapid.T) {
				w, caret = w.Back(), 0
				model.edge, model.caret = min(limit, len(model.all)), 0
			},
		})
	})
}

// What is put in place of everything takes the rest with it, or leaves it, as the
// applicant would expect.
func TestAnotherStatementInPlaceOfAll(t *testing.T) {
	long := strings.Repeat("长", 14)
	for name, row := range map[string]struct {
		box, put   string
		pasted     bool
		text, rest string
	}{
		"pasted, too long":              {"旧旧旧旧旧旧旧旧旧旧", long, true, long[:30], long[30:]},
		"pasted, fits":                  {"旧旧旧旧旧旧旧旧旧旧", "新", true, "新", ""},
		"typed over":                    {"旧旧旧旧旧旧旧旧旧旧", "新", false, "新", "剩的"},
		"taken away":                    {"旧旧旧旧旧旧旧旧旧旧", "", false, "", "剩的"},
		"cut, and pasted again":         {"", "旧旧", true, "旧旧", "剩的"},
		"cut, and pasted whole":         {"", long, true, long[:30], long[30:]},
		"typed into the empty box":      {"", "新", false, "新", "剩的"},
		"set by something else, long":   {"旧", long, false, long[:30], long[30:]},
		"foreign line ends, just fits":  {"旧", "新新新新\r\n新新新新新", true, "新新新新\n新新新新新", ""},
		"foreign line ends, just above": {"旧", "新新新新\r\n新新新新新多", true, "新新新新\n新新新新新", "多"},
	} {
		w := forms.NewWriting(forms.Statement{Text: row.box, Overflow: "剩的"}, 10)
		e := forms.Edit{To: utf8.RuneCountInString(row.box), Text: row.put, Pasted: row.pasted}
		for range 3 { // doing it again changes nothing
			w, _ = w.Put(e)
			e.To = forms.Characters(w.Text)
			if w.Text != row.text || w.Overflow != row.rest {
				t.Errorf("%s: box %q, rest %q; want %q, %q", name, w.Text, w.Overflow, row.text, row.rest)
			}
			if row.box == "" || row.put == "" {
				break
			}
		}
	}
}

// What is read as one character is not cut in two, if the box has room for any.
func TestNoCharacterIsCutInTwo(t *testing.T) {
	for _, row := range []struct {
		text       string
		limit      int
		head, rest string
	}{
		{"字字e\u0301", 3, "字字", "e\u0301"},
		{"字字👍🏽好", 3, "字字", "👍🏽好"},
		{"字👩\u200d🔬", 3, "字", "👩\u200d🔬"},
		{"字字☎\ufe0f", 3, "字字", "☎\ufe0f"},
		{"e\u0301\u0302\u0303", 2, "e\u0301", "\u0302\u0303"},
		{"𠮷𠮷", 1, "𠮷", "𠮷"},
		{"一\r\n二", 2, "一\n", "二"},
		{"一\r二", 2, "一\n", "二"},
	} {
		got := forms.NewWriting(forms.Statement{}, row.limit).Whole(row.text)
		if got.Text != row.head || got.Overflow != row.rest {
			t.Errorf("%q at %d: %q and %q, want %q and %q", row.text, row.limit, got.Text, got.Overflow, row.head, row.rest)
		}
	}
}

func TestNoCharacterOfAStatementIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("字。\n 𠂇e\u0301"))).Draw(t, "text")
		limit := rapid.IntRange(1, 30).Draw(t, "limit")
		fitted := forms.NewWriting(forms.Statement{Text: text, Overflow: "余"}, limit).Fitted()
		if fitted.Text+fitted.Overflow != text+"余" || forms.Characters(fitted.Text) > limit {
			t.Fatalf("%q became %q and %q", text, fitted.Text, fitted.Overflow)
		}
	})
}
