// Package field is the labelled input: a question of the application with its
// hint, something to answer it with, and what is wrong with the answer. It is
// built over [forms.Place] and knows no step and no rule.
package field

import (
	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// Answers is the application: it shows the answers of fields and takes them.
type Answers interface {
	// View returns the application as it stands.
	View() *forms.Applicant
	// Enter puts text into a place.
	Enter(p forms.Place, text string)
}

// Host is the window round the inputs.
type Host interface {
	// Break ends the typing that is undone together.
	Break()
	// Say returns a text in the language of the window.
	Say(text say.Text) string
	// Reveal scrolls to an object that got the focus.
	Reveal(o fyne.CanvasObject)
	// Shortcut gets what an input does not answer itself; it reports whether it did.
	Shortcut(s fyne.Shortcut) bool
	// Caret is told where text is typed, so that the window of an input method can
	// stand there.
	Caret(e *Entry)
	// Wheel scrolls the page: the pointer is on an input that has nowhere to scroll.
	Wheel(e *fyne.ScrollEvent)
	// Key gets Escape, and the page keys that an input of one line does not need.
	Key(e *fyne.KeyEvent)
}
