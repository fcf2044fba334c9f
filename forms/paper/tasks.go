package paper

import "strings"

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
func (c *composer) phrases(text string, s style, width float64) []setLine {
	var lines []setLine
	line := ""
	for _, phrase := range splitPhrases(c.cleaner.line(text)) {
		if line != "" && len(c.lines(line+phrase, s, width)) > 1 {
			lines = append(lines, c.lines(line, s, width)...)
			line = ""
		}
		line += phrase
	}
	return append(lines, c.lines(line, s, width)...)
}

// splitPhrases cuts a text after its commas.
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
