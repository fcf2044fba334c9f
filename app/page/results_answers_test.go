package page

import (
	"path/filepath"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// Every question that is asked is in one group of answers, once.
func TestAllAnswersAreListed(t *testing.T) {
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*forms.Applicant{"empty": forms.New(n.ID)}
	for _, name := range []string{"forestry-engineer", "natural-resources-senior"} {
		a, err := store.Load(t.Context(), filepath.Join("..", "..", "assets", "samples", name+store.Extension))
		if err != nil {
			t.Fatal(err)
		}
		half := a.Clone()
		half.Education, half.Achievements = nil, nil
		all[name], all["half "+name] = a, half
	}
	for name, a := range all {
		demands := n.Demands(a)
		listed := map[string]int{}
		for _, g := range asked(a, demands) {
			for _, p := range g.places {
				listed[p.Path]++
			}
		}
		for _, p := range forms.Places(a, demands) {
			want := 0
			if p.Applies(a, demands) {
				want = 1
			}
			if listed[p.Path] != want {
				t.Errorf("%s: %s is listed %d times, want %d", name, p.Path, listed[p.Path], want)
			}
		}
	}
}
