package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
)

var achievements = list[forms.Achievement]{
	title: "业绩%d",
	at:    func(a *forms.Applicant) *[]forms.Achievement { return &a.Achievements },
	of:    forms.OfAchievement,
	ask: []forms.Field[forms.Achievement]{
		forms.AchievementName, forms.AchievementCategory, forms.AchievementDate,
		forms.AchievementRole, forms.AchievementEvidence,
	},
}

func (p *page) buildStatement() {
	s := &statement{p: p, limit: p.w.draft.Notice().Statement.Limit}
	p.main.Add(s.card())
	p.main.Add(s.overflowCard())
	p.updates = append(p.updates, s.update)
	p.main.Add(look.Column(2, p.title("代表性业绩"), p.note("要任现职以来的、有代表性的；通知说不宜过多过杂。可以不填。")))
	addRows(p, achievements, 0)
	p.main.Add(adder(p, achievements, "加一项业绩"))
	p.findings()
}

// statement is the editor of 本人述职. What goes beyond the limit moves into a box
// of its own, whichever way it came.
type statement struct {
	p        *page
	limit    int
	text     *field.Field
	counts   *look.Text
	cut      *look.Text
	overflow *field.Field
	box      *fyne.Container
}

func (s *statement) card() fyne.CanvasObject {
	p := s.p
	s.text = p.field(forms.Of(forms.StatementText), field.Options{Rows: 11, Hint: p.w.sayf("主要写个人主要业绩，最多%d字。放不下的字会移到下面的框里，不会丢。", s.limit)})
	s.text.Entry().OnChanged = s.typed
	s.counts = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey})
	s.cut = look.NewText("", look.Style{Size: look.SizeNote})
	tools := look.Flow(look.SmallGap,
		look.NewButton(look.Outlined, p.w.Say("打开文本文件…"), p.w.openText).WithIcon("open"),
		look.NewButton(look.Outlined, p.w.Say("粘贴"), s.paste),
		look.NewButton(look.Outlined, p.w.Say("复制全文"), s.copy).WithIcon("copy"))
	return look.Card(12, s.text.Object(), s.counts, s.cut, tools)
}

func (s *statement) overflowCard() fyne.CanvasObject {
	p := s.p
	s.overflow = p.field(forms.Of(forms.StatementOverflow), field.Options{Rows: 4})
	tools := look.Flow(look.SmallGap,
		look.NewButton(look.Outlined, p.w.Say("移回述职"), s.moveBack).WithIcon("up"))
	s.box = look.Card(12, s.overflow.Object(), tools)
	return s.box
}

// typed takes the text of the input, however it came there.
func (s *statement) typed(text string) {
	head, rest := splitAt(text, s.limit)
	s.p.w.draft.Edit(forms.StatementText.Path, func(a *forms.Applicant) {
		a.Statement.Text = head
		a.Statement.Overflow = rest + a.Statement.Overflow
	})
}

// splitAt cuts text after n characters, counted as the notice's check counts them.
// Both parts have plain line ends.
func splitAt(text string, n int) (head, rest string) {
	runes := []rune(forms.PlainLines(text))
	n = min(n, len(runes))
	return string(runes[:n]), string(runes[n:])
}

// fitted moves what is over the limit to what does not fit, as in a file that another
// program wrote.
func fitted(s forms.Statement, limit int) forms.Statement {
	head, rest := splitAt(s.Text, limit)
	return forms.Statement{Text: head, Overflow: rest + s.Overflow}
}

// moveBack fills the room that the statement has with what had not fitted.
func (s *statement) moveBack() {
	a := s.p.w.draft.View()
	head, rest := splitAt(a.Statement.Text+a.Statement.Overflow, s.limit)
	s.p.w.edit(forms.StatementText.Path, func(a *forms.Applicant) { a.Statement = forms.Statement{Text: head, Overflow: rest} })
}

func (s *statement) paste() {
	w := s.p.w
	clip := w.config.App.Clipboard().Content()
	if clip == "" {
		return
	}
	w.window.Canvas().Focus(s.text.Entry())
	s.text.Entry().TypedShortcut(&fyne.ShortcutPaste{Clipboard: w.config.App.Clipboard()})
}

func (s *statement) copy() {
	s.p.w.config.App.Clipboard().SetContent(s.p.w.draft.View().Statement.Text)
}

func (s *statement) update() {
	w := s.p.w
	text, overflow := w.draft.View().Statement.Text, w.draft.View().Statement.Overflow
	n := forms.Characters(text)
	s.counts.Set(w.sayf("%d字，还能写%d字；不算空格和换行%d字；再不算标点%d字",
		n, max(0, s.limit-n), forms.CharactersWithoutSpace(text), forms.CharactersWithoutPunctuation(text)))
	over := max(0, n-s.limit) + forms.Characters(overflow)
	s.cut.Set("")
	if over > 0 {
		s.cut.Set(w.sayf("有%d字放不下，在下面的框里。要都放进来，还得删%d字。", over, max(0, n+forms.Characters(overflow)-s.limit)))
	}
	show(s.cut, over > 0)
	show(s.box, overflow != "")
}
