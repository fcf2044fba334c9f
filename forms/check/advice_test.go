package check_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/assets"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
)

func photoNotice(t *testing.T) *notice.Notice {
	t.Helper()
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// anyFacts draws what may be measured of a picture that can be read.
func anyFacts(t *rapid.T) photo.Facts {
	number := func(name string, values ...float64) float64 { return rapid.SampledFrom(values).Draw(t, name) }
	yes := func(name string) bool { return rapid.Bool().Draw(t, name) }
	size := rapid.SampledFrom([][2]int{
		{120, 168}, {200, 280}, {215, 300}, {216, 301}, {241, 301}, {300, 300}, {301, 216}, {413, 579}, {600, 600}, {3000, 4000}, {4000, 3000},
	}).Draw(t, "size")
	return photo.Facts{
		Format: rapid.SampledFrom([]photo.Format{photo.JPEG, photo.PNG, photo.WebP}).Draw(t, "format"),
		Width:  size[0], Height: size[1],
		Bytes:        rapid.SampledFrom([]int{9_000, 30_000, 30_500, 60_000, 999_999, 1_020_000, 3_000_000}).Draw(t, "bytes"),
		PrintColours: yes("print"), MissingEnd: yes("end"), Suspect: yes("suspect"),
		Turn: rapid.SampledFrom([]int{0, 90, 180}).Draw(t, "turn"),
		Face: photo.Face{Count: rapid.IntRange(0, 3).Draw(t, "faces"), Tilt: number("tilt", 0, 3.9, -12)},
		Background: photo.Background{
			Verdict: rapid.SampledFrom([]photo.BackgroundVerdict{photo.White, photo.NearWhite, photo.Other}).Draw(t, "ground"),
			Doubt:   rapid.SampledFrom([]photo.Doubt{"", photo.LittleSeen, photo.Mixed}).Draw(t, "doubt"),
		},
		Quality: photo.Quality{
			Sharpness: number("sharp", 0.05, 0.5), Wideness: number("wide", 0.3, 0.48, 0.7), FineDetail: number("fine", 0, 0.2, 0.5),
			Lightness: number("light", 20, 70), HeadShare: number("head", 0.2, 0.62), OffCentre: number("off", 0, 0.2),
			ShoulderShare: number("shoulders", 0, 0.4, 0.9), Greyscale: yes("grey"),
		},
	}
}

// What is said to do does not contradict itself: where the pixels do not suffice nothing is to be
// cropped, and advice never fails, asks only with something to do, and says nothing to do where all
// is well.
func TestRemediesAgree(t *testing.T) {
	n := photoNotice(t)
	rapid.Check(t, func(t *rapid.T) {
		facts := anyFacts(t)
		name := rapid.SampledFrom([]string{"a.jpg", "a.png", "a"}).Draw(t, "name")
		var larger, crop []string
		for _, f := range check.RunPhoto(n, name, facts) {
			remedy := f.Remedy.String()
			if strings.Contains(remedy, "更大的原图") {
				larger = append(larger, f.ID)
			}
			if strings.Contains(remedy, "自动裁剪") {
				crop = append(crop, f.ID)
			}
			if f.Outcome != check.Pass && remedy == "" || f.Outcome == check.Pass && remedy != "" {
				t.Fatalf("%s: %s, remedy %q", f.ID, f.Outcome, remedy)
			}
			if f.Advice != strings.HasPrefix(f.ID, "photo-quality-") || f.Advice && f.Outcome != check.Pass && f.Outcome != check.Confirm {
				t.Fatalf("%s: advice %t, %s", f.ID, f.Advice, f.Outcome)
			}
		}
		if len(larger) > 0 && len(crop) > 0 {
			t.Fatalf("%v ask for a larger original, %v to crop this one", larger, crop)
		}
	})
}

// TestAdvice says of each fault what it is, and of a good photo nothing but to look.
func TestAdvice(t *testing.T) {
	n := photoNotice(t)
	good := photo.Facts{
		Format: photo.JPEG, Bytes: 60_000, Width: 413, Height: 579, Face: photo.Face{Count: 1},
		Background: photo.Background{Verdict: photo.White, Lightness: 99},
		Quality:    photo.Quality{Sharpness: 0.5, Wideness: 0.48, FineDetail: 0.45, Lightness: 70, HeadShare: 0.62, ShoulderShare: 0.9},
	}
	for _, row := range []struct {
		id     string
		change func(*photo.Facts)
		says   string
	}{
		{"", func(*photo.Facts) {}, ""},
		{"stretched", func(f *photo.Facts) { f.Quality.Wideness = photo.WidenessMost + 0.01 }, "太宽"},
		{"stretched", func(f *photo.Facts) { f.Quality.Wideness = photo.WidenessLeast - 0.01 }, "太长"},
		{"", func(f *photo.Facts) { f.Quality.Wideness = photo.WidenessMost }, ""},
		{"enlarged", func(f *photo.Facts) { f.Quality.FineDetail = photo.FineDetailLow - 0.001 }, "放大"},
		{"", func(f *photo.Facts) { f.Quality.FineDetail = 0 }, ""},
		{"sharpness", func(f *photo.Facts) { f.Quality.Sharpness = photo.SharpnessLow - 0.01 }, "清晰度"},
		{"exposure", func(f *photo.Facts) { f.Quality.Lightness = 30 }, "亮度"},
		{"print-colours", func(f *photo.Facts) { f.PrintColours = true }, "CMYK"},
	} {
		facts := good
		row.change(&facts)
		found := ""
		for _, f := range check.Advice(n.Photo.Spec, facts) {
			if f.Outcome == check.Pass {
				continue
			}
			found += strings.TrimPrefix(f.ID, "photo-quality-")
			if !strings.Contains(f.Found.String(), row.says) {
				t.Errorf("%s: %s", f.ID, f.Found)
			}
		}
		if found != row.id {
			t.Errorf("%+v: advice on %q, want %q", facts.Quality, found, row.id)
		}
	}
	list := check.Advice(n.Photo.Spec, good)
	if last := list[len(list)-1]; last.ID != "photo-quality-by-eye" || !strings.Contains(last.Found.String(), "墨镜") {
		t.Errorf("what no measure tells: %+v", last)
	}
}
