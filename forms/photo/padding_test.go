package photo

import (
	"math"
	"testing"
)

// TestFigureAtTheEdgeIsNotContinued has the tip of the hair touch an edge before several grounds:
// what is continued is the ground alone.
func TestFigureAtTheEdgeIsNotContinued(t *testing.T) {
	const n = 300
	for name, ground := range map[string]func(i int) float64{
		"white":    func(int) float64 { return 250 },
		"vignette": func(i int) float64 { return 230 - 30*math.Pow(float64(2*i-n)/n, 2) },
		"slope":    func(i int) float64 { return 150 + float64(i)/4 },
	} {
		for _, hair := range [][2]int{{140, 150}, {100, 160}, {0, 40}, {270, 300}} {
			at := func(place, _ int) []uint8 {
				v := ground(place)
				switch {
				case place >= hair[0] && place < hair[1]:
					v = 30
				case place >= hair[0]-6 && place < hair[1]+6: // its soft edge
					v = (v + 30) / 2
				}
				return []uint8{uint8(v), uint8(v), uint8(v)}
			}
			for i, c := range edgeColours(n, at) {
				if d := math.Abs(float64(c[0]) - ground(i)); d > 16 {
					t.Errorf("%s, hair at %v: place %d is %d, want about %.0f", name, hair, i, c[0], ground(i))
					break
				}
			}
		}
	}
}

func TestOverhang(t *testing.T) {
	square := func(x, y, w, h float64) [4]point { return [4]point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}} }
	left := func(p point) (float64, float64) { return -p.x, p.y }
	for _, row := range []struct {
		name     string
		corners  [4]point
		from, to float64
		out      bool
	}{
		{"inside", square(0, 0, 10, 10), 0, 0, false},
		{"by less than is seen", square(-0.5, 0, 10, 10), 0, 0, false},
		{"a whole side", square(-5, 2, 10, 10), 2, 12, true},
		{"a corner", [4]point{{-10, 20}, {10, 0}, {30, 20}, {10, 40}}, 10.75, 29.25, true},
	} {
		from, to, out := overhang(row.corners, left)
		if out != row.out || out && (math.Abs(from-row.from) > 0.01 || math.Abs(to-row.to) > 0.01) {
			t.Errorf("%s: %g to %g, %t", row.name, from, to, out)
		}
	}
}
