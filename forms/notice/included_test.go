package notice

import (
	"fmt"
	"testing"

	"zhicheng/assets"
)

// A notice counts a last day itself where it names an hour or says 含.
func TestCountsItself(t *testing.T) {
	for _, c := range []struct {
		hour int
		text string
		want bool
	}{
		{0, "截止时间为2020年9月23日（需预留5个工作日）", false},
		{0, "截止时间为2020年9月23日。", false},
		{0, "2020年9月23日前报送", false},
		{0, "2020年9月23日（含）前报送", true},
		{0, "2020年9月23日前（含当日）报送", true},
		{0, "9月23日(含23日)截止", true},
		{24, "2020年9月23日24时", true},
		{0, "没有写这一天", false},
	} {
		t.Run(fmt.Sprint(c.text), func(t *testing.T) {
			n, err := Load(assets.Notices(), "shaoxing-2020")
			if err != nil {
				t.Fatal(err)
			}
			m := n.Milestones[0]
			for i, clause := range n.clauses {
				if clause.ID == m.Clause {
					n.clauses[i].Text = c.text
				}
			}
			m.Hour = c.hour
			if got := n.CountsItself(m); got != c.want {
				t.Errorf("%q: %t", c.text, got)
			}
		})
	}
}
