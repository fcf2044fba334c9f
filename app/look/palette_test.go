package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhicheng/assets"
	"zhicheng/forms/check"
)

// leastContrast is what WCAG 2.1 asks of text (success criterion 1.4.3).
const leastContrast = 4.5

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestContrastOfBlackAndWhite(t *testing.T) {
	if got := contrast(rgb(0), rgb(0xFFFFFF)); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white has %.2f, want 21", got)
	}
}

func TestTextCanBeReadOnItsGround(t *testing.T) {
	grounds := map[Ink][]Ink{
		Words:         {Paper, Ground, Tint, Hover},
		Grey:          {Paper, Ground, Tint, Hover},
		Accent:        {Paper, Ground, Tint, Hover},
		OnAccent:      {Accent},
		fail:          {Paper, Ground},
		todo:          {Paper, Ground},
		confirm:       {Paper, Ground},
		pass:          {Paper, Ground},
		notApplicable: {Paper, Ground},
	}
	for ink, all := range grounds {
		for _, ground := range all {
			for mode, pick := range map[string]func(pair) color.NRGBA{
				"light": func(p pair) color.NRGBA { return p.light },
				"dark":  func(p pair) color.NRGBA { return p.dark },
			} {
				got := contrast(pick(palette[ink]), pick(palette[ground]))
				if got < leastContrast {
					t.Errorf("%s on %s (%s): %.2f : 1, want %.1f", ink, ground, mode, got, leastContrast)
				}
			}
		}
	}
}

// A sign in a mark and the edge of an input are no text: WCAG 1.4.11 asks 3 : 1.
func TestMarksStandOut(t *testing.T) {
	for _, o := range check.Outcomes {
		p, top := palette[InkOf(o)], palette[OnMark]
		if o == check.Missing {
			continue
		}
		if light, dark := contrast(p.light, top.light), contrast(p.dark, top.dark); light < 3 || dark < 3 {
			t.Errorf("mark of %s: %.2f light, %.2f dark", o, light, dark)
		}
	}
}

func TestEveryOutcomeHasItsOwnMark(t *testing.T) {
	seen := map[string]check.Outcome{}
	for _, o := range check.Outcomes {
		name := markNames[o]
		if assets.Icon(name) == nil {
			t.Errorf("%s has no drawing", o)
		}
		if other, ok := seen[name]; ok {
			t.Errorf("%s and %s share %s", o, other, name)
		}
		seen[name] = o
		if _, ok := palette[InkOf(o)]; !ok {
			t.Errorf("%s has no colour", o)
		}
	}
}

func TestThemeHasTwoFonts(t *testing.T) {
	th := New(Light)
	fonts := map[string]bool{}
	for _, style := range []fyne.TextStyle{
		{},
		{Bold: true},
		{Italic: true},
		{Monospace: true},
		{Symbol: true},
		{Underline: true},
		{TabWidth: 8},
		{Bold: true, Italic: true},
	} {
		fonts[th.Font(style).Name()] = true
	}
	if len(fonts) != 2 {
		t.Errorf("the theme has fonts %v, want two", fonts)
	}
}

func TestThemeFollowsItsMode(t *testing.T) {
	ground := palette[Ground]
	for _, row := range []struct {
		mode    Mode
		variant fyne.ThemeVariant
		want    color.NRGBA
	}{
		{System, theme.VariantLight, ground.light},
		{System, theme.VariantDark, ground.dark},
		{Light, theme.VariantDark, ground.light},
		{Dark, theme.VariantLight, ground.dark},
	} {
		if got := New(row.mode).Color(theme.ColorNameBackground, row.variant); got != row.want {
			t.Errorf("mode %d, variant %d: %v, want %v", row.mode, row.variant, got, row.want)
		}
	}
}
