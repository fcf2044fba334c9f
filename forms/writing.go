package forms

import (
	"slices"
	"unicode"
)

// Edit is one edit of a text: the characters from From up to To give place to Text.
// Both count code points.
type Edit struct {
	From, To int
	Text     string
	// Pasted is text that came as a whole, not key by key.
	Pasted bool
	// Back takes away what is before the caret.
	Back bool
	// Moved says that the caret was moved since the last edit.
	Moved bool
}

// In returns the text after the edit, and where the caret is then.
func (e Edit) In(text []rune) (edited []rune, caret int) {
	put := []rune(e.Text)
	return slices.Concat(text[:e.From], put, text[e.To:]), e.From + len(put)
}

// Writing is 本人述职 while it is written: a box with at most limit characters, and
// the rest that does not fit into it. Box and rest, one after the other, are what was
// written; an edit of the box moves what no longer fits to the beginning of the rest.
type Writing struct {
	Statement
	limit int
	// beyond is how many characters at the beginning of the rest were typed at the
	// end of the full box: what is typed next goes behind them.
	beyond int
}

// NewWriting goes on with a statement whose box takes limit characters.
func NewWriting(s Statement, limit int) Writing { return Writing{Statement: s, limit: limit} }

// Whole is a statement of any length, cut to the box and the rest.
func (w Writing) Whole(text string) Writing {
	head, rest := cut([]rune(PlainLines(text)), w.limit)
	return Writing{Statement: Statement{Text: head, Overflow: rest}, limit: w.limit}
}

// Fitted moves what is too much in the box to the rest, as in a file that another
// program wrote.
func (w Writing) Fitted() Writing {
	fitted := w.Whole(w.Text)
	fitted.Overflow += w.Overflow
	return fitted
}

// Back fills the room in the box from the rest.
func (w Writing) Back() Writing { return w.Whole(w.Text + w.Overflow) }

// Put edits the box and returns where the caret is in it.
//
// Another text in place of all that was in the box is another statement: the rest
// belonged to the one before, and goes with it if the new text was pasted, or does
// not fit itself.
func (w Writing) Put(e Edit) (next Writing, caret int) {
	box := []rune(w.Text)
	e.Text = PlainLines(e.Text)
	if e.Moved {
		w.beyond = 0
	}
	if w.beyond > 0 && e.To == len(box) && (e.Back || e.From == len(box)) {
		return w.goOn(e), len(box)
	}
	all := e.From == 0 && e.To == len(box)
	text, caret := e.In(box)
	if all && (e.Pasted && len(box) > 0 || len(text) > w.limit) {
		w.Overflow = ""
	}
	head, rest := cut(text, w.limit)
	next = Writing{Statement: Statement{Text: head, Overflow: rest + w.Overflow}, limit: w.limit}
	if n := Characters(head); caret > n {
		next.beyond, caret = caret-n, n
	}
	return next, caret
}

// goOn edits at the end of what was typed beyond the full box.
func (w Writing) goOn(e Edit) Writing {
	rest := []rune(w.Overflow)
	from := w.beyond
	if e.Back {
		from = Before(rest, w.beyond)
	}
	rest, w.beyond = Edit{From: from, To: w.beyond, Text: e.Text}.In(rest)
	w.Overflow = string(rest)
	return w
}

// cut cuts text behind at most n code points, as the notice's check counts them, and
// not inside of what is read as one character.
func cut(text []rune, n int) (head, rest string) {
	if n >= len(text) {
		return string(text), ""
	}
	whole := n
	for whole > 0 && joined(text[whole-1], text[whole]) {
		whole--
	}
	if whole == 0 {
		whole = n
	}
	return string(text[:whole]), string(text[whole:])
}

// Before returns where the character ends that is before the one at i, marks and
// joiners counted to what they belong to; 0 at the beginning.
func Before(text []rune, i int) int {
	for i--; i > 0 && joined(text[i-1], text[i]); i-- {
	}
	return max(0, i)
}

// After returns where the character behind i ends, the length of the text at its end.
func After(text []rune, i int) int {
	for i++; i < len(text) && joined(text[i-1], text[i]); i++ {
	}
	return min(i, len(text))
}

const zeroWidthJoiner = '\u200D'

// joined reports whether two code points are read as one character: a letter and its
// accent, a sign and its variant, the parts of an emoji.
func joined(before, after rune) bool {
	return unicode.Is(unicode.M, after) || after == zeroWidthJoiner || before == zeroWidthJoiner ||
		after >= 0x1F3FB && after <= 0x1F3FF // shades of skin
}
