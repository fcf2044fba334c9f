package ui

import (
	"slices"

	"zhicheng/app/ask"
	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// AskAnswer notes what was answered to a question; the check counts it as settled
// while the facts are the same.
func (w *Window) AskAnswer(f check.Finding) {
	entry := field.NewLongEntry(w, 3)
	entry.SetText(w.unsaid[f.ID])
	entry.OnChanged = func(text string) { w.notYet(f.ID, text) }
	content := look.Column(look.SmallGap, look.NewText(w.Say(f.Question), look.Style{}),
		look.NewText(w.sayf("谁答复的、怎么答复的，记在这里，也会印在清单上。"), look.Style{Size: look.SizeNote, Ink: look.Grey}), entry)
	w.asks.Ask(say.F("记下答复"), content, ask.Button{Words: say.F("取消")}, ask.Button{Words: say.F("记下"), Filled: true, Tapped: func() {
		if entry.Text() == "" {
			return
		}
		w.notYet(f.ID, "")
		w.Edit(answersPath, func(a *forms.Applicant) {
			a.Confirmed = append(without(a.Confirmed, w.draft.Report().Sharing(f.ID)), forms.Confirmation{
				Check: f.ID, Facts: w.draft.Fingerprint(f.ID), Answer: entry.Text(), Date: forms.DayOf(w.config.Now()).String(),
			})
		})
	}})
	w.window.Canvas().Focus(entry)
	entry.SetCaret(len(w.unsaid[f.ID])) // behind what was typed before
}

// notYet keeps what was typed as an answer and not noted, for the next time that the
// question is opened; "" forgets it.
func (w *Window) notYet(id, text string) {
	if w.unsaid == nil {
		w.unsaid = map[string]string{}
	}
	w.unsaid[id] = text
}

// answersPath stands for the answers that were noted: no page asks for them one by
// one, the results show them.
const answersPath = "confirmed"

// DropAnswer opens a question again, for every finding that asks it.
func (w *Window) DropAnswer(id string) {
	w.Edit(answersPath, func(a *forms.Applicant) { a.Confirmed = without(a.Confirmed, w.draft.Report().Sharing(id)) })
}

func without(all []forms.Confirmation, ids []string) []forms.Confirmation {
	return slices.DeleteFunc(slices.Clone(all), func(c forms.Confirmation) bool { return slices.Contains(ids, c.Check) })
}
