package photo

import "math"

// CIE L*a*b* of sRGB colours under D65 (IEC 61966-2-1, CIE 15).

// linearTable is linear light by sRGB value.
var linearTable = func() (t [256]float64) {
	for i := range t {
		v := float64(i) / 255
		if v <= 0.04045 {
			t[i] = v / 12.92
		} else {
			t[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return t
}()

// labOf is a colour's lightness (0 to 100) and its a* and b*.
func labOf(r, g, b uint8) (lightness, a, bb float64) {
	lr, lg, lb := linearTable[r], linearTable[g], linearTable[b]
	x := (float64(0.4124564*lr) + float64(0.3575761*lg) + float64(0.1804375*lb)) / 0.95047
	y := float64(0.2126729*lr) + float64(0.7151522*lg) + float64(0.0721750*lb)
	z := (float64(0.0193339*lr) + float64(0.1191920*lg) + float64(0.9503041*lb)) / 1.08883
	fx, fy, fz := labCurve(x), labCurve(y), labCurve(z)
	return float64(116*fy) - 16, 500 * (fx - fy), 200 * (fy - fz)
}

func labCurve(t float64) float64 {
	if t > 216.0/24389 {
		return math.Cbrt(t)
	}
	return (float64(24389.0/27*t) + 16) / 116
}

// lightnessAndChroma is a colour's L* and C*.
func lightnessAndChroma(r, g, b uint8) (lightness, chroma float64) {
	l, a, bb := labOf(r, g, b)
	return l, math.Hypot(a, bb)
}
