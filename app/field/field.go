package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// Options change how a field is shown.
type Options struct {
	// Answers of a choice whose answers the notice gives.
	Answers []forms.Option
	// Stacked puts the answers of a choice below each other.
	Stacked bool
	// Label and Hint take the place of the declared ones.
	Label, Hint say.Text
	// Aside is shown beside the hint, nil for nothing.
	Aside fyne.CanvasObject
	// Beside shows the label and the input beside each other.
	Beside bool
	// Bare shows the input alone: the field stands in a table, which shows its
	// label, its results and [Field.Trouble] elsewhere.
	Bare bool
	// Rows of a long text that are seen.
	Rows int
	// Reading shows a long text to be read and copied only.
	Reading bool
}

// Field is one question on a page.
type Field struct {
	Place forms.Place
	// Below is where the page shows the results of the answer.
	Below *fyne.Container

	host    Host
	answers Answers
	bare    bool
	reading bool
	entry   *Entry
	choice  *Choice
	edge    *look.Panel
	hint    *look.Text // nil for none
	trouble *Remark    // what is wrong with the answer
	note    *Remark    // what else has to be known of it
	noted   string     // the answer that note is about
	remark  string     // what is said of an answer that is no mistake
	object  *fyne.Container
	// entered is the answer as it was after the last key here: while it is the same
	// the input is not overwritten, as what is typed may be half a date.
	entered string
	// entering is true while a key here becomes an answer.
	entering bool
}

// New returns the field of a place.
func New(host Host, answers Answers, p forms.Place, o Options) *Field {
	f := &Field{Place: p, host: host, answers: answers, bare: o.Bare, reading: o.Reading, Below: look.Column(4)}
	f.trouble, f.note = NewRemark(look.WordInk(check.Todo)), NewRemark(look.Words)
	parts := []fyne.CanvasObject{}
	switch {
	case o.Bare:
		parts = append(parts, f.input(o))
	case o.Beside:
		parts = append(parts, container.New(look.Halves{Left: 0.6, Most: 440, Gap: 16}, f.head(o), f.input(o)))
	default:
		parts = append(parts, f.head(o), f.input(o))
	}
	if !o.Bare {
		parts = append(parts, f.trouble.Object(), f.note.Object(), f.Below)
	}
	f.object = look.Column(6, parts...)
	f.Update()
	return f
}

// Object returns what stands on the page.
func (f *Field) Object() fyne.CanvasObject { return f.object }

// Focusable returns the input.
func (f *Field) Focusable() fyne.Focusable {
	if f.entry != nil {
		return f.entry
	}
	return f.choice
}

// Trouble returns the line that says what is wrong with the answer.
func (f *Field) Trouble() fyne.CanvasObject { return f.trouble.Object() }

// Note shows what remark has to say of an answer that was typed, "" for nothing; it asks
// once for each answer.
func (f *Field) Note(answer string, remark func(answer string) string) {
	if f.entry != nil && !f.bare && f.noted != answer {
		f.noted = answer
		f.note.Set(remark(answer))
	}
}

// Remark shows what has to be known of an answer in which nothing is wrong, "" for nothing.
func (f *Field) Remark(text string) {
	f.remark = text
	f.showProblem()
}

// Bare reports whether the field is the input alone.
func (f *Field) Bare() bool { return f.bare }

// Entry returns the input of text, nil for a choice.
func (f *Field) Entry() *Entry { return f.entry }

// Choice returns the choice, nil for text.
func (f *Field) Choice() *Choice { return f.choice }

func (f *Field) head(o Options) fyne.CanvasObject {
	label, hint := f.Place.Label, f.Place.Hint
	if !o.Label.Empty() {
		label = o.Label
	}
	if !o.Hint.Empty() {
		hint = o.Hint
	}
	head := look.Column(0, look.NewText(f.host.Say(label), look.Style{Bold: true}))
	if !hint.Empty() {
		f.hint = look.NewText(f.host.Say(hint), look.Style{Size: look.SizeNote, Ink: look.Grey})
		if o.Aside != nil {
			head.Add(look.Stretch(8, 0, f.hint, o.Aside))
		} else {
			head.Add(f.hint)
		}
	}
	return head
}

