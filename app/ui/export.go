package ui

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/app/printer"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/checklist"
	"zhicheng/forms/guide"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// lists makes, saves and prints the list and what else the program writes.
type lists struct {
	w     *Window
	fonts *paper.Fonts // nil until they are asked for a character
	// printer stands in for the system's; nil asks it.
	printer printer.Printer
}

func (l *lists) writeList(path string, then func()) {
	list := l.toPrint()
	busy := l.w.asks.Wait(say.F("正在写清单"))
	l.w.work.RunAnyway(func() func() {
		err := l.makeList(path, list)
		return func() {
			busy()
			if err != nil {
				l.w.asks.Fail(say.F("没有写成清单"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
				return
			}
			then()
		}
	})
}

func (l *lists) makeList(path string, list toPrint) error {
	pages, err := l.compose(list)
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
func (l *lists) DrawList(wanted page.Part, dots float64, drawn func(page.Sheets)) {
	busy := l.w.asks.Wait(say.F("正在排清单"))
	list := l.toPrint()
	l.w.work.Run(func() func() {
		sheets, err := l.sheets(list, wanted, dots)
		return func() {
			busy()
			if err != nil {
				l.w.asks.Fail(say.F("清单排不出来"), err, say.F("先存好申报文件，再试一次。"))
				return
			}
			drawn(sheets)
		}
	})
}

func (l *lists) sheets(list toPrint, wanted page.Part, dots float64) (page.Sheets, error) {
	pages, err := l.compose(list)
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

func (l *lists) toPrint() toPrint {
	p := checklist.Printing{
		Trust: l.w.entry.Stranger(),
		Made:  l.w.config.Now(), Program: l.w.Say(productName) + " " + l.w.config.Version, Language: l.w.words.spoken,
		Parts: l.partsOf(),
	}
	if l.w.doc.Path() != "" {
		p.File = filepath.Base(l.w.doc.Path())
	}
	return toPrint{l.w.draft.View(), l.w.room.Report(), p}
}

// compose lays the list out as it is printed and shown.
func (l *lists) compose(list toPrint) (*paper.Pages, error) {
	a, findings, printing := list.a, list.findings, list.printing
	if source, err := photo.Open(context.Background(), a.Photo.Data, nil); err == nil {
		if preview, err := source.Preview(context.Background(), checklist.PhotoPixels); err == nil {
			printing.Photo = preview
		}
	}
	fonts, err := l.w.config.Fonts()
	if err != nil {
		return nil, say.Errorf("准备字体：%w", err)
	}
	return paper.Compose(checklist.Build(a, findings, printing), fonts), nil
}

func (l *lists) openPath(path string) {
	l.w.work.RunAnyway(func() func() {
		err := l.w.config.OpenPath(path)
		return func() {
			if err != nil {
				l.w.asks.Fail(say.F("打不开"), err, say.F("文件已经写好，可以在文件夹里双击打开。"))
			}
		}
	})
}

// Lacking returns the characters of a text that neither window nor list can show.
func (l *lists) Lacking(text string) []paper.Unprintable {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 }) {
		return nil
	}
	if l.fonts == nil {
		fonts, err := l.w.config.Fonts()
		if err != nil {
			return nil // printing says why
		}
		l.fonts = fonts
	}
	return l.fonts.Lacking(text)
}

// SaveReasons writes the page as a PDF where the applicant says, and offers to open it.
func (l *lists) SaveReasons() {
	document := checklist.Refusal(l.w.View(), l.w.draft.Report(), l.toPrint().printing)
	l.w.asks.ChooseSave(say.F("存一页说明"), l.w.sayf("%s不能申报的说明", suggestedName(l.w))+".pdf", func(path string) {
		l.w.work.RunAnyway(func() func() {
			err := l.writeDocument(path, document)
			return func() {
				if err != nil {
					l.w.asks.Fail(say.F("没有写成说明"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
					return
				}
				l.w.asks.Ask(say.F("说明写好了"), look.NewText(path, look.Style{}),
					ask.Button{Words: say.F("关闭")},
					ask.Button{Words: say.F("打开"), Filled: true, Tapped: func() { l.openPath(path) }})
			}
		})
	})
}

func (l *lists) writeDocument(path string, document *paper.Document) error {
	fonts, err := l.w.config.Fonts()
	if err != nil {
		return say.Errorf("准备字体：%w", err)
	}
	var data bytes.Buffer
	if err := paper.Compose(document, fonts).WritePDF(&data); err != nil {
		return say.Errorf("排说明：%w", err)
	}
	return store.WriteFile(path, data.Bytes())
}

// SaveCalendar writes the days as a file that calendars read.
func (l *lists) SaveCalendar() {
	data := guide.Calendar(l.w.draft.Notice(), l.w.View(), l.w.config.Now(), l.w.words.spoken)
	l.w.asks.ChooseSave(say.F("导出日程"), l.w.sayf("%s日程", suggestedName(l.w))+".ics", func(path string) {
		busy := l.w.asks.Wait(say.F("正在写日程"))
		l.w.work.RunAnyway(func() func() {
			err := store.WriteFile(path, data)
			return func() {
				busy()
				if err != nil {
					l.w.asks.Fail(say.F("没有写成日程"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
					return
				}
				l.offer(say.F("日程写好了"), path)
			}
		})
	})
}
