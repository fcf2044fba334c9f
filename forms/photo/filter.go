package photo

import "sync"

// plane is a picture of one number per pixel.
type plane struct {
	v    []float32
	w, h int
}

// blurred is the mean over the square of 2r+1 pixels round each pixel, cut off at the borders.
func (p plane) blurred(r int) []float32 {
	rows := make([]float32, len(p.v))
	for y := range p.h {
		slidingMeans(rows[y*p.w:(y+1)*p.w], p.v[y*p.w:], r)
	}
	return plane{rows, p.w, p.h}.columnMeans(r)
}

// slidingMeans writes the running means over 2r+1 values of in to out.
func slidingMeans(out, in []float32, r int) {
	n := len(out)
	sum := 0.0
	for _, v := range in[:min(r, n)] {
		sum += float64(v)
	}
	count := min(r, n)
	for i := range n {
		if i+r < n {
			sum += float64(in[i+r])
			count++
		}
		if i-r-1 >= 0 {
			sum -= float64(in[i-r-1])
			count--
		}
		out[i] = float32(sum / float64(count))
	}
}

// columnMeans is the mean over the 2r+1 pixels above and below each pixel; it walks along rows.
func (p plane) columnMeans(r int) []float32 {
	out := make([]float32, len(p.v))
	sums := make([]float64, p.w)
	add := func(y int, sign float64) {
		for x, v := range p.v[y*p.w : (y+1)*p.w] {
			sums[x] += sign * float64(v)
		}
	}
	count := min(r, p.h)
	for y := range count {
		add(y, 1)
	}
	for y := range p.h {
		if y+r < p.h {
			add(y+r, 1)
			count++
		}
		if y-r-1 >= 0 {
			add(y-r-1, -1)
			count--
		}
		scale := 1 / float64(count)
		for x, s := range sums {
			out[y*p.w+x] = float32(s * scale)
		}
	}
	return out
}

// channels are three planes of one size: red, green, blue.
type channels [3][]float32

func newChannels(n int) channels {
	return channels{make([]float32, n), make([]float32, n), make([]float32, n)}
}

func (c *channels) at(p int) [3]float64 {
	return [3]float64{float64(c[0][p]), float64(c[1][p]), float64(c[2][p])}
}

// spreadOut continues values from where they have weight to everywhere else: the weighted mean of
// the neighbourhood, of the smallest radius that holds enough weight. values is used up. Where wanted
// is given, no more is done than those need.
func spreadOut(values channels, weight plane, radii []int, wanted []bool) channels {
	const enough, some = 0.02, 1e-6
	n := len(weight.v)
	out := newChannels(n)
	done := make([]bool, n)
	for k := range values {
		for i, w := range weight.v {
			values[k][i] *= w
		}
	}
	for round, r := range radii {
		limit := float32(enough)
		if round == len(radii)-1 {
			limit = some
		}
		weights := weight.blurred(max(1, r))
		fresh, left := make([]bool, n), false
		for i, w := range weights {
			fresh[i] = !done[i] && w >= limit
			done[i] = done[i] || fresh[i]
			left = left || !done[i] && (wanted == nil || wanted[i])
		}
		var group sync.WaitGroup
		for k := range values {
			group.Go(func() {
				sums := plane{values[k], weight.w, weight.h}.blurred(max(1, r))
				fill(out[k], sums, weights, fresh)
			})
		}
		group.Wait()
		if !left {
			break
		}
	}
	return out
}

func fill(out, sums, weights []float32, where []bool) {
	for i, yes := range where {
		if yes {
			out[i] = sums[i] / weights[i]
		}
	}
}

// guided is the guided filter: within each neighbourhood the answer is a linear function of the
// guide.
func guided(p plane, guide []float32, r int, damping float32) []float32 {
	n := len(p.v)
	products, squares := make([]float32, n), make([]float32, n)
	for i, g := range guide {
		products[i], squares[i] = g*p.v[i], g*g
	}
	meanG := plane{guide, p.w, p.h}.blurred(r)
	meanP := p.blurred(r)
	corr := plane{products, p.w, p.h}.blurred(r)
	corrG := plane{squares, p.w, p.h}.blurred(r)
	slope, offset := products, squares
	for i := range slope {
		variance := corrG[i] - float32(meanG[i]*meanG[i])
		slope[i] = (corr[i] - float32(meanG[i]*meanP[i])) / (variance + damping)
		offset[i] = meanP[i] - float32(slope[i]*meanG[i])
	}
	meanSlope := plane{slope, p.w, p.h}.blurred(r)
	meanOffset := plane{offset, p.w, p.h}.blurred(r)
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(meanSlope[i]*guide[i]) + meanOffset[i]
	}
	return out
}
