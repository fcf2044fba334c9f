package page

import (
	"fmt"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// StepTranscript is the page beside the platform. It is no step of the
// application and stands behind the results.
const StepTranscript forms.Step = "transcript"

// transcriptTitle is the page's heading.
var transcriptTitle = say.F("对照填报")

// transcript is the page beside the platform: its own ten steps, each with the
// values to copy, and a tick for what is done there.
type transcript struct {
	p        *Page
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

func buildTranscript(p *Page) {
	p.Heading.Set(p.room.Say(transcriptTitle))
	p.Lead.Set(p.room.sayf("和平台并排打开：点“复制”，到平台上粘贴；做完一步打一个勾。前面的记号说的是您准备好了没有，勾说的是平台上做完了没有。"))
	p.side.Hide()
	p.most = transcriptMost
	t := &transcript{p: p, progress: look.NewText("", look.Style{Bold: true, One: true})}
	steps := p.room.platformSteps()
	bar := look.Row(4)
	for i, step := range steps {
		part := look.NewPanel(look.Edge, look.Clear, progressHeight/2)
		t.parts = append(t.parts, part)
		bar.Add(look.Sized(fyne.NewSize(progressWidth, progressHeight), part))
		t.cards = append(t.cards, newPlatformCard(t, i, step))
	}
	p.Main.Add(look.Row(14, t.progress, bar))
	for _, card := range t.cards {
		p.Main.Add(card.object)
	}
	t.update()
	// Other answers make another page.
	p.rows = func() string { return fmt.Sprintf("%p", p.room.View()) }
	p.settle = func() { t.bring(t.next(0)) }
}

// next returns the first step from the given one on that is not ticked off, -1
// where all are.
func (t *transcript) next(from int) int {
	for i := from; i < len(t.cards); i++ {
		if !t.p.room.Ticks().Done(t.cards[i].step) {
			return i
		}
	}
	return -1
}

func (t *transcript) update() {
	book := t.p.room.Ticks()
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
	t.progress.Set(t.p.room.sayf("已完成%d/%d步", done, len(t.cards)))
}

// toggle ticks a step off or takes the tick back, and shows what comes next.
func (t *transcript) toggle(i int) {
	room, card := t.p.room, t.cards[i]
	done := !room.Ticks().Done(card.step)
	room.Tick(card.step, done)
	card.unfolded = false
	t.update()
	t.p.arrange()
	if next := t.next(i); done && next >= 0 {
		t.bring(next)
		return
	}
	t.p.Reveal(card.tick)
}

// above is how much of what stands before a step is left in sight.
const above float32 = 24

// bring scrolls so that a step can be seen from its beginning; the top of the page
// stays where both have room.
func (t *transcript) bring(i int) {
	p := t.p
	if i < 0 || p.view.Width == 0 {
		return
	}
	o := t.cards[i].object
	top := p.Main.Position().Y + o.Position().Y
	offset := min(top-above, top+o.Size().Height+above-p.Scroll.Size().Height)
	p.Scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
}
