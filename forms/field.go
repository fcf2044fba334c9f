package forms

import (
	"zhicheng/forms/say"
)

// Kind tells how a field is answered.
type Kind int

// The kinds of fields.
const (
	KindText Kind = iota + 1
	KindLongText
	KindDate
	KindNumber
	KindChoice
	KindFile
)

// Option is one answer of a choice: the value in the file and its Chinese label.
type Option struct {
	Value string
	Label say.Text
}

// Info is what is said of a field, once for window, findings, command line and
// printed list.
type Info struct {
	Path     string // place in the file, such as title.qualified_date
	Step     Step
	Label    say.Text
	Hint     say.Text
	More     say.Text // what else there is to say, behind a link
	Kind     Kind
	Options  []Option // of a choice; empty where the notice gives the options
	Unit     say.Text // printed behind a number
	Least    int      // of a number
	Most     int      // of a number; of a text the most characters, 0 = no limit
	Integer  bool     // a number without decimals
	Example  string   // of a number
	Optional bool     // it may stay open: no check needs it, or it is only a plan
}

// OptionLabel returns the Chinese label of a choice's value, and the beginning of the
// value itself where the field has no such option.
func (i Info) OptionLabel(value string) say.Text {
	for _, o := range i.Options {
		if o.Value == value {
			return o.Label
		}
	}
	return say.Typed(Brief(value, named))
}

// Demands says which groups of questions the chosen plan asks; the notice fills
// it in. The zero Demands asks only what every plan asks.
type Demands struct {
	Years      []int      // of continuing education, ascending
	Running    int        // the year that the cut-off ends
	Hours      []HoursRow // what each year asks for
	Evidence   bool       // proof of each year's hours
	Conditions bool       // the conditions of 附件3
	Abilities  int        // how many the department has
	Items      int        // from how many the exceptional route picks
	Routes     []Route
	Later      bool // which educations were got while at work (后学历)
	NoUnitDay  bool // the notice does not say by when the unit has to be done
	NoPapers   bool // nothing is handed in on paper by a day
}

// Field is a question about a row of type R: the applicant, one education, one
// year's hours, one achievement.
type Field[R any] struct {
	Info
	Text    func(*R) string
	Enter   func(*R, string)
	Problem func(*R) say.Text
	// Impossible reports an answer that nobody can have: a choice that is not
	// offered, a number out of range. nil: any answer is possible.
	Impossible func(*R) bool
	When       func(*Applicant, Demands, *R) bool // nil: always asked
}

// asked reports whether the question is asked about a row.
func (f *Field[R]) asked(a *Applicant, d Demands, r *R) bool {
	return f.When == nil || f.When(a, d, r)
}

// value is what the kinds of answers with a text of their own have in common.
type value interface {
	Text() string
	Problem() say.Text
}

func parsed[R any, V value](info Info, at func(*R) *V, parse func(string) V) Field[R] {
	return Field[R]{
		Info:    info,
		Text:    func(r *R) string { return (*at(r)).Text() },
		Enter:   func(r *R, text string) { *at(r) = parse(text) },
		Problem: func(r *R) say.Text { return (*at(r)).Problem() },
	}
}

func dateField[R any](info Info, at func(*R) *Date) Field[R] {
	info.Kind = KindDate
	return parsed(info, at, ParseDate)
}

// numberField asks for a number, alone or with its unit; parse is nil unless the unit is
// said in more ways.
func numberField[R any](info Info, at func(*R) *Number, parse func(string) Number) Field[R] {
	info.Kind = KindNumber
	if parse == nil {
		unit := info.Unit.String()
		parse = func(text string) Number { return parseWith(unit, text) }
	}
	f := parsed(info, at, parse)
	f.Problem = func(r *R) say.Text {
		n := *at(r)
		switch impossible := info.outOfRange(n); {
		case !impossible.Empty():
			return impossible
		case !n.Known() && n.Text() != "" && !n.tooPrecise():
			return say.F("没看懂“%s”，要写成数字，例如%s", Brief(n.Text(), named), info.Example)
		}
		return n.Problem()
	}
	f.Impossible = func(r *R) bool { return !info.outOfRange(*at(r)).Empty() }
	return f
}

// yearlessField asks for a day of the notice's year, also without the year: 9月23日.
func yearlessField[R any](info Info, at func(*R) *Date) Field[R] {
	info.Kind = KindDate
	f := parsed(info, at, ParseDate)
	f.Problem = func(r *R) say.Text {
		d := *at(r)
		if d.Known() || d.Text() == "" || d.yearless() {
			return say.Text{}
		}
		return say.F("没看懂“%s”，请写成9月23日或2020-09-23", Brief(d.Text(), named))
	}
	return f
}

