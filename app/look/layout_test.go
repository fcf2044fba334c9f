package look

import (
	"flag"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestMain makes the application that texts are measured with. The properties draw
// the same cases at every run in CI.
func TestMain(m *testing.M) {
	if os.Getenv("CI") != "" {
		if err := flag.Set("rapid.seed", "20200923"); err != nil {
			panic(err)
		}
	}
	test.NewApp().Settings().SetTheme(New(Light))
	m.Run()
}

func TestHeightFollowsWidth(t *testing.T) {
	text := NewText("申报对象的专业技术工作年限及任职年限计算均截止到2020年12月31日。", Style{})
	one := text.HeightAt(2000)
	if narrow := text.HeightAt(200); narrow < 2*one {
		t.Errorf("at 200 the text is %v high, at 2000 %v", narrow, one)
	}
	card := Card(SmallGap, text, Rule())
	if wide, narrow := Height(card, 2000), Height(card, 200); narrow <= wide {
		t.Errorf("the card is %v high at 200 and %v at 2000", narrow, wide)
	}
}

func TestHiddenObjectsTakeNoRoom(t *testing.T) {
	a, b := Space(10, 20), Space(10, 30)
	column := Column(8, a, b)
	if got := Height(column, 100); got != 58 {
		t.Errorf("two objects are %v high, want 58", got)
	}
	b.Hide()
	if got := Height(column, 100); got != 20 {
		t.Errorf("one object is %v high, want 20", got)
	}
	a.Hide()
	if got := Height(Inset(Even(9), column), 100); got != 0 {
		t.Errorf("an inset of nothing is %v high", got)
	}
}

func TestStretchGivesTheRestToOne(t *testing.T) {
	left, middle, right := Space(18, 18), Space(1, 10), Space(40, 10)
	row := Stretch(8, 1, left, middle, right)
	row.Resize(fyne.NewSize(300, 18))
	if got := middle.Size().Width; got != 300-18-40-16 {
		t.Errorf("the middle is %v wide", got)
	}
	if got := right.Position().X; got != 260 {
		t.Errorf("the right object stands at %v", got)
	}
}

func TestFlowBeginsNewRows(t *testing.T) {
	flow := Flow(8, Space(60, 20), Space(60, 20), Space(60, 20))
	if got := Height(flow, 130); got != 48 {
		t.Errorf("three of 60 in 130 are %v high, want 48", got)
	}
	if got := Height(flow, 200); got != 20 {
		t.Errorf("three of 60 in 200 are %v high, want 20", got)
	}
}

func TestButtonAnswersTapAndKeys(t *testing.T) {
	n := 0
	b := NewButton(Filled, "下一步", func() { n++ })
	w := test.NewWindow(b)
	defer w.Close()
	test.Tap(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if n != 3 {
		t.Errorf("tapped %d times, want 3", n)
	}
	b.Enable(false)
	test.Tap(b)
	if n != 3 {
		t.Error("a disabled button answers")
	}
}
