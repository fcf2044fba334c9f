package check

import (
	"fmt"

	"zhicheng/forms/say"
)

// Outcome is what a check comes to. The order is that of concern: the worst of
// several is the greatest. The zero Outcome is invalid.
type Outcome int

// The outcomes. Fail means that every plausible reading of the notice fails;
// Confirm that the notice is silent or can be read in two ways, or that the
// applicant is not sure.
const (
	NotApplicable Outcome = iota + 1
	Pass
	Confirm
	Todo
	Missing
	Fail
)

// Outcomes lists the outcomes, worst first, as people read them.
var Outcomes = []Outcome{Fail, Missing, Todo, Confirm, Pass, NotApplicable}

var outcomeTexts = map[Outcome]struct {
	id   string
	word say.Text
}{
	NotApplicable: {"not_applicable", say.F("不适用")},
	Pass:          {"pass", say.F("符合")},
	Confirm:       {"confirm", say.F("要问")},
	Todo:          {"todo", say.F("要办")},
	Missing:       {"missing", say.F("没填")},
	Fail:          {"fail", say.F("不符合")},
}

// String returns the identifier used in files and on the command line.
func (o Outcome) String() string {
	if text, ok := outcomeTexts[o]; ok {
		return text.id
	}
	return fmt.Sprintf("Outcome(%d)", int(o))
}

// Word returns the Chinese word that stands beside the outcome's mark everywhere.
func (o Outcome) Word() say.Text { return outcomeTexts[o].word }

// MarshalText writes the identifier; an invalid outcome is an error.
func (o Outcome) MarshalText() ([]byte, error) {
	text, ok := outcomeTexts[o]
	if !ok {
		return nil, fmt.Errorf("没有这种结果：%d", int(o))
	}
	return []byte(text.id), nil
}

// UnmarshalText reads the identifier.
func (o *Outcome) UnmarshalText(data []byte) error {
	for outcome, text := range outcomeTexts {
		if text.id == string(data) {
			*o = outcome
			return nil
		}
	}
	return fmt.Errorf("没有这种结果：%s", data)
}
