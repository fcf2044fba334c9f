package main

import (
	"fmt"
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// notice compares a notice's clauses with the checks: clauses that no check
// cites, checks that no clause backs, and sentences on which nothing rests.
func (p *program) notice(args []string) (int, error) {
	if len(args) > 0 {
		if command, ok := p.noticeCommands()[args[0]]; ok {
			return command(args[1:])
		}
	}
	set := p.flags("notice", "[通知代号、通知包或文件夹]")
	words, err := parse(set, args, 0, 1)
	if err != nil {
		return statusUnused, err
	}
	if len(words) == 1 {
		p.word = words[0]
	}
	entry, err := p.noticeOf(&forms.Applicant{})
	if err != nil {
		return statusUnused, err
	}
	n := entry.Notice
	coverage := check.Cover(n)
	w := &lines{out: p.out}
	w.say("%s（%s，第%d版）%s：%d个条款，%d项检查", n.Number, n.ID, n.Version, trust(entry), len(n.Clauses()), len(check.All(n)))
	for _, c := range n.Clauses() {
		w.clause(c, coverage)
	}
	w.problems("没有条款的检查", coverage.WithoutClause)
	w.problems("没有检查引用的条款", coverage.Uncited)
	w.problems("没有用到、也没有写为什么的句子", sentences(coverage.Silent))
	if w.err != nil {
		return statusUnused, fmt.Errorf("写出结果：%w", w.err)
	}
	if len(coverage.WithoutClause)+len(coverage.Uncited)+len(coverage.Silent) > 0 {
		return statusBad, nil
	}
	return statusGood, nil
}

func (w *lines) clause(c notice.Clause, coverage check.Coverage) {
	switch checks := coverage.Citing[c.ID]; {
	case len(checks) > 0:
		w.say("  %s  %v", c.ID, checks)
	case coverage.Informing[c.ID] != "":
		w.say("  %s  （%s）", c.ID, coverage.Informing[c.ID])
	}
}

// sentences writes sentences with their clauses.
func sentences(list []notice.Citation) []string {
	texts := make([]string, len(list))
	for i, c := range list {
		texts[i] = c.Clause + "“" + c.Quote + "”"
	}
	return texts
}

func (w *lines) problems(title string, list []string) {
	if len(list) == 0 {
		w.say("%s：没有", title)
		return
	}
	slices.Sort(list)
	w.say("%s：%v", title, list)
}
