package jpegscan

// The inverse transform reduced to n of 8 frequencies per direction gives n of 8 samples: in
// both directions f(i) = X0/√8 + ½ Σ Xk·cos((2i+1)kπ/2n), which for n = 8 is the whole transform
// and for smaller n a low-pass filtered, smaller block (T.81 A.3.3, scaled).

// Constants are scaled by 2^fixBits.
const (
	fixBits  = 13
	fixHalf  = 2896 // 2^13 / √8
	keepBits = 3    // fraction bits kept between the two directions
)

// cos8[k-1] is 2^13·½·cos(kπ/16); the other transforms use every second or fourth of them.
var cos8 = [7]int{4017, 3784, 3406, 2896, 2276, 1567, 799}

// transform1 computes n samples from n coefficients x[0], x[step], … in place.
func transform1(x []int, step, n int) {
	switch n {
	case 1:
		x[0] *= fixHalf
	case 2:
		a, b := x[0]*fixHalf, x[step]*cos8[3]
		x[0], x[step] = a+b, a-b
	case 4:
		x[0], x[step], x[2*step], x[3*step] = transform4(x[0], x[step], x[2*step], x[3*step])
	case 8:
		transform8(x, step)
	}
}

func transform4(x0, x1, x2, x3 int) (y0, y1, y2, y3 int) {
	a, b := x0*fixHalf, x2*cos8[3]
	even, odd := a+b, a-b
	p := x1*cos8[1] + x3*cos8[5]
	q := x1*cos8[5] - x3*cos8[1]
	return even + p, odd + q, odd - q, even - p
}

func transform8(x []int, step int) {
	x1, x3, x5, x7 := x[step], x[3*step], x[5*step], x[7*step]
	e0, e1, e2, e3 := transform4(x[0], x[2*step], x[4*step], x[6*step])
	o0 := x1*cos8[0] + x3*cos8[2] + x5*cos8[4] + x7*cos8[6]
	o1 := x1*cos8[2] - x3*cos8[6] - x5*cos8[0] - x7*cos8[4]
	o2 := x1*cos8[4] - x3*cos8[0] + x5*cos8[6] + x7*cos8[2]
	o3 := x1*cos8[6] - x3*cos8[4] + x5*cos8[2] - x7*cos8[0]
	x[0], x[7*step] = e0+o0, e0-o0
	x[step], x[6*step] = e1+o1, e1-o1
	x[2*step], x[5*step] = e2+o2, e2-o2
	x[3*step], x[4*step] = e3+o3, e3-o3
}

// put writes the nx×ny samples of a block to its place in the plane.
func (p *plane) put(block *[64]int32, bx, by int) {
	nx, ny := p.nx, p.ny
	out := p.pix[by*ny*p.stride+bx*nx:]
	if nx == 1 && ny == 1 {
		out[0] = sample(int(block[0])*fixHalf>>(fixBits-keepBits), fixHalf)
		return
	}
	if nx == 2 && ny == 2 {
		p.put2(block, out)
		return
	}
	var work [64]int
	for c := range nx {
		for r := range ny {
			work[8*r+c] = int(block[8*r+c])
		}
		transform1(work[c:], 8, ny)
		for r := range ny {
			work[8*r+c] = (work[8*r+c] + 1<<(fixBits-keepBits-1)) >> (fixBits - keepBits)
		}
	}
	for r := range ny {
		row := work[8*r : 8*r+8]
		transform1(row, 1, nx)
		for c, v := range row[:nx] {
			out[r*p.stride+c] = sample(v, 1)
		}
	}
}

// put2 is put for 2×2 samples, the commonest reduction.
func (p *plane) put2(block *[64]int32, out []byte) {
	const down = fixBits - keepBits
	dc, dx := int(block[0])*fixHalf>>down, int(block[1])*cos8[3]>>down
	dy, dxy := int(block[8])*fixHalf>>down, int(block[9])*cos8[3]>>down
	// Rows first; cos8[3] equals fixHalf, so that both directions share one factor.
	out[0] = sample(dc+dx+dy+dxy, fixHalf)
	out[1] = sample(dc-dx+dy-dxy, fixHalf)
	out[p.stride] = sample(dc+dx-dy-dxy, fixHalf)
	out[p.stride+1] = sample(dc-dx-dy+dxy, fixHalf)
}

// sample rounds a value with fixBits+keepBits of fraction after multiplying it, and shifts the
// signed range to 0…255.
func sample(v, factor int) byte {
	v = (v*factor+1<<(fixBits+keepBits-1))>>(fixBits+keepBits) + 128
	return byte(min(max(v, 0), 255))
}
