package forms

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"zhicheng/forms/say"
)

// Date is an answer to "when": a day, a whole month, or text that could not be
// read and is kept as typed. The zero Date is no answer.
type Date struct {
	text        string
	first, last Day
	ok          bool
}

// Years that a date of a working life or a notice can have; anything else is a
// slip of the keyboard.
const (
	earliestYear = 1930
	latestYear   = 2099
	leapYear     = 2000 // it has every day
)

var (
	dateParts = regexp.MustCompile(
		`^(\d{4})(?: ?[-./、年] ?| )(\d{1,2})(?:(?: ?[-./、月] ?| )(\d{1,2})(?: ?[日号])?| ?月(?: ?份)?)?$`)
	dateDigits = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})?$`)
	yearOnly   = regexp.MustCompile(`^\d{4}(?: ?年)?$`)
)

// dashes are those that stand for a hyphen when typed: the doubled one comes from
// the hyphen's key in Chinese mode.
var dashes = strings.NewReplacer("——", "-", "—", "-", "–", "-", "−", "-", "‐", "-")

// ParseDate reads 2016-12-31, 2016.12.31, 2016/12/31, 2016 12 31, 20161231,
// 2016年12月31日 and the same without a day, with any dash and with 。 for the
// stop. What it cannot read it keeps: see [Date.Problem].
func ParseDate(text string) Date {
	d, _ := parseDate(text)
	return d
}

func parseDate(text string) (d Date, trouble say.Text) {
	plain := dashes.Replace(plainSigns(text))
	if plain == "" {
		return Date{}, say.Text{}
	}
	parts := dateParts.FindStringSubmatch(plain)
	if parts == nil {
		parts = dateDigits.FindStringSubmatch(plain)
	}
	if parts == nil {
		return unreadable(text, plain)
	}
	year, _ := strconv.Atoi(parts[1])
	month, _ := strconv.Atoi(parts[2])
	if parts[3] == "" {
		return monthDate(text, year, time.Month(month))
	}
	day, _ := strconv.Atoi(parts[3])
	return dayDate(text, year, time.Month(month), day)
}

var dayOfYear = regexp.MustCompile(`^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$`)

// yearless reports a day without its year.
func (d Date) yearless() bool { return !d.ok && d.In(leapYear).ok }

// In returns a day that was typed without its year as that of a year, as it was typed;
// every other date as it is.
func (d Date) In(year int) Date {
	if d.ok {
		return d
	}
	parts := dayOfYear.FindStringSubmatch(plainSigns(d.text))
	if parts == nil {
		return d
	}
	month, _ := strconv.Atoi(parts[1])
	day, _ := strconv.Atoi(parts[2])
	if in, _ := dayDate(d.text, year, time.Month(month), day); in.ok {
		in.text = d.text
		return in
	}
	return d
}

func unreadable(text, plain string) (d Date, trouble say.Text) {
	if yearOnly.MatchString(plain) {
		return Date{text: text}, say.F("只有年份，还缺月份，例如2016-12")
	}
	return Date{text: text}, say.F("没看懂“%s”，请写成2016-12-31或2016-12", Brief(text, named))
}

func monthDate(text string, year int, month time.Month) (d Date, trouble say.Text) {
	if trouble := outOfCalendar(year, month); !trouble.Empty() {
		return Date{text: text}, trouble
	}
	first, last := NewDay(year, month, 1), NewDay(year, month+1, 0)
	return Date{text: fmt.Sprintf("%04d-%02d", year, month), first: first, last: last, ok: true}, say.Text{}
}

func dayDate(text string, year int, month time.Month, day int) (d Date, trouble say.Text) {
	if trouble := outOfCalendar(year, month); !trouble.Empty() {
		return Date{text: text}, trouble
	}
	on := NewDay(year, month, day)
	if _, m, _ := on.Date(); m != month || day < 1 {
		return Date{text: text}, say.F("%d年%d月没有%d日", year, month, day)
	}
	return OnDay(on), say.Text{}
}

func outOfCalendar(year int, month time.Month) say.Text {
	if year < earliestYear || year > latestYear {
		return say.F("年份%d不在%d到%d之间", year, earliestYear, latestYear)
	}
	if month < 1 || month > 12 {
		return say.F("月份%d不在1到12之间", month)
	}
	return say.Text{}
}

// OnDay returns the Date that names d itself.
func OnDay(d Day) Date { return Date{text: d.String(), first: d, last: d, ok: true} }

// Text returns the date as 2016-12-31 or 2016-12, or what was typed where that
// could not be read.
func (d Date) Text() string { return d.text }

// Known reports whether the date was read; First and Last are meaningful only
// then.
func (d Date) Known() bool { return d.ok }

// First returns the earliest day that the date can mean.
func (d Date) First() Day { return d.first }

// Last returns the latest day that the date can mean; it differs from First
// where only a month was given.
func (d Date) Last() Day { return d.last }

// Exact reports whether the date names one day.
func (d Date) Exact() bool { return d.ok && d.first == d.last }

// Chinese returns the date as it stands in a sentence: 2016年12月31日 or
// 2016年12月; what could not be read as typed.
func (d Date) Chinese() say.Text {
	switch {
	case d.Exact():
		return d.first.Chinese()
	case d.ok:
		y, m, _ := d.first.Date()
		return say.F("%v年%s", y, month(m)) // %v: “%d年%s” is the label of a year
	}
	return say.Typed(d.text)
}

// Problem says why the text could not be read; empty where it could.
func (d Date) Problem() say.Text {
	if d.ok {
		return say.Text{}
	}
	_, trouble := parseDate(d.text)
	return trouble
}

// MarshalJSON writes the text of the date.
func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.text) }

// UnmarshalJSON reads a string, a bare number such as 20161231, or null.
func (d *Date) UnmarshalJSON(data []byte) error {
	text, err := scalar(data)
	if err != nil {
		return fmt.Errorf("日期要写成字符串：%w", err)
	}
	*d = ParseDate(text)
	return nil
}

// scalar returns the text of a JSON string or number, and "" for null.
func scalar(data []byte) (string, error) {
	if string(data) == "null" {
		return "", nil
	}
	if len(data) > 0 && (data[0] == '-' || data[0] >= '0' && data[0] <= '9') {
		return string(data), nil
	}
	var text string
	err := json.Unmarshal(data, &text)
	return text, err
}
