package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/app/looktest"
	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

// boxes returns the ticks of the open page in their order.
func (d *desk) boxes() []*field.Tick {
	d.t.Helper()
	all := looktest.All[*field.Tick](d.window.Content())
	if len(all) != 10 {
		d.t.Fatalf("%d ticks", len(all))
	}
	return all
}

func (d *desk) tickOff(steps ...int) {
	d.t.Helper()
	d.Go(page.StepTranscript)
	for _, step := range steps {
		test.Tap(d.boxes()[step-1])
	}
}

// ticked returns the steps that the page shows as done.
func (d *desk) ticked() []int {
	d.t.Helper()
	d.Go(page.StepTranscript)
	var done []int
	for i, b := range d.boxes() {
		if b.Done() {
			done = append(done, i+1)
		}
	}
	return done
}

// says reports whether a text that holds the words can be seen.
func (d *desk) says(words string) bool {
	return slices.ContainsFunc(d.words(), func(s string) bool { return strings.Contains(s, words) })
}

func (d *desk) wantTicks(when string, want ...int) {
	d.t.Helper()
	if got := d.ticked(); !slices.Equal(got, want) {
		d.t.Errorf("%s: ticked are %v, want %v", when, got, want)
	}
}

func TestTickingByKeyboard(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(page.StepTranscript)
	reached := 0
	stops(d, func(o fyne.CanvasObject) {
		if b, ok := o.(*field.Tick); ok {
			reached++
			if !b.Focused() {
				t.Error("the focus cannot be seen")
			}
		}
	})
	if reached != 10 {
		t.Fatalf("%d of ten ticks are reached", reached)
	}
	box := d.boxes()[0]
	for i, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
		d.window.Canvas().Focus(box)
		d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		if box.Done() != (i%2 == 0) {
			t.Errorf("after %s the step is done: %t", key, box.Done())
		}
		if d.window.Canvas().Focused() != fyne.Focusable(box) || d.boxes()[0] != box {
			t.Errorf("after %s the focus is on %T", key, d.window.Canvas().Focused())
		}
	}
}

// What is done folds away, and the page opens at what comes next.
func TestTheNextStepStandsOut(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(page.StepTranscript)
	if d.room.Page().Scroll.Offset.Y != 0 {
		t.Errorf("the page opens at %v", d.room.Page().Scroll.Offset)
	}
	before := d.room.Page().Body.Size().Height
	d.tickOff(1, 2, 3, 4, 5, 6)
	if after := d.room.Page().Body.Size().Height; after > before*0.6 {
		t.Errorf("the page was %v high and is %v", before, after)
	}
	for range 2 {
		next := d.boxes()[6]
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(next)
		if at.Y < 0 || at.Y+next.Size().Height > d.window.Canvas().Size().Height-footHeight {
			t.Errorf("the next step's tick is at %v", at)
		}
		d.Go(forms.StepPlan)
		d.Go(page.StepTranscript)
	}
	if n := len(slices.DeleteFunc(d.words(), func(s string) bool { return s != "接下来做这一步" })); n != 1 {
		t.Errorf("%d steps come next", n)
	}
	d.tickOff(7, 8, 9, 10)
	if d.says("接下来做这一步") || !d.says("已完成10/10步") {
		t.Error("all is done, and the page does not say so")
	}
	d.tap("看内容")
	if !d.says("https://zcps.rlsbt.zj.gov.cn") {
		t.Error("a step that is done does not show its values")
	}
	d.tap("收起")
	if d.says("https://zcps.rlsbt.zj.gov.cn") {
		t.Error("the values do not fold away again")
	}
}

// A tick beside an answer that says the contrary says so, and leads there.
func TestATickAgainstAnAnswer(t *testing.T) {
	a := sample(t, "forestry-engineer")
	a.Unit.RecordReviewed = forms.No
	d := sit(t, a)
	d.tickOff(1)
	if d.says("打了勾，但") {
		t.Error("a tick that agrees is commented on")
	}
	d.tickOff(2)
	if !d.says("打了勾，但您的答案还是：") {
		t.Fatal("nothing is said of the contradiction")
	}
	d.tap("去改")
	if d.Step() != forms.StepScope {
		t.Fatalf("the link leads to %s", d.Step())
	}
	d.pick(forms.Of(forms.UnitRecord), string(forms.Yes))
	d.tap("回到“对照填报”")
	if d.Step() != page.StepTranscript || d.says("打了勾，但") {
		t.Error("the contradiction stays")
	}
	d.wantTicks("after the answer", 1, 2)
}

