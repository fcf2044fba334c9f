package photo_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/disintegration/imaging"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

func TestBackgroundVerdicts(t *testing.T) {
	photo.Slow(t)
	grey := func(v uint8) color.NRGBA { return color.NRGBA{v, v, v, 255} }
	type row struct {
		name   string
		ground color.NRGBA
		shade  int
		shirt  color.NRGBA
		want   photo.BackgroundVerdict
	}
	for _, row := range photo.Some(t, 2, []row{ // each with one like it after it
		{"white, white shirt", drawn.White, 0, drawn.White, photo.White},
		{"white", drawn.White, 0, drawn.Navy, photo.White},
		{"L* 93", grey(235), 0, drawn.Navy, photo.White},
		{"off-white", drawn.OffWhite, 0, drawn.Navy, photo.White},
		{"L* 88", grey(220), 0, drawn.Navy, photo.NearWhite},
		{"light grey", drawn.LightGrey, 0, drawn.Navy, photo.NearWhite},
		{"L* 62", grey(150), 0, drawn.Navy, photo.Other},
		{"black", grey(10), 0, drawn.White, photo.Other},
		{"cream", color.NRGBA{250, 246, 236, 255}, 0, drawn.Navy, photo.White},
		{"pale blue", color.NRGBA{205, 225, 245, 255}, 0, drawn.Navy, photo.NearWhite},
		{"blue", drawn.Blue, 0, drawn.Navy, photo.Other},
		{"red", drawn.Red, 0, drawn.Navy, photo.Other},
		{"uneven white", drawn.White, 60, drawn.Navy, photo.NearWhite},
		{"brown", drawn.Brown, 0, drawn.White, photo.Other},
	}) {
		p := drawn.Standing(300, 420)
		p.Ground, p.Shade, p.Shirt = row.ground, row.shade, row.shirt
		if got := open(t, p, newFinder(t)).Facts().Background; got.Verdict != row.want {
			t.Errorf("%s: %+v, want %s", row.name, got, row.want)
		}
	}
}

// TestWhatIsNotThePersonIsJudged puts things into a white background that do not touch its upper
// corners, and hides nearly all of it.
func TestWhatIsNotThePersonIsJudged(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	p := drawn.Standing(480, 672)
	p.HeadHeight, p.CrownY = 330, 130
	person, coverage := drawn.Draw(p), drawn.Coverage(p)
	door, garden := color.NRGBA{120, 80, 50, 255}, color.NRGBA{70, 120, 50, 255}
	for _, row := range []struct {
		name  string
		thing image.Rectangle
		tone  color.NRGBA
		want  photo.Background
	}{
		{"nothing", image.Rectangle{}, door, photo.Background{Verdict: photo.White}},
		{"a door at the right", image.Rect(420, 150, 480, 672), door, photo.Background{Verdict: photo.Other, Doubt: photo.Mixed, Where: photo.Sides{Right: true}}},
		{"a door at the left", image.Rect(0, 150, 60, 672), door, photo.Background{Verdict: photo.Other, Doubt: photo.Mixed, Where: photo.Sides{Left: true}}},
		{"a garden below", image.Rect(0, 260, 480, 672), garden, photo.Background{Verdict: photo.Other, Doubt: photo.Mixed, Where: photo.Sides{Left: true, Right: true}}},
		{"a lamp above", image.Rect(180, 0, 300, 40), garden, photo.Background{Verdict: photo.NearWhite, Doubt: photo.Mixed, Where: photo.Sides{Top: true}}},
	} {
		picture := imaging.Clone(person)
		for i, a := range coverage.Pix {
			if a == 0 && image.Pt(i%480, i/480).In(row.thing) {
				copy(picture.Pix[4*i:], []byte{row.tone.R, row.tone.G, row.tone.B})
			}
		}
		data, err := photo.EncodeJPEG(picture, 92)
		if err != nil {
			t.Fatal(err)
		}
		got := inspect(t, data, finder).Background
		if got.Verdict != row.want.Verdict || got.Doubt != row.want.Doubt || got.Where != row.want.Where {
			t.Errorf("%s: %+v", row.name, got)
		}
	}
	p.HeadHeight, p.CrownY, p.Hair = 620, -30, drawn.Long
	if got := inspect(t, drawnJPEG(t, p), finder).Background; got.Doubt != photo.LittleSeen {
		t.Errorf("hidden: %+v", got)
	}
}

// TestBackgroundIgnoresTheFigure: dark hair and clothes at the border are no background.
func TestBackgroundIgnoresTheFigure(t *testing.T) {
	photo.Slow(t)
	p := drawn.Standing(480, 672)
	p.Hair, p.HeadHeight, p.CrownY = drawn.Long, 560, 40
	if got := inspect(t, drawnJPEG(t, p), newFinder(t)).Background; got.Verdict != photo.White || got.Lightness < 99 {
		t.Errorf("%+v", got)
	}
}

