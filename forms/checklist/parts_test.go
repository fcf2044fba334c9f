package checklist

import (
	"slices"
	"strings"
	"testing"

	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
	"zhicheng/forms/words"
)

// The first page is one to hand over: whatever there is to say of somebody with an
// ordinary application fits on it, with the lines to sign.
func TestFirstPageIsOnePage(t *testing.T) {
	for name, a := range applications(t) {
		a.printing.Parts = Parts{PartPage1}
		doc := a.document()
		if _, signed := doc.Blocks[len(doc.Blocks)-1].(paper.Signatures); !signed || doc.Sheet != len(doc.Blocks) {
			t.Errorf("%s: the page does not end with lines to sign", name)
		}
		if pages := a.pages().Count(); pages != 1 && name != "largest" {
			t.Errorf("%s: %d pages", name, pages)
		}
	}
}

// Where there is too much for one page, or English is longer, the sheet runs over and
// loses nothing.
func TestLongFirstPageRunsOver(t *testing.T) {
	for name, a := range applications(t) {
		a.printing.Parts, a.printing.Language = Parts{PartPage1}, words.English()
		if pages := a.pages().Count(); pages > 3 {
			t.Errorf("%s: %d pages", name, pages)
		}
	}
	a := judged(t, largestApplicant(t))
	a.printing.Parts = Parts{PartPage1}
	if a.pages().Count() != 2 {
		t.Errorf("%d pages", a.pages().Count())
	}
	papertest.ComesBack(t, a.document(), a.pages())
}

// What is printed is what was chosen, in the order of the list, and whatever is linked
// is there.
func TestPartsAreChosen(t *testing.T) {
	first := map[Part]string{PartPage1: "有1项不符合通知要求", PartAnswers: "符合（24）", PartStatement: "本人述职", PartOpenClauses: "引用的条款", PartClauses: "引用的条款"}
	for bits := 1; bits < 1<<len(AllParts); bits++ {
		a := judged(t, sampleApplicant(t, "forestry-engineer"))
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
