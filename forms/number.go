package forms

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"zhicheng/forms/say"
)

// Hundredths is a decimal number in steps of 0.01, held without rounding:
// 17.5 hours are Hundredths(1750).
type Hundredths int

// Whole returns n as Hundredths.
func Whole(n int) Hundredths { return Hundredths(n * 100) }

// String returns the shortest decimal form: 18, 17.5, 0.25.
func (h Hundredths) String() string {
	if h < 0 {
		return "-" + (-h).String()
	}
	text := fmt.Sprintf("%d.%02d", h/100, h%100)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// Number is an answer that is a number with at most two decimals, or text that
// could not be read and is kept as typed. The zero Number is no answer.
type Number struct {
	text  string
	value Hundredths
	ok    bool
}

// Larger than anything that is asked for, small enough that sums never overflow.
const largestNumber = 1_000_000

var (
	decimalForm  = regexp.MustCompile(`^(\d+)(?:\.(\d*))?$|^\.(\d+)$`)
	exponentForm = regexp.MustCompile(`^\d{1,7}(?:\.\d{1,9})?[eE][+-]?\d$`)
)

// ParseNumber reads a number such as 18, 17.5, .5, １２．５ or 12。5. What it cannot
// read it keeps: see [Number.Problem].
func ParseNumber(text string) Number {
	n, _ := parseNumber(text)
	return n
}

func parseNumber(text string) (n Number, trouble say.Text) {
	plain := plainSigns(text)
	if plain == "" {
		return Number{}, say.Text{}
	}
	parts := decimalForm.FindStringSubmatch(plain)
	if parts == nil {
		return Number{text: text}, say.F("没看懂“%s”，要写成数字", Brief(text, named))
	}
	fraction := strings.TrimRight(parts[2]+parts[3], "0")
	if len(fraction) > 2 {
		return Number{text: text}, say.F("最多写两位小数")
	}
	whole, err := strconv.Atoi("0" + parts[1])
	if err != nil || whole > largestNumber {
		return Number{text: text}, say.F("这个数太大了，请检查")
	}
	cents, _ := strconv.Atoi((fraction + "00")[:2])
	return Exactly(Whole(whole) + Hundredths(cents)), say.Text{}
}

// parseWith reads a number with its unit behind it, such as 18学时, and keeps it as it was
// typed.
func parseWith(unit, text string) Number {
	n := ParseNumber(text)
	if before, ok := strings.CutSuffix(plainSigns(text), unit); ok && !n.ok {
		if bare := ParseNumber(before); bare.ok {
			return Number{text: text, value: bare.value, ok: true}
		}
	}
	return n
}

var yearsAndMonths = regexp.MustCompile(`^(?:(\d{1,3}) ?年)? ?(?:(\d{1,4}) ?个?月)?$`)

// parseMonths reads a number of months, also as 12个月, 1年 or 1年6个月.
func parseMonths(text string) Number {
	n := ParseNumber(text)
	parts := yearsAndMonths.FindStringSubmatch(plainSigns(text))
	if n.ok || n.text == "" || parts == nil {
		return n
	}
	years, _ := strconv.Atoi("0" + parts[1])
	months, _ := strconv.Atoi("0" + parts[2])
	return Number{text: text, value: Whole(12*years + months), ok: true}
}

// Exactly returns the Number with the given value.
func Exactly(value Hundredths) Number {
	return Number{text: value.String(), value: value, ok: true}
}

// Text returns the number in its shortest form, or what was typed where that has a unit
// or could not be read.
func (n Number) Text() string { return n.text }

// Known reports whether the number was read; Value is meaningful only then.
func (n Number) Known() bool { return n.ok }

// Value returns the number.
func (n Number) Value() Hundredths { return n.value }

// Problem says why the text could not be read; empty where it could.
func (n Number) Problem() say.Text {
	if n.ok {
		return say.Text{}
	}
	_, trouble := parseNumber(n.text)
	return trouble
}

// tooPrecise reports a number of which only the decimals, or the size, are too much.
func (n Number) tooPrecise() bool { return !n.ok && decimalForm.MatchString(plainSigns(n.text)) }

// MarshalJSON writes the text of the number as a string.
func (n Number) MarshalJSON() ([]byte, error) { return json.Marshal(n.text) }

// UnmarshalJSON reads a string, a JSON number, or null.
func (n *Number) UnmarshalJSON(data []byte) error {
	text, err := scalar(data)
	if err != nil {
		return fmt.Errorf("数字要写成字符串或数字：%w", err)
	}
	if data[0] != '"' {
		text = plainDecimal(text)
	}
	*n = ParseNumber(text)
	return nil
}

// plainDecimal writes 1.25e1, which JSON numbers may use, as 12.5.
func plainDecimal(text string) string {
	if !exponentForm.MatchString(text) {
		return text
	}
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		return text
	}
	return strings.TrimRight(strings.TrimRight(value.FloatString(9), "0"), ".")
}

// Numeral is a number from 1 to 10 in words, any other in digits.
func Numeral(n int) say.Text {
	if n < 1 || n > len(numerals) {
		return say.Typed(strconv.Itoa(n))
	}
	return numerals[n-1]
}

var numerals = []say.Text{
	say.F("一"), say.F("二"), say.F("三"), say.F("四"), say.F("五"), say.F("六"), say.F("七"), say.F("八"), say.F("九"), say.F("十"),
}
