package photo

import (
	"image"
	"math"
)

// Where the background changes faster than the model, it is followed from pixel to pixel.
const (
	stretch  = 2.2 // times the reach that a pixel may be from the model
	softStep = 3.0 // while it differs from its neighbour by no more than this
)

// distances are the squared distances of all pixels from the model, computed along rows.
func (g *ground) distances(picture *image.NRGBA) []float32 {
	out := make([]float32, g.w*g.h)
	for y := range g.h {
		line := g.line(y)
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

// line is the model along one row: per channel the constant, the factor of u and that of u².
func (g *ground) line(y int) (line [3][3]float64) {
	v := float64(2*y-g.h+1) / float64(g.h)
	for k, m := range g.model {
		line[k] = [3]float64{m[0] + float64(v*m[2]) + float64(v*v*m[5]), m[1] + float64(v*m[4]), m[3]}
	}
	return line
}

// colours are the model's colours of all pixels.
func (g *ground) colours() channels {
	out := newChannels(g.w * g.h)
	for y := range g.h {
		line := g.line(y)
		for x := range g.w {
			u := float64(2*x-g.w+1) / float64(g.w)
			for k := range out {
				out[k][y*g.w+x] = float32(line[k][0] + float64(u*line[k][1]) + float64(u*u*line[k][2]))
			}
		}
	}
	return out
}

// flood marks what hangs together with the seeds and follows the model, and lists it.
func (g *ground) flood(picture *image.NRGBA, seeds []int, reach float64) []int {
	clear(g.mask)
	distances := g.distances(picture)
	near, far := float32(reach*reach), float32(stretch*reach*stretch*reach)
	tops, band := columnTops(picture), float32(bandReach*bandReach)
	queue := make([]int, 0, len(g.mask))
	push := func(p, from int) {
		d := distances[p]
		if d <= near || d <= far && apart(picture, g.w, p, from) <= softStep || d <= band && tops.matches(picture, p) {
			g.mask[p] = true
			queue = append(queue, p)
		}
	}
	for _, p := range seeds {
		if !g.mask[p] {
			push(p, p)
		}
	}
	for next := 0; next < len(queue); next++ {
		p := queue[next]
		for _, q := range neighbours(p, g.w, len(g.mask)) {
			if q >= 0 && !g.mask[q] {
				push(q, p)
			}
		}
	}
	return queue
}

// A wall has corners, curtains folds, a door a frame: bands of another shade that run down from the
// picture's upper border.
const (
	bandReach = 60.0 // the most that such a band may differ from the model
	bandStep  = 20.0 // and from its own colour at the border
	bandDepth = 4    // pixels at the border that are averaged
)

// tops are the colours of a picture's columns at its upper border.
type tops struct {
	colours [][3]int
	w       int
}

func columnTops(picture *image.NRGBA) tops {
	w, depth := picture.Rect.Dx(), min(bandDepth, picture.Rect.Dy())
	t := tops{make([][3]int, w), w}
	for x := range w {
		for k := range 3 {
			for y := range depth {
				t.colours[x][k] += int(picture.Pix[y*picture.Stride+4*x+k])
			}
			t.colours[x][k] /= depth
		}
	}
	return t
}

// matches reports whether a pixel has its column's colour.
func (t tops) matches(picture *image.NRGBA, p int) bool {
	x := p % t.w
	i := p/t.w*picture.Stride + 4*x
	sum := 0
	for k := range 3 {
		d := int(picture.Pix[i+k]) - t.colours[x][k]
		sum += d * d
	}
	return float64(sum) <= bandStep*bandStep
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
