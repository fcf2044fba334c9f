package forms_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhicheng/forms"
)

func TestParseDate(t *testing.T) {
	for typed, want := range map[string]string{
		"2016-12-31": "2016-12-31", "2016.12.31": "2016-12-31", "2016/12/31": "2016-12-31", "20161231": "2016-12-31",
		"2016年12月31日": "2016-12-31", "2016年12月31": "2016-12-31", "２０１６－１２－３１": "2016-12-31", "２０１６年１２月３１日": "2016-12-31",
		" 2016 - 12 - 31 ": "2016-12-31", "2016年 2月 9日": "2016-02-09", "2016-2-9": "2016-02-09", "2016/02/9": "2016-02-09",
		"2016-02-29": "2016-02-29", "2000-02-29": "2000-02-29", "1930-01-01": "1930-01-01", "2099-12-31": "2099-12-31",
		"2016-12": "2016-12", "2016.12": "2016-12", "2016/1": "2016-01", "201612": "2016-12", "2016年12月": "2016-12", "2016年3": "2016-03",
		"2016-12月": "2016-12", "　2016-12　": "2016-12",
		"2016 1 2": "2016-01-02", "2016-1 2": "2016-01-02", "2016 12 1": "2016-12-01", "2016　1　2": "2016-01-02", "2016 12": "2016-12",
		"2016 1": "2016-01", "2016 年 12 月 31 日": "2016-12-31", "2016年 12": "2016-12", "2016 12 31日": "2016-12-31",
		"2016。12。31": "2016-12-31", "2016｡12": "2016-12", "2016、12、31": "2016-12-31", "2016年12月31号": "2016-12-31", "2016年12月份": "2016-12",
		"2016年12月 份": "2016-12", "2016—12—31": "2016-12-31", "2016——12——31": "2016-12-31", "2016–12–31": "2016-12-31", "2016−12−31": "2016-12-31",
		"2016‐12": "2016-12",
	} {
		d := forms.ParseDate(typed)
		if !d.Known() || d.Text() != want || !d.Problem().Empty() || d.Exact() != (len(want) == len("2016-12-31")) {
			t.Errorf("%q is read as %q (%s), want %q", typed, d.Text(), d.Problem(), want)
		}
		if again := forms.ParseDate(d.Text()); again != d {
			t.Errorf("%q printed and read again is %q", typed, again.Text())
		}
	}
}

func TestUnreadableDates(t *testing.T) {
	for typed, reason := range map[string]string{
		"2016": "只有年份", "2016年": "只有年份", "２０１６": "只有年份",
		"2015-02-29": "2015年2月没有29日", "1900-02-29": "年份1900不在", "2016-02-30": "2016年2月没有30日", "2016-04-31": "2016年4月没有31日",
		"2016-00-01": "月份0", "2016-13": "月份13", "20161301": "月份13", "2016-12-00": "没有0日", "2016-12-32": "没有32日",
		"1929-12-31": "年份1929", "2100-01-01": "年份2100", "160101": "年份1601", "0000-01-01": "年份0",
		"16-12-31": "没看懂", "31/12/2016": "没看懂", "2016-12-31x": "没看懂", "2016--12": "没看懂", "2016-12-": "没看懂", "201612311": "没看懂",
		"去年": "没看懂", "二〇一六年": "没看懂", "2016年1 2月": "没看懂", "20 161231": "没看懂", "2016 1231": "没看懂", "2 016-12": "没看懂",
		"2016-1 2-3": "没看懂", "12月31号": "没看懂", "2016年12份": "没看懂", "2016。": "没看懂", "2016 年": "只有年份", "2016-12~2017-01": "没看懂",
		"2016-12-31 08:00": "没看懂", "-2016-12": "没看懂", "?": "没看懂",
	} {
		d := forms.ParseDate(typed)
		if d.Known() || d.Exact() || d.Text() != typed || !strings.Contains(d.Problem().String(), reason) || d.Chinese().String() != typed {
			t.Errorf("%q is %q, known %t, because %q", typed, d.Text(), d.Known(), d.Problem())
		}
	}
	for _, typed := range []string{"", " ", "　\t\n"} {
		if d := forms.ParseDate(typed); d != (forms.Date{}) {
			t.Errorf("%q is not no answer", typed)
		}
	}
}

func TestDateWords(t *testing.T) {
	day, month := forms.ParseDate("2016-02-09"), forms.ParseDate("2016-02")
	if day.Chinese().String() != "2016年2月9日" || month.Chinese().String() != "2016年2月" {
		t.Errorf("in words: %s, %s", day.Chinese(), month.Chinese())
	}
	if month.First() != forms.NewDay(2016, 2, 1) || month.Last() != forms.NewDay(2016, 2, 29) {
		t.Errorf("a leap February goes from %s to %s", month.First(), month.Last())
	}
	if december := forms.ParseDate("2016-12"); december.Last() != forms.NewDay(2016, 12, 31) {
		t.Errorf("December ends on %s", december.Last())
	}
	if forms.OnDay(forms.NewDay(2020, 9, 23)) != forms.ParseDate("2020-09-23") {
		t.Error("OnDay and ParseDate disagree")
	}
}

