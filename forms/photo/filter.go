package photo

// plane is a picture of one number per pixel.
type plane struct {
	v    []float64
	w, h int
}

// blurred is the mean over the square of 2r+1 pixels round each pixel, cut off at the borders.
func (p plane) blurred(r int) []float64 {
	rows := make([]float64, len(p.v))
	for y := range p.h {
		line{p.v[y*p.w:], p.w, 1}.slidingMeans(rows[y*p.w:], r)
	}
	out := make([]float64, len(p.v))
	for x := range p.w {
		line{rows[x:], p.h, p.w}.slidingMeans(out[x:], r)
	}
	return out
}

// line is n values that lie step apart.
type line struct {
	v       []float64
	n, step int
}

// slidingMeans writes the running means over 2r+1 values to out, spaced as the line.
func (l line) slidingMeans(out []float64, r int) {
	sum := 0.0
	count := 0
	for i := range min(r, l.n) {
		sum += l.v[i*l.step]
		count++
	}
	for i := range l.n {
		if i+r < l.n {
			sum += l.v[(i+r)*l.step]
			count++
		}
		if i-r-1 >= 0 {
			sum -= l.v[(i-r-1)*l.step]
			count--
		}
		out[i*l.step] = sum / float64(count)
	}
}

// spreadOut continues values from where they have weight to everywhere else: the weighted mean of
// the neighbourhood, of the smallest radius that holds enough weight.
func spreadOut(p plane, weight []float64, radii []int) []float64 {
	const enough = 0.02
	out := make([]float64, len(p.v))
	done := make([]bool, len(p.v))
	weighted := make([]float64, len(p.v))
	for i, v := range p.v {
		weighted[i] = v * weight[i]
	}
	for n, r := range radii {
		sums := plane{weighted, p.w, p.h}.blurred(max(1, r))
		weights := plane{weight, p.w, p.h}.blurred(max(1, r))
		last := n == len(radii)-1
		for i := range out {
			if !done[i] && (weights[i] >= enough || last && weights[i] > 1e-9) {
				out[i], done[i] = sums[i]/weights[i], true
			}
		}
	}
	return out
}

// guided is the guided filter: within each neighbourhood the answer is a linear function of the
// guide.
func guided(p plane, guide []float64, r int, damping float64) []float64 {
	n := len(p.v)
	products, squares := make([]float64, n), make([]float64, n)
	for i, g := range guide {
		products[i], squares[i] = float64(g*p.v[i]), float64(g*g)
	}
	meanG := plane{guide, p.w, p.h}.blurred(r)
	meanP := p.blurred(r)
	corr := plane{products, p.w, p.h}.blurred(r)
	corrG := plane{squares, p.w, p.h}.blurred(r)
	slope, offset := products, squares
	for i := range slope {
		variance := corrG[i] - float64(meanG[i]*meanG[i])
		slope[i] = (corr[i] - float64(meanG[i]*meanP[i])) / (variance + damping)
		offset[i] = meanP[i] - float64(slope[i]*meanG[i])
	}
	meanSlope := plane{slope, p.w, p.h}.blurred(r)
	meanOffset := plane{offset, p.w, p.h}.blurred(r)
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(meanSlope[i]*guide[i]) + meanOffset[i]
	}
	return out
}
