package words

import (
	"regexp"
	"strconv"
	"time"
)

var dateForm = regexp.MustCompile(`^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$`)

// date translates 2020年9月23日, 2020年9月 and 9月23日.
func date(text string) (string, bool) {
	parts := dateForm.FindStringSubmatch(text)
	if parts == nil || parts[1] == "" && parts[3] == "" {
		return "", false
	}
	month, _ := strconv.Atoi(parts[2])
	if month < 1 || month > 12 {
		return "", false
	}
	english := time.Month(month).String()
	if parts[3] != "" {
		english = parts[3] + " " + english
	}
	if parts[1] != "" {
		english += " " + parts[1]
	}
	return english, true
}

// stay are texts that are the same in every language: titles of documents, their
// numbers, numbers of clauses.
var stay = []*regexp.Regexp{
	regexp.MustCompile(`^《[^《》]+》$`),
	regexp.MustCompile(`^\p{Han}+〔\d{4}〕\d+号$`),
	regexp.MustCompile(`^[一二三四五六七八九十](?:（[一二三四五六七八九十]）)?(?:\d+(?:（\d+）)?)?$`),
	regexp.MustCompile(`^附件\d(?:-\d+)?[一二三]?(?:（[一二三四五]）)?\d*(?:（\d+）)?[①-⑨]?$`),
}

func stays(text string) bool {
	for _, form := range stay {
		if form.MatchString(text) {
			return true
		}
	}
	return false
}
