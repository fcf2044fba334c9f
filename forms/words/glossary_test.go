package words

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// glossary names the English of the notice's terms: wherever the Chinese stands,
// one of the words has to stand in the English (the first is the usual one).
var glossary = map[string][]string{
	"职称":         {"professional title", "title"},
	"评审计划":       {"evaluation plan", "评审计划", "评审申报计划"},
	"正高级工程师":     {"full senior engineer"},
	"高级工程师":      {"senior engineer"},
	"助理工程师":      {"assistant engineer"},
	"工程师":        {"engineer"},
	"破格":         {"exceptional"},
	"转评":         {"re-evaluation"},
	"申报方式":       {"route"},
	"继续教育":       {"continuing education"},
	"学时":         {"hour"},
	"一般公需":       {"general-course"},
	"行业公需":       {"industry-course"},
	"公需科目":       {"public subjects", "industry-course", "general-course"},
	"专业科目":       {"professional"},
	"后学历":        {"later education", "later one"},
	"大专":         {"associate"},
	"第二学士":       {"second bachelor"},
	"博士":         {"doctor"},
	"备案表":        {"registration form"},
	"认证报告":       {"verification report"},
	"任职年限":       {"tenure", "year"}, // “年限” alone in a heading
	"人事隶属关系":     {"affiliation"},
	"社会保险":       {"social insurance"},
	"社保":         {"social insurance", "insured", "paid", "where it is"},
	"人事档案":       {"personnel file"},
	"劳动关系":       {"employment relationship"},
	"委托评审":       {"entrusted review"},
	"人才交流中心":     {"talent centre"},
	"主管部门":       {"department in charge"},
	"人力社保部门":     {"human resources bureau"},
	"事业单位":       {"public institution"},
	"单位":         {"employer", "who awarded"},
	"参公":         {"managed like"},
	"编内":         {"established"},
	"编外":         {"contract"},
	"岗位信息表":      {"post information form"},
	"记过":         {"demerit"},
	"处分":         {"sanction"},
	"技术责任事故":     {"technical accident"},
	"公示":         {"public notice", "publicly announced"},
	"业绩档案":       {"achievement record"},
	"业绩":         {"achievement", "result"},
	"述职":         {"self-statement", "move back"},
	"真实性保证书":     {"truthfulness commitment"},
	"评审表":        {"review form"},
	"花名册":        {"roster"},
	"面试":         {"interview"},
	"评审费":        {"evaluation fee"},
	"证件照":        {"id photo"},
	"宽高比":        {"aspect ratio"},
	"受理评审委员会":    {"receiving evaluation committee"},
	"年度考核":       {"annual assessment"},
	"通知的联系人":     {"contact named in the notice"},
	"单位人事":       {"hr office"},
	"截止日":        {"cut-off day", "last day"},
	"纸质材料":       {"papers"},
	"自动裁剪":       {"crop automatically"},
	"背景变白":       {"whiten"},
	"不确定":        {"not sure", "no entrusted"},
	"企事业单位":      {"enterprise"},
	"市直":         {"city"},
	"授权委托证明":     {"authorisation"},
	"外国人永久居留证":   {"foreign permanent residence permit"},
	"职称申报助手":     {"assistant"},
	"事业单位专业技术人员": {"technical staff of public institutions"},
}

var documents = regexp.MustCompile(`《[^《》]+》`)

// Titles of documents are not translated, so their words ask for nothing.
func withoutTitles(text string) string { return documents.ReplaceAllString(text, "") }

// terms returns the terms that stand in a text, longer ones before those inside.
func terms(text string) []string {
	all := make([]string, 0, len(glossary))
	for term := range glossary {
		all = append(all, term)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), cmp.Compare(a, b))
	})
	var found []string
	text = withoutTitles(text)
	for _, term := range all {
		if strings.Contains(text, term) {
			found = append(found, term)
			text = strings.ReplaceAll(text, term, "|")
		}
	}
	return found
}

func TestATermHasOneEnglish(t *testing.T) {
	used := map[string]bool{}
	for _, e := range slices.Concat(tables()...) {
		english := strings.ToLower(e.english)
		for _, term := range terms(e.chinese) {
			used[term] = true
			if !slices.ContainsFunc(glossary[term], func(word string) bool { return strings.Contains(english, word) }) {
				t.Errorf("%s is not %q in\n %s\n %s", term, glossary[term][0], e.chinese, e.english)
			}
		}
	}
	for term := range glossary {
		if !used[term] {
			t.Errorf("the term %s stands nowhere", term)
		}
	}
}

// A Chinese term in brackets stands behind its own English.
func TestBracketsHoldTheirOwnTerm(t *testing.T) {
	for _, e := range slices.Concat(tables()...) {
		for term, english := range glossary {
			at := strings.Index(e.english, "("+term+")")
			if at < 0 {
				continue
			}
			before := strings.ToLower(e.english[:at])
			if !slices.ContainsFunc(english, func(word string) bool { return strings.Contains(before[max(0, len(before)-60):], word) }) {
				t.Errorf("(%s) stands behind something else: %s", term, e.english)
			}
		}
	}
}
