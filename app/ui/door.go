package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
	"zhicheng/forms/textfile"
)

// door lets files in.
type door struct {
	w     *Window
	words bool // what is pasted are words, whatever they look like
}

// dropped takes what was dropped into the window, the first of several.
func (d *door) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || d.w.window.Canvas().Overlays().Top() != nil {
		return
	}
	paths := make([]string, len(files))
	for i, file := range files {
		paths[i] = filepath.FromSlash(file.Path()) // the toolkit's have slashes on every system
	}
	if d.w.checking != nil && d.w.checking.drop(paths) {
		return
	}
	d.admit(paths[0])
	if len(paths) > 1 {
		d.w.frame.remarks(say.F("一次放一个文件：放进来%d个，用了%s", len(paths), fileread.Name(paths[0])))
	}
}

// admit is the door for every file that comes in, dropped or opened: it tells from what is
// in the file what it is and leads it to where it belongs. What belongs nowhere is told of;
// nothing that is there is replaced before the new was read.
func (d *door) admit(path string) { d.look(path, d.lead) }

// look reads the beginning of a file beside the window; a folder is shown.
func (d *door) look(path string, then func(path string, head []byte, err error)) {
	d.w.work.RunAnyway(func() func() {
		ctx, cancel := context.WithTimeout(context.Background(), fileread.Patience)
		defer cancel()
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return func() { d.w.overview.openFolder(path) }
		}
		head, err := fileread.Head(ctx, path, textfile.HeadSize)
		return func() { then(path, head, err) }
	})
}

// lead leads a file to where it belongs.
func (d *door) lead(path string, head []byte, err error) {
	kind := textfile.KindOf(path, head)
	switch {
	case kind == textfile.Application: // what is wrong with it is said there
		d.w.files.keepFirst(func() { d.w.files.load(path) })
	case kind == textfile.Notice:
		d.w.notices.openNotice(path)
	case err != nil:
		d.w.asks.Fail(say.F("打不开这个文件"), say.Errorf("打开 %s：%w", fileread.Name(path), err), say.F("换一个文件；原来的申报没有动。"))
	case kind == textfile.Picture && d.w.checking != nil:
		d.w.checking.crop.Load(path)
	case kind == textfile.Picture:
		d.on(forms.StepPhoto, func() { d.w.crop.Load(path) })
	case kind == textfile.Written:
		d.on(forms.StepStatement, func() { d.w.answers.loadText(path) })
	case kind == textfile.Refused:
		d.w.asks.Explain(say.F("这个文件放不进来"), say.Typed(fileread.Name(path)), textfile.Refusal(path, head))
	default:
		d.w.asks.Explain(say.F("这个文件放不进来"), say.Typed(fileread.Name(path)),
			say.F("可以放进来的有：申报文件（.zcapp）、通知包（.zcnotice）、照片、Word文档（.docx）和文本文件（.txt）。"))
	}
}

// pasted lets in the file that was copied, where its words belong into the statement and
// no words were copied. It reports whether there may be one.
func (d *door) pasted(board fyne.Clipboard) bool {
	if d.w.Step() != forms.StepStatement || !d.w.started {
		return false
	}
	copied := strings.TrimSpace(board.Content())
	if path, ok := pathOf(copied); ok && !d.words {
		d.look(path, func(path string, head []byte, err error) {
			if errors.Is(err, fs.ErrNotExist) {
				d.pasteWords(board)
				return
			}
			d.lead(path, head, err)
		})
		return true
	}
	if copied != "" || d.w.config.Paste == nil {
		return false
	}
	d.w.work.Run(func() func() {
		files, _, _ := d.w.config.Paste() // without a file there is nothing to paste
		return func() {
			if len(files) > 0 {
				d.admit(files[0])
			}
		}
	})
	return true
}

// pasteWords pastes what looks like the path of a file and is none.
func (d *door) pasteWords(board fyne.Clipboard) {
	d.words = true
	d.w.bar.clip(&fyne.ShortcutPaste{Clipboard: board})
	d.words = false
}

// pathOf is the file that a text may name, as some systems copy a file; only one whose
// words can be read.
func pathOf(text string) (path string, ok bool) {
	path = fileread.Copied(text)
	ending := strings.ToLower(filepath.Ext(path))
	return path, !strings.Contains(path, "\n") && filepath.IsAbs(path) && (ending == ".docx" || ending == ".txt")
}

// on does something on the page of a step, of a new application where none is open.
func (d *door) on(step forms.Step, do func()) {
	if !d.w.started {
		d.w.notices.beginUnder(step, do)
		return
	}
	if d.w.Step() != step {
		d.w.Go(step)
	}
	do()
}
