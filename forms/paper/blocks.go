package paper

import (
	"slices"
	"strings"
)

// Spaces between blocks and the widths of columns, in millimetres.
const (
	gapBlock   = 2.2
	gapHeading = 5.0
	gapRemark  = 0.8 // under a heading
	gapColumn  = 3.0

	markColumn   = 19.0
	markRadius   = 1.75
	clauseColumn = 24.0
	factColumn   = 22.0
	tickColumn   = 7.0
	whoColumn    = 21.0
	byColumn     = 27.0
)

var (
	titleText    = manner{16, 16 * 1.4 * pointSize, bold, inkText}
	subtitleText = manner{11, 11 * 1.5 * pointSize, bold, inkText}
	sectionText  = manner{12.5, 12.5 * 1.5 * pointSize, bold, inkText}
)

// head sets the title block. The photo hangs from its first line at the right; a
// filler keeps the next block below the photo.
func (c *composer) head(h Head) []group {
	width := bodyWidth
	if h.Photo != nil {
		width -= h.Photo.Width + 2*gapColumn
	}
	pieces := column(c.lines(h.Title, titleText, width), 0)
	pieces = append(pieces, padded(column(c.lines(h.Subtitle, subtitleText, width), 0), 0.5, 1.5)...)
	for _, fact := range h.Facts {
		pieces = append(pieces, lineByLine(abreast(
			stripe{x: 0, lines: c.lines(fact.Key, greyText, factColumn-gapColumn)},
			stripe{x: factColumn, lines: c.linked(fact.Value, fact.Link, plainText, width-factColumn)},
		))...)
	}
	pieces = append(pieces, padded(column(c.lines(h.Note, smallGrey, width), 0), 1, 0)...)
	hung := 0.0
	if h.Photo != nil {
		pieces, hung = c.hangPhoto(pieces, *h.Photo)
	}
	return []group{{pieces: pieces, together: true, hung: hung}}
}

// lineByLine makes one column of several, to be read across.
func lineByLine(pieces []piece) []piece {
	for i, one := range pieces {
		pieces[i].stripes = [][]item{slices.Concat(one.stripes...)}
	}
	return pieces
}

// hangPhoto hangs the photo with its caption from the first piece, and returns the
// height that both take.
func (c *composer) hangPhoto(pieces []piece, photo Photo) ([]piece, float64) {
	if len(pieces) == 0 {
		pieces = []piece{{}}
	}
	at := point{bodyWidth - photo.Width, 1}
	hung := []item{frame{at: at, w: photo.Width, h: photo.Height, width: 0.15, ink: inkRule}}
	if photo.Image != nil {
		hung = append([]item{picture{at, photo.Width, photo.Height, photo.Image}}, hung...)
	}
	height := at.y + photo.Height
	var caption []item
	for _, line := range c.lines(photo.Caption, tinyGrey, photo.Width) {
		centred := at.x + (photo.Width-line.width)/2
		caption = append(caption, moveAll(line.items, centred, height+0.6)...)
		height += tinyLeading
	}
	pieces[0].items = append(pieces[0].items, hung...)
	pieces[0].stripes = append(pieces[0].stripes, caption)
	if missing := height + 1 - heightOf(pieces); missing > 0 {
		pieces = append(pieces, piece{height: missing})
	}
	return pieces, height + 1
}

// heading sets a section's or a part's heading and makes it a bookmark.
func (c *composer) heading(h Heading) []group {
	m, level := sectionText, 0
	if h.Level > 1 {
		m, level = boldText, 1
	}
	level = min(level, c.level+1)
	c.level = level
	text := c.cleaner.line(h.Text)
	pieces := column(c.lines(text, m, bodyWidth), 0)
	if len(pieces) == 0 {
		return nil
	}
	pieces[0].anchor = h.Anchor
	pieces[0].bookmark = &bookmark{text: text, level: level}
	made := group{pieces: pieces, together: true, withNext: true, heading: true, before: gapBlock + 1}
	if h.Level <= 1 {
		made.before = gapHeading
		last := &pieces[len(pieces)-1]
		last.items = append(last.items, rule(0, last.height+0.3, bodyWidth, 0.2))
		last.height += 1.6
	}
	return []group{made}
}

