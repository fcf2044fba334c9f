package checklist

import (
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
	"zhicheng/forms/say"
	"zhicheng/forms/words"
)

// The first page is one to hand over: whatever there is to say of somebody with an
// ordinary application fits on it in Chinese, with the lines to sign.
func TestFirstPageIsOnePage(t *testing.T) {
	for name, a := range applications(t) {
		a.printing.Parts = Parts{PartPage1}
		if pages := a.pages().Count(); pages != 1 && name != "largest" {
			t.Errorf("%s: %d pages", name, pages)
		}
	}
}

// fullest are applications of which there is more to say than a page holds.
func fullest(t *testing.T) map[string]application {
	t.Helper()
	all := applications(t)
	for _, name := range samples {
		a := sampleApplicant(t, name)
		a.Person.Name = longName
		a.Unit.Name = strings.Repeat("很长的单位名称", 40)[:forms.UnitName.Most*len("字")]
		a.Education = slices.Repeat([]forms.Education{{Level: forms.Bachelor, Origin: forms.OriginForeign, AwardDate: forms.ParseDate("2018-06"), IsLater: forms.Yes, OverseasCertificate: forms.No}}, 50)
		a.Scope.EmployedHere, a.Scope.InService, a.Scope.DoesSpecialtyWork = forms.Unsure, forms.No, forms.Unsure
		a.Unit.PlatformReady, a.Unit.RecordReviewed, a.Account.PersonalReady = forms.No, forms.No, forms.No
		a.Insurance = forms.Insurance{PaidByEmployer: forms.No, ContinuousMonths: forms.ParseNumber("0"), NormalStatus: forms.No}
		for year := range a.ContinuingEducation {
			a.ContinuingEducation[year] = forms.TrainingYear{GeneralPublic: forms.ParseNumber("0"), Evidence: forms.No}
		}
		a.Schedule.IndividualSubmit, a.Schedule.UnitPass, a.Schedule.Paper = forms.ParseDate("2020-12-18"), forms.ParseDate("2020-12-21"), forms.ParseDate("2020-12-29")
		all["worst "+name] = judged(t, a)
	}
	return all
}

// In either language page 1 ends with the lines to sign, however much there is to say, and
// says where the rest is. Nothing is lost: what is not on it is in the supplement.
func TestFullestFirstPageIsOnePage(t *testing.T) {
	for name, a := range fullest(t) {
		for language, words := range map[string]*say.Language{"zh": nil, "en": words.English()} {
			t.Run(name+" "+language, func(t *testing.T) {
				t.Parallel()
				a := a
				a.printing.Parts, a.printing.Language = Parts{PartPage1}, words
				doc := a.document()
				pages := paper.Compose(doc, fonts())
				all := papertest.WithoutSpace(strings.Join(papertest.Words(&paper.Document{Blocks: pages.Blocks()}), "\n"))
				first := all
				if pages.Count() > 1 {
					first = papertest.WithoutSpace(papertest.Tool(t, papertest.PDF(t, pages), "pdftotext", "-raw", "-l", "1", "FILE", "-"))
				}
				if !strings.Contains(first, papertest.WithoutSpace(say.F("单位核对").In(words))) {
					t.Errorf("nothing to sign on the first of %d pages", pages.Count())
				}
				if told := strings.Contains(first, papertest.WithoutSpace(say.F("第一页放不下的在后面的附页。").In(words))); told != (pages.Count() > 1) {
					t.Errorf("%d pages; a supplement is named: %t", pages.Count(), told)
				}
				for _, text := range papertest.Words(doc) {
					if text != "怎么办：" && !strings.Contains(all, papertest.WithoutSpace(text)) {
						t.Errorf("%q is lost", text)
					}
				}
			})
		}
	}
}

// What is printed is what was chosen, in the order of the list, and whatever is linked
// is there.
func TestPartsAreChosen(t *testing.T) {
	first := map[Part]string{PartPage1: "有1项不符合通知要求", PartAnswers: "符合（24）", PartStatement: "本人述职", PartOpenClauses: "引用的条款", PartClauses: "引用的条款"}
	a := judged(t, sampleApplicant(t, "forestry-engineer"))
	for bits := 1; bits < 1<<len(AllParts); bits++ {
		a.printing.Parts = nil
		var want []string
		for i, part := range AllParts {
			if bits>>i&1 == 0 {
				continue
			}
			a.printing.Parts = append(a.printing.Parts, part)
			if !slices.Contains(want, first[part]) {
				want = append(want, first[part])
			}
		}
		slices.Reverse(a.printing.Parts)
		doc := a.document()
		if err := papertest.Links(doc); err != nil {
			t.Errorf("%s: %v", a.printing.Parts, err)
		}
		var got []string
		breaks := 0
		for _, block := range doc.Blocks {
			switch b := block.(type) {
			case paper.Heading:
				if slices.Contains(want, b.Text) {
					got = append(got, b.Text)
				}
			case paper.PageBreak:
				breaks++
			}
		}
		if !slices.Equal(got, want) || breaks != len(want)-1 {
			t.Errorf("%s: %q with %d breaks, want %q", a.printing.Parts, got, breaks, want)
		}
	}
}

// The clauses of what is open are those that the first page names.
func TestOpenClauses(t *testing.T) {
	quoted := func(parts ...Part) (labels []string) {
		a := judged(t, sampleApplicant(t, "forestry-engineer"))
		a.printing.Parts = parts
		for _, block := range a.document().Blocks {
			if c, ok := block.(paper.Clause); ok {
				labels = append(labels, c.Label)
			}
		}
		return labels
	}
	all, open := quoted(PartClauses), quoted(PartOpenClauses)
	if len(all) <= len(open) || !slices.Contains(open, "三（三）2") || slices.Contains(open, "三（七）") || !slices.Contains(all, "三（七）") {
		t.Errorf("open %q, all %q", open, all)
	}
	for _, label := range open {
		if !slices.Contains(all, label) {
			t.Errorf("%s is open and not among all", label)
		}
	}
}

func TestParseParts(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "page1": "page1", "clauses, page1": "page1,clauses", "page1,page1": "page1", "open-clauses,answers,statement": "answers,statement,open-clauses",
	} {
		if got, err := ParseParts(text); err != nil || got.String() != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"page2", ",", "page1,,answers", "PAGE1"} {
		if _, err := ParseParts(text); err == nil || !strings.Contains(err.Error(), "这一部分") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
