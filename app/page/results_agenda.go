package ui

import (
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// buildAgenda shows the days that count, asks for those that the applicant plans, and
// says what time changes.
func (r *results) buildAgenda() {
	p := r.p
	export := look.NewButton(look.Outlined, p.w.sayf("导出日程…"), func() { saveCalendar(p.w) })
	export.OnFocus = p.reveal
	r.list.Add(look.Row(0, export))
	r.list.Add(newAgenda(p).card())
	for _, s := range forms.Sections(forms.StepSchedule) {
		r.rest.Add(look.Card(look.Gap, p.title(s.Title), look.Column(22, p.ask(s.Places()...)...)))
	}
	said := look.Column(6)
	card := look.Card(look.Gap, p.title(say.F("推算（不是结论）")), said)
	r.rest.Add(card)
	p.updates = append(p.updates, func() {
		texts := guide.Outlook(p.w.draft.Notice(), p.w.View(), p.w.draft.Report().Today)
		said.RemoveAll()
		for _, text := range texts {
			said.Add(p.note(text))
		}
		look.Show(card, len(texts) > 0)
	})
}

// saveCalendar writes the days as a file that calendars read.
func saveCalendar(w *Window) {
	data := guide.Calendar(w.draft.Notice(), w.View(), w.config.Now(), w.words.spoken)
	w.asks.ChooseSave(say.F("导出日程"), w.sayf("%s日程", w.suggestedName())+".ics", func(path string) {
		busy := w.asks.Wait(say.F("正在写日程"))
		w.work.RunAnyway(func() func() {
			err := store.WriteFile(path, data)
			return func() {
				busy()
				if err != nil {
					w.asks.Fail(say.F("没有写成日程"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
					return
				}
				offer(w, say.F("日程写好了"), path)
			}
		})
	})
}
