// Package paper turns a list of blocks into pages: a PDF that an applicant
// prints and an office can tick, the same pages as pictures, and the same words as
// plain text and HTML.
//
// A [Document] says what is to be read; it knows no paper. [Compose] lays it out
// on A4 pages, which write themselves as PDF or as pictures. [WriteText] and
// [WriteHTML] work from the Document directly.
package paper

import (
	"fmt"
	"image"
	"strings"
	"time"
)

// Document is what a report says, block after block in reading order.
type Document struct {
	Meta   Meta
	Blocks []Block
	// Sheet is how many of the first blocks make a page to hand over. On paper they are
	// set smaller where they are then one page.
	Sheet int
	// Shorter are ways to say the sheet in less room, each shorter than the one before. On
	// paper the first of them that is one page is set where Blocks is not; text and HTML
	// have no pages and say it all.
	Shorter []Sheet
}

// Sheet is a page to hand over, and on pages after it what it leaves out.
type Sheet struct{ Page, Rest []Block }

// Meta identifies a document. All of it but the title and the language is in the foot
// of each page.
type Meta struct {
	Title   string
	Author  string
	Program string // name and version of the program
	Notice  string // the notice's identifier and version
	File    string // the application file
	Made    time.Time
	// Say says a Chinese format in the language of the document; nil is Chinese.
	Say func(format string, values ...any) string
}

// sayf says the few words that are of the paper itself.
func (m Meta) sayf(format string, values ...any) string {
	if m.Say == nil {
		return fmt.Sprintf(format, values...)
	}
	return m.Say(format, values...)
}

// Foot is what the foot of each page says, to tell one printed document from another. On
// paper it is shortened to one line where it can be: see [Pages.Foot].
func (m Meta) Foot() string { return joinFoot(m.footParts()) }

// Block is one of the types of this package that have a place on the page.
type Block interface {
	block()
}

// Mark is the drawn sign before a finding. Each has a shape of its own, so that it
// can be told in black and white.
type Mark uint8

// The marks of look.md: ✕ in a disc, an empty ring, ! in a disc, ? in a disc, ✓ in
// a disc, and a dash.
const (
	NoMark Mark = iota
	MarkFail
	MarkMissing
	MarkTodo
	MarkConfirm
	MarkPass
	MarkNotApplicable
)

// Run is a stretch of text in one style.
type Run struct {
	Text string
	Bold bool
	Grey bool
	Link string // the anchor to go to; "" for none
}

// Ref is a clause's number and the anchor where its words are, "" for none.
type Ref struct {
	Label  string
	Anchor string
}

// Head opens the document: what it is, for whom, and the photo at the top right.
type Head struct {
	Title    string
	Subtitle string
	Facts    []KeyValue
	Note     string // a grey line below the facts
	Photo    *Photo
}

// Photo is a picture with its size on paper in millimetres. The picture is
// upright; whoever decodes a file applies its orientation first.
type Photo struct {
	Image         image.Image
	Width, Height float64
	Caption       string
}

// Heading opens a section (level 1) or a part of one (level 2). It becomes a
// bookmark and is never alone at the end of a page.
type Heading struct {
	Level  int
	Text   string
	Anchor string
}

// Paragraph is running text; a line break in it begins a new line.
type Paragraph struct {
	Runs  []Run
	Small bool // 8.5 instead of 10 points
}

// Text is the paragraph's words without their styles.
func (p Paragraph) Text() string {
	var text strings.Builder
	for _, run := range p.Runs {
		text.WriteString(run.Text)
	}
	return text.String()
}

// Finding is one result: the mark with its word, what was found and asked in bold,
// more of it plainly, and what can be done.
type Finding struct {
	Mark   Mark
	Word   string
	Title  string
	Text   string
	Remedy string
	Clause Ref
	Anchor string
}

// TaskList is a list to tick, in the order given. In a list with Columns, short tasks without names
// and days are in small type, so many in a row.
type TaskList struct {
	Tasks   []Task
	Columns int
}

// Task is one line to tick: what, who acts, by when, and the clause that asks it.
type Task struct {
	Title  string
	Note   string
	Who    string
	By     string
	Clause Ref
	Done   bool
}

// Table is a compact table whose header is repeated on each page.
type Table struct {
	Columns []Column
	Rows    [][]Cell
}

// Column is a table column; Share is its part of the width relative to the others.
type Column struct {
	Title string
	Share float64
	Right bool // numbers are set at the right edge
}

// Cell is one field of a table.
type Cell struct {
	Text string
	Mark Mark
	Bold bool
	Link string
}

// KeyValues is a list of labels and what was entered for them, in one or two
// columns.
type KeyValues struct {
	Items   []KeyValue
	Columns int
}

// KeyValue is a label and its value; Link makes the value lead to an anchor.
type KeyValue struct {
	Key   string
	Value string
	Link  string
}

// BarChart compares values with what is required of each, in one unit.
type BarChart struct {
	Title         string
	Unit          string
	RequiredLabel string
	Required      float64
	Bars          []Bar
}

// Bar is one value of a chart. Note comes after the figure, for example the gap.
type Bar struct {
	Label string
	Value float64
	Note  string
}

// Statement is a longer text of the applicant, printed as it was typed with its
// blank lines.
type Statement struct {
	Text string
}

// Signatures is a row of lines to sign and date.
type Signatures struct {
	Labels []string
}

// Clause is an entry of the annex that quotes the notice: a link target, the
// clause's number and its words.
type Clause struct {
	Anchor string
	Label  string
	Text   string
}

// PageBreak begins a new page.
type PageBreak struct{}

func (Head) block()       {}
func (Heading) block()    {}
func (Paragraph) block()  {}
func (Finding) block()    {}
func (TaskList) block()   {}
func (Table) block()      {}
func (KeyValues) block()  {}
func (BarChart) block()   {}
func (Statement) block()  {}
func (Signatures) block() {}
func (Clause) block()     {}
func (PageBreak) block()  {}

// tag names the language of the document.
func (m Meta) tag() string { return m.sayf("zh-CN") }

// remedyLabel comes before what can be done about a finding, in every format.
func (m Meta) remedyLabel() string { return m.sayf("怎么办：") }

// signatureWords come after each line to sign.
func (m Meta) signatureWords() string { return m.sayf("日期") }

// amount is a figure of a chart with its unit.
func (m Meta) amount(value float64, unit string) string {
	return m.sayf("%s%s", said(figure(value)), said(unit))
}

// said is in the language of the document already and, unlike a string, nothing that
// somebody typed: its plural may be corrected.
type said string
