package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/field"
	"zhicheng/forms"
)

// statementInput opens the page of the self-statement and goes into its input.
func statementInput(t *testing.T) (*desk, *field.Entry) {
	t.Helper()
	d := sit(t, nil)
	d.Go(forms.StepStatement)
	entry := d.page.fields[forms.StatementText.Path].Entry()
	d.window.Canvas().Focus(entry)
	return d, entry
}

func pasteInto(entry *field.Entry, text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

func TestStatementPastedWithForeignLineEnds(t *testing.T) {
	d, entry := statementInput(t)
	pasteInto(entry, "一。\r\n二。")
	if entry.Text() != "一。\n二。" || d.View().Statement.Text != "一。\n二。" {
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
