package checklist

import (
	"image"
	"math"
	"slices"

	"zhicheng/forms/say"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/paper"
)

// Room of the photo in the head, in millimetres.
const (
	photoWidth  = 25.0
	photoHeight = 35.0
)

// PhotoPixels is the longer side, in pixels, of a picture of which printing keeps
// everything.
const PhotoPixels = photoHeight * paper.DotsPerMillimetre

// fittedPhoto shows a picture as large as the room allows, in its own proportions.
func fittedPhoto(img image.Image) *paper.Photo {
	w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	scale := math.Min(photoWidth/w, photoHeight/h)
	return &paper.Photo{Image: img, Width: w * scale, Height: h * scale}
}

// photo prints the values of the photo against what the notice asks. What is wrong
// with it is in its own section and is not said twice.
func (b *builder) photo() {
	findings := b.r.OfStep(forms.StepPhoto)
	if !slices.ContainsFunc(findings, func(f check.Finding) bool { return f.Outcome == check.Pass }) {
		return
	}
	b.heading(say.F("证件照 %s", b.a.Photo.FileName()))
	if b.a.Photo.Whitened {
		b.remark(forms.WhitenedNote)
	}
	table := paper.Table{Columns: []paper.Column{{Title: b.sayf("项目"), Share: 3}, {Title: b.sayf("结果"), Share: 2}, {Title: b.sayf("测得"), Share: 7}, {Title: b.sayf("通知要求"), Share: 4}, {Title: b.sayf("条款"), Share: 2}}}
	for _, f := range findings {
		found := f.Found
		if f.Outcome != check.Pass {
			found = say.F("见前面的“%s”", f.Outcome.Word())
		}
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: b.say(f.Title)},
			{Text: b.say(f.Outcome.Word()), Mark: marks[f.Outcome]},
			{Text: b.say(found)},
			{Text: b.say(f.Needed)},
			linked(b.ref(f)),
		})
	}
	b.add(table)
}
