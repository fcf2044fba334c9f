package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"zhicheng/app/field"
	"zhicheng/forms"
	"zhicheng/forms/textfile"
)

// statementInput opens the page of the self-statement and goes into its input.
func statementInput(t testing.TB) (*desk, *field.Entry) {
	t.Helper()
	d := sit(t, nil)
	d.Go(forms.StepStatement)
	entry := d.room.Page().Field(forms.StatementText.Path).Entry()
	d.window.Canvas().Focus(entry)
	return d, entry
}

func pasteInto(entry *field.Entry, text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

func selectAllIn(entry *field.Entry) { entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

func TestStatementPastedWithForeignLineEnds(t *testing.T) {
	d, entry := statementInput(t)
	pasteInto(entry, "一。\r\n二。")
	if entry.Text() != "一。\n二。" || d.View().Statement.Text != "一。\n二。" {
		t.Errorf("shown %q, kept %q", entry.Text(), d.View().Statement.Text)
	}
	selectAllIn(entry)
	pasteInto(entry, "一。\v二。\f三。\u2028四。") // Word's breaks inside a paragraph and between pages
	if want := "一。\n二。\n三。\n四。"; entry.Text() != want || d.View().Statement.Text != want {
		t.Errorf("shown %q, kept %q", entry.Text(), d.View().Statement.Text)
	}
	entry.SetText("三。\r\n四。") // as any other way into the input may bring it
	if d.View().Statement.Text != "三。\n四。" {
		t.Errorf("kept %q", d.View().Statement.Text)
	}
	d.window.Canvas().Unfocus()
	if entry.Text() != "三。\n四。" {
		t.Errorf("left, the input shows %q", entry.Text())
	}
}

// A statement that is full to the last character, its line end being one.
func TestFullStatementWithForeignLineEnds(t *testing.T) {
	d, entry := statementInput(t)
	limit := d.draft.Notice().Statement.Limit
	pasteInto(entry, strings.Repeat("字", limit-2)+"\r\n末")
	if n := forms.Characters(entry.Text()); n != limit || d.View().Statement.Overflow != "" {
		t.Errorf("%d characters, beyond the limit %q", n, d.View().Statement.Overflow)
	}
	test.Type(entry, "加")
	if got := d.View().Statement; forms.Characters(got.Text) != limit || got.Overflow != "加" || entry.Text() != got.Text {
		t.Errorf("%d characters kept, %d shown, beyond the limit %q", forms.Characters(got.Text), forms.Characters(entry.Text()), got.Overflow)
	}
}

// What is typed at the end of the full box goes on in the order of the keys, and is
// taken back first.
func TestTypingBeyondTheFullStatement(t *testing.T) {
	d, entry := statementInput(t)
	limit := d.draft.Notice().Statement.Limit
	full := strings.Repeat("字", limit)
	pasteInto(entry, full)
	want := func(when, overflow string) {
		t.Helper()
		if s := d.View().Statement; s.Text != full || entry.Text() != full || s.Overflow != overflow || entry.Caret() != limit {
			t.Errorf("%s: %d characters kept, %d shown, caret %d, beyond the limit %q, want %q",
				when, forms.Characters(s.Text), forms.Characters(entry.Text()), entry.Caret(), s.Overflow, overflow)
		}
	}
	for i, r := range "vwxyz" {
		d.keys(string(r))
		want("typed", "vwxyz"[:i+1])
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	want("one taken back", "vwxy")
	if !d.says("1000字，还能写0字") || !d.says("有4字放不下") || !d.says("还得删4字") {
		t.Error("the counts are wrong")
	}
	d.Undo()
	want("undone", "")
	d.redo()
	want("done again", "vwxy")
}

// The same text pasted over itself again and again is the same statement.
func TestStatementPastedOverItself(t *testing.T) {
	d, entry := statementInput(t)
	long := strings.Repeat("长", 1498)
	for range 3 {
		selectAllIn(entry)
		pasteInto(entry, long)
		s := d.View().Statement
		if s.Text != long[:3000] || s.Overflow != long[3000:] || entry.Text() != s.Text {
			t.Fatalf("%d characters and %d beyond", forms.Characters(s.Text), forms.Characters(s.Overflow))
		}
	}
	selectAllIn(entry)
	pasteInto(entry, "短")
	if s := d.View().Statement; s.Text != "短" || s.Overflow != "" || d.says("还得删") {
		t.Errorf("after another text %+v", s)
	}
	d.Undo()
	if s := d.View().Statement; s.Overflow != long[3000:] || entry.Text() != s.Text {
		t.Error("undo does not bring back what the other text replaced")
	}
}

// What does not fit any more is said, and once there is room for it how it comes back.
func TestWhatDoesNotFitIsSaidHonestly(t *testing.T) {
	d, entry := statementInput(t)
	pasteInto(entry, strings.Repeat("长", 1498))
	if !d.says("有498字放不下") || !d.says("还得删498字") {
		t.Error("nothing is said of what does not fit")
	}
	selectAllIn(entry)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if s := d.View().Statement; s.Text != "" || forms.Characters(s.Overflow) != 498 {
		t.Fatalf("taken away with what does not fit: %+v", s)
	}
	if d.says("还得删") || !d.says("现在放得下了") {
		t.Error("of text that fits it is said that it does not")
	}
	d.tap("删除这些字")
	if d.View().Statement != (forms.Statement{}) {
		t.Error("what did not fit is still there")
	}
	d.Undo()
	if n := forms.Characters(d.View().Statement.Overflow); n != 498 {
		t.Errorf("undo brings back %d characters", n)
	}
}

// Whatever is typed, pasted, cut, selected, undone, moved back or opened: the input
// shows what is kept, the box takes no more than its limit, and what was never taken
// away is still there.
func TestStatementIsShownAsItIsKept(t *testing.T) {
	d, _ := statementInput(t)
	limit := d.draft.Notice().Statement.Limit
	long := strings.Repeat("长文一段。\n", 180) // 1,080 characters
	rapid.Check(t, func(t *rapid.T) {
		d.draft.Replace(d.config.Notice, forms.New(d.config.Notice.ID))
		d.Go(forms.StepStatement)
		d.focusOn(forms.Of(forms.StatementText))
		entry := func() *field.Entry { return d.room.Page().Field(forms.StatementText.Path).Entry() }
		press := func(name fyne.KeyName) func(*rapid.T) {
			return func(*rapid.T) { entry().TypedKey(&fyne.KeyEvent{Name: name}) }
		}
		grows := func(do func(before forms.Statement)) {
			before := d.View().Statement
			do(before)
			now := d.View().Statement
			if n, was := forms.Characters(now.Text+now.Overflow), forms.Characters(before.Text+before.Overflow); n < was {
				t.Fatalf("%d characters became %d", was, n)
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) {
				s := d.View().Statement
				if shown := entry().Text(); shown != s.Text {
					t.Fatalf("shown are %d characters, kept %d", forms.Characters(shown), forms.Characters(s.Text))
				}
				if n := forms.Characters(s.Text); n > limit || entry().Caret() > n {
					t.Fatalf("%d characters, caret %d", n, entry().Caret())
				}
			},
			"type": func(t *rapid.T) {
				text := rapid.SampledFrom([]string{"字", "末尾多出", "a", " ", "👍🏽", "e\u0301", "𠮷"}).Draw(t, "text")
				if entry().Selected() != "" {
					press(fyne.KeyRight)(t)
				}
				grows(func(forms.Statement) { d.keys(text) })
			},
			"paste": func(t *rapid.T) {
				text := rapid.SampledFrom([]string{long, "短\r\n句", strings.Repeat(long, 3)}).Draw(t, "text")
				pasteInto(entry(), text)
			},
			"select all": func(*rapid.T) { selectAllIn(entry()) },
			"cut":        func(*rapid.T) { entry().TypedShortcut(&fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()}) },
			"back":       press(fyne.KeyBackspace), "delete": press(fyne.KeyDelete), "enter": press(fyne.KeyReturn),
			"left": press(fyne.KeyLeft), "up": press(fyne.KeyUp), "home": press(fyne.KeyHome), "end": press(fyne.KeyEnd),
			"go": func(t *rapid.T) { entry().SetCaret(rapid.IntRange(0, limit).Draw(t, "caret")) },
			"move back": func(t *rapid.T) {
				before := d.View().Statement
				if before.Overflow == "" {
					t.Skip("nothing is beyond")
				}
				d.tap("移回述职")
				now := d.View().Statement
				if now.Text+now.Overflow != before.Text+before.Overflow {
					t.Fatal("moving back changes what is written")
				}
				d.focusOn(forms.Of(forms.StatementText))
			},
			"open":  func(*rapid.T) { d.answers.takeText(textfile.Text{Words: long + "结尾"}) },
			"undo":  func(*rapid.T) { d.Undo() },
			"redo":  func(*rapid.T) { d.redo() },
			"leave": func(*rapid.T) { d.window.Canvas().Unfocus(); d.focusOn(forms.Of(forms.StatementText)) },
		})
	})
}
