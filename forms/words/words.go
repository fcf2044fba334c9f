package words

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"zhicheng/forms/say"
)

// entry is a Chinese format and its English.
type entry struct{ chinese, english string }

// tables are the catalogue by topic.
func tables() [][]entry {
	return [][]entry{
		signs, months, steps, labels, options, problems, findingTitles, findingNeeds, findings, scopeFindings,
		unitFindings, educationFindings, hoursFindings, tenureFindings, disciplineFindings,
		photoFindings, scheduleFindings, noticeTexts, guideTexts, listTexts, paperTexts, photoTexts, storeTexts, windowTexts, pageTexts, platformTexts, officeTexts, fileTexts, mannerTexts, helpTexts,
	}
}

// English returns the language, made once.
var English = sync.OnceValue(func() *say.Language {
	english := &say.Language{Tag: "en", Formats: map[string]string{}, Join: join, Polish: singular}
	for _, e := range slices.Concat(tables()...) {
		english.Formats[e.chinese] = narrow.Replace(e.english)
	}
	return english
})

// narrow has signs that the bundled Chinese font sets as wide as a character; in
// English they would tear the words apart.
var narrow = strings.NewReplacer("“", `"`, "”", `"`, "…", "...", "–", "-")

// signs are put between texts.
var signs = []entry{{"", " "}, {"；", ". "}, {"：", ": "}, {"、", ", "}, {"，", ". "}, {"。", ". "}}

// months are said by name.
var months = []entry{
	{"1月", "January"},
	{"2月", "February"},
	{"3月", "March"},
	{"4月", "April"},
	{"5月", "May"},
	{"6月", "June"},
	{"7月", "July"},
	{"8月", "August"},
	{"9月", "September"},
	{"10月", "October"},
	{"11月", "November"},
	{"12月", "December"},
	{"%d年%s%d日", "%[3]d %[2]s %[1]d"},
	{"%v年%s", "%[2]s %[1]v"},
	{"%s%d日", "%[2]d %[1]s"},
}

// join puts a sign between two texts; after a question nothing but a space is
// needed, and after a full stop a capital.
func join(left, sign, right string) string {
	if sign == ". " {
		right = capital(right)
	}
	if strings.HasSuffix(left, "?") && strings.TrimSpace(sign) != "" {
		sign = " "
	}
	if strings.HasSuffix(left, ".") {
		sign = strings.TrimPrefix(sign, ".")
	}
	return left + sign + right
}

// capital begins a sentence.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// one finds the plural after a lonely 1.
var one = regexp.MustCompile(`(^|[^\d.,])1 (hour|day|month|year|item|character|question|answer|face|thing|check|requirement|achievement|pixel)s\b`)

func singular(said string) string {
	if !strings.Contains(said, "1 ") {
		return said
	}
	return one.ReplaceAllString(said, "${1}1 $2")
}
