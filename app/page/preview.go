package ui

import (
	"fmt"
	"image"

	"zhicheng/forms/say"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
)

// stepPreview is the page that shows the list as it will be printed. It is no step
// of the application and stands behind the results.
const stepPreview forms.Step = "preview"

// behindResults reports whether a page is reached from the results alone.
func behindResults(step forms.Step) bool { return step == stepTranscript || step == stepPreview }

// previewList opens the page with the list.
func (w *Window) previewList() { w.Go(stepPreview) }

// Size of a sheet on the screen, of A4's shape, in units of the window.
const (
	sheetWidth  float32 = 700
	sheetHeight float32 = sheetWidth * 297 / 210
	sheetInches         = 210 / 25.4
)

// sheetsAtOnce is how many sheets are drawn: each takes 3 MB.
const sheetsAtOnce = 12

// buildPreview shows the sheets that the printer would get, drawn from the same
// pages.
func (p *page) buildPreview() {
	p.heading.Set(p.w.sayf("预览清单"))
	p.lead.Set(p.w.sayf("和打印出来的一样。"))
	p.side.Hide()
	sheets, turn := look.Column(look.Gap), look.Column(0)
	lacking := field.NewRemark(look.Words)
	p.main.Add(look.Row(0, look.NewButton(look.Filled, p.w.sayf("打印清单…"), p.w.printList).WithIcon("print")))
	p.main.Add(lacking.Object())
	p.main.Add(turn)
	p.main.Add(sheets)
	p.rows = func() string { return fmt.Sprintf("%p %d", p.w.draft.View(), p.w.shownRows.first) } // other sheets for another state
	first := p.w.shownRows.first
	busy := p.w.asks.Wait(say.F("正在排清单"))
	list := p.w.toPrint()
	dots := float64(sheetWidth/sheetInches) * float64(p.w.window.Canvas().Scale())
	p.w.work.Run(func() func() {
		drawn, err := p.w.sheets(list, first, dots)
		return func() {
			busy()
			if err != nil {
				p.w.asks.Fail(say.F("清单排不出来"), err, say.F("先存好申报文件，再试一次。"))
				return
			}
			lacking.Set(p.w.sayLacking(drawn.lacking))
			if drawn.count > len(drawn.pictures) {
				turn.Add(pager{p, drawn.part, p.showRows}.object())
			}
			for i, picture := range drawn.pictures {
				sheets.Add(p.sheet(drawn.first+i, picture))
			}
			if p.w.page == p {
				p.arrange()
			}
		}
	})
}

// sheet frames one page of the list.
func (p *page) sheet(i int, picture image.Image) fyne.CanvasObject {
	shown := canvas.NewImageFromImage(picture)
	shown.FillMode = canvas.ImageFillStretch
	size := fyne.NewSize(sheetWidth, sheetHeight)
	return look.Column(4, p.note(say.F("第%d页", i+1)),
		look.Sized(size, look.Over(look.Sized(size, shown), look.NewPanel(look.Clear, look.Line, 0))))
}
