package page

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// StepPreview is the page that shows the list as it will be printed. It is no step
// of the application and stands behind the results.
const StepPreview forms.Step = "preview"

// BehindResults reports whether a page is reached from the results alone.
func BehindResults(step forms.Step) bool { return step == StepTranscript || step == StepPreview }

// Size of a sheet on the screen, of A4's shape, in units of the window.
const (
	SheetWidth  float32 = 700
	SheetHeight float32 = SheetWidth * 297 / 210
	sheetInches         = 210 / 25.4
)

// sheetsAtOnce is how many sheets are drawn: each takes 3 MB.
const sheetsAtOnce = 12

// buildPreview shows the sheets that the printer would get, drawn from the same
// pages.
func buildPreview(p *Page) {
	p.Heading.Set(p.room.sayf("预览清单"))
	p.Lead.Set(p.room.sayf("和打印出来的一样。答案、述职、条款原文要不要附上，在“打印清单”里选。"))
	p.side.Hide()
	sheets, turn := look.Column(look.Gap), look.Column(0)
	lacking := field.NewRemark(look.Words)
	p.Main.Add(look.Row(0, look.NewButton(look.Filled, p.room.sayf("打印清单…"), p.room.PrintList).WithIcon("print")))
	p.Main.Add(lacking.Object())
	p.Main.Add(turn)
	p.Main.Add(sheets)
	p.rows = func() string { return fmt.Sprintf("%p %d", p.room.View(), p.room.shownRows.first) } // other sheets for another state
	first := p.room.shownRows.first
	dots := float64(SheetWidth/sheetInches) * float64(p.room.Window.Canvas().Scale())
	p.room.DrawList(Part{First: first, Most: sheetsAtOnce}, dots, func(drawn Sheets) {
		lacking.Set(sayLacking(p.room, drawn.Lacking))
		if drawn.Count > len(drawn.Pictures) {
			turn.Add(pager{p, drawn.Part, func(first int) { showRows(p, first) }}.object())
		}
		for i, picture := range drawn.Pictures {
			sheets.Add(sheet(p, drawn.First+i, picture))
		}
		if p.room.page == p {
			p.arrange()
		}
	})
}

// sheet frames one page of the list.
func sheet(p *Page, i int, picture image.Image) fyne.CanvasObject {
	shown := canvas.NewImageFromImage(picture)
	shown.FillMode = canvas.ImageFillStretch
	size := fyne.NewSize(SheetWidth, SheetHeight)
	return look.Column(4, p.note(say.F("第%d页", i+1)),
		look.Sized(size, look.Over(look.Sized(size, shown), look.NewPanel(look.Clear, look.Line, 0))))
}
