package check

import (
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// statementLength holds 附件1-6: 「字数控制在1000字以内」. How the platform counts is not
// said; all characters are the strictest count, those without white space another. What the
// statement has no room for is not handed in: something is to be done about it.
var statementLength = Check{
	ID: StatementLength, Title: say.F("述职字数"), Step: forms.StepStatement, judge: judgeStatementLength,
	Reads: paths(forms.StatementText, forms.StatementOverflow),
	needs: func(n *notice.Notice) say.Text { return say.F("%d字以内", n.Statement.Limit) },
}

func judgeStatementLength(f *facts) Finding {
	text := f.Applicant.Statement.Text
	if strings.TrimSpace(text) == "" {
		return missing(forms.StatementText.Info)
	}
	r := judgeLength(f.notice.Statement.Limit, text)
	if over := f.Applicant.Statement.Overflow; r.Outcome == Pass && strings.TrimSpace(over) != "" {
		r = leftOver(f, text, over)
	}
	r.Measure = Measure{Value: forms.Exactly(forms.Whole(forms.Characters(text))), Required: forms.Whole(f.notice.Statement.Limit), Unit: say.F("字")}
	return r
}

// leftOver is what is to be done about the rest of a statement, of which there may be room for
// all by now.
func leftOver(f *facts, text, over string) Finding {
	n, rest, limit := forms.Characters(text), forms.Characters(over), f.notice.Statement.Limit
	remedy := say.F("把述职改短，让文字都放进%d字；不要的删掉", limit)
	if n+rest <= limit {
		remedy = say.F("现在放得下：把它移回述职，不要的删掉")
	}
	return withFiling(f, todo(say.F("共%d字，另有%d字没有放进述职，不会提交", n, rest), remedy, ActorSelf))
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
	Reads: append([]string{"achievements"}, paths(forms.TitleCurrent, forms.TitleQualified, forms.TitleAppointed)...),
	Dated: true, needs: saying(say.F("任现职以来的业绩")),
}

func judgeAchievementsPeriod(f *facts) Finding {
	var parts []span
	var at []string
	question := Finding{} // of the first that is one
	for i, r := range f.Achievements {
		if r == (forms.Achievement{}) {
			continue
		}
		at = append(at, forms.AchievementPath(forms.AchievementDate, i))
		part, ask := achievementOfRow(f, r, i)
		parts = append(parts, part)
		if question.Outcome == 0 {
			question = ask
		}
	}
	if len(at) == 0 {
		return withFiling(f, todo(say.F("还没有填业绩"), say.F("从个人业绩档案里选任现职以来的业绩，有代表性的几项就够"), ActorSelf))
	}
	all := worst(parts...)
	if f.Title.Current == "" { // without a title the period has no beginning
		all = either([]forms.Info{forms.TitleCurrent.Info}, all, known(NotApplicable))
	}
	r := question
	switch {
	case !all.decided():
		return all.missing()
	case all.least == NotApplicable:
		r = notApplicable(say.F("没有职称，“任现职以来”没有起点；选近几年有代表性的业绩"))
	case all.least == Pass:
		r = pass(say.F("%d项业绩都在任现职以后", len(at)))
	}
	r.At = append(at, forms.TitleCurrent.Path, forms.TitleQualified.Path, forms.TitleAppointed.Path, forms.ScheduleSubmit.Path)
	return r
}

// achievementOfRow judges one achievement, with the question that it is where it has to
// be asked. One of the month of the filing day may be there by then.
func achievementOfRow(f *facts, r forms.Achievement, i int) (span, Finding) {
	when, asks := duringTitle(f, r.Date)
	name := say.F("第%d项业绩", i+1)
	if typed := strings.TrimSpace(r.Name); typed != "" {
		name = say.F("“%s”", forms.Brief(typed, forms.AchievementName.Most))
	}
	switch {
	case when == untitled:
		return known(NotApplicable), Finding{}
	case f.afterFiling(r.Date):
		q := confirm(say.F("%s要到申报以后才完成", name), say.F("换成申报前已经完成的业绩；一定要用的，先问单位"))
		q.Question = say.F("请问：%s要到申报以后才完成，能不能用？", name)
		return known(Confirm), q
	case when == inside:
		return known(Pass), Finding{}
	case when == unknown && !r.Date.Known():
		dated := forms.InAchievement(forms.AchievementDate, i)
		return open(Pass, Confirm, append([]forms.Info{dated}, asks...)...), Finding{}
	case when == unknown:
		return open(Pass, Confirm, asks...), Finding{}
	}
	return known(Confirm), beforeTitle(name, when)
}

// beforeTitle asks about an achievement from before the present title, or of the month
// in which it began.
func beforeTitle(name say.Text, when membership) Finding {
	f := confirm(say.F("%s的时间早于任现职", name), say.F("换成任现职以来的业绩；一定要用的，先问单位"))
	f.Question = say.F("请问：%s是任现职以前完成的，能不能用？", name)
	if when != outside {
		f = confirm(say.F("%s的时间和任现职的开始在同一个月，分不出先后", name), toTheDay)
		f.Question = say.F("请问：%s和任现职的开始在同一个月，能不能用？", name)
	}
	return f
}

// afterFiling reports a date that is after the filing day whichever day it means.
func (f *facts) afterFiling(d forms.Date) bool { return d.Known() && d.First() > f.filing().Last() }

// languageComputerPaper holds 三（五）: 「不作为申报必备条件，但纳入量化评价指标体系」.
var languageComputerPaper = Check{
	ID: LanguageComputerPaper, Title: say.F("外语、计算机、论文"), Step: forms.StepStatement, judge: judgeLanguageComputerPaper,
	needs: saying(say.F("不是必备条件")),
}

func judgeLanguageComputerPaper(f *facts) Finding {
	if !f.notice.Quotes(LanguageComputerPaper, "量化评价") {
		return notApplicable(say.F("外语、计算机、论文不是必备条件"))
	}
	return notApplicable(say.F("外语、计算机、论文不是必备条件，有的可以加分；如何计分通知没有写"))
}
