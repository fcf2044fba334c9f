package field

import (
	"runtime"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhicheng/forms"
)

// TypedRune puts a character in the place of the selection.
func (e *Entry) TypedRune(r rune) { e.put(string(r), false) }

// KeyDown notes that Shift is held.
func (e *Entry) KeyDown(key *fyne.KeyEvent) { e.held(key, true) }

// KeyUp notes that Shift is no longer held.
func (e *Entry) KeyUp(key *fyne.KeyEvent) { e.held(key, false) }

func (e *Entry) held(key *fyne.KeyEvent, down bool) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		e.shift = down
	}
}

// TypedKey edits the text and moves the caret. Enter in an input of one line goes to
// the next question, and the page keys move the page there.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		e.host.Key(key)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.enter()
	case fyne.KeyBackspace:
		e.takeBack(forms.Before(e.text, e.caret))
	case fyne.KeyDelete:
		e.take(forms.Edit{From: e.caret, To: forms.After(e.text, e.caret)})
	case fyne.KeyLeft, fyne.KeyRight:
		e.step(key.Name == fyne.KeyRight)
	case fyne.KeyHome:
		e.move(e.laid()[e.rowOf(e.caret)].From, e.shift)
	case fyne.KeyEnd:
		e.toLineEnd()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		e.climb(key)
	}
}

func (e *Entry) enter() {
	if e.multiLine {
		e.put("\n", false)
		return
	}
	fyne.CurrentApp().Driver().CanvasForObject(e).FocusNext()
}

// takeBack takes away what is before the caret, and take what is behind it; both take
// the selection where there is one.
func (e *Entry) takeBack(from int) { e.take(forms.Edit{From: from, To: e.caret, Back: true}) }

func (e *Entry) take(c forms.Edit) {
	switch {
	case e.caret != e.anchor:
		e.put("", false)
	case c.From < c.To:
		e.edit(c)
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

// step moves by a character, or to the end of a selection.
func (e *Entry) step(right bool) {
	from, to := e.selection()
	switch {
	case from < to && !e.shift && right:
		e.move(to, false)
	case from < to && !e.shift:
		e.move(from, false)
	case right:
		e.move(forms.After(e.text, e.caret), e.shift)
	default:
		e.move(forms.Before(e.text, e.caret), e.shift)
	}
}

func (e *Entry) toLineEnd() {
	e.move(e.laid()[e.rowOf(e.caret)].To, e.shift)
	e.ending = true
	e.Refresh()
}

// climb moves by lines; an input of one line leaves the page keys to the page.
func (e *Entry) climb(key *fyne.KeyEvent) {
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: 1 - e.rows, fyne.KeyPageDown: e.rows - 1}[key.Name]
	if !e.multiLine {
		if key.Name == fyne.KeyPageUp || key.Name == fyne.KeyPageDown {
			e.host.Key(key)
		}
		return
	}
	lines, row := e.laid(), e.rowOf(e.caret)
	x := e.wish
	if x < 0 {
		x = e.across(lines[row].From, e.caret)
	}
	switch to := row + by; {
	case to < 0:
		e.move(0, e.shift)
	case to >= len(lines):
		e.move(len(e.text), e.shift)
	default:
		e.move(e.at(lines[to], x), e.shift)
		e.ending = e.caret == lines[to].To
		e.Refresh()
	}
	e.wish = x
}

// TypedShortcut hands undo, redo and what text editing does not know to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.host.Shortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		e.copy(s.Clipboard)
	case *fyne.ShortcutCut:
		e.copy(s.Clipboard)
		if e.caret != e.anchor {
			e.put("", false)
		}
	case *fyne.ShortcutPaste:
		// Without text the selection would be taken away.
		if text := e.plain(s.Clipboard.Content()); text != "" {
			e.put(text, true)
		}
	case *fyne.ShortcutSelectAll:
		e.selectAll()
	case *desktop.CustomShortcut:
		e.byWords(s)
	}
}

func (e *Entry) copy(to fyne.Clipboard) {
	if text := e.Selected(); text != "" {
		to.SetContent(text)
	}
}

func (e *Entry) selectAll() {
	e.move(len(e.text), false)
	e.anchor = 0
	e.Refresh()
}

// byWords moves by words or takes them away, and moves to the ends.
func (e *Entry) byWords(s *desktop.CustomShortcut) {
	words := fyne.KeyModifierShortcutDefault
	if runtime.GOOS == "darwin" {
		words = fyne.KeyModifierAlt
		if s.Modifier&fyne.KeyModifierSuper != 0 {
			e.byLines(s)
			return
		}
	}
	e.shift = s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != words {
		return
	}
	switch s.KeyName {
	case fyne.KeyLeft:
		e.move(e.wordBefore(), e.shift)
	case fyne.KeyRight:
		e.move(e.wordAfter(), e.shift)
	case fyne.KeyHome:
		e.move(0, e.shift)
	case fyne.KeyEnd:
		e.move(len(e.text), e.shift)
	case fyne.KeyBackspace:
		e.takeBack(e.wordBefore())
	case fyne.KeyDelete:
		e.take(forms.Edit{From: e.caret, To: e.wordAfter()})
	}
}

// byLines are the keys of macOS for the ends of a line.
func (e *Entry) byLines(s *desktop.CustomShortcut) {
	if name := map[fyne.KeyName]fyne.KeyName{fyne.KeyLeft: fyne.KeyHome, fyne.KeyRight: fyne.KeyEnd}[s.KeyName]; name != "" {
		e.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// class tells what runs together as a word: blanks, Chinese characters, letters and
// digits, or signs.
func class(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return 0
	case unicode.Is(unicode.Han, r):
		return 1
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
		return 2
	}
	return 3
}

func (e *Entry) wordBefore() int {
	i := e.caret
	for i > 0 && class(e.text[i-1]) == 0 {
		i--
	}
	for first := i; i > 0 && class(e.text[i-1]) == class(e.text[first-1]); i-- {
	}
	return i
}

func (e *Entry) wordAfter() int {
	i := e.caret
	for first := i; i < len(e.text) && class(e.text[i]) == class(e.text[first]); i++ {
	}
	for i < len(e.text) && class(e.text[i]) == 0 {
		i++
	}
	return i
}
