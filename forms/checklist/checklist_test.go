package checklist

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
	"zhicheng/forms/say"
	"zhicheng/forms/words"
)

func TestBuildGolden(t *testing.T) {
	for _, name := range samples {
		var text bytes.Buffer
		if err := paper.WriteText(&text, judged(t, sampleApplicant(t, name)).document()); err != nil {
			t.Fatal(err)
		}
		papertest.Golden(t, "testdata/"+name+".txt", text.Bytes())
	}
}

// In English everything is said but the notice's own words and what was typed.
func TestBuildGoldenInEnglish(t *testing.T) {
	a := judged(t, sampleApplicant(t, "forestry-engineer"))
	a.printing.Language, a.printing.Program = words.English(), "Title Application Assistant 1.0"
	var text bytes.Buffer
	if err := paper.WriteText(&text, a.document()); err != nil {
		t.Fatal(err)
	}
	papertest.Golden(t, "testdata/forestry-engineer-en.txt", text.Bytes())
}

// Who made a notice is on every page, next to its number.
func TestTheFootSaysWhoMadeTheNotice(t *testing.T) {
	a := judged(t, sampleApplicant(t, "forestry-engineer"))
	if foot := a.document().Meta.Foot(); strings.Contains(foot, "制作人") {
		t.Errorf("the program's own notice: %s", foot)
	}
	a.printing.Trust = say.F("不是本软件自带的，制作人自称%s", "柳溪")
	if foot := a.document().Meta.Foot(); !strings.Contains(foot, "25号 第1版（不是本软件自带的，制作人自称柳溪） | ") {
		t.Errorf("the foot is %s", foot)
	}
	var text bytes.Buffer
	if err := paper.WriteText(&text, a.document()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), notice.Silence().String()) {
		t.Error("what its silence means is not said")
	}
}

func TestOneHourIsNoPluralInEnglish(t *testing.T) {
	applicant := sampleApplicant(t, "forestry-engineer")
	year := applicant.ContinuingEducation[2018]
	year.GeneralPublic = forms.ParseNumber("1")
	applicant.ContinuingEducation[2018] = year
	a := judged(t, applicant)
	a.printing.Language = words.English()
	var text bytes.Buffer
	if err := paper.WriteText(&text, a.document()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "2018 1 hour 17 short\n") || !strings.Contains(text.String(), "2019 24 hours\n") {
		t.Error("the chart counts hours wrongly")
	}
}

// entries counts, for each outcome, what is in its place of the document.
func entries(doc *paper.Document) map[string]int {
	count := map[string]int{}
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case paper.Finding:
			count[b.Word+" "+b.Title]++
		case paper.TaskList:
			for _, task := range b.Tasks {
				switch {
				case task.By != "":
					count["要办 "+task.Title]++
				case b.Columns == 1:
					count["要问 "+task.Title]++
				}
			}
		case paper.Table:
			for _, row := range b.Rows {
				countRow(count, row)
			}
		}
	}
	return count
}

func countRow(count map[string]int, row []paper.Cell) {
	mark := func(i int) paper.Mark {
		if i < len(row) {
			return row[i].Mark
		}
		return paper.NoMark
	}
	switch {
	case mark(0) == paper.MarkMissing:
		for _, title := range strings.Split(row[2].Text, "、") {
			count["没填 "+row[0].Text+" "+title]++
		}
	case mark(0) == paper.MarkPass:
		for _, found := range strings.Split(row[1].Text, "\n") {
			count["符合 "+found]++
		}
	case mark(1) == paper.MarkPass:
		count["符合 "+row[2].Text]++
	}
}

// wantedEntries is what the findings ask for.
func wantedEntries(r check.Report) map[string]int {
	count := map[string]int{}
	for _, f := range r.Findings {
		switch {
		case f.Answered():
			count["问过 "+f.Found.String()]++
		case f.Standing:
			count["要问 "+f.Question.String()]++
		case f.Outcome == check.Missing:
			for _, title := range strings.Split(f.Title.String(), "、") {
				count["没填 "+f.Found.String()+" "+title]++
			}
		case f.Outcome == check.Confirm:
			count["要问 "+f.Question.String()]++
		case f.Outcome != check.NotApplicable:
			count[f.Outcome.Word().String()+" "+f.Found.String()]++
		}
	}
	return count
}

