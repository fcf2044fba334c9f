package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// span is what is known of one condition: the outcomes that are still possible,
// and the questions that would narrow them down. A known condition has one
// outcome left.
type span struct {
	least, most Outcome
	asks        []forms.Info
}

func known(o Outcome) span { return span{least: o, most: o} }

func open(least, most Outcome, asks ...forms.Info) span {
	return span{least: least, most: most, asks: asks}
}

func (s span) decided() bool { return s.least == s.most }

// missing is the finding of a span that is not decided.
func (s span) missing() Finding { return missing(s.asks...) }

// worst combines conditions of which the worst counts. Only the questions stay
// that could still change the result: a known “no” decides at once.
func worst(parts ...span) span {
	all := span{least: NotApplicable, most: NotApplicable}
	for _, p := range parts {
		all.least, all.most = max(all.least, p.least), max(all.most, p.most)
	}
	for _, p := range parts {
		if !p.decided() && p.most > all.least {
			all.asks = append(all.asks, p.asks...)
		}
	}
	return all
}

// answered turns a yes/no answer into the outcomes given for yes and no;
// 不确定 has to be asked.
func answered(a forms.Answer, yes, no Outcome, ask forms.Info) span {
	switch a {
	case forms.Yes:
		return known(yes)
	case forms.No:
		return known(no)
	case forms.YesNoOpen:
		return known(Confirm)
	}
	return open(min(yes, no, Confirm), max(yes, no, Confirm), ask)
}

// onDate judges a date with its first and its last day; a month of which the
// days disagree has to be asked (“请填到日”).
func onDate(d forms.Date, judge func(forms.Day) Outcome) (o Outcome, disagree bool) {
	first, last := judge(d.First()), judge(d.Last())
	if first != last {
		return Confirm, true
	}
	return first, false
}

var toTheDay = say.F("请填到日")

func oneOf[T comparable](v T, list ...T) bool { return slices.Contains(list, v) }

// best combines alternatives of which the easiest counts. Only the questions stay
// that could still lead to something better than what is certain.
func best(parts ...span) span {
	all := span{least: Fail, most: Fail}
	for _, p := range parts {
		all.least, all.most = min(all.least, p.least), min(all.most, p.most)
	}
	for _, p := range parts {
		if !p.decided() && p.least < all.most {
			all.asks = append(all.asks, p.asks...)
		}
	}
	return all
}

// either is one of several conditions, of which it is not known which.
func either(ask []forms.Info, parts ...span) span {
	all := span{least: Fail, most: NotApplicable, asks: ask}
	for _, p := range parts {
		all.least, all.most = min(all.least, p.least), max(all.most, p.most)
		all.asks = append(all.asks, p.asks...)
	}
	return all
}