// Hint shows all of the declared hint, or its beginning alone.
func (f *Field) Hint(whole bool) {
	words := f.Place.Hint
	if whole {
		words = say.Join("", words, f.Place.More)
	}
	f.hint.Set(f.host.Say(words))
}

func (f *Field) input(o Options) fyne.CanvasObject {
	if f.Place.Kind == forms.KindChoice {
		options := f.Place.Options
		if len(o.Answers) > 0 {
			options = o.Answers
		}
		f.choice = NewChoice(f.host, options, o.Stacked)
		f.choice.OnChosen = f.enter
		return f.choice
	}
	switch {
	case o.Reading:
		f.entry = NewReading(f.host, max(3, o.Rows))
	case f.Place.Kind == forms.KindLongText:
		f.entry = NewLongEntry(f.host, max(3, o.Rows))
	default:
		f.entry = NewEntry(f.host, width(f.Place.Info))
	}
	f.entry.OnEdit, f.entry.OnLeft = f.edited, f.Update
	f.edge = look.NewPanel(look.Clear, look.Clear, 6)
	input := look.Over(f.entry, f.edge)
	if f.Place.Kind == forms.KindLongText || width(f.Place.Info) == 0 {
		return input
	}
	if !f.Place.Unit.Empty() && !o.Bare {
		return look.Row(look.SmallGap, input, look.NewText(f.host.Say(f.Place.Unit), look.Style{One: true}))
	}
	return look.Row(0, input)
}

// width is how long an answer is, 0 for the whole line.
func width(i forms.Info) float32 {
	switch {
	case i.Kind == forms.KindDate:
		return 150
	case i.Kind == forms.KindNumber:
		return 80
	case i.Most == 0 || i.Most > 120:
		return 0
	case i.Most <= 40:
		return 220
	case i.Most <= 80:
		return 420
	}
	return 560
}

func (f *Field) enter(text string) {
	f.entering = true
	f.answers.Enter(f.Place, text)
	f.entering = false
	f.entered = f.Place.Text(f.answers.View())
	f.showProblem()
}

// edited makes what is typed the answer. What is pasted is undone by itself.
func (f *Field) edited(c forms.Edit) (text string, caret int) {
	if c.Pasted {
		f.host.Break()
	}
	text, caret = f.entry.Text(), f.entry.Caret()
	f.enter(text)
	if c.Pasted {
		f.host.Break()
	}
	if !f.entry.Focused() {
		text = f.entered
	}
	return text, caret
}

// Update shows the answer as it stands in the application.
func (f *Field) Update() {
	answer := f.Place.Text(f.answers.View())
	switch {
	case f.reading:
		f.entry.show(forms.Brief(answer, forms.MostStatement))
	case f.choice != nil:
		f.choice.Mark(answer)
	case !f.entering && (!f.entry.Focused() || answer != f.entered):
		f.entry.show(answer)
		f.entered = answer
	}
	f.showProblem()
}

// showProblem shows what is wrong with the answer; of a text still being typed
// only once the input is left.
func (f *Field) showProblem() {
	message := f.host.Say(f.Place.Problem(f.answers.View()))
	if f.entry != nil {
		f.showEdge(message)
	}
	if message == "" {
		message = f.remark
	}
	if f.entry != nil && f.entry.Focused() && message != f.trouble.Words() {
		message = ""
	}
	f.trouble.Set(message)
}

func (f *Field) showEdge(message string) {
	ink := look.Clear
	if message != "" && !f.entry.Focused() {
		ink = look.WordInk(check.Todo)
	}
	f.edge.Set(look.Clear, ink, 1.5)
}