// Whatever was typed stays as it reads, in a file too.
func FuzzDate(f *testing.F) {
	for _, typed := range []string{"2016-12-31", "２０１６年１２月", "2016", "去年", " ", "20161231", "2016-02-30", "2016 1 2", "2016。1——2号", "2016年 1月 份", "\"", "\\u0000"} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		typed = strings.ToValidUTF8(typed, "?")
		d := forms.ParseDate(typed)
		if !d.Known() && d.Text() != typed && strings.TrimSpace(typed) != "" && d != (forms.Date{}) {
			t.Fatalf("%q is kept as %q", typed, d.Text())
		}
		if d.Known() && (d.Last() < d.First() || !d.Problem().Empty()) {
			t.Fatalf("%q goes from %s to %s (%s)", typed, d.First(), d.Last(), d.Problem())
		}
		data, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var again forms.Date
		if err := json.Unmarshal(data, &again); err != nil || again != d {
			t.Fatalf("%q comes back as %q, %v", typed, again.Text(), err)
		}
	})
}

func TestDateInFiles(t *testing.T) {
	for data, want := range map[string]string{
		`"2016-12-31"`: "2016-12-31", `20161231`: "2016-12-31", `201612`: "2016-12", `null`: "", `""`: "", `"去年"`: "去年", `2016.5`: "2016-05",
	} {
		var d forms.Date
		if err := json.Unmarshal([]byte(data), &d); err != nil || d.Text() != want {
			t.Errorf("%s is %q, %v", data, d.Text(), err)
		}
	}
	for _, data := range []string{`true`, `{}`, `["2016-12-31"]`} {
		var d forms.Date
		if err := json.Unmarshal([]byte(data), &d); err == nil {
			t.Errorf("%s is read as %q", data, d.Text())
		}
	}
}

func TestAddYears(t *testing.T) {
	for _, row := range []struct {
		from  string
		years int
		want  string
	}{
		{"2016-12-31", 4, "2020-12-31"},
		{"2017-01-01", 4, "2021-01-01"},
		{"2016-02-29", 1, "2017-02-28"},
		{"2016-02-29", 3, "2019-02-28"},
		{"2016-02-29", 4, "2020-02-29"},
		{"2016-02-28", 4, "2020-02-28"},
		{"1996-02-29", 4, "2000-02-29"},
		{"2096-02-29", 4, "2100-02-28"},
		{"2016-02-29", 0, "2016-02-29"},
		{"2016-03-31", 2, "2018-03-31"},
	} {
		if got := forms.ParseDate(row.from).First().AddYears(row.years).String(); got != row.want {
			t.Errorf("%s and %d years are %s, want %s", row.from, row.years, got, row.want)
		}
	}
}

// Days agree with the standard library's calendar, and later days never have
// earlier anniversaries.
func TestDaysAgreeWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		offset := rapid.IntRange(-14000, 47000).Draw(r, "days since 1970")
		d := forms.Day(offset)
		want := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, offset)
		if d.String() != want.Format(time.DateOnly) || d.Weekday() != want.Weekday() || forms.DayOf(want.Add(23*time.Hour)) != d {
			r.Fatalf("day %d is %s, want %s", offset, d, want)
		}
		y, m, day := d.Date()
		if forms.NewDay(y, m, day) != d {
			r.Fatalf("%s made again is %s", d, forms.NewDay(y, m, day))
		}
		n := rapid.IntRange(0, 30).Draw(r, "years")
		if d.AddYears(n) > (d + 1).AddYears(n) {
			r.Fatalf("%d years after %s come later than after the next day", n, d)
		}
	})
}

func TestDayOfKeepsTheZone(t *testing.T) {
	shanghai := time.FixedZone("CST", 8*60*60)
	if d := forms.DayOf(time.Date(2020, 9, 23, 23, 59, 0, 0, shanghai)); d.String() != "2020-09-23" {
		t.Errorf("the evening in Shaoxing is %s", d)
	}
	if d := forms.NewDay(2020, 9, 3); d.Chinese().String() != "2020年9月3日" || d.Short().String() != "9月3日" {
		t.Errorf("in words: %s, %s", d.Chinese(), d.Short())
	}
}

func TestBetween(t *testing.T) {
	for _, row := range []struct{ from, to, want string }{
		{"2016-12-31", "2020-12-31", "4年"},
		{"2017-01-01", "2020-12-31", "3年11个月30天"},
		{"2016-02-29", "2020-12-31", "4年10个月2天"},
		{"2016-12-16", "2020-12-31", "4年15天"},
		{"2020-01-31", "2020-02-29", "1个月"},
		{"2020-01-31", "2020-03-01", "1个月1天"},
		{"2020-12-31", "2020-12-31", "0天"},
		{"2021-01-01", "2020-12-31", "0天"},
	} {
		got := forms.Between(forms.ParseDate(row.from).First(), forms.ParseDate(row.to).First()).String()
		if got != row.want {
			t.Errorf("from %s to %s: %s, want %s", row.from, row.to, got, row.want)
		}
	}
}

// The words of a span and the anniversaries never contradict each other.
func TestBetweenAgreesWithAddYears(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		start := forms.NewDay(2000, 1, 1) + forms.Day(rapid.IntRange(0, 8000).Draw(r, "start"))
		end := start + forms.Day(rapid.IntRange(0, 5000).Draw(r, "length"))
		span := forms.Between(start, end)
		if start.AddYears(span.Years) > end || start.AddYears(span.Years+1) <= end {
			_, m, day := start.Date()
			if m != 2 || day != 29 {
				r.Fatalf("%s to %s are %s", start, end, span)
			}
		}
		if span.Months < 0 || span.Months > 11 || span.Days < 0 || span.Days > 30 {
			r.Fatalf("%s to %s are %s", start, end, span)
		}
	})
}
