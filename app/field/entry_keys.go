package field

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhicheng/forms"
)

// TypedRune puts a character in the place of the selection.
func (e *Entry) TypedRune(r rune) { e.put(string(r), false) }

// KeyDown notes that Shift is held.
func (e *Entry) KeyDown(key *fyne.KeyEvent) { keys{e}.held(key, true) }

// KeyUp notes that Shift is no longer held.
func (e *Entry) KeyUp(key *fyne.KeyEvent) { keys{e}.held(key, false) }

// TypedKey edits the text and moves the caret. Enter in an input of one line goes to
// the next question, and the page keys move the page there.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape, fyne.KeyF1:
		e.host.Key(key)
	case fyne.KeyReturn, fyne.KeyEnter:
		keys{e}.enter()
	case fyne.KeyBackspace:
		keys{e}.takeBack(forms.Before(e.text, e.caret))
	case fyne.KeyDelete:
		keys{e}.take(forms.Edit{From: e.caret, To: forms.After(e.text, e.caret)})
	case fyne.KeyLeft, fyne.KeyRight:
		keys{e}.step(key.Name == fyne.KeyRight)
	case fyne.KeyHome:
		e.move(e.laid()[e.rowOf(e.caret)].From, e.shift)
	case fyne.KeyEnd:
		keys{e}.toLineEnd()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		keys{e}.climb(key)
	}
}

// move moves the caret; the selection grows with it, or is none any more.
func (e *Entry) move(to int, selecting bool) {
	e.caret, e.ending, e.moved, e.wish = to, false, true, -1
	if !selecting {
		e.anchor = to
	}
	e.Refresh()
	e.caretMoved()
}

// TypedShortcut hands undo, redo and what text editing does not know to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.host.Shortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		keys{e}.copy(s.Clipboard)
	case *fyne.ShortcutCut:
		keys{e}.copy(s.Clipboard)
		if e.caret != e.anchor {
			e.put("", false)
		}
	case *fyne.ShortcutPaste:
		// Without text the selection would be taken away.
		if text := e.plain(s.Clipboard.Content()); text != "" {
			e.put(text, true)
		}
	case *fyne.ShortcutSelectAll:
		keys{e}.selectAll()
	case *desktop.CustomShortcut:
		keys{e}.byWords(s)
	}
}

// keys are what keys do in an input.
type keys struct{ *Entry }

func (k keys) held(key *fyne.KeyEvent, down bool) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		k.shift = down
	}
}

func (k keys) enter() {
	if k.multiLine {
		k.put("\n", false)
		return
	}
	if k.OnEntered != nil {
		k.OnEntered()
		return
	}
	fyne.CurrentApp().Driver().CanvasForObject(k.Entry).FocusNext()
}

// takeBack takes away what is before the caret, and take what is behind it; both take
// the selection where there is one.
func (k keys) takeBack(from int) { k.take(forms.Edit{From: from, To: k.caret, Back: true}) }

func (k keys) take(c forms.Edit) {
	switch {
	case k.caret != k.anchor:
		k.put("", false)
	case c.From < c.To:
		k.edit(c)
	}
}

// step moves by a character, or to the end of a selection.
func (k keys) step(right bool) {
	from, to := k.selection()
	switch {
	case from < to && !k.shift && right:
		k.move(to, false)
	case from < to && !k.shift:
		k.move(from, false)
	case right:
		k.move(forms.After(k.text, k.caret), k.shift)
	default:
		k.move(forms.Before(k.text, k.caret), k.shift)
	}
}

func (k keys) toLineEnd() {
	k.move(k.laid()[k.rowOf(k.caret)].To, k.shift)
	k.ending = true
	k.Refresh()
}

// climb moves by lines; an input of one line leaves the page keys to the page.
func (k keys) climb(key *fyne.KeyEvent) {
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: 1 - k.rows, fyne.KeyPageDown: k.rows - 1}[key.Name]
	if !k.multiLine {
		if key.Name == fyne.KeyPageUp || key.Name == fyne.KeyPageDown {
			k.host.Key(key)
		}
		return
	}
	lines, row := k.laid(), k.rowOf(k.caret)
	x := k.wish
	if x < 0 {
		x = k.across(lines[row].From, k.caret)
	}
	switch to := row + by; {
	case to < 0:
		k.move(0, k.shift)
	case to >= len(lines):
		k.move(len(k.text), k.shift)
	default:
		k.move(k.at(lines[to], x), k.shift)
		k.ending = k.caret == lines[to].To
		k.Refresh()
	}
	k.wish = x
}

func (k keys) copy(to fyne.Clipboard) {
	if text := k.Selected(); text != "" {
		to.SetContent(text)
	}
}

func (k keys) selectAll() {
	k.move(len(k.text), false)
	k.anchor = 0
	k.Refresh()
}

// byWords moves by words or takes them away, and moves to the ends.
func (k keys) byWords(s *desktop.CustomShortcut) {
	words := fyne.KeyModifierShortcutDefault
	if runtime.GOOS == "darwin" {
		words = fyne.KeyModifierAlt
		if s.Modifier&fyne.KeyModifierSuper != 0 {
			k.byLines(s)
			return
		}
	}
	k.shift = s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != words {
		return
	}
	switch s.KeyName {
	case fyne.KeyLeft:
		k.move(k.wordBefore(), k.shift)
	case fyne.KeyRight:
		k.move(k.wordAfter(), k.shift)
	case fyne.KeyHome:
		k.move(0, k.shift)
	case fyne.KeyEnd:
		k.move(len(k.text), k.shift)
	case fyne.KeyBackspace:
		k.takeBack(k.wordBefore())
	case fyne.KeyDelete:
		k.take(forms.Edit{From: k.caret, To: k.wordAfter()})
	}
}

// byLines are the keys of macOS for the ends of a line.
func (k keys) byLines(s *desktop.CustomShortcut) {
	if name := map[fyne.KeyName]fyne.KeyName{fyne.KeyLeft: fyne.KeyHome, fyne.KeyRight: fyne.KeyEnd}[s.KeyName]; name != "" {
		k.TypedKey(&fyne.KeyEvent{Name: name})
	}
}
