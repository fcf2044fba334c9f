package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// recent returns the files that were open last.
func (f *files) recent() []string {
	if f.w.config.Shelf == nil {
		return nil
	}
	return f.w.config.Shelf.Recent()
}

// recentFiles lists the files that were open last. What is wrong with one is said
// when the disk has answered: the page does not wait for it.
func (f *files) recentFiles() fyne.CanvasObject {
	list := look.Column(4, look.NewText(f.w.sayf("最近的文件"), look.Style{Bold: true}))
	recent := f.recent()
	for _, path := range recent {
		note := look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey, One: true})
		list.Add(look.Cells(look.SmallGap, 1, look.NewButton(look.Link, shortPath(path), func() { f.load(path) }), note))
		f.w.work.RunAnyway(func() func() {
			trouble := missing(path, os.Stat, statPatience)
			return func() { note.Set(f.w.Say(trouble)) }
		})
	}
	look.Show(list, len(recent) > 0)
	return list
}

// statPatience is how long a disk may take to say whether a file is there.
const statPatience = 2 * time.Second

// missing says why a file cannot be opened now; "" where nothing speaks against it.
func missing(path string, look func(string) (fs.FileInfo, error), patience time.Duration) say.Text {
	answer := make(chan error, 1)
	go func() {
		_, err := look(path)
		answer <- err
	}()
	select {
	case err := <-answer:
		switch {
		case err == nil:
			return say.Text{}
		case errors.Is(err, fs.ErrNotExist):
			return say.F("找不到了")
		}
		return say.F("现在读不到")
	case <-time.After(patience):
		return say.F("它所在的磁盘没有回答")
	}
}

func shortPath(path string) string {
	folder, name := filepath.Split(path)
	if folder == "" {
		return name
	}
	return filepath.Join(filepath.Base(folder), name)
}
