package field

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"zhicheng/app/look"
)

// input shows an input alone, 340 units wide.
func input(t testing.TB, e *Entry, text string) *Entry {
	t.Helper()
	w := test.NewWindow(look.Column(0, e))
	w.Resize(fyne.NewSize(348, 300))
	t.Cleanup(w.Close)
	e.SetText(text)
	e.SetCaret(0)
	w.Canvas().Focus(e)
	return e
}

func press(e *Entry, names ...fyne.KeyName) {
	for _, name := range names {
		e.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func control(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// drawn returns the lines that an input shows.
func drawn(e *Entry) []string {
	var lines []string
	for _, o := range test.WidgetRenderer(e).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			lines = append(lines, text.Text)
		}
	}
	return lines
}

func TestKeysOfAnInput(t *testing.T) {
	const text = "主持完成project 12项。\n第二段👍🏽完。"
	for name, row := range map[string]struct {
		do   func(e *Entry)
		want string // with | for the caret and [ ] round a selection
	}{
		"right":             {func(e *Entry) { press(e, fyne.KeyRight, fyne.KeyRight) }, "主持|完成project 12项。\n第二段👍🏽完。"},
		"end":               {func(e *Entry) { press(e, fyne.KeyEnd) }, "主持完成project 12项。|\n第二段👍🏽完。"},
		"down and left":     {func(e *Entry) { press(e, fyne.KeyDown, fyne.KeyLeft) }, "主持完成project 12项。|\n第二段👍🏽完。"},
		"over an emoji":     {func(e *Entry) { press(e, fyne.KeyDown, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft) }, "主持完成project 12项。\n第二段|👍🏽完。"},
		"an emoji away":     {func(e *Entry) { press(e, fyne.KeyDown, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyBackspace) }, "主持完成project 12项。\n第二段|完。"},
		"delete":            {func(e *Entry) { press(e, fyne.KeyDelete) }, "|持完成project 12项。\n第二段👍🏽完。"},
		"nothing to delete": {func(e *Entry) { e.SetCaret(99); press(e, fyne.KeyDelete) }, text + "|"},
		"nothing before":    {func(e *Entry) { press(e, fyne.KeyBackspace) }, "|" + text},
		"enter":             {func(e *Entry) { press(e, fyne.KeyRight, fyne.KeyReturn) }, "主\n|持完成project 12项。\n第二段👍🏽完。"},
		"a word on":         {func(e *Entry) { e.TypedShortcut(control(fyne.KeyRight)) }, "主持完成|project 12项。\n第二段👍🏽完。"},
		"two words on":      {func(e *Entry) { e.TypedShortcut(control(fyne.KeyRight)); e.TypedShortcut(control(fyne.KeyRight)) }, "主持完成project |12项。\n第二段👍🏽完。"},
		"a word back":       {func(e *Entry) { e.SetCaret(12); e.TypedShortcut(control(fyne.KeyLeft)) }, "主持完成|project 12项。\n第二段👍🏽完。"},
		"a word away":       {func(e *Entry) { e.SetCaret(11); e.TypedShortcut(control(fyne.KeyBackspace)) }, "主持完成| 12项。\n第二段👍🏽完。"},
		"the end":           {func(e *Entry) { e.TypedShortcut(control(fyne.KeyEnd)) }, text + "|"},
		"all":               {func(e *Entry) { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }, "[" + text + "|"},
		"typed over all":    {func(e *Entry) { e.TypedShortcut(&fyne.ShortcutSelectAll{}); e.TypedRune('新') }, "新|"},
		"out of all": {func(e *Entry) {
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
			press(e, fyne.KeyLeft)
		}, "|" + text},
		"selected by keys": {func(e *Entry) {
			e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			press(e, fyne.KeyRight, fyne.KeyRight)
			e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}, "[主持|完成project 12项。\n第二段👍🏽完。"},
		"a word clicked twice":  {func(e *Entry) { e.SetCaret(6); e.DoubleTapped(nil) }, "主持完成[project| 12项。\n第二段👍🏽完。"},
		"the last one":          {func(e *Entry) { e.SetCaret(99); e.DoubleTapped(nil) }, "主持完成project 12项。\n第二段👍🏽完[。|"},
		"a paragraph, thrice":   {func(e *Entry) { e.SetCaret(1); e.DoubleTapped(nil); e.MouseDown(&desktop.MouseEvent{}) }, "[主持完成project 12项。|\n第二段👍🏽完。"},
		"nothing clicked twice": {func(e *Entry) { e.SetText(""); e.DoubleTapped(nil) }, "|"},
	} {
		e := input(t, NewLongEntry(&desk{}, 4), text)
		row.do(e)
		got := slices.Insert([]rune(e.Text()), e.caret, '|')
		if e.anchor != e.caret {
			got = slices.Insert(got, e.anchor, '[')
		}
		if string(got) != row.want {
			t.Errorf("%s: %q, want %q", name, string(got), row.want)
		}
	}
}

func TestMouseInAnInput(t *testing.T) {
	e := input(t, NewLongEntry(&desk{}, 4), strings.Repeat("字", 30)+"\n第二段")
	click := func(x, y float32) {
		e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
	}
	for _, row := range []struct {
		x, y float32
		want int
	}{
		{0, 0, 0},
		{entryPadding + 14*3 + 2, 10, 3},
		{entryPadding + 14*3 + 9, 10, 4},
		{entryPadding + 20, entryPadding + e.line() + 2, 24},
		{9000, 9000, 34},
		{9000, entryPadding + 2*e.line() + 1, 34},
	} {
		click(row.x, row.y)
		if e.Caret() != row.want {
			t.Errorf("a click at %v, %v is before character %d, want %d", row.x, row.y, e.Caret(), row.want)
		}
	}
	click(entryPadding, 10)
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(entryPadding+14*2, 10)}})
	e.DragEnd()
	if e.Selected() != "字字" {
		t.Errorf("dragging selects %q", e.Selected())
	}
	click(9000, 10) // behind the end of a line that goes on
	if at := e.CursorPosition(); at.Y != entryPadding || at.X < 300 {
		t.Errorf("the caret behind the end of a line is at %v", at)
	}
	board := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: board})
	if e.Text() != "" || !strings.HasSuffix(board.Content(), "第二段") {
		t.Errorf("left is %q, cut %q", e.Text(), board.Content())
	}
}

