package photo

import (
	"image"
	"math"
	"slices"
)

// ground is the background of a picture as far as it hangs together with the picture's border: a
// smooth model of its colour and the pixels that follow it.
type ground struct {
	w, h  int
	model [3][6]float64 // per channel: 1, x, y, x², xy, y² with x and y from -1 to 1
	mask  []bool        // by pixel: belongs to the background
	// spread is the root mean square distance of the background's pixels from the model.
	spread float64
	// follow is the share of the border's pixels, the person's foot left out, that the model
	// explains.
	follow float64
	share  float64 // of the picture
}

// Limits of what counts as a uniform background, from trying on studio and other pictures.
const (
	leastFollow   = 0.62 // share of the border
	leastShare    = 0.06 // of the picture
	mostSpread    = 16.0 // steps of 255, all three channels together
	seedReach     = 60.0 // distance from the corners' colour within which the border counts at first
	nearestReach  = 15.0 // the model's tolerance is never below
	farthestReach = 40.0 // nor above this
	sideDepth     = 0.55 // how far down the sides are taken as background
)

// someThousand pixels are enough to fit a smooth model to.
const someThousand = 6000

// uniform reports whether the background is one surface in one smoothly varying colour.
func (g *ground) uniform() bool {
	return g.follow >= leastFollow && g.share >= leastShare && g.spread <= mostSpread
}

// findGround models the background of a picture.
func findGround(picture *image.NRGBA) *ground {
	g := &ground{w: picture.Rect.Dx(), h: picture.Rect.Dy()}
	g.mask = make([]bool, g.w*g.h)
	border := g.border()
	start := cornerColour(picture, g.w, g.h)
	for k := range 3 {
		g.model[k][0] = start[k]
	}
	inliers := g.within(picture, border, seedReach)
	for range 3 {
		g.fit(picture, inliers)
		reach := g.reach(picture, inliers)
		inliers = g.within(picture, border, reach)
	}
	g.fit(picture, inliers)
	for range 2 {
		seeds := g.within(picture, border, g.reach(picture, inliers))
		if len(seeds) == 0 {
			break
		}
		inliers = g.flood(picture, seeds, g.reach(picture, seeds))
		g.fit(picture, sparse(inliers, someThousand))
	}
	g.follow = float64(len(g.within(picture, border, g.reach(picture, inliers)))) / float64(max(1, len(border)))
	g.share = float64(len(inliers)) / float64(g.w*g.h)
	g.spread = g.rms(picture, sparse(inliers, someThousand))
	return g
}

// border lists the pixels of the upper border and of the upper part of both sides, two deep.
func (g *ground) border() []int {
	var out []int
	deep := min(2, g.h)
	for y := range deep {
		for x := range g.w {
			out = append(out, y*g.w+x)
		}
	}
	for y := deep; y < int(sideDepth*float64(g.h)); y++ {
		for _, x := range []int{0, 1, g.w - 2, g.w - 1} {
			if x >= 0 && x < g.w {
				out = append(out, y*g.w+x)
			}
		}
	}
	return out
}

// cornerColour is the median colour of the two upper corners, where no head is.
func cornerColour(picture *image.NRGBA, w, h int) [3]float64 {
	var values [3][]int
	cw, ch := max(1, w/8), max(1, h/8)
	take := func(x, y int) {
		i := y*picture.Stride + 4*x
		for k := range values {
			values[k] = append(values[k], int(picture.Pix[i+k]))
		}
	}
	for i := range cw * ch {
		x, y := i%cw, i/cw
		take(x, y)
		take(w-1-x, y)
	}
	var out [3]float64
	for k := range values {
		slices.Sort(values[k])
		out[k] = float64(values[k][len(values[k])/2])
	}
	return out
}

// terms are the model's terms at a pixel.
func (g *ground) terms(x, y int) [6]float64 {
	u := float64(2*x-g.w+1) / float64(g.w)
	v := float64(2*y-g.h+1) / float64(g.h)
	return [6]float64{1, u, v, float64(u * u), float64(u * v), float64(v * v)}
}

// at is the background's colour at a pixel, which may lie outside the picture.
func (g *ground) at(x, y int) [3]float64 {
	t := g.terms(x, y)
	var out [3]float64
	for k := range 3 {
		for i := range t {
			out[k] += float64(g.model[k][i] * t[i])
		}
	}
	return out
}

// distance of a pixel from the model, in steps of 255 over all three channels.
func (g *ground) distance(picture *image.NRGBA, pixel int) float64 {
	x, y := pixel%g.w, pixel/g.w
	want := g.at(x, y)
	i := y*picture.Stride + 4*x
	sum := 0.0
	for k := range 3 {
		d := float64(picture.Pix[i+k]) - want[k]
		sum += float64(d * d)
	}
	return math.Sqrt(sum)
}

func (g *ground) within(picture *image.NRGBA, pixels []int, reach float64) []int {
	var out []int
	for _, p := range pixels {
		if g.distance(picture, p) <= reach {
			out = append(out, p)
		}
	}
	return out
}

func (g *ground) rms(picture *image.NRGBA, pixels []int) float64 {
	sum := 0.0
	for _, p := range pixels {
		d := g.distance(picture, p)
		sum += float64(d * d)
	}
	return math.Sqrt(sum / float64(max(1, len(pixels))))
}

// reach is how far from the model a pixel may be to belong to the background.
func (g *ground) reach(picture *image.NRGBA, inliers []int) float64 {
	return min(max(3*g.rms(picture, sparse(inliers, someThousand)), nearestReach), farthestReach)
}

// Where the background changes faster than the model, it is followed from pixel to pixel.
const (
	stretch  = 2.2 // times the reach that a pixel may be from the model
	softStep = 3.0 // while it differs from its neighbour by no more than this
)

