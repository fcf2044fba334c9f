package notice

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhicheng/forms"
)

// passage is a text without its white space, which the published file puts anywhere.
// Where white space was, a word may end.
type passage struct {
	text string
	gaps []int // offsets in text, ascending
}

func newPassage(text string) passage {
	var b strings.Builder
	p := passage{}
	b.Grow(len(text))
	for _, r := range text {
		if unicode.IsSpace(r) {
			p.gaps = append(p.gaps, b.Len())
			continue
		}
		b.WriteRune(narrow(r))
	}
	p.text = b.String()
	return p
}

// narrow is a full-width digit or letter as the narrow one.
func narrow(r rune) rune {
	switch {
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return r - 0xFEE0
	}
	return r
}

// sentences cuts a passage behind each full stop.
func (p passage) sentences() []passage { return p.cut("。") }

// segments cuts a passage behind each comma, semicolon and full stop.
func (p passage) segments() []passage { return p.cut("，。；;") }

func (p passage) cut(signs string) []passage {
	var parts []passage
	begin := 0
	for i, r := range p.text {
		if end := i + utf8.RuneLen(r); strings.ContainsRune(signs, r) || end == len(p.text) {
			parts, begin = append(parts, p.part(begin, end)), end
		}
	}
	return parts
}

func (p passage) part(begin, end int) passage {
	part := passage{text: p.text[begin:end]}
	for _, at := range p.gaps {
		if at >= begin && at <= end {
			part.gaps = append(part.gaps, at-begin)
		}
	}
	return part
}

// says reports whether the passage has these words, beginning and ending where a
// name can: what is longer in the text is another name.
func (p passage) says(words string) bool { return p.has(words, p.edge) }

// phrases reports whether the passage has these words, beginning and ending where a part
// of a sentence can.
func (p passage) phrases(words string) bool { return p.has(words, p.stop) }

// holds reports whether the passage has these words, and no part of a number or of a word
// in Latin letters.
func (p passage) holds(words string) bool {
	return p.has(words, func(at int, _ bool) bool {
		return at == 0 || at == len(p.text) || !latin(p.text[at-1]) || !latin(p.text[at])
	})
}

func latin(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}

// has reports whether the passage has these words between two edges.
func (p passage) has(words string, edge func(at int, begins bool) bool) bool {
	words = newPassage(words).text
	for from := 0; words != ""; {
		i := strings.Index(p.text[from:], words)
		if i < 0 {
			return false
		}
		i += from
		if edge(i, true) && edge(i+len(words), false) {
			return true
		}
		from = i + 1
	}
	return false
}

// Parts of a sentence are between signs, list numbers and words that join them.
var (
	beforePart = regexp.MustCompile(`(?:[，。；;：:（）()“”、《》]|^\d{1,2}[.．]|[①-⑳]|以及|及|其中)$`)
	endOfPart  = regexp.MustCompile(`[，。；;：:]$`)
	behindPart = regexp.MustCompile(`^(?:[，。；;：:（）()“”、《》]|及|并|和|或|后)`)
)

// stop reports whether a part of a sentence can begin or end at an offset.
func (p passage) stop(at int, begins bool) bool {
	_, gap := slices.BinarySearch(p.gaps, at)
	return at == 0 || at == len(p.text) || gap ||
		begins && beforePart.MatchString(p.text[max(0, at-longestLead):at]) || !begins && (endOfPart.MatchString(p.text[max(0, at-longestLead):at]) || behindPart.MatchString(p.text[at:]))
}

// lead are words that come right before a name, and follow those right behind one.
var (
	lead   = regexp.MustCompile(`(联系人|咨询|地址|电话|收取|按照?|根据|依据|参照|参考|执行|网址|见)$`)
	follow = regexp.MustCompile(`^(同志|老师|主任|科长|处长|电话|执行|计算|登记|等|专业|领域)`)
)

// edge reports whether a name can begin or end at an offset.
func (p passage) edge(at int, begins bool) bool {
	if at == 0 || at == len(p.text) {
		return true
	}
	if _, gap := slices.BinarySearch(p.gaps, at); gap {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[:at])
	after, _ := utf8.DecodeRuneInString(p.text[at:])
	if !inWord(before) || !inWord(after) || begins && before == ':' {
		return true
	}
	return begins && lead.MatchString(p.text[max(0, at-longestLead):at]) || !begins && follow.MatchString(p.text[at:])
}

// longestLead is how many bytes the longest of the words before a name has.
const longestLead = 9

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("〔〕[]-/.:_%?=&~", r)
}

// hit is a number in a passage, its unit and whatever else is told of it behind it.
type hit struct {
	at, end int
	value   int
}

const numeral = `(\d[\d,，]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+|半)`

// unit is a kind of number: what comes behind it, and how it counts in the data.
type unit struct {
	pattern *regexp.Regexp // the numeral is its first group, a second group tells the scale
	scale   map[string]int // nil: the number itself
	least   int            // smaller numbers are of another kind
	most    int
}

func unitOf(words string) unit {
	return unit{pattern: regexp.MustCompile(numeral + `(?:[-—–~～至到]+\d+)?个?(?:` + words + `)`), most: math.MaxInt}
}

