package guide

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// Calendar returns the deadlines and the planned days of an applicant as an iCalendar
// file (RFC 5545) in a language, nil for Chinese. Holidays are left out: a calendar has
// them. The same days give the same file when it is made at the same time; each event
// keeps its identifier, so that a later file replaces an earlier one.
func Calendar(n *notice.Notice, a *forms.Applicant, made time.Time, language *say.Language) []byte {
	c := &calendar{language: language, stamp: made.UTC().Format("20060102T150405Z")}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//zhicheng//calendar//ZH")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	counts := map[EventKind]int{}
	for _, e := range Agenda(n, a, forms.Date{}) {
		if e.Kind == Holiday {
			continue
		}
		counts[e.Kind]++
		c.event(e, n, fmt.Sprintf("%s-%d-%d@zhicheng", n.ID, e.Kind, counts[e.Kind]))
	}
	c.line("END", "VCALENDAR")
	return []byte(c.text.String())
}

// calendar writes content lines.
type calendar struct {
	text     strings.Builder
	language *say.Language
	stamp    string
}

// event writes an event of whole days: its end is the day after the last.
func (c *calendar) event(e Event, n *notice.Notice, id string) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", id)
	c.line("DTSTAMP", c.stamp)
	c.line("DTSTART;VALUE=DATE", compact(e.Day))
	c.line("DTEND;VALUE=DATE", compact(e.Until+1))
	c.line("SUMMARY", escaped(e.Title.In(c.language)))
	note := e.Note
	if e.Clause != "" {
		note = say.Join("\n", note, say.F("通知 %s", say.Typed(e.Clause)))
		if e.Note.Empty() {
			note = say.F("通知 %s", say.Typed(e.Clause))
		}
	}
	if !note.Empty() {
		c.line("DESCRIPTION", escaped(note.In(c.language)))
	}
	c.line("TRANSP", "TRANSPARENT")
	if e.Kind != Publicity {
		c.alarm(e)
	}
	c.line("END", "VEVENT")
}

// alarm reminds at nine in the morning of the day before.
func (c *calendar) alarm(e Event) {
	c.line("BEGIN", "VALARM")
	c.line("ACTION", "DISPLAY")
	c.line("DESCRIPTION", escaped(e.Title.In(c.language)))
	c.line("TRIGGER", "-PT15H")
	c.line("END", "VALARM")
}

func compact(d forms.Day) string {
	year, month, day := d.Date()
	return fmt.Sprintf("%04d%02d%02d", year, month, day)
}

// escaped is a TEXT value of section 3.3.11.
func escaped(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7F {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}

// mostOctets is how long a line is at most without its end (section 3.1).
const mostOctets = 75

// line writes a content line, folded between characters.
func (c *calendar) line(name, value string) {
	rest := name + ":" + value
	room := mostOctets
	for len(rest) > room {
		at := room
		for !utf8.RuneStart(rest[at]) {
			at--
		}
		c.text.WriteString(rest[:at] + "\r\n ")
		rest, room = rest[at:], mostOctets-1
	}
	c.text.WriteString(rest + "\r\n")
}
