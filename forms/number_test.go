package forms_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
)

func TestParseNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"18": "18", "18.0": "18", "18.50": "18.5", "18.25": "18.25", "18.250": "18.25", "１８．５": "18.5", "0": "0", "0.5": "0.5",
		"007": "7", " 18 ": "18", "　12": "12", "18.": "18", "0.05": "0.05", "1000000": "1000000", "89.99": "89.99", "20": "20", "100": "100",
		"12。5": "12.5", "12｡5": "12.5", ".5": "0.5", "。5": "0.5", "．25": "0.25", "18。": "18",
	} {
		n := forms.ParseNumber(typed)
		if !n.Known() || n.Text() != want || !n.Problem().Empty() || n.Value().String() != want {
			t.Errorf("%q is read as %q (%s), want %q", typed, n.Text(), n.Problem(), want)
		}
		if again := forms.ParseNumber(n.Text()); again != n {
			t.Errorf("%q printed and read again is %q", typed, again.Text())
		}
	}
	for typed, reason := range map[string]string{
		"十二": "没看懂", "1,000": "没看懂", "-1": "没看懂", "+1": "没看懂", "1e2": "没看懂", ".": "没看懂", "。": "没看懂", "。5。2": "没看懂", "12. 5": "没看懂", ".001": "最多写两位小数", "1.5.2": "没看懂",
		"12学时": "没看懂", "NaN": "没看懂", "٣": "没看懂", "1 2": "没看懂", "0x10": "没看懂",
		"18.255": "最多写两位小数", "0.001": "最多写两位小数", "1000001": "太大", "99999999999999999999": "太大",
	} {
		n := forms.ParseNumber(typed)
		if n.Known() || n.Text() != typed || !strings.Contains(n.Problem().String(), reason) {
			t.Errorf("%q is %q, known %t, because %q", typed, n.Text(), n.Known(), n.Problem())
		}
	}
	for _, typed := range []string{"", "  ", "　"} {
		if n := forms.ParseNumber(typed); n != (forms.Number{}) {
			t.Errorf("%q is not no answer", typed)
		}
	}
}

func TestNumberInFiles(t *testing.T) {
	for data, want := range map[string]string{
		`"18"`: "18", `18`: "18", `18.5`: "18.5", `1.25e1`: "12.5", `1E2`: "100", `5e-1`: "0.5", `0`: "0", `null`: "", `""`: "",
		`-1`: "-1", `"十二"`: "十二", `1e99`: "1e99", `"1e2"`: "1e2", `18.255`: "18.255", `12345678e5`: "12345678e5",
	} {
		var n forms.Number
		if err := json.Unmarshal([]byte(data), &n); err != nil || n.Text() != want {
			t.Errorf("%s is %q, %v, want %q", data, n.Text(), err, want)
		}
	}
	for _, data := range []string{`true`, `{}`, `[18]`} {
		var n forms.Number
		if err := json.Unmarshal([]byte(data), &n); err == nil {
			t.Errorf("%s is read as %q", data, n.Text())
		}
	}
}

// Every number that can be held is printed so that it is read again as itself.
func TestNumbersPrintBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		value := forms.Hundredths(rapid.IntRange(0, 100_000_000).Draw(r, "hundredths"))
		n := forms.Exactly(value)
		if again := forms.ParseNumber(n.Text()); again != n || again.Value() != value {
			r.Fatalf("%d hundredths are %q, read again %q", value, n.Text(), again.Text())
		}
	})
	for value, want := range map[forms.Hundredths]string{-150: "-1.5", 5: "0.05", 100: "1", -100: "-1", 110: "1.1", 1000: "10"} {
		if value.String() != want {
			t.Errorf("%d hundredths are %q, want %q", int(value), value, want)
		}
	}
	if forms.Whole(18) != 1800 {
		t.Errorf("18 are %d hundredths", forms.Whole(18))
	}
}

func FuzzNumber(f *testing.F) {
	for _, typed := range []string{"18", "１８．５", "十二", "1e9", "-0", "18.255", " ", "99999999999", "12。5", ".5", "."} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		typed = strings.ToValidUTF8(typed, "?")
		n := forms.ParseNumber(typed)
		if !n.Known() && n.Text() != typed && n != (forms.Number{}) {
			t.Fatalf("%q is kept as %q", typed, n.Text())
		}
		if n.Known() == (!n.Problem().Empty()) && n != (forms.Number{}) {
			t.Fatalf("%q: known %t, problem %q", typed, n.Known(), n.Problem())
		}
		data, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		var again forms.Number
		if err := json.Unmarshal(data, &again); err != nil || again != n {
			t.Fatalf("%q comes back as %q, %v", typed, again.Text(), err)
		}
	})
}

func TestCharacters(t *testing.T) {
	for text, want := range map[string][3]int{
		"":             {0, 0, 0},
		"字数":           {2, 2, 2},
		"a b":          {3, 2, 2},
		"字。\r\n数！":     {5, 4, 2},
		"字\r数":         {3, 2, 2},
		"字\n\n数":       {4, 2, 2},
		"𠮷野家😀":         {4, 4, 3},
		"　全角　空格":       {6, 4, 4},
		"e\u0301":      {2, 2, 2},
		"12.5%（约）":     {8, 8, 4},
		"\u200b":       {1, 1, 1},
		"a\u00a0b\tc1": {6, 4, 4},
	} {
		got := [3]int{forms.Characters(text), forms.CharactersWithoutSpace(text), forms.CharactersWithoutPunctuation(text)}
		if got != want {
			t.Errorf("%q has %v characters, want %v", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"": "", "张三": "张三", "张三\r\n": "张三", " 张 三\u3000": "张 三", "a\r\n\r\nb\rc\n": "a b c", "\r\n": "",
	} {
		if got := forms.OneLine(text); got != want {
			t.Errorf("%q on one line is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"a\r\nb\rc\n\r\nd": "a\nb\nc\n\nd", "一\v二\f三": "一\n二\n三", "一\u0085二\u2028三\u2029四": "一\n二\n三\n四", "一\v\r\n": "一\n\n", "a\tb": "a\tb",
	} {
		if got := forms.PlainLines(text); got != want {
			t.Errorf("%q has the lines %q, want %q", text, got, want)
		}
	}
}
