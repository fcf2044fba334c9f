package field

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(look.New(look.Light))
	m.Run()
}

// desk is a host with one application and fields that follow it.
type desk struct {
	applicant *forms.Applicant
	fields    []*Field
	shortcuts []fyne.Shortcut
	wheels    int // turns that reached the page
}

func (d *desk) View() *forms.Applicant { return d.applicant }

func (d *desk) Enter(p forms.Place, text string) {
	next := d.applicant.Clone()
	p.Enter(next, text)
	d.applicant = next
	for _, f := range d.fields {
		f.Update()
	}
}

func (d *desk) Break()                   {}
func (d *desk) Say(text say.Text) string { return text.String() }
func (d *desk) Reveal(fyne.CanvasObject) {}
func (d *desk) Caret(*Entry)             {}
func (d *desk) Key(*fyne.KeyEvent)       {}
func (d *desk) Wheel(*fyne.ScrollEvent)  { d.wheels++ }

func (d *desk) Shortcut(s fyne.Shortcut) bool {
	d.shortcuts = append(d.shortcuts, s)
	return s.ShortcutName() == (&fyne.ShortcutUndo{}).ShortcutName()
}

// open shows the fields of places in a window.
func open(t *testing.T, places ...forms.Place) (*desk, fyne.Window) {
	t.Helper()
	d := &desk{applicant: forms.New("test")}
	column := look.Column(look.Gap)
	for _, p := range places {
		f := New(d, d, p, Options{})
		d.fields = append(d.fields, f)
		column.Add(f.Object())
	}
	w := test.NewWindow(column)
	w.Resize(fyne.NewSize(600, 600))
	t.Cleanup(w.Close)
	return d, w
}

func TestDateIsReadWhileTypedAndShownInOneForm(t *testing.T) {
	for _, row := range []struct{ typed, shown string }{
		{"2016-12-31", "2016-12-31"},
		{"2016.12", "2016-12"},
		{"20161231", "2016-12-31"},
		{"2016年12月", "2016-12"},
		{"２０１６／１／２", "2016-01-02"},
		{"去年", "去年"},
	} {
		d, w := open(t, forms.Of(forms.TitleQualified))
		entry := d.fields[0].Entry()
		w.Canvas().Focus(entry)
		test.Type(entry, row.typed)
		if entry.Text() != row.typed {
			t.Errorf("typing %q shows %q", row.typed, entry.Text())
		}
		if got := d.applicant.Title.QualifiedDate.Text(); got != row.shown {
			t.Errorf("%q is stored as %q, want %q", row.typed, got, row.shown)
		}
		w.Canvas().Unfocus()
		if entry.Text() != row.shown {
			t.Errorf("%q is shown as %q, want %q", row.typed, entry.Text(), row.shown)
		}
	}
}

func TestTroubleStandsUnderTheAnswerOnceItIsLeft(t *testing.T) {
	d, w := open(t, forms.Of(forms.TitleQualified))
	f := d.fields[0]
	w.Canvas().Focus(f.Entry())
	test.Type(f.Entry(), "2016-1")
	test.Type(f.Entry(), "3")
	if f.Trouble().Visible() {
		t.Error("half a date is called wrong")
	}
	w.Canvas().Unfocus()
	if !f.Trouble().Visible() || f.trouble.Words() == "" {
		t.Error("a month 13 is not called wrong")
	}
	w.Canvas().Focus(f.Entry())
	f.Entry().SetText("2016-12")
	w.Canvas().Unfocus()
	if f.Trouble().Visible() {
		t.Errorf("still wrong: %s", f.trouble.Words())
	}
}

func TestFocusedInputFollowsUndo(t *testing.T) {
	d, w := open(t, forms.Of(forms.PersonName))
	entry := d.fields[0].Entry()
	w.Canvas().Focus(entry)
	test.Type(entry, "张三")
	d.applicant = forms.New("test")
	d.fields[0].Update()
	if entry.Text() != "" {
		t.Errorf("after the way back the input shows %q", entry.Text())
	}
}

func TestUndoBelongsToTheWindow(t *testing.T) {
	d, w := open(t, forms.Of(forms.PersonName))
	entry := d.fields[0].Entry()
	w.Canvas().Focus(entry)
	test.Type(entry, "张三")
	entry.TypedShortcut(&fyne.ShortcutUndo{})
	if entry.Text() != "张三" || len(d.shortcuts) != 1 {
		t.Errorf("text %q, %d shortcuts", entry.Text(), len(d.shortcuts))
	}
}

