package nets

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// gradient is a picture whose red grows to the right and whose green grows downward, four steps a
// pixel.
func gradient(width, height int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			out.SetNRGBA(x, y, color.NRGBA{uint8(4 * x), uint8(4 * y), 100, 255})
		}
	}
	return out
}

// TestWindows samples parts of the gradient, whose colours tell where each pixel came from.
func TestWindows(t *testing.T) {
	const side = 48
	p := NewPyramid(gradient(side, side))
	for name, w := range map[string]Window{
		"whole":        Whole(image.Pt(side, side)),
		"part":         {X: 20, Y: 30, Width: 16, Height: 16, Cos: 1},
		"part, turned": {X: 24, Y: 24, Width: 20, Height: 20, Sin: 0.6, Cos: 0.8},
		"lying":        {X: 24, Y: 24, Width: 20, Height: 30, Sin: 1},
		"enlarged":     {X: 24, Y: 24, Width: 4, Height: 4, Cos: 1},
	} {
		for _, size := range []int{8, 16, 40} {
			out := p.sample(w, [2]int{size, size}, scaling{1, 0})
			for i := range size * size {
				x, y := w.Out((float64(i%size)+0.5)/float64(size), (float64(i/size)+0.5)/float64(size))
				if x < 2 || y < 2 || x > side-2 || y > side-2 {
					continue // at the picture's edge
				}
				if math.Abs(float64(out[3*i])-4*(x-0.5)) > 2 || math.Abs(float64(out[3*i+1])-4*(y-0.5)) > 2 {
					t.Fatalf("%s at %d: pixel %d is %v, want the colour of %.1f, %.1f", name, size, i, out[3*i:3*i+2], x, y)
				}
			}
		}
	}
}

func TestOutsideIsBlack(t *testing.T) {
	p := NewPyramid(gradient(10, 20))
	out := p.sample(Square(image.Pt(10, 20)), [2]int{20, 20}, symmetric)
	for i := range 400 {
		if inside := i%20 >= 5 && i%20 < 15; (out[3*i+2] == -1) == inside {
			t.Fatalf("pixel %d, %d: blue %g", i%20, i/20, out[3*i+2])
		}
	}
}

func TestSmallPicturesAreNotHalvedAway(t *testing.T) {
	for _, size := range []image.Point{{X: 1, Y: 1}, {X: 1, Y: 400}, {X: 5, Y: 3}} {
		p := NewPyramid(gradient(size.X, size.Y))
		if out := p.sample(Square(size), [2]int{4, 4}, fromZero); len(out) != 48 {
			t.Errorf("%v: %d values", size, len(out))
		}
	}
}

func TestBoxesOfOneFaceAreMerged(t *testing.T) {
	at := func(x, score float64) Face { return Face{Score: score, X: x, Y: 10, Width: 20, Height: 20} }
	got := merged([]Face{at(12, 0.5), at(100, 0.6), at(10, 1)})
	if len(got) != 2 || got[0].Score != 1 || math.Abs(got[0].X-(10+12*0.5)/1.5) > 1e-9 || got[1] != at(100, 0.6) {
		t.Errorf("%+v", got)
	}
	if got := merged([]Face{{Score: 1}, {Score: 0.9}}); len(got) != 2 {
		t.Errorf("boxes without an area: %+v", got)
	}
	for _, row := range []struct{ x, want float64 }{{10, 1}, {20, 1. / 3}, {30, 0}, {200, 0}} {
		if got := at(10, 1).Overlap(at(row.x, 1)); math.Abs(got-row.want) > 1e-9 {
			t.Errorf("boxes %g apart overlap by %g, want %g", row.x-10, got, row.want)
		}
	}
}

func TestScaledMask(t *testing.T) {
	m := Mask{2, 1, []float32{0, 1}}
	want(t, "mask", m.Scaled(4, 2).Values, []float32{0, 0.25, 0.75, 1, 0, 0.25, 0.75, 1}, 1e-6)
	want(t, "mask", m.Scaled(2, 1).Values, m.Values, 0)
}