func whitened(t testing.TB, p drawn.Person) (*image.NRGBA, error) {
	t.Helper()
	source := open(t, p, newFinder(t))
	frame := photo.ByHandFrame(image.Rect(0, 0, p.Width, p.Height), source.Size())
	cut, _, err := source.Crop(context.Background(), spec2020, photo.Options{Frame: &frame, Whiten: true})
	return cut, err
}

// TestWhitenedPerson compares with the same person drawn on white: inside the figure nothing
// changes, outside it is white, and along its edge there is no colour left.
func TestWhitenedPerson(t *testing.T) {
	photo.Slow(t)
	type row struct {
		name   string
		ground color.NRGBA
		shade  int
		hair   drawn.Hair
		shirt  color.NRGBA
		least  float64
	}
	for _, row := range photo.Some(t, 3, []row{
		{"blue, navy suit", drawn.Blue, 0, drawn.Short, drawn.Navy, 34},
		{"blue, white shirt", drawn.Blue, 0, drawn.Bun, drawn.Pale, 34},
		{"red", drawn.Red, 0, drawn.Long, drawn.Navy, 34},
		{"shaded blue", drawn.Blue, 30, drawn.Short, drawn.Navy, 34},
		{"light grey", drawn.LightGrey, 0, drawn.Short, drawn.Navy, 34},
		{"off-white", drawn.OffWhite, 0, drawn.Short, drawn.Navy, 34},
		{"pale green", color.NRGBA{190, 215, 190, 255}, 0, drawn.Long, drawn.White, 30},
		{"uneven wall", drawn.OffWhite, 60, drawn.Bun, drawn.Navy, 34},
	}) {
		p := drawn.Standing(360, 504)
		p.Ground, p.Shade, p.Hair, p.Shirt = row.ground, row.shade, row.hair, row.shirt
		got, err := whitened(t, p)
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		p.Ground, p.Shade = drawn.White, 0
		inside, outside, edge := compare(got, drawn.Draw(p), drawn.Coverage(p))
		t.Logf("%s: inside %.1f dB, outside %.1f, edge %.1f", row.name, inside, outside, edge)
		if inside < row.least || outside < 40 || edge < 18 {
			t.Errorf("%s: inside %.1f dB, outside %.1f, edge %.1f", row.name, inside, outside, edge)
		}
	}
}

// compare is the PSNR in dB inside the figure, outside it, and along its edge.
func compare(got, want *image.NRGBA, coverage *image.Alpha) (inside, outside, edge float64) {
	var sum, n [3]float64
	for i, a := range coverage.Pix {
		zone := 2
		switch a {
		case 255:
			zone = 0
		case 0:
			zone = 1
		}
		for k := range 3 {
			d := float64(got.Pix[4*i+k]) - float64(want.Pix[4*i+k])
			sum[zone] += d * d
			n[zone]++
		}
	}
	db := func(zone int) float64 { return 10 * math.Log10(255*255/max(sum[zone]/n[zone], 1e-3)) }
	return db(0), db(1), db(2)
}

// TestWhateverIsBehindThePersonGoes puts grounds of no plain colour behind a person: the figure
// stays as it is, and everything outside it becomes white.
func TestWhateverIsBehindThePersonGoes(t *testing.T) {
	photo.Slow(t)
	p := drawn.Standing(420, 588)
	p.HeadHeight, p.CrownY = 330, 70
	person, coverage := drawn.Draw(p), drawn.Coverage(p)
	for name, behind := range map[string]func(x, y int) color.NRGBA{
		"a door at the right": func(x, _ int) color.NRGBA {
			if x > 380 {
				return color.NRGBA{120, 80, 50, 255}
			}
			return drawn.White
		},
		"a garden below": func(_, y int) color.NRGBA {
			if y > 300 {
				return color.NRGBA{70, 120, 50, 255}
			}
			return drawn.White
		},
		"a curtain": func(x, _ int) color.NRGBA {
			v := uint8(150 + 30*math.Sin(float64(x)/24))
			return color.NRGBA{v, uint8(int(v) * 9 / 10), v - 60, 255}
		},
		"a soft shadow at the left": func(x, y int) color.NRGBA {
			v := uint8(240 - 60*math.Exp(-math.Pow(float64(x-120)/60, 2)))
			return color.NRGBA{v, v, v, 255}
		},
	} {
		picture := imaging.Clone(person)
		for i, a := range coverage.Pix {
			c := behind(i%420, i/420)
			for k, v := range [3]uint8{c.R, c.G, c.B} {
				picture.Pix[4*i+k] = uint8((int(picture.Pix[4*i+k])*int(a) + int(v)*(255-int(a))) / 255)
			}
		}
		data, err := photo.EncodeJPEG(picture, 95)
		if err != nil {
			t.Fatal(err)
		}
		source, err := photo.Open(context.Background(), data, newFinder(t))
		if err != nil {
			t.Fatal(err)
		}
		frame := photo.ByHandFrame(picture.Rect, source.Size())
		out, err := source.Encode(context.Background(), spec2020, photo.Options{Frame: &frame, Whiten: true})
		if err != nil || !out.ByMask {
			t.Errorf("%s: by mask %t, %v", name, out.ByMask, err)
			continue
		}
		made, err := imaging.Decode(bytes.NewReader(out.JPEG))
		if err != nil {
			t.Fatal(err)
		}
		inside, outside, edge := compare(imaging.Clone(made), person, coverage)
		t.Logf("%s: inside %.1f dB, outside %.1f, edge %.1f", name, inside, outside, edge)
		if inside < 34 || outside < 35 || edge < 13 {
			t.Errorf("%s: inside %.1f dB, outside %.1f, edge %.1f", name, inside, outside, edge)
		}
	}
}

