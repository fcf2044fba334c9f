package photo_test

import (
	"encoding/json"
	"testing"

	"zhicheng/forms/photo"
)

// TestSpecAtItsBoundaries asks for every reading at once: the strict one at each end.
func TestSpecAtItsBoundaries(t *testing.T) {
	good := photo.Facts{Format: photo.JPEG, Width: 413, Height: 579, Bytes: 50_000}
	for _, row := range []struct {
		name   string
		change func(*photo.Facts)
		want   bool
	}{
		{"as it is", func(*photo.Facts) {}, true},
		{"png", func(f *photo.Facts) { f.Format = photo.PNG }, false},
		{"damaged", func(f *photo.Facts) { f.Problem = photo.Damaged }, false},
		{"30,720 bytes", func(f *photo.Facts) { f.Bytes = 30_720 }, false},
		{"30,721 bytes", func(f *photo.Facts) { f.Bytes = 30_721 }, true},
		{"999,999 bytes", func(f *photo.Facts) { f.Bytes = 999_999 }, true},
		{"1,000,000 bytes", func(f *photo.Facts) { f.Bytes = 1_000_000 }, false},
		{"215 wide", func(f *photo.Facts) { f.Width, f.Height = 215, 301 }, false},
		{"216×301", func(f *photo.Facts) { f.Width, f.Height = 216, 301 }, true},
		{"300 high", func(f *photo.Facts) { f.Width, f.Height = 216, 300 }, false},
		{"ratio 0.65", func(f *photo.Facts) { f.Width, f.Height = 260, 400 }, true},
		{"below 0.65", func(f *photo.Facts) { f.Width, f.Height = 259, 400 }, false},
		{"ratio 0.8", func(f *photo.Facts) { f.Width, f.Height = 320, 400 }, true},
		{"above 0.8", func(f *photo.Facts) { f.Width, f.Height = 321, 400 }, false},
		{"identity card 358×441", func(f *photo.Facts) { f.Width, f.Height = 358, 441 }, false},
		{"cut to 344×441", func(f *photo.Facts) { f.Width, f.Height = 344, 441 }, true},
		{"413×626", func(f *photo.Facts) { f.Width, f.Height = 413, 626 }, true},
		{"480×640", func(f *photo.Facts) { f.Width, f.Height = 480, 640 }, true},
	} {
		facts := good
		row.change(&facts)
		if got := spec2020.Fits(facts); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
}

func TestSpecIsReadFromData(t *testing.T) {
	var spec photo.Spec
	err := json.Unmarshal([]byte(`{"bytes_fail_at_most": 30000, "bytes_sure_above": 30720, "bytes_sure_below": 1000000,
		"bytes_fail_from": 1048576, "width_above": 215, "height_above": 300,
		"ratio_min_hundredths": 65, "ratio_max_hundredths": 80}`), &spec)
	if err != nil || spec != spec2020 || spec.Validate() != nil {
		t.Errorf("%+v, %v, %v", spec, err, spec.Validate())
	}
	for name, change := range map[string]func(*photo.Spec){
		"nothing":          func(s *photo.Spec) { *s = photo.Spec{} },
		"small end":        func(s *photo.Spec) { s.BytesFailAtMost = 40_000 },
		"no bytes between": func(s *photo.Spec) { s.BytesSureBelow = 30_721 },
		"great end":        func(s *photo.Spec) { s.BytesFailFrom = 900_000 },
		"no width":         func(s *photo.Spec) { s.WidthAbove = 0 },
		"ratio":            func(s *photo.Spec) { s.RatioMinHundredths = 90 },
	} {
		wrong := spec2020
		change(&wrong)
		if wrong.Validate() == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestParseRatio(t *testing.T) {
	for text, want := range map[string]photo.Ratio{"5:7": photo.FiveSeven, "3:4": photo.ThreeFour, " 5 ： 7 ": photo.FiveSeven} {
		if got, err := photo.ParseRatio(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "5", "7:5", "1:1", "5:7:9", "a:b", "0:0"} {
		if got, err := photo.ParseRatio(text); err == nil {
			t.Errorf("%q: %v", text, got)
		}
	}
	if photo.FiveSeven.String() != "5:7" || (photo.Ratio{}).String() != "5:7" {
		t.Error("String does not print what ParseRatio reads")
	}
}

func TestBytesInK(t *testing.T) {
	for n, want := range map[int]string{
		0: "0.0K", 99: "0.0K", 30_000: "30.0K", 30_720: "30.7K", 83_299: "83.2K", 999_999: "999.9K",
		1_000_000: "1.00M", 1_048_576: "1.04M", 12_345_678: "12.34M",
	} {
		if got := (photo.Facts{Bytes: n}).BytesInK(); got != want {
			t.Errorf("%d bytes are %s, want %s", n, got, want)
		}
	}
}
