package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

var achievements = list[forms.Achievement]{
	title:  func(number int) say.Text { return say.F("业绩%d", number) },
	most:   forms.MostAchievements,
	full:   func(n int) say.Text { return say.F("业绩最多%d项，现在有%d项", forms.MostAchievements, n) },
	at:     func(a *forms.Applicant) *[]forms.Achievement { return &a.Achievements },
	places: forms.AchievementPlaces,
}

func buildStatement(p *Page) {
	if p.room.part > 0 {
		buildAchievements(p)
		return
	}
	s := &statement{p: p, limit: p.room.Draft().Notice().Statement.Limit}
	s.writing = forms.NewWriting(p.room.View().Statement, s.limit)
	p.Main.Add(s.card())
	p.Main.Add(s.overflowCard())
	p.updates = append(p.updates, s.update)
	first := look.Card(look.SmallGap, look.Stretch(look.Gap, 0,
		look.Column(0, look.NewText(p.room.sayf("代表性业绩"), look.Style{Bold: true}), whichAchievements(p)),
		adder(p, achievements, say.F("加一项业绩"))))
	p.updates = append(p.updates, func() { look.Show(first, achievements.rows(p) == 0) })
	p.Main.Add(first)
	p.findings()
}

// whichAchievements says which ones are wanted, by what the notice says.
func whichAchievements(p *Page) *look.Text {
	if p.room.Draft().Notice().Quotes(check.AchievementsPeriod, "不宜过多过杂") {
		return p.note(say.F("要任现职以来的、有代表性的；通知说不宜过多过杂。可以不填。"))
	}
	return p.note(say.F("要任现职以来的、有代表性的。可以不填。"))
}

func buildAchievements(p *Page) {
	p.Main.Add(whichAchievements(p))
	addRows(p, achievements, 0)
	p.Main.Add(adder(p, achievements, say.F("加一项业绩")))
	p.findings()
}

// statement is the editor of 本人述职. What goes beyond the limit is kept in a box of
// its own, whichever way it came, and read there; it is written in the first box alone.
type statement struct {
	p       *Page
	limit   int
	writing forms.Writing
	text    *field.Field
	counts  *look.Text
	cut     *look.Text
	box     *fyne.Container // with what does not fit
}

func (s *statement) card() fyne.CanvasObject {
	p := s.p
	s.text = p.field(forms.Of(forms.StatementText), field.Options{Rows: 9, Hint: say.F("主要写个人主要业绩，最多%d字。放不下的字会移到下面的框里，不会丢。", s.limit)})
	s.text.Entry().OnEdit = s.edited
	s.counts = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey})
	s.cut = look.NewText("", look.Style{Size: look.SizeNote})
	tools := look.Flow(look.SmallGap,
		look.NewButton(look.Outlined, p.room.sayf("打开文本或Word文件…"), p.room.OpenText).WithIcon("open"),
		look.NewButton(look.Outlined, p.room.sayf("粘贴"), s.paste),
		look.NewButton(look.Outlined, p.room.sayf("复制全文"), func() { s.copy(s.writing.Text) }).WithIcon("copy"))
	return look.Card(12, s.text.Object(), s.counts, s.cut, tools)
}

func (s *statement) overflowCard() fyne.CanvasObject {
	p := s.p
	overflow := p.field(forms.Of(forms.StatementOverflow), field.Options{Rows: 4, Reading: true})
	tools := look.Flow(look.SmallGap,
		look.NewButton(look.Outlined, p.room.sayf("移回述职"), s.moveBack).WithIcon("up"),
		look.NewButton(look.Outlined, p.room.sayf("复制"), func() { s.copy(s.writing.Overflow) }).WithIcon("copy"),
		look.NewButton(look.Outlined, p.room.sayf("删除这些字"), s.drop).WithIcon("remove"))
	s.box = look.Card(12, overflow.Object(), tools)
	return s.box
}

// edited makes an edit of the box; what it shows afterwards is always what is kept.
func (s *statement) edited(e forms.Edit) (text string, caret int) {
	draft := s.p.room.Draft()
	if e.Pasted {
		draft.Break()
	}
	s.writing, caret = s.writing.Put(e)
	now := s.writing.Statement
	draft.Edit(forms.StatementText.Path, func(a *forms.Applicant) { a.Statement = now })
	if e.Pasted {
		draft.Break()
	}
	return now.Text, caret
}

// moveBack fills the room that the box has with what had not fitted.
func (s *statement) moveBack() {
	back := s.writing.Back().Statement
	s.p.room.Edit(forms.StatementText.Path, func(a *forms.Applicant) { a.Statement = back })
}

// drop takes away what does not fit.
func (s *statement) drop() {
	s.p.room.Edit(forms.StatementText.Path, func(a *forms.Applicant) { a.Statement.Overflow = "" })
}

func (s *statement) paste() {
	room := s.p.room
	room.Window.Canvas().Focus(s.text.Entry())
	s.text.Entry().TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

func (s *statement) copy(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }

func (s *statement) update() {
	room := s.p.room
	if now := room.View().Statement; now != s.writing.Statement {
		s.writing = forms.NewWriting(now, s.limit)
	}
	text := s.writing.Text
	n, over := forms.Characters(text), forms.Characters(s.writing.Overflow)
	s.counts.Set(room.sayf("%d字，还能写%d字；不算空格和换行%d字；再不算标点%d字",
		n, max(0, s.limit-n), forms.CharactersWithoutSpace(text), forms.CharactersWithoutPunctuation(text)))
	words := room.sayf("有%d字放不下，在下面的框里。要都放进来，还得删%d字。", over, n+over-s.limit)
	if n+over <= s.limit {
		words = room.sayf("下面的框里还有以前放不下的%d字，现在放得下了：要用就点“移回述职”，不要了就点“删除这些字”。", over)
	}
	s.cut.Set(words)
	look.Show(s.cut, over > 0)
	look.Show(s.box, over > 0)
}
