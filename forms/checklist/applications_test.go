package checklist

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
	"zhicheng/forms/store"
)

// application is an applicant as the report sees one: with findings, and the
// picture to print.
type application struct {
	applicant *forms.Applicant
	findings  check.Report
	printing  Printing
}

var shipped = sync.OnceValues(func() (*notice.Notice, error) {
	return notice.Load(assets.Notices(), "shaoxing-2020")
})

// longName has forty characters, among them one beyond the BMP.
const longName = "阿卜杜热合曼·买买提依明·艾则孜汗·吐尔逊古丽·努尔买买提江·𬭎喆𫍯图尔荪阿依慕"

var plans = []string{"NS", "NE", "FF", "FS", "FE"}

// judged runs all checks of the notice that the program carries.
func judged(t testing.TB, a *forms.Applicant) application {
	t.Helper()
	n, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	printing := Printing{
		Made: time.Date(2020, 9, 10, 10, 32, 0, 0, time.UTC), File: "申报.zcapp", Program: "职称申报助手 1.0",
	}
	if len(a.Photo.Data) > 0 {
		printing.Photo = decoded(t, a.Photo.Data)
	}
	return application{a, check.Run(n, a), printing}
}

// pictures are the photos that were decoded, by their bytes.
var pictures sync.Map

func decoded(t testing.TB, data []byte) image.Image {
	t.Helper()
	known, ok := pictures.Load(string(data))
	if !ok {
		picture, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		known, _ = pictures.LoadOrStore(string(data), picture)
	}
	return known.(image.Image)
}

func (a application) document() *paper.Document { return Build(a.applicant, a.findings, a.printing) }

func (a application) pages() *paper.Pages { return paper.Compose(a.document(), fonts()) }

var fonts = sync.OnceValue(func() *paper.Fonts {
	fonts, err := paper.NewFonts(assets.FontRegular, assets.FontBold)
	if err != nil {
		panic(err)
	}
	return fonts
})

// measuredSamples are the applications that come with the program.
var measuredSamples = sync.OnceValues(func() (map[string]*forms.Applicant, error) {
	all := map[string]*forms.Applicant{}
	for _, name := range samples {
		a, err := store.Load(context.Background(), filepath.Join("..", "..", "assets", "samples", name+".zcapp"))
		if err != nil {
			return nil, err
		}
		if a.Photo, err = a.Photo.Measured(context.Background(), nil); err != nil {
			return nil, err
		}
		all[name] = a
	}
	return all, nil
})

// sampleApplicant is one of the applications that come with the program.
func sampleApplicant(t testing.TB, name string) *forms.Applicant {
	t.Helper()
	all, err := measuredSamples()
	if err != nil {
		t.Fatal(err)
	}
	return all[name].Clone()
}

func loaded(t testing.TB, path string) *forms.Applicant {
	t.Helper()
	a, err := store.Load(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// passingApplicant is somebody to whom the plan's rules do not object, with the
// photo of a sample.
func passingApplicant(t testing.TB, plan string) *forms.Applicant {
	t.Helper()
	a := loaded(t, filepath.Join("..", "check", "testdata", "passing", plan+".zcapp"))
	a.Photo = sampleApplicant(t, "natural-resources-senior").Photo
	return a
}

func emptyApplicant(t testing.TB) *forms.Applicant {
	t.Helper()
	a, err := store.Decode([]byte(`{"format": 1, "notice": "shaoxing-2020"}`))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// statementOf1000 has a thousand characters, blank lines and rare characters.
func statementOf1000() string {
	const part = "一、主持“珍稀树种𣗋木（Phoebe chekiangensis）容器育苗”等3个项目，获专利2项；𬭎𫍯𫖮参与，平均每亩增收1,260.5元。\n\n　　二、撰写论文《绍兴市森林抚育成效分析》，发表于《浙江林业科技》2019年第4期。\n\n"
	return string([]rune(strings.Repeat(part, 10))[:1000])
}

// largestApplicant has as much as an application can reasonably hold, and nearly
// nothing that passes.
func largestApplicant(t testing.TB) *forms.Applicant {
	t.Helper()
	a := emptyApplicant(t)
	a.Person.Name = longName
	a.Plan.Code, a.Plan.Specialty, a.Plan.Level = "FS", "forestry", "senior_engineer"
	a.Statement.Text = statementOf1000()
	a.Statement.Overflow = "放不下的话。\n\n第二段𬭎。"
	for i := range 80 {
		a.Education = append(a.Education, forms.Education{
			Level: "bachelor", Origin: forms.OriginForeign, AwardDate: forms.ParseDate("1999-07"), IsLater: forms.No, OverseasCertificate: forms.Yes,
		})
		row := forms.Achievement{Name: fmt.Sprintf("第%d项业绩：浙东丘陵浙江楠、赤皮青冈混交造林技术研究", i+1), Kind: "patent", Date: forms.ParseDate("2018-05")}
		a.Achievements = append(a.Achievements, row)
	}
	a.ContinuingEducation = forms.ContinuingEducation{}
	for year := 1941; year <= 2020; year++ {
		a.ContinuingEducation[year] = forms.TrainingYear{Total: forms.ParseNumber("85.5"), Professional: forms.ParseNumber("十二")}
	}
	return a
}

// applications are the ones that every printed list is tried with.
func applications(t testing.TB) map[string]application {
	t.Helper()
	made := map[string]application{}
	all := map[string]*forms.Applicant{"empty": emptyApplicant(t), "largest": largestApplicant(t)}
	for _, name := range samples {
		all[name] = sampleApplicant(t, name)
	}
	for _, plan := range plans {
		all["passing "+plan] = passingApplicant(t, plan)
		bare := emptyApplicant(t)
		bare.Plan.Code = forms.PlanCode(plan)
		all["bare "+plan] = bare
	}
	for name, a := range all {
		made[name] = judged(t, a)
	}
	return made
}

var samples = []string{"forestry-engineer", "natural-resources-senior"}

// tall is a picture of the given proportions.
func tall(w, h int) image.Image { return image.NewNRGBA(image.Rect(0, 0, w, h)) }