var (
	unitHours    = unitOf(`学时`)
	unitYears    = unit{pattern: regexp.MustCompile(numeral + `(?:周)?(?:个)?年(?:度)?`), most: 99}
	unitSince    = unit{pattern: regexp.MustCompile(`(\d{4})年`), least: 1900, most: 2999}
	unitItems    = unitOf(`项`)
	unitWorkdays = unitOf(`工作日`)
	unitYuan     = unitOf(`元|圆`)
	unitLetters  = unitOf(`字|汉字`)
	unitCopies   = unit{pattern: regexp.MustCompile(`一式(\d+|[一二两三四五六七八九十壹贰叁肆伍]+)份`), most: 99}
	unitHour     = unit{pattern: regexp.MustCompile(`^(\d{1,2})(?:时|点|[:：]00)`), most: 24}
	unitMonths   = unit{pattern: regexp.MustCompile(numeral + `(年|个月)`), scale: map[string]int{"年": 12, "个月": 1}, most: 600}
	unitRatio    = unit{pattern: regexp.MustCompile(`(\d+\.\d+)`), scale: map[string]int{"": 100}, most: 1000}
)

// hits returns the numbers of a unit in a passage.
func (u unit) hits(p passage) []hit {
	var all []hit
	for _, m := range u.pattern.FindAllStringSubmatchIndex(p.text, -1) {
		number := p.text[m[2]:m[3]]
		value, ok := parseNumber(number)
		if u.scale != nil {
			word := ""
			if len(m) > 5 {
				word = p.text[m[4]:m[5]]
			}
			value *= float64(u.scale[word])
		}
		if whole := int(math.Round(value)); ok && math.Abs(value-float64(whole)) < 1e-6 && whole >= u.least && whole <= u.most {
			all = append(all, hit{m[0], m[1], whole})
		}
	}
	return all
}

// after returns the first hit behind each place where a pattern is found.
func after(p passage, pattern *regexp.Regexp, hits []hit) []hit {
	var first []hit
	for _, m := range pattern.FindAllStringIndex(p.text, -1) {
		if i := slices.IndexFunc(hits, func(h hit) bool { return h.at >= m[1] }); i >= 0 {
			first = append(first, hits[i])
		}
	}
	return first
}

func parseNumber(text string) (float64, bool) {
	if text == "半" {
		return 0.5, true
	}
	plain := strings.NewReplacer(",", "", "，", "").Replace(text)
	if n, err := strconv.ParseFloat(plain, 64); err == nil {
		return n, true
	}
	return chineseNumber(text)
}

var chineseDigits = map[rune]float64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5,
}

var chineseScales = map[rune]float64{'十': 10, '百': 100, '千': 1000}

// chineseNumber reads 二十, 一千五百 and 两万.
func chineseNumber(text string) (float64, bool) {
	total, part, digit := 0.0, 0.0, -1.0
	for _, r := range text {
		switch {
		case r == '万':
			total, part, digit = (total+part+max(digit, 0))*10000, 0, -1
		case chineseScales[r] > 0:
			part, digit = part+math.Abs(digit)*chineseScales[r], -1
		default:
			d, ok := chineseDigits[r]
			if !ok {
				return 0, false
			}
			digit = d
		}
	}
	return total + part + max(digit, 0), text != ""
}

// chineseNumeral writes a number up to 99: 二十一.
func chineseNumeral(n int) string {
	digits := []rune("零一二三四五六七八九")
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(digits[n])
	}
	text := "十"
	if n >= 20 {
		text = string(digits[n/10]) + text
	}
	if n%10 > 0 {
		text += string(digits[n%10])
	}
	return text
}

// dayHit is a day in a passage.
type dayHit struct {
	at, end int
	day     forms.Day
}

var dayPattern = regexp.MustCompile(`(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?|(\d{4})[./-](\d{1,2})[./-](\d{1,2})|[至到—–~-](\d{1,2})[日号]`)

// days returns the days that a passage names; one without a year is of the given one,
// and the end of a span may leave out the month.
func days(p passage, year int) []dayHit {
	var all []dayHit
	month := 0
	for _, m := range dayPattern.FindAllStringSubmatchIndex(p.text, -1) {
		part := func(i int) int {
			if m[2*i] < 0 {
				return 0
			}
			n, _ := strconv.Atoi(p.text[m[2*i]:m[2*i+1]])
			return n
		}
		y, d := year, part(3)+part(6)+part(7)
		if part(1)+part(4) > 0 {
			y = part(1) + part(4)
		}
		if part(7) == 0 {
			month = part(2) + part(5)
		}
		if date := forms.ParseDate(dateText(y, month, d)); date.Exact() {
			all = append(all, dayHit{m[0], m[1], date.First()})
		}
	}
	return all
}

func dateText(y, m, d int) string {
	pad := func(n int) string { return strings.Repeat("0", max(0, 2-len(strconv.Itoa(n)))) + strconv.Itoa(n) }
	return strconv.Itoa(y) + "-" + pad(m) + "-" + pad(d)
}

var spanPattern = regexp.MustCompile(`(\d{4})年?度?[-—–~～至到、]+(\d{4})(?:\D|$)`)

// yearSpans returns the spans of years in a passage: 2017-2020年.
func yearSpans(p passage) [][2]int {
	var spans [][2]int
	for _, m := range spanPattern.FindAllStringSubmatch(p.text, -1) {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		if from >= 1900 && to <= 2999 && to > from {
			spans = append(spans, [2]int{from, to})
		}
	}
	return spans
}
