package paper

import (
	"slices"
	"strings"
)

// tasks sets a list to tick, with note and clause after each task and, in a column, by
// when and by whom.
func (c *composer) tasks(list TaskList) []group {
	if list.Columns > 0 {
		return c.taskGrid(list)
	}
	column := c.whenColumn(list.Tasks)
	groups := make([]group, len(list.Tasks))
	for i, task := range list.Tasks {
		groups[i] = c.task(task, column)
	}
	return groups
}

// whenColumn is as wide as the longest day or name asks, within bounds.
func (c *composer) whenColumn(tasks []Task) float64 {
	const never = 1e6
	width := whenLeast
	for _, task := range tasks {
		for _, text := range []string{task.By, task.Who} {
			width = max(width, firstLine(c.lines(text, smallText, never)).width)
		}
	}
	return min(width, whenMost)
}

func (c *composer) task(task Task, column float64) group {
	when := append(c.phrases(task.By, smallText, column), c.phrases(task.Who, smallGrey, column)...)
	pieces := c.ticked(abreast(
		stripe{x: tickColumn, lines: c.runs(taskRuns(task), smallText, bodyWidth-tickColumn-column-gapColumn)},
		stripe{x: bodyWidth - column, lines: when},
	), 0, task)
	return group{pieces: ruledOff(padded(pieces, 0.3, 0.3)), together: true}
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

// ticked draws the box of a task before its first line.
func (c *composer) ticked(pieces []piece, x float64, task Task) []piece {
	if len(pieces) > 0 {
		box := drawTickBox(point{x + 0.2, (c.scaled(smallText).leading - tickBoxSize) / 2}, task.Done)
		pieces[0].items = append(box, pieces[0].items...)
	}
	return pieces
}

// taskGrid sets tasks next to each other in small type, each with its note and clause after it.
func (c *composer) taskGrid(list TaskList) []group {
	width := (bodyWidth - gapColumn*float64(list.Columns-1)) / float64(list.Columns)
	var groups []group
	for row := range slices.Chunk(list.Tasks, list.Columns) {
		stripes := make([]stripe, len(row))
		for i, task := range row {
			x := float64(i) * (width + gapColumn)
			stripes[i] = stripe{x: x + tickColumn, lines: c.runs(taskRuns(task), smallText, width-tickColumn)}
		}
		pieces := abreast(stripes...)
		for i, task := range row {
			pieces = c.ticked(pieces, stripes[i].x-tickColumn, task)
		}
		groups = append(groups, group{pieces: ruledOff(padded(pieces, 0.3, 0.3)), together: true})
	}
	return groups
}

// taskRuns is a task in one stretch of text.
func taskRuns(task Task) []Run {
	runs := titleRuns(task.Title, task.Clause)
	if task.Note != "" {
		note := Run{Text: "　" + task.Note, Grey: true}
		runs = slices.Insert(runs, 1, note)
	}
	return runs
}