func TestAChangeAfterTheTickIsNamed(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.tickOff(2, 3)
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.UnitName), "另一个单位")
	d.Go(page.StepTranscript)
	const said = "打勾以后这里的内容改过，平台上也要跟着改。"
	if !d.says(said) || !slices.Contains(d.words(), "改过") || !d.says("另一个单位") {
		t.Fatalf("the change is not shown: %q", d.words())
	}
	d.tap("平台上也改好了")
	if d.says(said) || d.says("另一个单位") {
		t.Error("the change is still named")
	}
	d.wantTicks("after the change", 2, 3)
	d.Undo()
	d.Go(page.StepTranscript)
	if !d.says(said) {
		t.Error("taking the change back is no change")
	}
}

// An answer to a question of a step is shown where it is needed.
func TestAnAnswerToAQuestionIsShown(t *testing.T) {
	a := sample(t, "natural-resources-senior")
	d := sit(t, a)
	d.Go(page.StepTranscript)
	if len(a.Confirmed) == 0 || !d.says("问清了："+a.Confirmed[0].Answer) {
		t.Error("the answer about the committee is not shown")
	}
}

func TestCopiedValuesSaySo(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(page.StepTranscript)
	count := func() int { return len(slices.DeleteFunc(d.words(), func(s string) bool { return s != "已复制" })) }
	d.tap("复制") // the address
	d.tap("复制") // the name
	if got := d.config.App.Clipboard().Content(); got != d.draft.View().Person.Name || count() != 2 {
		t.Fatalf("copied %q, %d values say so", got, count())
	}
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "改了名")
	d.Go(page.StepTranscript)
	if n := count(); n != 1 {
		t.Errorf("%d values say that they were copied", n)
	}
}

func TestThePageFollowsUndo(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "新名字")
	d.Go(page.StepTranscript)
	if !d.says("新名字") {
		t.Fatal("the name is not shown")
	}
	d.draft.Undo()
	if d.Step() == page.StepTranscript && d.says("新名字") {
		t.Error("the page shows a name that was taken back")
	}
}

func TestPhotoIsSavedFromThePage(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(page.StepTranscript)
	d.named = filepath.Join(t.TempDir(), "证件照.jpg")
	d.tap("另存为…")
	if found, _ := filepath.Glob(d.named); len(found) != 1 {
		t.Error("no photo was saved")
	}
}

// In English each value has its Chinese label too: it has to be found on the
// platform.
func TestLabelsStandInBothLanguages(t *testing.T) {
	d := sit(t, sample(t, "natural-resources-senior"))
	d.Go(page.StepTranscript)
	d.Speak("en")
	words := d.words()
	explained := func(label string, meaning say.Text) {
		t.Helper()
		if !slices.Contains(words, label) {
			t.Errorf("%s is not shown", label)
		}
		if english := d.Say(meaning); english == meaning.String() || !slices.Contains(words, english) {
			t.Errorf("%s is not explained as %s", label, english)
		}
	}
	for i, s := range guide.Platform(d.draft.Notice(), d.View(), d.draft.Report()) {
		explained(fmt.Sprintf("%d. %s", i+1, s.Name), s.Title)
		for _, v := range s.Values {
			explained(v.Label.String(), v.Label)
		}
	}
	walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if text, ok := o.(*look.Text); ok && text.Words() == "Address of the platform" && text.Size().Width < 150 {
			t.Errorf("a label is squeezed into %v", text.Size().Width)
		}
	})
}

func TestAnEmptyPageLeadsToTheQuestions(t *testing.T) {
	d := sit(t, nil)
	d.Go(page.StepTranscript)
	if !d.says("还没填好：") {
		t.Fatal("nothing is said of what is missing")
	}
	for _, card := range []int{2, 7} {
		d.Go(page.StepTranscript)
		places := guide.Platform(d.draft.Notice(), d.View(), d.draft.Report())[card-1].Missing
		d.GoTo(places[0].Path)
		if d.Step() != places[0].Step {
			t.Errorf("%s leads to %s", places[0].Path, d.Step())
		}
		d.tap("回到“对照填报”")
	}
}