func (i Info) outOfRange(n Number) say.Text {
	switch {
	case n.Known() && i.Integer && n.Value()%100 != 0:
		return say.F("%s要写成整数，填的是%s", i.Label, n.Value())
	case n.Known() && (n.Value() < Whole(i.Least) || n.Value() > Whole(i.Most)):
		return say.F("%s应在%d到%d之间，填的是%s", i.Label, i.Least, i.Most, n.Value())
	}
	return say.Text{}
}

func textField[R any](info Info, at func(*R) *string) Field[R] {
	clean := OneLine
	switch info.Kind {
	case 0:
		info.Kind = KindText
	case KindLongText:
		clean = PlainLines
	}
	return Field[R]{
		Info:  info,
		Text:  func(r *R) string { return *at(r) },
		Enter: func(r *R, text string) { *at(r) = clean(text) },
		Problem: func(r *R) say.Text {
			if n := Characters(*at(r)); info.Most > 0 && n > info.Most {
				return say.F("%s最多%d字，填了%d字", info.Label, info.Most, n)
			}
			return say.Text{}
		},
	}
}

func choiceField[R any, T ~string](info Info, at func(*R) *T) Field[R] {
	info.Kind = KindChoice
	impossible := func(r *R) bool {
		v := string(*at(r))
		return v != "" && len(info.Options) > 0 && !info.offers(v)
	}
	return Field[R]{
		Info:  info,
		Text:  func(r *R) string { return string(*at(r)) },
		Enter: func(r *R, text string) { *at(r) = T(text) },
		Problem: func(r *R) say.Text {
			if impossible(r) {
				return say.F("没有“%s”这个选项，请重新选择", Brief(string(*at(r)), named))
			}
			return say.Text{}
		},
		Impossible: impossible,
	}
}

func (i Info) offers(value string) bool {
	for _, o := range i.Options {
		if o.Value == value {
			return true
		}
	}
	return false
}

func (f Field[R]) when(cond func(*Applicant, Demands, *R) bool) Field[R] {
	f.When = cond
	return f
}

func (f Field[R]) problem(problem func(*R) say.Text) Field[R] {
	f.Problem = problem
	return f
}

// Place is one field of one application: a field together with the row in which
// it stands.
type Place struct {
	Info
	Column  say.Text // the label without its row: the head of a table's column
	Text    func(*Applicant) string
	Enter   func(*Applicant, string)
	Problem func(*Applicant) say.Text
	// Impossible reports an answer that nobody can have; it counts as none.
	Impossible func(*Applicant) bool
	Applies    func(*Applicant, Demands) bool
}

// Answered reports whether anything stands in the place.
func (p Place) Answered(a *Applicant) bool { return p.Text(a) != "" }

// Shown returns the answer as it is read by people: the label of a choice, the
// text of everything else.
func (p Place) Shown(a *Applicant) say.Text {
	if p.Kind == KindChoice {
		return p.OptionLabel(p.Text(a))
	}
	return say.Typed(p.Text(a))
}

// row tells where a row of a table stands in an application. Reading a row that
// is not there gives an empty one, changing it does what the table does then.
type row[R any] struct {
	rowName
	read   func(*Applicant) *R
	change func(*Applicant, func(*R))
}

// rowName is what stands before the path and the label of a row's fields, such
// as "continuing_education.2018." and "2018年".
type rowName struct {
	prefix string
	label  func(field say.Text) say.Text // nil: the field's own
}

// in returns what is said of the field in a row.
func (f Field[R]) in(name rowName) Info {
	info := f.Info
	info.Path = name.prefix + info.Path
	if name.label != nil {
		info.Label = name.label(info.Label)
	}
	return info
}

func (f Field[R]) at(at row[R]) Place {
	return Place{
		Info:   f.in(at.rowName),
		Column: f.Label,
		Text:   func(a *Applicant) string { return f.Text(at.read(a)) },
		Enter: func(a *Applicant, text string) {
			at.change(a, func(r *R) { f.Enter(r, text) })
		},
		Problem: func(a *Applicant) say.Text { return f.Problem(at.read(a)) },
		Impossible: func(a *Applicant) bool {
			return f.Impossible != nil && f.Impossible(at.read(a))
		},
		Applies: func(a *Applicant, d Demands) bool {
			return f.asked(a, d, at.read(a))
		},
	}
}

// Of returns the place of a field of the applicant itself.
func Of(f Field[Applicant]) Place {
	return f.at(row[Applicant]{
		read:   func(a *Applicant) *Applicant { return a },
		change: func(a *Applicant, change func(*Applicant)) { change(a) },
	})
}
