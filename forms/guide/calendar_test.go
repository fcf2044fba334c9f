package guide_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/words"
)

func calendarOf(t testing.TB, a *forms.Applicant) string {
	t.Helper()
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	made := time.Date(2020, 9, 10, 10, 32, 0, 0, time.FixedZone("", 8*3600))
	for _, data := range [][]byte{guide.Calendar(n, a, made, nil), guide.Calendar(n, a, made, words.English())} {
		folding(t, data)
	}
	return string(guide.Calendar(n, a, made, nil))
}

// folding demands what RFC 5545 says of lines: each ends with CR and LF, none is longer
// than 75 octets, and none is cut within a character.
func folding(t testing.TB, data []byte) {
	t.Helper()
	lines := bytes.Split(data, []byte("\r\n"))
	if len(lines[len(lines)-1]) > 0 {
		t.Error("the last line has no end")
	}
	for _, line := range lines {
		if len(line) > 75 || bytes.ContainsAny(line, "\r\n") || !utf8.Valid(line) {
			t.Errorf("%d octets: %q", len(line), line)
		}
	}
}

// unfolded are the content lines.
func unfolded(text string) []string {
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n")
}

func TestCalendar(t *testing.T) {
	a := forms.New("shaoxing-2020")
	a.Schedule.IndividualSubmit = forms.ParseDate("2020-09-18")
	text := calendarOf(t, a)
	lines := unfolded(text)
	for _, want := range []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "DTSTAMP:20200910T023200Z",
		"SUMMARY:您打算网上申报", "DTSTART;VALUE=DATE:20200918", "DTEND;VALUE=DATE:20200919",
		"SUMMARY:个人网上申报截止", "DTSTART;VALUE=DATE:20200923",
		"SUMMARY:纸质材料报送截止", "DTSTART;VALUE=DATE:20201009", "DTEND;VALUE=DATE:20201010",
		"SUMMARY:年限算到这一天", "DTEND;VALUE=DATE:20210101", `DESCRIPTION:过了系统不予提交\n通知 四（二）`,
	} {
		if !strings.Contains("\n"+strings.Join(lines, "\n")+"\n", "\n"+want+"\n") {
			t.Errorf("no line %q in\n%s", want, text)
		}
	}
	depth, ids := 0, map[string]bool{}
	for _, line := range lines {
		name, value, ok := strings.Cut(line, ":")
		switch {
		case !ok:
			t.Errorf("%q is no content line", line)
		case name == "BEGIN":
			depth++
		case name == "END":
			depth--
		case name == "UID":
			if ids[value] {
				t.Errorf("%s is there twice", value)
			}
			ids[value] = true
		}
	}
	if depth != 0 || len(ids) < 6 || strings.Contains(text, "放假") {
		t.Errorf("depth %d, %d events", depth, len(ids))
	}
}

// Whatever days are planned, the file stays well-formed and holds them.
func TestCalendarOfAnyDays(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := forms.New("shaoxing-2020")
		day := func(name string) forms.Date {
			text := rapid.SampledFrom([]string{"", "2020-09-01", "2020-12-31", "9月18日", "2020-02-29", "乱写", "2020-10"}).Draw(r, name)
			return forms.ParseDate(text)
		}
		a.Schedule.IndividualSubmit, a.Schedule.UnitPass, a.Schedule.Paper = day("submit"), day("pass"), day("paper")
		text := calendarOf(t, a)
		if strings.Count(text, "BEGIN:VEVENT") != strings.Count(text, "END:VEVENT") {
			r.Error("an event is not closed")
		}
	})
}
