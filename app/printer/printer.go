// Package printer is the way to paper that a system has: it prints the pages of a list.
package printer

import (
	"bytes"
	"errors"

	"fyne.io/fyne/v2"

	"zhicheng/forms/paper"
)

// Printer is the way to paper that a system has.
type Printer interface {
	// Names are the printers to choose from; nil where Print asks by itself.
	Names() ([]string, error)
	// Print sends pages to the printer of that name.
	Print(window fyne.Window, name string, job Job) error
}

// Job is what is printed.
type Job struct {
	Title string // as the system's list of print jobs names it
	Pages *paper.Pages
}

// How printing ends without paper: where the program cannot print by itself, and where
// the applicant changed their mind.
var (
	ErrNone         = errors.New("no printer that the program knows of")
	ErrNotConfirmed = errors.New("the applicant left the printer's dialog")
)

// pdf is a job as a file.
func (j Job) pdf() (*bytes.Buffer, error) {
	var data bytes.Buffer
	err := j.Pages.WritePDF(&data)
	return &data, err
}