// A caret is always drawn inside the input, with the text round it.
func TestTheCaretIsSeen(t *testing.T) {
	for _, entry := range []*Entry{NewEntry(&desk{}, 0), NewLongEntry(&desk{}, 3)} {
		e := input(t, entry, "")
		rapid.Check(t, func(t *rapid.T) {
			e.SetText(rapid.StringOfN(rapid.RuneFrom([]rune("字，a \n👍🏽e\u0301")), 0, 300, -1).Draw(t, "text"))
			for range 3 {
				e.SetCaret(rapid.IntRange(0, 300).Draw(t, "caret"))
				press(e, rapid.SampledFrom([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown}).Draw(t, "key"))
				at := e.CursorPosition()
				if at.X < 0 || at.X > e.Size().Width || at.Y < 0 || at.Y+e.line() > e.Size().Height {
					t.Fatalf("the caret is at %v of %v", at, e.Size())
				}
				seen := e.seen()
				if e.caret < seen[0].From || e.caret > seen[len(seen)-1].To {
					t.Fatalf("before character %d, and %v are seen", e.caret, seen)
				}
				for i, line := range drawn(e)[:len(seen)] {
					if want := string(e.text[seen[i].From:seen[i].To]); line != want {
						t.Fatalf("line %d is %q, want %q", i, line, want)
					}
				}
			}
		})
	}
}

// What is drawn does not grow with the text.
func TestALongTextIsDrawnAsFarAsItIsSeen(t *testing.T) {
	for name, e := range map[string]*Entry{"one line": NewEntry(&desk{}, 200), "a long text": NewLongEntry(&desk{}, 5), "reading": NewReading(&desk{}, 5)} {
		input(t, e, "")
		e.show(strings.Repeat("很长的一行", 100_000))
		e.SetCaret(250_000)
		if n := len(strings.Join(drawn(e), "")); n == 0 || n > 5*25*3 {
			t.Errorf("%s: %d bytes are drawn", name, n)
		}
		if objects := len(test.WidgetRenderer(e).Objects()); objects > 14 {
			t.Errorf("%s: %d objects", name, objects)
		}
	}
}

func TestWhatIsReadIsNotWritten(t *testing.T) {
	e := input(t, NewReading(&desk{}, 3), "")
	e.show("放不下的字")
	e.TypedRune('x')
	press(e, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn)
	paste(e, "y")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	board := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: board})
	if e.Text() != "放不下的字" || board.Content() != "放不下的字" {
		t.Errorf("it became %q, copied is %q", e.Text(), board.Content())
	}
}
