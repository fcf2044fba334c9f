package ui

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"zhicheng/forms"
)

// systemWords are two words of a system's or a library's message in a row.
var systemWords = regexp.MustCompile(`[A-Za-z]{3,} [a-z]{2,}`)

// wantPlain checks that a dialog is open, in Chinese and without signs that move the
// cursor, and closes it.
func (d *desk) wantPlain(when string) {
	d.t.Helper()
	if d.asks.Open() == nil {
		d.t.Errorf("%s: nothing is said", when)
		return
	}
	for _, text := range d.words() {
		if found := systemWords.FindString(text); found != "" {
			d.t.Errorf("%s: %q in %q", when, found, text)
		}
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
			d.t.Errorf("%s: %q", when, text)
		}
	}
	d.asks.Open().Dismiss()
}

// Whatever the system does not give or take is said in the window, in words.
func TestFaultsAreSaidInWords(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	huge := filepath.Join(folder, "huge")
	if err := os.WriteFile(huge, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 3<<30); err != nil {
		t.Fatal(err)
	}
	inputs := map[string]string{
		"input/output error": "/proc/self/mem", "endless": "/dev/zero", "a pipe": pipe, "3 GB": huge, "nothing": filepath.Join(folder, "none"),
		"a folder": folder, "no name": "a\x00b", "a bad name": filepath.Join(folder, "\x1b[2J\n"),
	}
	outputs := map[string]string{
		"no folder": filepath.Join(folder, "none", "x"), "below a file": filepath.Join(huge, "x"), "the kernel's": "/proc/x", "no name": "a\x00b",
	}
	d := sit(t, sample(t, "forestry-engineer"))
	for name, path := range inputs {
		d.opened = path
		d.files.load(path)
		d.wantPlain("opening " + name)
		d.Go(forms.StepStatement)
		d.answers.OpenText()
		d.wantPlain("a text: " + name)
		d.Go(forms.StepPhoto)
		d.crop.Load(path)
		d.wantPlain("a photo: " + name)
	}
	for name, path := range outputs {
		d.named = path + fileEnding
		d.keep.saveAs()
		d.wantPlain("saving: " + name)
		d.named = path + ".pdf"
		d.lists.PrintList()
		d.wantPlain("the list: " + name)
		d.Go(forms.StepPhoto)
		d.named = path + ".jpg"
		d.crop.Save()
		d.wantPlain("the photo: " + name)
	}
	if d.draft.View().Person.Name == "" || !d.draft.View().Photo.Chosen() {
		t.Error("the application that was open is gone")
	}
}
