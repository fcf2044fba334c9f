package guide_test

import (
	"slices"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
)

func titles(n *notice.Notice) (all []string) {
	for _, e := range guide.Agenda(n, forms.New(n.ID), forms.Date{}) {
		all = append(all, e.Title.String(), e.Note.String())
	}
	return all
}

func materialNotes(n *notice.Notice) (all []string) {
	a := forms.New(n.ID)
	for _, m := range guide.Materials(n, a, check.Run(n, a)) {
		all = append(all, m.Note.String())
	}
	return all
}

// What changes from year to year is the notice's data, in sentences too.
func TestSentencesFollowTheNotice(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*notice.Notice)
		says   func(*notice.Notice) []string
		want   string
	}{
		"the hour":           {func(n *notice.Notice) { n.Dates.Unit.Hour = 17 }, titles, "单位审核通过并提交，17时截止"},
		"no hour":            {func(n *notice.Notice) { n.Dates.Unit.Hour = 0 }, titles, "单位审核通过并提交截止"},
		"a holiday before":   {func(*notice.Notice) {}, titles, "节前送到最稳妥；邮寄按寄出还是收到算，通知没有写"},
		"no holiday before":  {func(n *notice.Notice) { n.Calendar.Holidays = nil }, titles, "邮寄按寄出还是收到算，通知没有写"},
		"copies of the form": {func(n *notice.Notice) { n.Papers.ReviewForm.Copies = 2 }, materialNotes, "A4纸一式2份，盖章"},
		"no size of paper":   {func(n *notice.Notice) { n.Papers.Roster.Size = "" }, materialNotes, "一式3份，由谁导出问单位"},
	} {
		n := shipped(t)
		row.change(n)
		if got := row.says(n); !slices.Contains(got, row.want) {
			t.Errorf("%s: nothing says “%s” in %q", name, row.want, got)
		}
	}
}
