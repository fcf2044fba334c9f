package ui

import "zhicheng/forms"

// pastePhoto takes the picture that was copied, on a page for photos.
func (w *Window) pastePhoto() {
	switch {
	case w.checking != nil:
		w.checking.crop.Paste()
	case w.Step() == forms.StepPhoto && w.started:
		w.crop.Paste()
	}
}
