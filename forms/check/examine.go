package check

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"

	"zhicheng/forms/notice"
)

// Load reads the notice in folder id of files, as [Examine] does; what is wrong is in
// the error.
func Load(files fs.FS, id string) (*notice.Notice, error) {
	s, err := notice.Folder(files, id)
	if err == nil {
		var n *notice.Notice
		var wrong notice.Faults
		if n, wrong, _ = Examine(s); len(wrong) == 0 {
			return n, nil
		}
		err = wrong
	}
	return nil, fmt.Errorf("读取通知 %s：%w", id, err)
}

// Examine reads a notice as [notice.Examine] does, and compares its citations with the
// checks: each belongs to a check that is made, and speaks of what it is about. What
// the notice leaves to nobody is in doubt.
func Examine(s notice.Source) (n *notice.Notice, wrong, doubts notice.Faults) {
	return notice.Examine(s, examineCitations, examineMaterials, examineCoverage)
}

// examineMaterials wants the check of each material to be one that is made, and doubts
// one about a paper of which the materials have nothing.
func examineMaterials(n *notice.Notice, wrong, doubt notice.Report) {
	made := keys(All(n))
	for i, m := range n.Materials {
		_, told := retired[m.Check]
		if m.Check != "" && !slices.Contains(made, m.Check) && !(told && len(n.Cite(m.Check)) > 0) {
			wrong(fmt.Sprintf("materials.%d.check", i), "没有“%s”这项检查，或者 citations 里没有引它", m.Check)
		}
		if cites := n.Cite(m.Check); len(cites) > 0 && !slices.ContainsFunc(cites, func(c notice.Citation) bool { return c.Clause == m.Clause }) {
			wrong(fmt.Sprintf("materials.%d.clause", i), "“%s”引的不是%s", m.Check, m.Clause)
		}
	}
	about := []string{
		PhotoBackground, TruthfulnessCommitment, StatementLength, EducationVerification, ForeignEducation, HKMTEducation, SocialInsuranceProof,
		EntrustedReview, ResidencePermit, PostInformationForm, DisciplineDisclosure, AchievementsPeriod, ExceptionalItems, PaperReviewForm, PaperRoster,
	}
	for _, rule := range n.Hours {
		about = append(about, rule.Evidence)
	}
	for _, key := range about {
		if _, ok := n.Material(key); !ok && len(n.Cite(key)) > 0 {
			doubt("materials", "引了“%s”，没有写它的材料", key)
		}
	}
}

func examineCitations(n *notice.Notice, wrong, _ notice.Report) {
	made, known := keys(offered(n)), keys(offered(everySection(n)))
	for _, key := range slices.Sorted(maps.Keys(n.Citations)) {
		_, told := retired[key] // with another check
		switch {
		case told:
		case !slices.Contains(known, key):
			wrong("citations."+key, "没有“%s”这项检查", key)
		case !slices.Contains(made, key):
			wrong("citations."+key, "通知里没有“%s”要的那一部分，引了也不会检查", key)
		}
	}
	all := subjects()
	for _, c := range interviewChecks(n) {
		all = append(all, subject{c, regexp.MustCompile(`(?:面试|答辩)`)})
	}
	for _, s := range all {
		words := ""
		for _, c := range n.Cite(s.check.ID) {
			words += c.Quote
		}
		if words != "" && !s.words.MatchString(notice.Squeeze(words)) {
			wrong("citations."+s.check.ID, "引的原话说的不是“%s”", s.check.Title)
		}
	}
}

func examineCoverage(n *notice.Notice, _, doubt notice.Report) {
	c := Cover(n)
	for _, key := range c.WithoutClause {
		doubt("citations", "“%s”没有引一句原话，不会检查", key)
	}
	for _, id := range c.Uncited {
		doubt("informative", "没有检查引“%s”，也没有写为什么不用引", id)
	}
	for _, s := range c.Silent {
		if !slices.Contains(c.Uncited, s.Clause) {
			doubt("passed_over", "没有用到%s的“%s”，也没有写为什么", s.Clause, s.Quote)
		}
	}
}

// everySection is a notice that has all of them.
func everySection(n *notice.Notice) *notice.Notice {
	w := *n
	w.Insurance, w.Verify, w.Discipline, w.Engineer = &notice.Insurance{}, &notice.Verification{}, &notice.Discipline{}, &notice.Engineer{}
	w.Materials = []notice.Material{{Check: PaperReviewForm}}
	for _, kind := range []notice.MilestoneKind{notice.CutoffDay, notice.IndividualDay, notice.UnitDay, notice.SystemDay, notice.PaperDay} {
		w.Milestones = append(slices.Clone(w.Milestones), notice.Milestone{Kind: kind})
	}
	w.Publicity = &notice.Publicity{}
	return &w
}

// subject is what the words that a check cites have to speak of.
type subject struct {
	check Check
	words *regexp.Regexp
}

func subjects() []subject {
	of := func(c Check, words string) subject { return subject{c, regexp.MustCompile(words)} }
	return []subject{
		of(scopeEmployment, `(?:就业|在职|从事)`), of(scopeCivilServant, `(?:公务员)`), of(scopeResidencePermit, `(?:居留|居住证)`),
		of(planMatch, `(?:评审计划)`), of(affiliationAlignment, `(?:社会保险|人事隶属|人事关系)`), of(entrustedReview, `(?:委托)`),
		of(unitAccount, `(?:账号|单位名称|授权)`), of(recordReview, `(?:业绩档案|审核)`), of(personalAccount, `(?:账号|用户名)`),
		of(educationVerification, `(?:学历)`), of(educationForeign, `(?:国外|境外)`), of(educationHKMT, `(?:港)`),
		of(tenureExternal, `(?:\d{4}年)`),
		of(truthfulnessCommitment, `(?:承诺|保证)`), of(disciplineDisclosure, `(?:处分|反映)`), of(disciplineTwoYearDelay, `(?:延|推迟)`),
		of(disciplineThreeYearBan, `(?:取消|不得)`), of(postInformationForm, `(?:岗位信息表|岗位)`), of(postVacancy, `(?:岗位)`),
		of(photoFormat, `(?:(?i)JPE?G)`), of(photoFileSize, `(?:(?i)\d+ ?(K|M|字节))`), of(photoPixels, `(?:像素|\d+[*×xX]\d+)`),
		of(photoRatio, `(?:比)`), of(photoBackground, `(?:底)`), of(statementLength, `(?:字)`), of(achievementsPeriod, `(?:业绩)`),
		of(deadlineIndividual, `(?:\d+日)`), of(deadlineUnit, `(?:\d+日)`), of(deadlinePaper, `(?:\d+日)`), of(publicityWindow, `(?:公示)`),
		of(committeeChoice, `(?:委员会)`), of(paperReviewForm, `(?:评审表)`), of(fee, `(?:费)`),
		of(attachmentList, `(?:附件|材料)`), of(annualAssessment, `(?:考核)`), of(languageComputerPaper, `(?:外语|计算机|论文)`),
	}
}