func TestEachFindingHasOneEntry(t *testing.T) {
	for name, a := range applications(t) {
		doc := a.document()
		if difference := cmp.Diff(wantedEntries(a.findings), entries(doc)); difference != "" {
			t.Errorf("%s (-want +got):\n%s", name, difference)
		}
		remark := textStarting(doc, "不适用：")
		for _, f := range a.findings.Own(check.NotApplicable) {
			if strings.Count(remark, "（"+f.Found.String()+"）") != 1 || !strings.Contains(remark, f.Rule.String()) {
				t.Errorf("%s: %s（%s） is not once in %q", name, f.Title, f.Found, remark)
			}
		}
	}
}

// textStarting returns the paragraph that begins so.
func textStarting(doc *paper.Document, start string) string {
	for _, block := range doc.Blocks {
		if p, ok := block.(paper.Paragraph); ok && strings.HasPrefix(p.Text(), start) {
			return p.Text()
		}
	}
	return ""
}

// Whatever names a clause leads to its words, and who has to act when is said of
// every task.
func TestEveryReferenceResolves(t *testing.T) {
	for name, a := range applications(t) {
		doc := a.document()
		if err := papertest.Links(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, block := range doc.Blocks {
			switch b := block.(type) {
			case paper.Finding:
				if b.Clause.Anchor == "" {
					t.Errorf("%s: %s has no clause", name, b.Title)
				}
			case paper.TaskList:
				for _, task := range b.Tasks {
					if b.Columns == 0 && (task.Who == "" || task.By == "" || task.Clause.Anchor == "") {
						t.Errorf("%s: %+v", name, task)
					}
				}
			}
		}
	}
}

// A failing finding quotes the notice and says what can be done.
func TestFailuresQuoteTheNotice(t *testing.T) {
	a := judged(t, sampleApplicant(t, "forestry-engineer"))
	for _, f := range a.findings.Own(check.Fail) {
		at := slices.IndexFunc(a.document().Blocks, func(b paper.Block) bool {
			found, ok := b.(paper.Finding)
			return ok && found.Title == f.Found.String()
		})
		shown := a.document().Blocks[at].(paper.Finding)
		if !strings.Contains(shown.Text, f.Cites[0].Quote) || !strings.Contains(shown.Text, f.Needed.String()) || shown.Remedy != f.Remedy.String() {
			t.Errorf("%+v does not quote %+v", shown, f)
		}
	}
}

func TestExpiredDatesAreSaidAtTheTop(t *testing.T) {
	for day, want := range map[string]bool{"2026-11-23": true, "2020-10-10": true, "2020-10-09": false, "": false} {
		a := sampleApplicant(t, "forestry-engineer")
		a.Schedule.Today = forms.ParseDate(day)
		made := judged(t, a)
		said := "通知已过期，按2020年9月18日当天演练。" + guide.Expired(made.findings.Notice, a.Schedule.Today).String()
		p, ok := made.document().Blocks[1].(paper.Paragraph)
		if got := ok && p.Text() == said; got != want {
			t.Errorf("%q: remark below the head: %v, want %v (%s)", day, got, want, said)
		}
	}
}

func TestProblemsAreShownAsTyped(t *testing.T) {
	a := sampleApplicant(t, "forestry-engineer")
	year := a.ContinuingEducation[2020]
	year.GeneralPublic = forms.ParseNumber("十二个")
	a.ContinuingEducation[2020] = year
	made := judged(t, a)
	if len(made.findings.Problems) != 1 {
		t.Fatalf("%d problems", len(made.findings.Problems))
	}
	for _, block := range made.document().Blocks {
		if table, ok := block.(paper.Table); ok && table.Columns[1].Title == "填的是" {
			row := table.Rows[0]
			if !strings.HasPrefix(row[0].Text, "2020年一般公需") || row[1].Text != "十二个" || row[2].Text == "" {
				t.Errorf("%+v", row)
			}
			return
		}
	}
	t.Error("no table of what could not be read")
}

func TestAnswersToQuestionsAreShown(t *testing.T) {
	made := judged(t, sampleApplicant(t, "natural-resources-senior"))
	answered := made.findings.Answered()
	if len(answered) == 0 {
		t.Fatal("the sample has no answered question")
	}
	for _, f := range answered {
		if !slices.ContainsFunc(made.document().Blocks, func(b paper.Block) bool {
			shown, ok := b.(paper.Finding)
			return ok && shown.Title == f.Found.String() && strings.Contains(shown.Text, f.Answer.Answer)
		}) {
			t.Errorf("no answer %+v", f.Answer)
		}
	}
}

// The statement and what did not fit into it are whole, on a page of their own.
func TestStatementStandsAlone(t *testing.T) {
	a := largestApplicant(t)
	blocks := judged(t, a).document().Blocks
	at := slices.IndexFunc(blocks, func(b paper.Block) bool { return b == paper.Block(paper.Statement{Text: a.Statement.Text}) })
	if at < 3 || blocks[at-3] != paper.Block(paper.PageBreak{}) {
		t.Fatalf("the statement is block %d", at)
	}
	rest := blocks[at+1:]
	if rest[2] != paper.Block(paper.Statement{Text: a.Statement.Overflow}) || rest[3] != paper.Block(paper.PageBreak{}) {
		t.Errorf("behind the statement: %+v", rest[:4])
	}
}

func TestChartsFollowThePlan(t *testing.T) {
	for plan, want := range map[string]int{"NS": 0, "NE": 1, "FE": 1, "FF": 3, "FS": 3} {
		doc := judged(t, passingApplicant(t, plan)).document()
		charts, years := 0, map[string]int{"NS": 0, "NE": 4, "FE": 4, "FF": 3, "FS": 3}[plan]
		for _, block := range doc.Blocks {
			if chart, ok := block.(paper.BarChart); ok {
				charts++
				if len(chart.Bars) != years || chart.Required <= 0 {
					t.Errorf("%s: %+v", plan, chart)
				}
			}
		}
		if charts != want {
			t.Errorf("%s: %d charts, want %d", plan, charts, want)
		}
	}
}

// A bar has what its finding measured.
func TestHoursBar(t *testing.T) {
	for typed, want := range map[string]paper.Bar{
		"18":   {Label: "2018", Value: 18},
		"17.5": {Label: "2018", Value: 17.5, Note: "差0.5"},
		"0":    {Label: "2018", Value: 0, Note: "差18"},
		"":     {Label: "2018", Value: 0, Note: "没填"},
		"十二":   {Label: "2018", Value: 0, Note: "看不懂"},
	} {
		m := check.Measure{Value: forms.ParseNumber(typed), Required: forms.Whole(18), Unit: say.F("学时")}
		if got := new(builder).bar("2018", m); got != want {
			t.Errorf("%q: %+v, want %+v", typed, got, want)
		}
	}
}

func TestPhotoKeepsItsProportions(t *testing.T) {
	for _, c := range [][4]float64{{600, 840, 25, 35}, {1200, 1600, 25, 33.33}, {1080, 1920, 19.69, 35}, {4000, 1000, 25, 6.25}} {
		p := fittedPhoto(tall(int(c[0]), int(c[1])))
		if math.Abs(p.Width-c[2]) > 0.01 || math.Abs(p.Height-c[3]) > 0.01 {
			t.Errorf("%v: %.2f × %.2f mm", c, p.Width, p.Height)
		}
	}
}

func TestListIsSmall(t *testing.T) {
	const most = 220_000
	for name, a := range applications(t) {
		a.printing.Photo = nil
		if size := len(papertest.PDF(t, a.pages())); size > most && name != "largest" {
			t.Errorf("%s: %d bytes without the photo", name, size)
		}
	}
}

func TestCountsAddUp(t *testing.T) {
	for name, a := range applications(t) {
		text := textStarting(a.document(), fmt.Sprintf("%s ", check.Outcomes[0].Word()))
		sum := 0
		for _, o := range check.Outcomes {
			n := len(a.findings.Own(o))
			sum += n
			if !strings.Contains(text, fmt.Sprintf("%s %d", o.Word(), n)) {
				t.Errorf("%s: %s %d is not in %q", name, o.Word(), n, text)
			}
		}
		if all := sum + len(a.findings.Standing()) + len(a.findings.Answered()) + len(a.findings.Unplanned()); all != len(a.findings.Findings) {
			t.Errorf("%s: %d of %d findings are counted", name, all, len(a.findings.Findings))
		}
	}
}
