package ui

func (w *Window) transcribe() {}
