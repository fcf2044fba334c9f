package ui

import (
	"slices"
	"testing"

	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/check"
)

// One answer for several: one tap, one undo, one by one where they differ.
func TestJointAnswers(t *testing.T) {
	for _, j := range forms.Joints {
		d := sit(t, nil)
		d.GoTo(j.Fields[0].Path)
		joint, _ := d.room.Page().Joint(j.Fields[0].Path)
		if d.window.Canvas().Focused() != joint {
			t.Fatalf("%s: the joint question has no focus", j.Label)
		}
		answers := func(want string) {
			t.Helper()
			for _, f := range j.Fields {
				if got := f.Text(d.View()); got != want {
					t.Errorf("%s is %q, want %q", f.Path, got, want)
				}
			}
		}
		joint.TypedRune('1')
		answers(j.Value)
		if _, folded := d.room.Page().Joint(j.Fields[0].Path); joint.Chosen() != page.JointAll || !folded {
			t.Errorf("%s shows %q", j.Label, joint.Chosen())
		}
		d.Undo()
		answers("")
		d.redo()
		last := forms.Of(j.Fields[len(j.Fields)-1])
		d.pick(last, forms.Unsure)
		d.Go(forms.StepPlan)
		d.GoTo(last.Path)
		if f := d.room.Page().Field(last.Path); !f.Object().Visible() || d.window.Canvas().Focused() != f.Focusable() {
			t.Errorf("%s: what differs is hidden", j.Label)
		}
		if joint, _ := d.room.Page().Joint(last.Path); joint.Chosen() != page.JointApart {
			t.Errorf("%s shows %q", j.Label, joint.Chosen())
		}
	}
}

// The way on leads through the parts, the way back too, and the list of steps shows them.
func TestTheWayThroughTheParts(t *testing.T) {
	d := sit(t, nil)
	var way []page.Spot
	for s := (page.Spot{Step: forms.StepPlan, Part: 0}); s.Step != ""; s = d.room.Beside(s, 1) {
		way = append(way, s)
	}
	want := 0
	for _, step := range forms.Pages {
		want += len(d.room.Parts(step))
	}
	if len(way) != want || want < len(forms.Pages)+3 {
		t.Fatalf("%d pages, want %d", len(way), want)
	}
	for i, s := range way {
		if d.room.Spot() != s {
			t.Fatalf("on %v, not %v", d.room.Spot(), s)
		}
		if i > 0 && d.room.Beside(s, -1) != way[i-1] {
			t.Errorf("before %v is %v", s, d.room.Beside(s, -1))
		}
		current := 0
		for _, item := range d.rail.steps {
			if item.Visible() && item.current() {
				current++
			}
			if shown := item.spot.Step == s.Step && item.several() && slices.Contains(d.room.Parts(s.Step), item.spot.Part); item.isPart() && item.Visible() != shown {
				t.Errorf("on %v the list shows %v: %t", s, item.spot, item.Visible())
			}
		}
		if current != 1 {
			t.Errorf("on %v %d items are the current one", s, current)
		}
		d.foot.next.OnTapped()
	}
}

// A finding is on the part that asks for it last, and on no other.
func TestFindingsAreOnTheirPart(t *testing.T) {
	a := sample(t, "forestry-engineer")
	a.Unit.RecordReviewed = forms.No
	d := sit(t, a)
	const found = "个人业绩档案还没有经单位审核通过"
	at, _ := forms.PartOf(forms.StepScope, forms.UnitRecord.Path)
	for _, part := range d.room.Parts(forms.StepScope) {
		d.room.GoSpot(page.Spot{Step: forms.StepScope, Part: part})
		if got := d.saysAll(found); got != (part == at) {
			t.Errorf("part %d says it: %t", part+1, got)
		}
	}
	if got := d.room.StateOfPart(page.Spot{Step: forms.StepScope, Part: at}); got != check.Todo {
		t.Errorf("the part is %s", got)
	}
	d.draft.Enter(forms.Of(forms.UnitRecord), "")
	if got := d.room.StateOfPart(page.Spot{Step: forms.StepScope, Part: at}); got != check.Missing {
		t.Errorf("without an answer the part is %s", got)
	}
}