func TestChoiceByTapAndKeys(t *testing.T) {
	d, w := open(t, forms.Of(forms.ScopeEmployed))
	c := d.fields[0].Choice()
	tap := func(value string) {
		p, ok := c.Centre(value)
		if !ok {
			t.Fatalf("no answer %s", value)
		}
		test.TapAt(c, p)
	}
	want := func(answer forms.Answer) {
		t.Helper()
		if got := d.applicant.Scope.EmployedHere; got != answer {
			t.Errorf("the answer is %q, want %q", got, answer)
		}
	}
	tap("no")
	want(forms.No)
	tap("no") // a double click
	want(forms.No)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(forms.No)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	want("")
	w.Canvas().Focus(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	want("")
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	want(forms.YesNoOpen)
	c.TypedRune('1')
	want(forms.Yes)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	want("")
}

// The toolkit gives the wheel to the topmost object that takes it.
func TestWheelOverAnInputScrollsThePage(t *testing.T) {
	d, w := open(t, forms.Of(forms.TitleQualified), forms.Of(forms.StatementText))
	turn := func(f *Field) {
		t.Helper()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Entry()).AddXY(10, 10)
		test.Scroll(w.Canvas(), at, 0, -20)
	}
	turn(d.fields[0])
	turn(d.fields[1])
	if d.wheels != 2 {
		t.Errorf("the page got %d of 2 turns", d.wheels)
	}
	d.fields[1].Entry().SetText(strings.Repeat("字\n", 50))
	d.fields[1].Entry().SetCaret(0)
	w.Canvas().Focus(d.fields[1].Entry())
	turn(d.fields[1])
	if d.wheels != 2 {
		t.Error("a long text that is typed in does not scroll itself")
	}
	w.Canvas().Unfocus()
	turn(d.fields[1])
	if d.wheels != 3 {
		t.Error("a long text that was left keeps the wheel")
	}
}

func TestTabLeavesLongText(t *testing.T) {
	d, _ := open(t, forms.Of(forms.StatementText))
	if d.fields[0].Entry().AcceptsTab() {
		t.Error("Tab is text")
	}
}

func TestEnterGoesToTheNextQuestion(t *testing.T) {
	d, w := open(t, forms.Of(forms.TitleQualified), forms.Of(forms.TitleAppointed))
	w.Canvas().Focus(d.fields[0].Entry())
	d.fields[0].Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Canvas().Focused() != d.fields[1].Focusable() {
		t.Error("Enter stays")
	}
}

// paste puts text into an input as the keyboard does.
func paste(e *Entry, text string) {
	clipboard := test.NewClipboard()
	clipboard.SetContent(text)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

func TestPastedLineEnds(t *testing.T) {
	for _, row := range []struct{ pasted, shown, kept string }{
		{"张三\r\n", "张三", "张三"},
		{"\r\n张三\r", "张三", "张三"},
		{"张三\r\n李四", "张三 李四", "张三 李四"},
		{"张三\t\r\n", "张三\t", "张三"},
		{" 张三　", " 张三　", "张三"},
	} {
		d, w := open(t, forms.Of(forms.PersonName))
		entry := d.fields[0].Entry()
		w.Canvas().Focus(entry)
		paste(entry, row.pasted)
		if entry.Text() != row.shown || d.applicant.Person.Name != row.kept {
			t.Errorf("%q is shown as %q and kept as %q", row.pasted, entry.Text(), d.applicant.Person.Name)
		}
		if entry.Caret() != len([]rune(row.shown)) {
			t.Errorf("%q: the caret is before character %d", row.pasted, entry.Caret())
		}
		w.Canvas().Unfocus()
		if entry.Text() != row.kept || d.applicant.Person.Name != row.kept {
			t.Errorf("%q left: shown as %q, kept as %q", row.pasted, entry.Text(), d.applicant.Person.Name)
		}
	}
}

func TestPastedLinesOfALongText(t *testing.T) {
	d, w := open(t, forms.Of(forms.StatementText))
	entry := d.fields[0].Entry()
	w.Canvas().Focus(entry)
	paste(entry, "一。\r\n二。\r三。")
	const want = "一。\n二。\n三。"
	if entry.Text() != want || d.applicant.Statement.Text != want {
		t.Errorf("shown %q, kept %q", entry.Text(), d.applicant.Statement.Text)
	}
	if entry.Caret() != len([]rune(want)) {
		t.Errorf("the caret is before character %d", entry.Caret())
	}
}

// A blank between two words is typed before the second one.
func TestBlanksStayWhileTyping(t *testing.T) {
	d, w := open(t, forms.Of(forms.PersonName))
	entry := d.fields[0].Entry()
	w.Canvas().Focus(entry)
	test.Type(entry, "Anna ")
	if entry.Text() != "Anna " {
		t.Errorf("the input shows %q", entry.Text())
	}
	test.Type(entry, "Li")
	if entry.Text() != "Anna Li" || d.applicant.Person.Name != "Anna Li" {
		t.Errorf("shown %q, kept %q", entry.Text(), d.applicant.Person.Name)
	}
}

func TestPastingNothingLeavesTheSelection(t *testing.T) {
	for _, nothing := range []string{"", "\r\n"} {
		d, w := open(t, forms.Of(forms.PersonName))
		entry := d.fields[0].Entry()
		w.Canvas().Focus(entry)
		test.Type(entry, "张三")
		entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		paste(entry, nothing)
		if entry.Text() != "张三" || d.applicant.Person.Name != "张三" {
			t.Errorf("after %q the input shows %q, kept is %q", nothing, entry.Text(), d.applicant.Person.Name)
		}
	}
}
