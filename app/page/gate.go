package ui

import (
	"bytes"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/checklist"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// stepStop is the page for who cannot apply at all, instead of the next questions. It is
// no step of the application.
const stepStop forms.Step = "stop"

// gate is where somebody who cannot apply was going.
type gate struct {
	from, to spot
	heard    string // the reasons for which the applicant goes on all the same
}

// turn opens the page of a step, by way of the gate. What is before the open page and
// the results, which say the same, are always open.
func (w *Window) turn(step forms.Step) { w.proceed(spot{step, 0}) }

func (w *Window) proceed(to spot) {
	switch {
	case to.step == "":
	case w.stopped(to):
		w.gate.from, w.gate.to = w.spot(), to
		w.Go(stepStop)
	default:
		w.goSpot(to)
	}
}

// stopped reports whether the gate is between the open page and another.
func (w *Window) stopped(to spot) bool {
	reasons := reasonsOf(w.draft.Report().Barring())
	return reasons != "" && reasons != w.gate.heard && to.step != forms.StepResults && w.spot().isBefore(to)
}

// reasonsOf tells apart what bars an applicant.
func reasonsOf(findings []check.Finding) string {
	var reasons []string
	for _, f := range findings {
		reasons = append(reasons, f.ID, f.Found.String())
	}
	return strings.Join(reasons, "\n")
}

// buildStop says why one cannot apply, by which words of the notice, what would change
// that, and where to go from here.
func (p *page) buildStop() {
	barring := p.w.draft.Report().Barring()
	p.side.Hide()
	p.rows = func() string { return reasonsOf(p.w.draft.Report().Barring()) }
	if len(barring) == 0 {
		p.heading.Set(p.w.sayf("照现在的答案，可以接着填"))
		p.lead.Set("")
		p.main.Add(look.Row(0, look.NewButton(look.Filled, p.w.sayf("接着填"), func() { p.w.proceed(p.w.gate.to) })))
		return
	}
	p.heading.Set(p.w.Say(check.Barred))
	p.lead.Set(p.w.sayf("后面的问题不用再填。看错了、填错了，可以改答案。"))
	for _, f := range barring {
		p.main.Add(p.reason(f))
	}
	p.main.Add(look.Flow(look.SmallGap,
		look.NewButton(look.Filled, p.w.sayf("改答案"), func() { p.w.GoTo(p.w.barringAnswer(barring[0])) }),
		look.NewButton(look.Outlined, p.w.sayf("存一页说明（PDF）"), p.w.saveReasons).WithIcon("print"),
		look.Inset(look.Insets{Top: 8, Left: 6}, look.NewButton(look.Link, p.w.sayf("仍要继续填写"), func() {
			p.w.gate.heard = reasonsOf(barring)
			p.w.goSpot(p.w.gate.to)
		}))))
}

// reason is the card of one finding that bars.
func (p *page) reason(f check.Finding) fyne.CanvasObject {
	card := look.Column(12, look.Stretch(10, 1, look.Inset(look.Insets{Top: 2}, look.NewMark(f.Outcome)),
		look.NewText(p.w.Say(f.Found), look.Style{Size: look.SizeHead, Bold: true})))
	for _, cite := range f.Cites {
		card.Add(look.Column(2, p.note(say.F("通知 %s", say.Typed(cite.Clause))), look.NewText(p.w.sayf("“%s”", cite.Quote), look.Style{})))
	}
	card.Add(look.Rule())
	cases := look.Column(4, look.NewText(p.w.sayf("什么情况会不一样"), look.Style{Bold: true}))
	for _, text := range f.Otherwise {
		cases.Add(look.NewText("· "+p.w.Say(text), look.Style{}))
	}
	card.Add(cases)
	return look.Card(look.Gap, card)
}

// barringAnswer returns the path of an answer without which a finding would not bar.
func (w *Window) barringAnswer(f check.Finding) string {
	for _, place := range forms.PlacesAt(f.At) {
		a := w.View().Clone()
		place.Enter(a, "")
		if found, _ := check.Run(w.draft.Notice(), a).Find(f.ID); !found.Bars {
			return place.Path
		}
	}
	return f.At[0]
}

// saveReasons writes the page as a PDF where the applicant says, and offers to open it.
func (w *Window) saveReasons() {
	document := checklist.Refusal(w.View(), w.draft.Report(), w.toPrint().printing)
	w.asks.ChooseSave(say.F("存一页说明"), w.sayf("%s不能申报的说明", w.suggestedName())+".pdf", func(path string) {
		w.work.RunAnyway(func() func() {
			err := w.writeDocument(path, document)
			return func() {
				if err != nil {
					w.asks.Fail(say.F("没有写成说明"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
					return
				}
				w.asks.Ask(say.F("说明写好了"), look.NewText(path, look.Style{}),
					ask.Button{Words: say.F("关闭")},
					ask.Button{Words: say.F("打开"), Filled: true, Tapped: func() { w.openPath(path) }})
			}
		})
	})
}

func (w *Window) writeDocument(path string, document *paper.Document) error {
	fonts, err := w.config.Fonts()
	if err != nil {
		return say.Errorf("准备字体：%w", err)
	}
	var data bytes.Buffer
	if err := paper.Compose(document, fonts).WritePDF(&data); err != nil {
		return say.Errorf("排说明：%w", err)
	}
	return store.WriteFile(path, data.Bytes())
}
