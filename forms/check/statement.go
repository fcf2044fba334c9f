package check

import (
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// statementLength holds 附件1-6: 「字数控制在1000字以内」. How the platform counts is not
// said; all characters are the strictest count, those without white space another.
var statementLength = Check{
	ID: StatementLength, Title: say.F("述职字数"), Step: forms.StepStatement, judge: judgeStatementLength,
	Reads: paths(forms.StatementText),
	needs: func(n *notice.Notice) say.Text { return say.F("%d字以内", n.Statement.Limit) },
}

func judgeStatementLength(f *facts) Finding {
	text := f.Applicant.Statement.Text
	if strings.TrimSpace(text) == "" {
		return missing(forms.StatementText.Info)
	}
	r := judgeLength(f.notice.Statement.Limit, text)
	r.Measure = Measure{Value: forms.Exactly(forms.Whole(forms.Characters(text))), Required: forms.Whole(f.notice.Statement.Limit), Unit: say.F("字")}
	return r
}

func judgeLength(limit int, text string) Finding {
	all, solid := forms.Characters(text), forms.CharactersWithoutSpace(text)
	switch {
	case all <= limit:
		return pass(say.F("共%d字", all))
	case solid <= limit:
		r := confirm(say.F("共%d字（含标点、空格、换行），不含空白%d字", all, solid),
			say.F("平台怎么数，通知没有写；再删%d字最稳妥", all-limit))
		r.Question = say.F("请问：述职%d字以内，空格和换行算不算字？", limit)
		return r
	}
	return fail(say.F("共%d字（含标点、空格、换行），不含空白%d字", all, solid),
		say.F("还要删%d字", all-limit))
}

// achievementsPeriod holds 附件1-7: 「选取任现职以来的相关业绩内容」.
var achievementsPeriod = Check{
	ID: AchievementsPeriod, Title: say.F("业绩时间"), Step: forms.StepStatement, judge: judgeAchievementsPeriod,
	Reads: append([]string{"achievements"}, paths(forms.TitleCurrent, forms.TitleQualified, forms.TitleAppointed)...), needs: saying(say.F("任现职以来的业绩")),
}

func judgeAchievementsPeriod(f *facts) Finding {
	parts := make([]span, 0, len(f.Achievements))
	at := make([]string, 0, len(f.Achievements))
	var early Finding
	for i, r := range f.Achievements {
		if r == (forms.Achievement{}) {
			continue
		}
		at = append(at, forms.AchievementPath(forms.AchievementDate, i))
		when, asks := duringTitle(f, r.Date)
		switch {
		case when == untitled:
			parts = append(parts, known(NotApplicable))
		case when == inside:
			parts = append(parts, known(Pass))
		case when == unknown && !r.Date.Known():
			dated := forms.InAchievement(forms.AchievementDate, i)
			parts = append(parts, open(Pass, Confirm, append([]forms.Info{dated}, asks...)...))
		case when == unknown:
			parts = append(parts, open(Pass, Confirm, asks...))
		default:
			parts = append(parts, known(Confirm))
			early = beforeTitle(r, i, when)
		}
	}
	all := worst(parts...)
	if f.Title.Current == "" { // without a title the period has no beginning
		all = either([]forms.Info{forms.TitleCurrent.Info}, all, known(NotApplicable))
	}
	return achievementsFinding(all, at, early)
}

// beforeTitle asks about an achievement from before the present title, or of the month
// in which it began.
func beforeTitle(r forms.Achievement, i int, when membership) Finding {
	name := say.Typed(forms.Brief(strings.TrimSpace(r.Name), forms.AchievementName.Most))
	if name.Empty() {
		name = say.F("第%d项业绩", i+1)
	}
	f := confirm(say.F("“%s”的时间早于任现职", name), say.F("换成任现职以来的业绩；一定要用的，先问单位"))
	f.Question = say.F("请问：任现职以前完成的业绩“%s”能不能用？", name)
	if when == unclear {
		f = confirm(say.F("“%s”的时间和任现职的开始在同一个月，分不出先后", name), toTheDay)
		f.Question = say.F("请问：“%s”和任现职的开始在同一个月，能不能用？", name)
	}
	return f
}

func achievementsFinding(all span, at []string, early Finding) Finding {
	if len(at) == 0 {
		return notApplicable(say.F("没有填业绩"))
	}
	if !all.decided() {
		return all.missing()
	}
	r := pass(say.F("%d项业绩都在任现职以后", len(at)))
	switch all.least {
	case NotApplicable:
		r = notApplicable(say.F("没有职称，“任现职以来”没有起点；选近几年有代表性的业绩"))
	case Confirm:
		r = early
	}
	r.At = append(at, forms.TitleCurrent.Path, forms.TitleQualified.Path, forms.TitleAppointed.Path)
	return r
}

// languageComputerPaper holds 三（五）: 「不作为申报必备条件，但纳入量化评价指标体系」.
var languageComputerPaper = Check{
	ID: "language-computer-paper", Title: say.F("外语、计算机、论文"), Step: forms.StepStatement, judge: judgeLanguageComputerPaper,
	needs: saying(say.F("不是必备条件")),
}

func judgeLanguageComputerPaper(*facts) Finding {
	return notApplicable(say.F("外语、计算机、论文不是必备条件，有的可以加分；如何计分通知没有写"))
}
