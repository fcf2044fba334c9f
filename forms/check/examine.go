package check

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms/notice"
	"zhicheng/forms/say"
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
	return notice.Examine(s, examineCitations, examineMaterials, examineFacts, examineCoverage)
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
		if strings.HasPrefix(m.Name, "《") && m.Check != "" && !slices.ContainsFunc(n.Cite(m.Check), func(c notice.Citation) bool { return strings.Contains(notice.Squeeze(c.Quote), notice.Squeeze(m.Name)) }) {
			wrong(fmt.Sprintf("materials.%d.name", i), "“%s”引的原话里没有%s", m.Check, m.Name)
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

// fact is a part of a notice's data, its clause, the checks that judge by it, and the words
// that the clause says it in; nil for those of the check's subject.
type fact struct {
	path, clause string
	checks       []string
	words        *regexp.Regexp
}

// factsOf are those that a check judges by.
func factsOf(n *notice.Notice) []fact {
	all := []fact{
		{"photo", n.Photo.Clause, []string{PhotoFormat, PhotoFileSize, PhotoPixels, PhotoRatio, PhotoBackground}, nil},
		{"statement", n.Statement.Clause, []string{StatementLength}, nil},
	}
	add := func(path, clause string, checks ...string) { all = append(all, fact{path, clause, checks, nil}) }
	if n.Portal != nil {
		add("portal", n.Portal.Clause, PersonalAccount)
	}
	if n.Receiver != nil {
		add("receiver", n.Receiver.Clause, reportChannel.ID)
	}
	if n.Publicity != nil {
		add("publicity", n.Publicity.Clause, publicityWindow.ID)
	}
	if n.Insurance != nil {
		add("insurance", n.Insurance.Clause, SocialInsuranceYear)
	}
	if n.Verify != nil {
		add("verification", n.Verify.Clause, EducationVerification)
	}
	if n.Discipline != nil {
		add("discipline", n.Discipline.Clause, disciplineTwoYearDelay.ID, disciplineThreeYearBan.ID)
	}
	if g := n.Engineer; g != nil {
		add("engineer", g.Clause, tenureForestryEngineer.ID)
		add("engineer.exceptional", g.Exceptional.Clause, exceptionalYears.ID)
		if g.Exceptional.Service != nil {
			add("engineer.exceptional.service", g.Exceptional.Service.Clause, ExceptionalItems)
		}
	}
	for i, p := range n.Plans {
		if p.Fee != nil {
			add(fmt.Sprintf("plans.%d.fee", i), p.Fee.Clause, Fee)
		}
	}
	judged := map[notice.MilestoneKind][]string{
		notice.IndividualDay: {deadlineIndividual.ID}, notice.UnitDay: {deadlineUnit.ID}, notice.PaperDay: {deadlinePaper.ID},
		notice.CutoffDay: {TenureExternal},
	}
	for i, m := range n.Milestones {
		all = append(all, fact{fmt.Sprintf("milestones.%d", i), m.Clause, judged[m.Kind], aDay})
	}
	for i, m := range n.Materials {
		f := fact{fmt.Sprintf("materials.%d", i), m.Clause, []string{m.Check}, nil}
		if m.Copies > 0 {
			f.words = regexp.MustCompile(regexp.QuoteMeta(notice.Squeeze(m.Name)) + `(?:.{0,2})一式`)
		}
		all = append(all, f)
	}
	return all
}

var aDay = regexp.MustCompile(`(?:\d)日`)

// examineFacts wants the checks that judge by a fact to cite its clause, and there the words
// that say the fact.
func examineFacts(n *notice.Notice, wrong, doubt notice.Report) {
	if cites, key := n.Cite(tenureForestryEngineer.ID), tenureForestryEngineer.ID; n.Has(notice.CutoffDay) && len(cites) > 0 &&
		!slices.ContainsFunc(cites, func(c notice.Citation) bool { return aDay.MatchString(c.Quote) }) {
		doubt("citations."+key, "没有引%s的话：年限算到哪一天", n.On(notice.CutoffDay).Clause)
	}
	about := map[string]*regexp.Regexp{}
	for _, s := range subjectsOf(n) {
		about[s.check.ID] = s.words
	}
	for _, f := range factsOf(n) {
		for _, key := range f.checks {
			words, there := f.words, false
			if words == nil {
				words = about[key]
			}
			said := slices.ContainsFunc(n.Cite(key), func(c notice.Citation) bool {
				there = there || c.Clause == f.clause
				return c.Clause == f.clause && (words == nil || words.MatchString(notice.Squeeze(c.Quote)))
			})
			switch {
			case len(n.Cite(key)) == 0 || said:
			case there:
				wrong(f.path+".clause", "“%s”引的%s的话里没有说到这件事", key, f.clause)
			default:
				wrong(f.path+".clause", "“%s”引的不是%s", key, f.clause)
			}
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
	for _, s := range subjectsOf(n) {
		words := ""
		for _, c := range n.Cite(s.check.ID) {
			words += c.Quote
			if s.check.ID == ExportOrder && !s.words.MatchString(notice.Squeeze(c.Quote)) {
				words = c.Quote
				break
			}
		}
		if words != "" && !s.words.MatchString(notice.Squeeze(words)) {
			wrong("citations."+s.check.ID, "引的原话说的不是“%s”", cmp.Or(s.check.Title.String(), s.check.ID))
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

// subjectsOf are those of all the checks of a notice but of the hours, which cite numbers.
func subjectsOf(n *notice.Notice) []subject {
	all := subjects()
	for _, c := range interviewChecks(n) {
		all = append(all, subject{c, regexp.MustCompile(`(?:面试|答辩)`)})
	}
	for _, rule := range n.Hours {
		all = append(all, subject{Check{ID: rule.Evidence, Title: say.F("继续教育证明")}, regexp.MustCompile(`(?:证明|材料)`)})
	}
	all = append(all, subject{Check{ID: PaperRoster, Title: retired[PaperRoster]}, regexp.MustCompile(`(?:名册)`)},
		subject{Check{ID: ExportOrder, Title: retired[ExportOrder]}, regexp.MustCompile(`(?:导出)`)})
	return all
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
		of(disciplineThreeYearBan, `(?:取消|不得)`), of(postInformationForm, `(?:岗位信息表|岗位)`), of(postVacancy, `(?:岗位结构|岗位数|空缺|推荐)`),
		of(photoFormat, `(?:(?i)JPE?G)`), of(photoFileSize, `(?:(?i)\d+ ?(K|M|字节))`), of(photoPixels, `(?:像素|\d+[*×xX]\d+)`),
		of(photoRatio, `(?:比)`), of(photoBackground, `(?:底)`), of(statementLength, `(?:字)`), of(achievementsPeriod, `(?:业绩)`),
		of(deadlineIndividual, `(?:\d+日)`), of(deadlineUnit, `(?:\d+日)`), of(deadlinePaper, `(?:\d+日)`), of(publicityWindow, `(?:公示)`),
		of(committeeChoice, `(?:委员会)`), of(paperReviewForm, `(?:评审表)`), of(fee, `(?:费)`),
		of(provincialRule, `(?:学时|继续教育)`), of(hoursBasis, `(?:细则|登记|办法)`), of(socialInsuranceYear, `(?:连续|缴满|累计)`), of(socialInsuranceCurrent, `(?:正常|当前)`), of(socialInsuranceProof, `(?:外省|省外|异地)`),
		of(reportChannel, `(?:渠道|主管部门|人才交流)`), of(tenureForestryEngineer, `(?:助理工程师)`), of(departmentCondition, `(?:部门|能力|经验|知识|水平)`),
		of(exceptionalYears, `(?:学历)`), of(exceptionalItems, `(?:破格|项|贡献|学历)`), of(attachmentList, `(?:附件|材料)`), of(annualAssessment, `(?:考核)`), of(languageComputerPaper, `(?:外语|计算机|论文)`),
	}
}