func (c *composer) paragraph(p Paragraph) []group {
	m := plainText
	if p.Small {
		m = smallText
	}
	return []group{running(column(c.runs(p.Runs, m, bodyWidth), 0), gapBlock)}
}

// running is a group of lines of text. Up to three lines stay together, so that
// no line of a paragraph ever stands alone on a page.
func running(pieces []piece, before float64) group {
	return group{pieces: pieces, before: before, together: len(pieces) <= 3}
}

// finding sets the mark with its word at the left and the clause at the right.
func (c *composer) finding(f Finding) []group {
	x, width := markColumn, bodyWidth-markColumn-clauseColumn-gapColumn
	lines := c.lines(f.Title, boldText, width)
	lines = append(lines, c.lines(f.Text, smallText, width)...)
	if f.Remedy != "" {
		lines = append(lines, c.runs([]Run{{Text: remedyLabel, Bold: true}, {Text: f.Remedy}}, plainText, width)...)
	}
	pieces := abreast(
		stripe{x: 2*markRadius + 1.5, lines: c.lines(f.Word, boldText, markColumn-2*markRadius-1.5)},
		stripe{x: x, lines: lines},
		c.clauseStripe(f.Clause),
	)
	if len(pieces) == 0 {
		return nil
	}
	mark := drawMark(f.Mark, point{markRadius, textLeading / 2}, markRadius)
	pieces[0].items = append(mark, pieces[0].items...)
	pieces[0].anchor = f.Anchor
	return []group{{pieces: ruledOff(padded(pieces, 0.7, 0.9)), together: true}}
}

// clauseStripe is the right-hand column with the clause's number.
func (c *composer) clauseStripe(ref Ref) stripe {
	return stripe{
		x: bodyWidth - clauseColumn, width: clauseColumn,
		lines: c.linked(ref.Label, ref.Anchor, refText, clauseColumn),
	}
}

// ruledOff draws a thin rule below the last piece.
func ruledOff(pieces []piece) []piece {
	if len(pieces) > 0 {
		last := &pieces[len(pieces)-1]
		last.items = append(last.items, rule(0, last.height, bodyWidth, 0.1))
	}
	return pieces
}

// tasks sets a list to tick. The columns for who and by when are there if any task
// needs them.
func (c *composer) tasks(list TaskList) []group {
	who, by := 0.0, 0.0
	for _, task := range list.Tasks {
		if task.Who != "" {
			who = whoColumn
		}
		if task.By != "" {
			by = byColumn
		}
	}
	groups := make([]group, 0, len(list.Tasks)+1)
	var header []piece
	if list.Header != (Task{}) {
		header = c.taskHeader(list.Header, who, by)
		groups = append(groups, group{pieces: header, together: true, withNext: true})
	}
	for _, task := range list.Tasks {
		groups = append(groups, c.task(task, who, by, header))
	}
	return groups
}

// taskHeader sets the titles of a list's columns, to be repeated on each page.
func (c *composer) taskHeader(titles Task, who, by float64) []piece {
	right := bodyWidth - clauseColumn - gapColumn
	return ruledOff(padded(lineByLine(abreast(
		stripe{x: tickColumn, lines: c.lines(titles.Title, smallGrey, right-tickColumn-who-by-gapColumn)},
		stripe{x: right - who - by, lines: c.lines(titles.Who, smallGrey, who)},
		stripe{x: right - by, lines: c.lines(titles.By, smallGrey, by)},
		stripe{x: bodyWidth - clauseColumn, lines: c.lines(titles.Clause.Label, smallGrey, clauseColumn)},
	)), 0.2, 0.2))
}

func (c *composer) task(task Task, who, by float64, header []piece) group {
	right := bodyWidth - clauseColumn - gapColumn
	width := right - tickColumn - who - by
	lines := c.taskLines(task, width-gapColumn, who+by == 0)
	pieces := abreast(
		stripe{x: tickColumn, lines: lines},
		stripe{x: right - who - by, lines: c.phrases(task.Who, plainText, who-1)},
		stripe{x: right - by, lines: c.phrases(task.By, plainText, by-1)},
		c.clauseStripe(task.Clause),
	)
	if len(pieces) > 0 {
		box := drawTickBox(point{0.2, (textLeading - tickBoxSize) / 2}, task.Done)
		pieces[0].items = append(box, pieces[0].items...)
	}
	return group{pieces: ruledOff(padded(pieces, 0.7, 0.9)), together: true, header: header}
}

