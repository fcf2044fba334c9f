package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

// stepTranscript is the page beside the platform. It is no step of the
// application and stands behind the results.
const stepTranscript forms.Step = "transcript"

// transcriptTitle is the page's heading.
var transcriptTitle = say.F("对照填报")

// transcribe opens the page beside the platform.
func (w *Window) transcribe() { w.Go(stepTranscript) }

// transcript is the page beside the platform: its own ten steps, each with the
// values to copy, and a tick for what is done there.
type transcript struct {
	p        *page
	cards    []*platformCard
	progress *look.Text
	parts    []*look.Panel
}

const (
	// transcriptMost is the widest that the cards become.
	transcriptMost float32 = 1240

	progressWidth  float32 = 22
	progressHeight float32 = 6
)

func (p *page) buildTranscript() {
	p.heading.Set(p.w.Say(transcriptTitle))
	p.lead.Set(p.w.sayf("和平台并排打开：点“复制”，到平台上粘贴；做完一步打一个勾。前面的记号说的是您准备好了没有，勾说的是平台上做完了没有。"))
	p.side.Hide()
	p.most = transcriptMost
	t := &transcript{p: p, progress: look.NewText("", look.Style{Bold: true, One: true})}
	steps := p.w.platformSteps()
	bar := look.Row(4)
	for i, step := range steps {
		part := look.NewPanel(look.Edge, look.Clear, progressHeight/2)
		t.parts = append(t.parts, part)
		bar.Add(look.Sized(fyne.NewSize(progressWidth, progressHeight), part))
		t.cards = append(t.cards, newPlatformCard(t, i, step))
	}
	p.main.Add(look.Row(14, t.progress, bar))
	for _, card := range t.cards {
		p.main.Add(card.object)
	}
	t.update()
	// Other answers make another page.
	p.rows = func() string { return fmt.Sprintf("%p", p.w.draft.View()) }
	p.settle = func() { t.bring(t.next(0)) }
}

func (w *Window) platformSteps() []guide.PlatformStep {
	return guide.Platform(w.draft.Notice(), w.draft.View(), w.draft.Report())
}

// next returns the first step from the given one on that is not ticked off, -1
// where all are.
func (t *transcript) next(from int) int {
	for i := from; i < len(t.cards); i++ {
		if !t.p.w.doc.Ticks.Done(t.cards[i].step) {
			return i
		}
	}
	return -1
}

func (t *transcript) update() {
	book := t.p.w.doc.Ticks
	next, done := t.next(0), 0
	for i, card := range t.cards {
		ink := look.Edge
		if book.Done(card.step) {
			done++
			ink = look.Accent
		}
		t.parts[i].Set(ink, look.Clear, 0)
		card.update(i == next)
	}
	t.progress.Set(t.p.w.sayf("已完成%d/%d步", done, len(t.cards)))
}

// toggle ticks a step off or takes the tick back, and shows what comes next.
func (t *transcript) toggle(i int) {
	w, card := t.p.w, t.cards[i]
	done := !w.doc.Ticks.Done(card.step)
	w.tick(card.step, done)
	card.unfolded = false
	t.update()
	t.p.arrange()
	if next := t.next(i); done && next >= 0 {
		t.bring(next)
		return
	}
	t.p.reveal(card.tick)
}

// above is how much of what stands before a step is left in sight.
const above float32 = 24

// bring scrolls so that a step can be seen from its beginning; the top of the page
// stays where both have room.
func (t *transcript) bring(i int) {
	p := t.p
	if i < 0 || p.width == 0 {
		return
	}
	o := t.cards[i].object
	top := p.main.Position().Y + o.Position().Y
	offset := min(top-above, top+o.Size().Height+above-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
}