// distances are the squared distances of all pixels from the model, computed along rows.
func (g *ground) distances(picture *image.NRGBA) []float32 {
	out := make([]float32, g.w*g.h)
	var line [3][3]float64 // constant, u, u² of this row
	for y := range g.h {
		v := float64(2*y-g.h+1) / float64(g.h)
		for k, m := range g.model {
			line[k] = [3]float64{m[0] + float64(v*m[2]) + float64(v*v*m[5]), m[1] + float64(v*m[4]), m[3]}
		}
		row := picture.Pix[y*picture.Stride : y*picture.Stride+4*g.w]
		for x := range g.w {
			u := float64(2*x-g.w+1) / float64(g.w)
			sum := 0.0
			for k := range 3 {
				d := float64(row[4*x+k]) - (line[k][0] + float64(u*line[k][1]) + float64(u*u*line[k][2]))
				sum += float64(d * d)
			}
			out[y*g.w+x] = float32(sum)
		}
	}
	return out
}

// flood marks what hangs together with the seeds and follows the model, and lists it.
func (g *ground) flood(picture *image.NRGBA, seeds []int, reach float64) []int {
	clear(g.mask)
	distances := g.distances(picture)
	near, far := float32(reach*reach), float32(stretch*reach*stretch*reach)
	queue := make([]int, 0, len(g.mask))
	push := func(p, from int) {
		if g.mask[p] {
			return
		}
		d := distances[p]
		if d <= near || d <= far && apart(picture, g.w, p, from) <= softStep {
			g.mask[p] = true
			queue = append(queue, p)
		}
	}
	for _, p := range seeds {
		push(p, p)
	}
	for next := 0; next < len(queue); next++ {
		p := queue[next]
		for _, q := range neighbours(p, g.w, len(g.mask)) {
			if q >= 0 {
				push(q, p)
			}
		}
	}
	return queue
}

// apart is the distance between two pixels' colours.
func apart(picture *image.NRGBA, w, p, q int) float64 {
	i := p/w*picture.Stride + p%w*4
	j := q/w*picture.Stride + q%w*4
	sum := 0
	for k := range 3 {
		d := int(picture.Pix[i+k]) - int(picture.Pix[j+k])
		sum += d * d
	}
	return math.Sqrt(float64(sum))
}

// neighbours of a pixel in a plane of n pixels, w per row; -1 for those outside.
func neighbours(p, w, n int) [4]int {
	out := [4]int{-1, -1, -1, -1}
	x := p % w
	if x > 0 {
		out[0] = p - 1
	}
	if x < w-1 {
		out[1] = p + 1
	}
	if p >= w {
		out[2] = p - w
	}
	if p < n-w {
		out[3] = p + w
	}
	return out
}

// islandPart of the picture: what is not background and smaller than this, and hangs together with
// nothing, is dirt on the background.
const islandPart = 0.01

// absorbIslands adds such islands to the background.
func (g *ground) absorbIslands() {
	limit := int(islandPart * float64(len(g.mask)))
	seen := make([]bool, len(g.mask))
	for p := range g.mask {
		island := g.gather(p, seen, func(q int) bool { return !g.mask[q] })
		if len(island) < limit {
			g.absorb(island)
		}
	}
}

func (g *ground) absorb(pixels []int) {
	for _, p := range pixels {
		g.mask[p] = true
	}
}

// gather lists the pixels that hang together with p and belong, and marks them as seen; none if
// p was seen or does not belong.
func (g *ground) gather(p int, seen []bool, belongs func(int) bool) []int {
	var out []int
	push := func(q int) {
		if q >= 0 && !seen[q] && belongs(q) {
			seen[q] = true
			out = append(out, q)
		}
	}
	push(p)
	for next := 0; next < len(out); next++ {
		for _, q := range neighbours(out[next], g.w, len(g.mask)) {
			push(q)
		}
	}
	return out
}

// sparse takes about n of the pixels, evenly.
func sparse(pixels []int, n int) []int {
	step := len(pixels)/n + 1
	if step == 1 {
		return pixels
	}
	out := make([]int, 0, n+1)
	for i := 0; i < len(pixels); i += step {
		out = append(out, pixels[i])
	}
	return out
}

// fit fits the model to pixels by least squares. With few pixels, or pixels that do not fix all
// terms, a little damping keeps the higher terms near zero.
func (g *ground) fit(picture *image.NRGBA, pixels []int) {
	if len(pixels) == 0 {
		return
	}
	var normal [6][6]float64
	var right [3][6]float64
	for _, p := range pixels {
		x, y := p%g.w, p/g.w
		t := g.terms(x, y)
		i := y*picture.Stride + 4*x
		for a := range 6 {
			for b := range 6 {
				normal[a][b] += float64(t[a] * t[b])
			}
			for k := range 3 {
				right[k][a] += float64(t[a] * float64(picture.Pix[i+k]))
			}
		}
	}
	for a := 1; a < 6; a++ {
		normal[a][a] += 0.002 * float64(len(pixels))
	}
	for k := range 3 {
		g.model[k] = solve(normal, right[k])
	}
}

// solve solves six equations by elimination; normal equations with damping need no pivoting.
func solve(m [6][6]float64, r [6]float64) [6]float64 {
	for i := range 6 {
		for j := i + 1; j < 6; j++ {
			f := m[j][i] / m[i][i]
			for k := i; k < 6; k++ {
				m[j][k] -= float64(f * m[i][k])
			}
			r[j] -= float64(f * r[i])
		}
	}
	var x [6]float64
	for i := 5; i >= 0; i-- {
		s := r[i]
		for k := i + 1; k < 6; k++ {
			s -= float64(m[i][k] * x[k])
		}
		x[i] = s / m[i][i]
	}
	return x
}
