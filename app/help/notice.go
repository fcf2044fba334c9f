package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// reader shows the notice clause by clause and looks for words in it.
type reader struct {
	w      *Window
	search *field.Entry
	count  *look.Text
	scroll *look.Scroll
	list   *fyne.Container
	items  []*clauseItem
	object fyne.CanvasObject

	hits []hit // of the words that are looked for
	at   int   // the hit that is shown, -1 before the first
}

// clauseItem is a clause on the page.
type clauseItem struct {
	id    string
	texts []*look.Text // its words, and its English where that is shown
	card  *fyne.Container
	head  *look.Text
}

// hit is one place with the words.
type hit struct {
	item int
	text int
	span notice.Span
}

func newReader(w *Window) *reader {
	r := &reader{w: w, count: look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey, One: true}), at: -1}
	n := w.content.Notice
	r.list = look.Column(14, look.NewText(n.Number+" · "+w.content.say(w.content.Trust), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	for _, clause := range n.Clauses() {
		r.add(clause)
	}
	r.search = field.NewEntry(searching{r}, 260)
	r.search.OnChanged, r.search.OnEntered = r.find, r.next
	r.scroll = look.NewScroll(container.New(sheet{}, r.list))
	next := look.NewButton(look.Outlined, w.content.say(say.F("下一处")), r.next)
	bar := look.Inset(look.Insets{Left: 20, Right: 20}, look.Cells(look.SmallGap, 2, look.NewText(w.content.say(say.F("在通知里找")), look.Style{One: true}), look.Wide(260, r.search), r.count, next))
	r.object = container.New(readerLayout{}, bar, r.scroll)
	return r
}

func (r *reader) add(clause notice.Clause) {
	item := &clauseItem{id: clause.ID, head: look.NewText(clause.ID, look.Style{Size: look.SizeSmall, Ink: look.Grey, Bold: true})}
	item.texts = []*look.Text{look.NewText(clause.Tidy(), look.Style{})}
	if english := r.w.content.say(r.w.content.Notice.Words(clause.ID)); english != clause.Tidy() {
		item.texts = append(item.texts, look.NewText(english, look.Style{Size: look.SizeNote, Ink: look.Grey}))
	}
	item.card = look.Column(2, item.head)
	for _, text := range item.texts {
		item.card.Add(text)
	}
	r.items = append(r.items, item)
	r.list.Add(item.card)
}

// find marks every place with the words and shows the first.
func (r *reader) find(words string) {
	r.hits, r.at = nil, -1
	for i, item := range r.items {
		for k, text := range item.texts {
			var parts [][2]int
			for _, span := range notice.Find(text.Words(), words) {
				parts = append(parts, [2]int{span.From, span.To})
				r.hits = append(r.hits, hit{i, k, span})
			}
			text.Mark(parts)
		}
	}
	if len(r.hits) > 0 {
		r.next()
		return
	}
	said := say.Text{}
	if notice.Squeeze(words) != "" {
		said = say.F("没有找到")
	}
	r.count.Set(r.w.content.say(said))
}

// next shows the next place, after the last one the first again.
func (r *reader) next() {
	if len(r.hits) == 0 {
		return
	}
	r.at = (r.at + 1) % len(r.hits)
	r.count.Set(r.w.content.say(say.F("第%d处，共%d处", r.at+1, len(r.hits))))
	h := r.hits[r.at]
	text := r.items[h.item].texts[h.text]
	share := float32(h.span.From) / float32(max(1, len(text.Words())))
	r.reveal(r.top(h.item) + text.Position().Y + share*text.Size().Height)
}

// goTo shows a clause, at the top.
func (r *reader) goTo(id string) {
	for i, item := range r.items {
		if item.id == id {
			item.head.SetInk(look.Accent)
			r.scroll.ScrollToOffset(fyne.NewPos(0, r.top(i)-10))
			return
		}
	}
}

// top is where a clause begins in what is scrolled.
func (r *reader) top(i int) float32 {
	return r.list.Position().Y + r.items[i].card.Position().Y
}

// reveal scrolls so that a place is in the upper third, unless it is seen already.
func (r *reader) reveal(y float32) {
	seen := r.scroll.Size().Height
	if y > r.scroll.Offset.Y+20 && y < r.scroll.Offset.Y+seen-40 {
		return
	}
	r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-seen/3)))
}

// searching is what the input of the words needs of its window. Nothing of an application
// is typed in it.
type searching struct{ r *reader }

// View has no application.
func (searching) View() *forms.Applicant { return nil }

// Enter does nothing.
func (searching) Enter(forms.Place, string) {}

// Break does nothing.
func (searching) Break() {}

// Say returns a text in the language of the window.
func (s searching) Say(text say.Text) string { return s.r.w.content.say(text) }

// Reveal does nothing: the input is always seen.
func (searching) Reveal(fyne.CanvasObject) {}

// Shortcut answers none: the keys of the program's own window are not for this one.
func (searching) Shortcut(fyne.Shortcut) bool { return false }

// Caret does nothing.
func (searching) Caret(*field.Entry) {}

// Wheel scrolls the notice.
func (s searching) Wheel(e *fyne.ScrollEvent) { s.r.scroll.Scrolled(e) }

// Key goes to the window.
func (s searching) Key(e *fyne.KeyEvent) { s.r.w.key(e) }

// readerLayout puts the search above the notice.
type readerLayout struct{}

// MinSize is small.
func (readerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }

// Layout gives the notice the height that the search leaves.
func (readerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := look.Height(objects[0], size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, top))
	y := top + look.SmallGap
	objects[1].Move(fyne.NewPos(0, y))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}
