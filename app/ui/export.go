package ui

import (
	"bytes"
	"context"
	"path/filepath"

	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/checklist"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

func (w *Window) writeList(path string, then func()) {
	list := w.toPrint()
	busy := w.asks.Wait(say.F("正在写清单"))
	w.work.RunAnyway(func() func() {
		err := w.makeList(path, list)
		return func() {
			busy()
			if err != nil {
				w.asks.Fail(say.F("没有写成清单"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
				return
			}
			then()
		}
	})
}

func (w *Window) makeList(path string, list toPrint) error {
	pages, err := w.compose(list)
	if err != nil {
		return err
	}
	var data bytes.Buffer
	if err := pages.WritePDF(&data); err != nil {
		return say.Errorf("排清单：%w", err)
	}
	return store.WriteFile(path, data.Bytes())
}

// DrawList draws pages of the list, with so many dots to the inch.
func (w *Window) DrawList(wanted page.Part, dots float64, drawn func(page.Sheets)) {
	busy := w.asks.Wait(say.F("正在排清单"))
	list := w.toPrint()
	w.work.Run(func() func() {
		sheets, err := w.sheets(list, wanted, dots)
		return func() {
			busy()
			if err != nil {
				w.asks.Fail(say.F("清单排不出来"), err, say.F("先存好申报文件，再试一次。"))
				return
			}
			drawn(sheets)
		}
	})
}

func (w *Window) sheets(list toPrint, wanted page.Part, dots float64) (page.Sheets, error) {
	pages, err := w.compose(list)
	if err != nil {
		return page.Sheets{}, err
	}
	drawn := page.Sheets{Part: page.PartFrom(wanted.First, wanted.Most, pages.Count()), Lacking: pages.Unprintable()}
	for i := drawn.First; i < drawn.End(); i++ {
		picture, err := pages.Picture(i, dots)
		if err != nil {
			return page.Sheets{}, say.Errorf("画第%d页：%w", i+1, err)
		}
		drawn.Pictures = append(drawn.Pictures, picture)
	}
	return drawn, nil
}

// toPrint is what a list is made of, as it stood when the list was asked for.
type toPrint struct {
	a        *forms.Applicant
	findings check.Report
	printing checklist.Printing
}

func (w *Window) toPrint() toPrint {
	p := checklist.Printing{
		Trust: w.entry.Stranger(),
		Made:  w.config.Now(), Program: w.Say(productName) + " " + w.config.Version, Language: w.words.spoken,
		Parts: partsOf(w),
	}
	if w.doc.Path() != "" {
		p.File = filepath.Base(w.doc.Path())
	}
	return toPrint{w.draft.View(), w.room.Report(), p}
}

// compose lays the list out as it is printed and shown.
func (w *Window) compose(list toPrint) (*paper.Pages, error) {
	a, findings, printing := list.a, list.findings, list.printing
	if source, err := photo.Open(context.Background(), a.Photo.Data, nil); err == nil {
		if preview, err := source.Preview(context.Background(), checklist.PhotoPixels); err == nil {
			printing.Photo = preview
		}
	}
	fonts, err := w.config.Fonts()
	if err != nil {
		return nil, say.Errorf("准备字体：%w", err)
	}
	return paper.Compose(checklist.Build(a, findings, printing), fonts), nil
}

func (w *Window) openPath(path string) {
	w.work.RunAnyway(func() func() {
		err := w.config.OpenPath(path)
		return func() {
			if err != nil {
				w.asks.Fail(say.F("打不开"), err, say.F("文件已经写好，可以在文件夹里双击打开。"))
			}
		}
	})
}