func TestWhiteningIsRefused(t *testing.T) {
	photo.Slow(t)
	for _, skin := range photo.Some(t, 2, []color.NRGBA{{228, 184, 154, 255}, drawn.Brown}) {
		p := drawn.Standing(420, 588)
		p.Ground = skin
		if _, err := whitened(t, p); !errors.Is(err, photo.NearSkin) {
			t.Errorf("%v: %v", skin, err)
		}
	}
	pale := drawn.Standing(360, 504)
	pale.Ground, pale.Shirt = drawn.OffWhite, drawn.OffWhite
	if _, err := whitened(t, pale); !errors.Is(err, photo.LikeClothes) {
		t.Errorf("clothes like the ground: %v", err)
	}
	red := drawn.Standing(420, 588)
	red.Ground, red.Shirt = drawn.Red, drawn.Red
	if _, err := whitened(t, red); !errors.Is(err, photo.LikeClothes) {
		t.Errorf("red clothes before red: %v", err)
	}
	black := drawn.Standing(420, 588)
	black.Ground = color.NRGBA{20, 20, 22, 255}
	if _, err := whitened(t, black); !errors.Is(err, photo.TooDark) {
		t.Errorf("black: %v", err)
	}
	p := drawn.Standing(420, 588)
	picture := drawn.Draw(p)
	coverage := drawn.Coverage(p)
	for i, a := range coverage.Pix {
		if x, y := i%420, i/420; a == 0 && (x/30+y/30)%2 == 0 {
			copy(picture.Pix[4*i:], []byte{90, 120, 60})
		}
	}
	data, err := photo.EncodeJPEG(picture, 92)
	if err != nil {
		t.Fatal(err)
	}
	for _, finder := range []*photo.Finder{nil, newFinder(t)} {
		source, err := photo.Open(context.Background(), data, finder)
		if err != nil {
			t.Fatal(err)
		}
		_, err = source.Encode(context.Background(), spec2020, photo.Options{Whiten: true})
		var refusal photo.Refusal
		if !errors.Is(err, photo.NotUniform) || !errors.As(err, &refusal) {
			t.Errorf("chequered: %v", err)
		}
		if verdict := source.Facts().Background.Verdict; verdict != photo.Other {
			t.Errorf("chequered: %s", verdict)
		}
	}
}

func TestQualityMeasures(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	person := drawn.Standing(480, 672)
	picture := drawn.Draw(person)
	measure := func(m *image.NRGBA) photo.Quality {
		data, err := photo.EncodeJPEG(m, 92)
		if err != nil {
			t.Fatal(err)
		}
		facts := inspect(t, data, finder)
		if facts.Face.Count != 1 {
			t.Fatalf("no face: %+v", facts)
		}
		return facts.Quality
	}
	plain := measure(picture)
	if plain.Sharpness < photo.SharpnessLow || plain.Greyscale || plain.Lightness < 60 || plain.Dark > 0.2 || plain.Burnt > 0.05 {
		t.Errorf("plain: %+v", plain)
	}
	if math.Abs(plain.HeadShare-0.62) > 0.04 || math.Abs(plain.TopShare-0.085) > 0.02 || math.Abs(plain.OffCentre) > 0.02 || plain.ShoulderShare < 0.9 {
		t.Errorf("plain: %+v", plain)
	}
	if blurred := measure(imaging.Blur(picture, 5)); blurred.Sharpness >= photo.SharpnessLow {
		t.Errorf("blurred: sharpness %.3f", blurred.Sharpness)
	}
	if grey := measure(imaging.Grayscale(picture)); !grey.Greyscale {
		t.Error("grey was not seen")
	}
	if dark := measure(imaging.AdjustGamma(picture, 0.3)); dark.Lightness > plain.Lightness-20 {
		t.Errorf("dark: lightness %.1f", dark.Lightness)
	}
	if bright := measure(imaging.AdjustGamma(picture, 3)); bright.Lightness < plain.Lightness+10 {
		t.Errorf("bright: lightness %.1f", bright.Lightness)
	}
	person.CentreX += 60
	if aside := measure(drawn.Draw(person)); math.Abs(aside.OffCentre-0.125) > 0.03 {
		t.Errorf("aside: %.3f", aside.OffCentre)
	}
}
