package photo

import "math"

// offWhite is how far a pixel is from white, which is what is seen of a mistake.
func (c *cutout) offWhite(p int) float32 {
	sum := float32(0)
	for k := range c.picture {
		d := 1 - c.picture[k][p]
		sum += float32(d * d)
	}
	return float32(math.Sqrt(float64(sum)))
}

// roughness is how much the background changes over a few pixels: the mean distance between the two
// colours of it that a ray met.
func (c *cutout) roughness(met []sample) float64 {
	sum, n := 0.0, 0
	for i, s := range met {
		if i == 0 || !s.second {
			continue
		}
		away := 0.0
		for k := range c.picture {
			d := float64(c.picture[k][s.at] - c.picture[k][met[i-1].at])
			away += float64(d * d)
		}
		sum, n = sum+math.Sqrt(away), n+1
	}
	return sum / float64(max(1, n))
}

// doubts add up, over the pixels of the band, what makes a cutout unreliable.
type doubts struct{ n, untold, pattern float64 }

// add notes one pixel: how little its colours tell figure and background apart, and how much the
// background's colours around it differ.
func (d *doubts) add(untold, pattern float64) {
	d.n, d.untold, d.pattern = d.n+1, d.untold+untold, d.pattern+pattern
}

// Limits of the doubts, from people put before 17 grounds: up to these nothing of them was lost and
// nothing was left of the ground; before bricks, books, leaves and gardens, which are above, much was.
const (
	mostUntold  = 0.36
	mostPattern = 0.11
)

// refuse names the reason not to cut out, or "".
func (d doubts) refuse() Refusal {
	switch {
	case d.pattern > mostPattern*d.n:
		return NotUniform
	case d.untold > mostUntold*d.n:
		return NotSettled
	}
	return ""
}
