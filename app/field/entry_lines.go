package field

import (
	"math"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
)

const (
	entryPadding float32 = 8
	caretWidth   float32 = 2
	barWidth     float32 = 4
	barZone      float32 = 12 // where the mouse drags the bar
)

// set is a text as it is set in an input: its caret and selection, its lines, and which
// of them are seen.
type set struct {
	multiLine bool
	rows      int // lines that are seen
	size      func() fyne.Size

	text   []rune
	caret  int // before the character of this number
	anchor int // where the selection begins or ends, the caret being its other side
	// ending is true for a caret at the end of a line that goes on in the next one.
	ending bool

	measure *look.Measure
	lines   []look.Span
	broken  float32 // the width for which lines were made, 0 for none
	top     int     // the first line that is seen, or of one line the first character
}

func (s *set) selection() (from, to int) { return min(s.caret, s.anchor), max(s.caret, s.anchor) }

// line is the height of a line.
func (s *set) line() float32 {
	height := fyne.MeasureText("字", look.SizeText, fyne.TextStyle{}).Height
	if s.multiLine {
		height += 2
	}
	return height
}

// room is the width in which the text is set; before the input has a place no text is
// too wide.
func (s *set) room() float32 {
	if s.size().Width == 0 {
		return math.MaxInt32
	}
	return max(1, s.size().Width-2*entryPadding)
}

// laid returns the lines of the text, one for an input of one line.
func (s *set) laid() []look.Span {
	if room := s.room(); s.broken != room {
		s.broken, s.lines = room, []look.Span{{From: 0, To: len(s.text)}}
		if s.multiLine {
			s.lines = s.measure.Break(s.text, room)
		}
	}
	return s.lines
}

// rowOf returns the line in which a place in the text is.
func (s *set) rowOf(place int) int {
	lines := s.laid()
	row, _ := slices.BinarySearchFunc(lines, place, func(l look.Span, place int) int { return l.From - place })
	if row == len(lines) || lines[row].From > place {
		row--
	}
	if s.ending && row > 0 && lines[row].From == place && lines[row-1].To == place {
		row--
	}
	return row
}

// seen returns the lines that are seen, with the part of them that is.
func (s *set) seen() []look.Span {
	lines := s.laid()
	if s.multiLine {
		return lines[s.top:min(len(lines), s.top+s.rows)]
	}
	end, used := s.top, float32(0)
	for end < len(s.text) && used <= s.room() {
		used += s.measure.Width(s.text[end])
		end++
	}
	if used > s.room() {
		end--
	}
	return []look.Span{{From: s.top, To: max(end, s.top)}}
}

// follow moves what is seen so that the caret is in it.
func (s *set) follow() {
	if s.multiLine {
		row := s.rowOf(s.caret)
		s.top = max(min(s.top, row), row-s.rows+1)
		s.top = min(s.top, max(0, len(s.lines)-s.rows))
		return
	}
	s.top = min(s.top, s.caret)
	first, used := s.caret, caretWidth
	for first > 0 && used+s.measure.Width(s.text[first-1]) <= s.room() {
		first--
		used += s.measure.Width(s.text[first])
	}
	s.top = max(s.top, first)
	if s.room() > 2*look.SizeText && s.caret == len(s.text) {
		s.top = first // nothing is hidden at the left that has room
	}
}

// CursorPosition returns the place of the caret in the input.
func (s *set) CursorPosition() fyne.Position {
	row := s.rowOf(s.caret)
	if !s.multiLine {
		return fyne.NewPos(entryPadding+s.across(s.top, s.caret), entryPadding)
	}
	x := s.across(s.laid()[row].From, s.caret)
	return fyne.NewPos(entryPadding+min(x, s.room()), entryPadding+float32(row-s.top)*s.line())
}

// across returns the width of a part of a line.
func (s *set) across(from, to int) float32 {
	if to <= from {
		return 0
	}
	return s.measure.Text(string(s.text[from:to]))
}

// at returns the place in the text nearest to x in a line.
func (s *set) at(line look.Span, x float32) int {
	place, left := line.From, float32(0)
	for place < line.To {
		next := forms.After(s.text[:line.To], place)
		width := s.across(place, next)
		if left+width/2 > x {
			break
		}
		left, place = left+width, next
	}
	return place
}

// scrolls reports whether there are more lines than are seen.
func (s *set) scrolls() bool { return len(s.laid()) > s.rows && s.multiLine }

// barPlace returns where the bar is.
func (s *set) barPlace() (fyne.Position, fyne.Size) {
	lines, height := float32(len(s.laid())), s.size().Height-4
	length := max(20, height*float32(s.rows)/lines)
	share := float32(s.top) / max(1, lines-float32(s.rows))
	return fyne.NewPos(s.size().Width-barWidth-3, 2+share*(height-length)), fyne.NewSize(barWidth, length)
}

func (s *set) wordBefore() int {
	i := s.caret
	for i > 0 && class(s.text[i-1]) == 0 {
		i--
	}
	for first := i; i > 0 && class(s.text[i-1]) == class(s.text[first-1]); i-- {
	}
	return i
}

func (s *set) wordAfter() int {
	i := s.caret
	for first := i; i < len(s.text) && class(s.text[i]) == class(s.text[first]); i++ {
	}
	for i < len(s.text) && class(s.text[i]) == 0 {
		i++
	}
	return i
}

// class tells what runs together as a word: blanks, Chinese characters, letters and
// digits, or signs.
func class(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return 0
	case unicode.Is(unicode.Han, r):
		return 1
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
		return 2
	}
	return 3
}
