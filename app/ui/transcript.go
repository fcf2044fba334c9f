package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
)

// stepTranscript is the page beside the platform. It is no step of the
// application and stands behind the results.
const stepTranscript forms.Step = "transcript"

// transcribe opens the page beside the platform.
func (w *Window) transcribe() { w.Go(stepTranscript) }

// buildTranscript goes through the platform's own ten steps, with each value ready
// to copy and what has to come from others first.
func (p *page) buildTranscript() {
	p.heading.Set(p.w.Say("对照填报"))
	p.lead.Set(p.w.Say("照平台的十步来，一项一项复制过去。记号说的是这一步准备好了没有。"))
	p.side.Hide()
	steps := guide.Platform(p.w.draft.Notice(), p.w.draft.View())
	for i, step := range steps {
		p.main.Add(p.platformStep(i, step))
	}
}

func (p *page) platformStep(i int, step guide.PlatformStep) fyne.CanvasObject {
	report := p.w.draft.Report()
	clauses := p.clauses([]notice.Citation{{Clause: step.Clause}})
	link := p.opener("platform:"+step.Clause, clauses)
	link.SetLabel(step.Clause)
	title := look.NewText(fmt.Sprintf("%d. %s", i+1, p.w.Say(step.Title)), look.Style{Size: look.SizeHead, Bold: true})
	mark := look.NewMark(step.Ready(report))
	content := look.Column(10, clauses)
	for _, v := range step.Values {
		content.Add(p.platformValue(v))
	}
	for _, id := range step.Checks {
		if f, ok := report.Find(id); ok && f.Remedy != "" && !f.Answered() {
			content.Add(look.Stretch(6, 1, look.Inset(look.Insets{Top: 1.5}, look.NewMark(f.Outcome)),
				look.NewText(p.w.Say(f.Found+"；"+f.Remedy), look.Style{Size: look.SizeNote})))
		}
	}
	if step.Wait != "" {
		content.Add(look.NewText(p.w.sayf("要等：%s", step.Wait), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	}
	return look.Card(12, look.Stretch(10, 1, look.Inset(look.Insets{Top: 3}, mark), title, link),
		look.Inset(look.Insets{Left: look.MarkSize + 10}, content))
}

const shownOfValue = 120

// platformValue is one value with its copy button; of a long one the beginning is
// shown.
func (p *page) platformValue(v guide.PlatformValue) fyne.CanvasObject {
	w := p.w
	label := look.NewText(w.Say(v.Label), look.Style{Size: look.SizeNote, Ink: look.Grey})
	shown := strings.ReplaceAll(v.Text, "\n", " ")
	if runes := []rune(shown); len(runes) > shownOfValue {
		shown = string(runes[:shownOfValue]) + "……"
	}
	copied := look.NewButton(look.Link, w.Say("复制"), nil).WithIcon("copy")
	copied.OnTapped = func() {
		w.config.App.Clipboard().SetContent(v.Text)
		copied.SetLabel(w.Say("已复制"))
		p.arrange()
	}
	copied.OnFocus = p.reveal
	return look.Stretch(12, 1, look.Wide(150, label), look.NewText(shown, look.Style{}), copied)
}
