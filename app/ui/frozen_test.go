package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/app/page"
	"zhicheng/forms"
)

// What a page holds does not grow with the application: at the limits of the file and
// far beyond them there are not many more objects than in the sample.
func TestPagesHoldWhatIsSeen(t *testing.T) {
	held := map[string]map[string]int{}
	for _, name := range []string{"full", "limits", "beyond"} {
		d := sit(t, state(t, name))
		held[name] = map[string]int{}
		for _, page := range d.Pages() {
			page.Open()
			held[name][page.Name] = d.objects()
		}
	}
	for page, full := range held["full"] {
		for _, name := range []string{"limits", "beyond"} {
			if n := held[name][page]; n > full+1800 {
				t.Errorf("%s of %s holds %d objects, %d with the sample", page, name, n, full)
			}
		}
	}
}

// objects counts what the window would draw if it were as high as its page.
func (d *desk) objects() int {
	n := 0
	walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		switch o.(type) {
		case *fyne.Container, fyne.Widget:
		default:
			n++
		}
	})
	return n
}

// A key costs about as much with the largest application as with the sample: what it
// does not touch is not made again. Counted are the pieces of memory, which a busy
// machine does not change.
func TestAKeyCostsLittle(t *testing.T) {
	for _, name := range stateNames {
		d := sit(t, state(t, name))
		for _, p := range inputs {
			d.GoTo(p.Path)
			f := d.room.Page().Field(p.Path)
			if f == nil || f.Entry() == nil || !f.Object().Visible() {
				continue
			}
			d.focusOn(p)
			typed := false
			made := testing.AllocsPerRun(4, func() {
				if typed = !typed; typed {
					f.Entry().TypedRune('1')
				} else {
					f.Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
			})
			if made > 80_000 {
				t.Errorf("%s: a key in %s makes %.0f pieces of memory", name, p.Path, made)
			}
		}
	}
}

// A row of a long list shows its questions when a link, a button or undo leads to it,
// one row at a time, and its page is turned to it.
func TestLongListsOpenOneRow(t *testing.T) {
	d := sit(t, state(t, "limits"))
	name := func(i int) forms.Place { return forms.OfAchievement(forms.AchievementName, i) }
	asked := func(want int) {
		t.Helper()
		for _, f := range d.room.Page().Fields() {
			if row, ok := forms.RowOf(f.Place.Path); ok && row != want {
				t.Errorf("row %d is open, want %d", row, want)
			}
		}
		if want >= 0 && d.room.Page().Field(name(want).Path) == nil {
			t.Errorf("row %d is not open", want)
		}
	}
	d.room.GoSpot(page.Spot{Step: forms.StepStatement, Part: 1})
	asked(-1)
	if !d.says("第1—20项，共500项") || !d.says("业绩最多500项，现在有500项") {
		t.Error("nothing is said of how many there are")
	}
	d.GoTo(name(345).Path)
	asked(345)
	if !d.says("第341—360项，共500项") || !d.hasFocus(name(345)) {
		t.Error("the row is not gone to")
	}
	d.keys("改")
	if got := d.View().Achievements[345].Name; got[:len("改")] != "改" && got[len(got)-len("改"):] != "改" {
		t.Errorf("typed, the row is %q", got)
	}
	d.tap("上移")
	asked(344)
	d.tap("后面的")
	asked(-1)
	if !d.says("第361—380项，共500项") || !d.says("业绩361") {
		t.Error("the list is not turned")
	}
	d.tap("修改")
	asked(360)
	d.tap("删除")
	asked(360)
	if n := len(d.View().Achievements); n != 499 {
		t.Errorf("%d rows are left", n)
	}
	d.tap("加一项业绩")
	asked(499)
	d.tap("加一项业绩") // no more fit into the file
	if n := len(d.View().Achievements); n != 500 {
		t.Errorf("%d rows after one too many", n)
	}
	d.Go(forms.StepPlan)
	d.Undo()
	d.Undo()
	asked(360)
	if n := len(d.View().Achievements); n != 500 || d.Step() != forms.StepStatement {
		t.Errorf("undo leads to %s with %d rows", d.Step(), n)
	}
}

// More rows than the file takes are read, said, and kept.
func TestMoreThanTheFileTakes(t *testing.T) {
	d := sit(t, state(t, "beyond"))
	d.Go(forms.StepEducation)
	if !d.says("学历最多50个，现在有500个") {
		t.Error("nothing is said of 500 educations")
	}
	d.tap("再加一个学历")
	if n := len(d.View().Education); n != 500 {
		t.Errorf("%d educations", n)
	}
	d.Go(forms.StepScope)
	if !d.says("姓名最多40字，填了350000字") {
		t.Error("nothing is said of a name of a megabyte")
	}
	name := d.View().Person.Name
	d.focusOn(forms.Of(forms.PersonName))
	d.keys("字")
	d.Undo()
	if d.View().Person.Name != name {
		t.Error("the name was cut")
	}
	d.Go(forms.StepStatement)
	if !d.says("一共最多20000字") {
		t.Error("nothing is said of what is too much beside the statement")
	}
}
