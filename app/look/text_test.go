package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	textfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"zhicheng/assets"
)

func TestSquaresAreAsWideAsTheyAreHigh(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "林": 1, "林业，工程。": 6, "（见《通知》）？": 8, "2020年": 0, "林 业": 0, "“林”": 0, "\U00020087": 0,
	} {
		if got := squares(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	for _, text := range []string{"一", "龥", "，", "。", "、", "；", "：", "（", "）", "《", "》", "？", "林业，工程。（见《通知》）？"} {
		sameWidth(t, text)
	}
}

func TestEveryChineseCharacterOfTheFontIsSquare(t *testing.T) {
	for weight, data := range map[string][]byte{"regular": assets.FontRegular, "bold": assets.FontBold} {
		font, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		var buffer sfnt.Buffer
		for r := rune(0x4E00); r <= 0x9FA5; r++ {
			glyph, err := font.GlyphIndex(&buffer, r)
			if err != nil || glyph == 0 {
				t.Fatalf("%s lacks %c: %v", weight, r, err)
			}
			if width, err := font.GlyphAdvance(&buffer, glyph, fixed.I(1000), textfont.HintingNone); err != nil || width != fixed.I(1000) {
				t.Errorf("%s: %c is %v wide, %v", weight, r, width, err)
			}
		}
	}
}

// sameWidth holds what is taken for granted against what the font says.
func sameWidth(t *testing.T, text string) {
	t.Helper()
	for _, size := range []float32{SizeSmall, SizeNote, SizeText, SizeHead, SizeTitle} {
		for _, bold := range []bool{false, true} {
			taken := NewText(text, Style{Size: size, Bold: bold}).measure().Text(text)
			said := fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
			if taken-said > 0.01 || said-taken > 0.01 {
				t.Errorf("%q at %v (bold %t): %v, and the font says %v", text, size, bold, taken, said)
			}
		}
	}
}

// A marked part that goes on in the next line has a ground in both.
func TestMarkedPartsHaveAGround(t *testing.T) {
	text := NewText("一二三四五六七八九十", Style{})
	text.Resize(fyne.NewSize(5*SizeText+1, 100))
	r := test.WidgetRenderer(text).(*textRenderer)
	for _, row := range []struct {
		parts [][2]int
		want  int
	}{
		{nil, 0},
		{[][2]int{{0, 6}}, 1},
		{[][2]int{{12, 18}}, 2}, // the fifth and the sixth
		{[][2]int{{0, 3}, {27, 30}}, 2},
		{nil, 0},
	} {
		text.Mark(row.parts)
		if len(r.marks) != row.want || len(r.objects) != row.want+len(r.lines) {
			t.Errorf("%v: %d grounds, %d objects, want %d", row.parts, len(r.marks), len(r.objects), row.want)
		}
	}
	text.Mark([][2]int{{3, 9}})
	if at, size := r.marks[0].Position(), r.marks[0].Size(); at.X < SizeText-1 || at.X > SizeText+1 || size.Width < 2*SizeText-1 || size.Width > 2*SizeText+1 {
		t.Errorf("the ground is at %v, %v", at, size)
	}
}
