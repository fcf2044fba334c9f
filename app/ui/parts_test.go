package ui

import (
	"slices"
	"strconv"
	"testing"

	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/check"
)

// One answer for several: one tap, one undo, one by one where they differ.
func TestJointAnswers(t *testing.T) {
	for _, j := range forms.Joints {
		for answer := range j.Alike {
			d := sit(t, &forms.Applicant{Notice: "shaoxing-2020", Unit: forms.Unit{Type: forms.UnitPublicInstitution}})
			jointly(d, j, answer)
		}
	}
}

// jointly answers a joint question with keys, undoes it, and answers one of its questions
// otherwise.
func jointly(d *desk, j forms.Joint, answer int) {
	d.t.Helper()
	first, odd := j.Fields[0], forms.Of(j.Fields[0])
	d.GoTo(first.Path)
	joint, _ := d.room.Page().Joint(first.Path)
	if d.window.Canvas().Focused() != joint {
		d.t.Fatalf("%s: the joint question has no focus", j.Label)
	}
	chosen := func(want int) {
		d.t.Helper()
		if got, _ := j.Chosen(d.View()); got != want {
			d.t.Errorf("%s is answered by %d, want %d", j.Label, got, want)
		}
	}
	joint.TypedRune(rune('1' + answer))
	chosen(answer)
	if _, folded := d.room.Page().Joint(first.Path); joint.Chosen() != strconv.Itoa(answer) || !folded {
		d.t.Errorf("%s shows %q", j.Label, joint.Chosen())
	}
	d.Undo()
	chosen(-1)
	d.redo()
	d.pick(odd, odd.Options[len(odd.Options)-1].Value) // what fewest are
	chosen(-1)
	d.Go(forms.StepPlan)
	d.GoTo(odd.Path)
	if f := d.room.Page().Field(odd.Path); !f.Object().Visible() || d.window.Canvas().Focused() != f.Focusable() {
		d.t.Errorf("%s: what differs is hidden", j.Label)
	}
	if joint, _ := d.room.Page().Joint(odd.Path); joint.Chosen() != page.JointApart {
		d.t.Errorf("%s shows %q", j.Label, joint.Chosen())
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
