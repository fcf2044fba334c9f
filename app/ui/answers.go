package ui

import (
	"context"
	"errors"
	"slices"

	"zhicheng/app/ask"
	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
	"zhicheng/forms/textfile"
)

// answers notes what was answered to questions, and takes the statement out of a file.
type answers struct {
	w *Window
	// unsaid are answers that were typed and not noted, by the question's check.
	unsaid map[string]string
}

// AskAnswer notes what was answered to a question; the check counts it as settled
// while the facts are the same.
func (q *answers) AskAnswer(f check.Finding) {
	entry := field.NewLongEntry(q.w, 3)
	entry.SetText(q.unsaid[f.ID])
	entry.OnChanged = func(text string) { q.notYet(f.ID, text) }
	content := look.Column(look.SmallGap, look.NewText(q.w.Say(f.Question), look.Style{}),
		look.NewText(q.w.sayf("谁答复的、怎么答复的，记在这里，也会印在清单上。"), look.Style{Size: look.SizeNote, Ink: look.Grey}), entry)
	q.w.asks.Ask(say.F("记下答复"), content, ask.Button{Words: say.F("取消")}, ask.Button{Words: say.F("记下"), Filled: true, Tapped: func() {
		if entry.Text() == "" {
			return
		}
		q.notYet(f.ID, "")
		q.w.Edit(answersPath, func(a *forms.Applicant) {
			a.Confirmed = append(without(a.Confirmed, q.w.draft.Report().Sharing(f.ID)), forms.Confirmation{
				Check: f.ID, Facts: q.w.draft.Fingerprint(f.ID), Answer: entry.Text(), Date: forms.DayOf(q.w.config.Now()).String(),
			})
		})
	}})
	q.w.window.Canvas().Focus(entry)
	entry.SetCaret(len(q.unsaid[f.ID])) // behind what was typed before
}

// notYet keeps what was typed as an answer and not noted, for the next time that the
// question is opened; "" forgets it.
func (q *answers) notYet(id, text string) {
	if q.unsaid == nil {
		q.unsaid = map[string]string{}
	}
	q.unsaid[id] = text
}

// answersPath stands for the answers that were noted: no page asks for them one by
// one, the results show them.
const answersPath = "confirmed"

// DropAnswer opens a question again, for every finding that asks it.
func (q *answers) DropAnswer(id string) {
	q.w.Edit(answersPath, func(a *forms.Applicant) { a.Confirmed = without(a.Confirmed, q.w.draft.Report().Sharing(id)) })
}

func without(all []forms.Confirmation, ids []string) []forms.Confirmation {
	return slices.DeleteFunc(slices.Clone(all), func(c forms.Confirmation) bool { return slices.Contains(ids, c.Check) })
}

// OpenText puts a text file, or what a Word file says, into the statement; what was there
// before stays in the history.
func (q *answers) OpenText() {
	q.w.asks.ChooseOpen(say.F("打开文本或Word文件"), []string{".txt", ".docx"}, q.loadText)
}

// loadText reads a text and puts it into the statement when it was read.
func (q *answers) loadText(path string) {
	ctx, stop := context.WithCancel(context.Background())
	busy := q.w.asks.WaitOrStop(say.F("正在打开"), stop)
	q.w.work.Run(func() func() {
		defer stop()
		data, err := fileread.File(ctx, path, textfile.Largest)
		var text textfile.Text
		if err == nil {
			text, err = textfile.Decode(path, data)
		}
		return func() {
			busy()
			switch {
			case errors.Is(err, context.Canceled): // the applicant stopped it
			case err != nil:
				q.w.asks.Fail(say.F("读不了这个文本"), say.Errorf("打开 %s：%w", fileread.Name(path), err), say.F("原来的述职没有动。也可以打开它，全选、复制，粘贴到述职里。"))
			default:
				q.takeText(text)
			}
		}
	})
}

// takeText puts a text in the place of the statement.
func (q *answers) takeText(text textfile.Text) {
	was := q.w.View().Statement.Text
	writing := forms.NewWriting(forms.Statement{}, q.w.draft.Notice().Statement.Limit).Whole(text.Words)
	q.w.Edit(forms.StatementText.Path, func(a *forms.Applicant) { a.Statement = writing.Statement })
	said := say.F("述职已放入")
	if was != "" {
		said = say.F("已换述职")
	}
	q.w.frame.remarks(say.Join("；", said, text.Lost))
}
