package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/app/ui"
	"zhicheng/assets"
)

// readFonts reads both fonts of the window beside each other, while the rest is
// made ready; the result waits for them.
func readFonts() (wait func()) {
	var reading sync.WaitGroup
	for _, bold := range []bool{false, true} {
		reading.Go(func() { fyne.MeasureText("字", look.SizeText, fyne.TextStyle{Bold: bold}) })
	}
	return reading.Wait
}

// closeFolder keeps what the toolkit remembers, such as the folder of the last file, from
// others who use this computer. Where that cannot be done the program works all the same.
func closeFolder(path string) {
	if os.MkdirAll(path, 0o700) == nil {
		_ = os.Chmod(path, 0o700)
	}
}

// openPath returns what shows a file in the program that the system has for it.
// Finding that program may take a while.
func openPath(application fyne.App) func(string) error {
	return func(path string) error {
		absolute, err := filepath.Abs(path)
		if err != nil {
			return fmt.Errorf("打开 %s：%w", path, err)
		}
		if err := open(application, absolute); err != nil {
			return errors.New("没有找到能打开 " + filepath.Base(path) + " 的程序")
		}
		return nil
	}
}

func licences() []ui.Licence {
	var all []ui.Licence
	for _, l := range assets.Licences() {
		all = append(all, ui.Licence{Name: l.Name, Text: l.Text})
	}
	return all
}