// phrases sets a short text in a narrow column: it breaks where one phrase ends,
// as long as the phrases fit.
func (c *composer) phrases(text string, m manner, width float64) []setLine {
	var lines []setLine
	line := ""
	for _, phrase := range splitPhrases(c.cleaner.line(text)) {
		if line != "" && len(c.lines(line+phrase, m, width)) > 1 {
			lines = append(lines, c.lines(line, m, width)...)
			line = ""
		}
		line += phrase
	}
	return append(lines, c.lines(line, m, width)...)
}

// splitPhrases cuts a text behind its commas.
func splitPhrases(text string) []string {
	var parts []string
	for {
		at := strings.IndexAny(text, "，、")
		if at < 0 {
			return append(parts, text)
		}
		at += len("，")
		parts, text = append(parts, text[:at]), text[at:]
	}
}

// taskLines sets a task above its note, or in a list that has nothing but notes
// on one line with it.
func (c *composer) taskLines(task Task, width float64, oneLine bool) []setLine {
	if oneLine && task.Note != "" && task.Title != "" {
		return c.runs([]Run{{Text: task.Title, Bold: true}, {Text: "　" + task.Note, Grey: true}}, plainText, width)
	}
	return append(c.lines(task.Title, boldText, width), c.lines(task.Note, smallGrey, width)...)
}

// statement sets a longer text line by line, with its blank lines.
func (c *composer) statement(s Statement) []group {
	var groups []group
	for _, paragraph := range strings.Split(string(c.cleaner.text(s.Text)), "\n") {
		lines := c.lines(paragraph, plainText, bodyWidth)
		if len(lines) == 0 {
			lines = []setLine{blankLine(plainText)}
		}
		groups = append(groups, running(column(lines, 0), 0))
	}
	if len(groups) > 0 {
		groups[0].before = gapBlock
	}
	return groups
}

// clause sets an entry of the annex: the number at the left, the words beside it.
func (c *composer) clause(q Clause) []group {
	x := clauseColumn + gapColumn
	pieces := abreast(
		stripe{x: 0, lines: c.lines(q.Label, smallBold, clauseColumn)},
		stripe{x: x, lines: c.lines(q.Text, smallText, bodyWidth-x)},
	)
	if len(pieces) > 0 {
		pieces[0].anchor = q.Anchor
	}
	return []group{running(padded(pieces, 0.6, 0.6), 0)}
}

// signatureWords stand behind each line to sign.
const signatureWords = "日期"

// signatures sets lines to sign and to date, two in a row.
func (c *composer) signatures(s Signatures) []group {
	const width = bodyWidth/2 - gapColumn
	var groups []group
	for pair := range slices.Chunk(s.Labels, 2) {
		var stripes []stripe
		for i, label := range pair {
			x := float64(i) * (width + 2*gapColumn)
			stripes = append(stripes, stripe{x: x, lines: c.lines(label, plainText, width/2)})
			stripes = append(stripes, stripe{x: x + width - signDate, lines: c.lines(signatureWords, plainText, signDate)})
		}
		pieces := padded(abreast(stripes...), signRoom, 0)
		if len(pieces) == 0 {
			continue
		}
		for i := 0; i < len(stripes); i += 2 {
			pieces[0].items = append(pieces[0].items, signLinesAfter(stripes[i], width)...)
		}
		groups = append(groups, group{pieces: pieces, together: true})
	}
	return groups
}

// Rooms of a line to sign, in millimetres: above it, and for the date.
const (
	signRoom = 10.0
	signDate = 32.0
)

// signLinesAfter draws the line behind a label and the one behind the date.
func signLinesAfter(label stripe, width float64) []item {
	foot := signRoom + textLeading - 0.8
	start := label.x + firstLine(label.lines).width + 2
	date := label.x + width - signDate
	return []item{
		stroke{points: []point{{start, foot}, {date - 2, foot}}, width: 0.2, ink: inkText},
		stroke{points: []point{{date + 9, foot}, {label.x + width, foot}}, width: 0.2, ink: inkText},
	}
}
