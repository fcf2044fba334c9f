// Package ui is the program's window: the list of steps, the foot, the menus, the start
// page and the ways to files, round the page that is open. It wires the rooms to each
// other: the document, the pages, the photo by hand, the dialogs and the printer.
//
// The window shows a [draft.Draft] and follows it: every change of the application
// comes through the draft, and after each the open page, the list of steps and the
// foot are brought up to date. Slow work (photo, printed list, files) runs in a
// goroutine on a copy and comes back through fyne.Do.
package ui

import (
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

// Config is what a window is made of.
type Config struct {
	App    fyne.App
	Notice *notice.Notice // of a new application where nobody chose
	// Library finds the notices of applications; without one there is Notice alone.
	Library library.Library
	// Finder makes what looks for faces, when the first photo comes.
	Finder func() (*photo.Finder, error)
	// Fonts makes the fonts of the printed list; they are large, and made when the
	// first list is.
	Fonts func() (*paper.Fonts, error)
	// Shelf is the program's own folder; nil keeps nothing beside the files.
	Shelf *store.Shelf
	// ChooseOpen and ChooseSave stand in for the file dialogs; nil opens them.
	ChooseOpen func(title string, endings []string, chosen func(path string))
	ChooseSave func(title, name string, chosen func(path string))
	// Paste takes out of the system's clipboard the files that were copied, or the
	// bytes of a copied picture; either may be missing. It is slow and runs in the
	// background. nil knows only text.
	Paste func() (files []string, picture []byte, err error)
	// OpenPath shows a file in the program that the system has for it.
	OpenPath func(path string) error
	// Fit gives a window a size that its screen has room for, after everything was made
	// larger or smaller; nil leaves it.
	Fit func(fyne.Window)
	// AtOnce does slow work without a goroutine; for pictures and tests.
	AtOnce bool
	// Now is the clock.
	Now func() time.Time
	// Language is that of the window, "zh" or "en".
	Language string
	// Samples are filled examples, as application files beside their photos; nil for none.
	Samples fs.FS
	// Manual says how to use the program, in Markdown; "" for none.
	Manual string
	// ChooseFolder stands in for the dialog in which a folder is chosen; nil opens it.
	ChooseFolder func(title string, chosen func(folder string))
	// Version of the program, and the licences of what it is built from.
	Version  string
	Licences []Licence
}

// Licence is a text under which a part of the program came.
type Licence struct{ Name, Text string }
