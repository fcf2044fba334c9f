package photo

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// waves is a picture whose colours are known between its pixels too.
func waves(x, y float64) [3]float64 {
	return [3]float64{128 + 60*math.Sin(x/9) + 60*math.Cos(y/7), 128 + 100*math.Cos(x/11), 128 + 100*math.Sin(y/8)}
}

func wavesPicture(width, height int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := 0; i < len(out.Pix); i += 4 {
		for k, v := range waves(float64(i/4%width)+0.5, float64(i/4/width)+0.5) {
			out.Pix[i+k] = uint8(math.Round(v))
		}
		out.Pix[i+3] = 255
	}
	return out
}

// TestTurnedPixelsComeFromTheirPlaces turns and scales a picture, and computes where each pixel comes
// from.
func TestTurnedPixelsComeFromTheirPlaces(t *testing.T) {
	from := wavesPicture(160, 200)
	rapid.Check(t, func(t *rapid.T) {
		degrees := rapid.Float64Range(-25, 25).Draw(t, "degrees")
		step := rapid.Float64Range(1, mostStep).Draw(t, "step")
		middle := point{rapid.Float64Range(70, 90).Draw(t, "x"), rapid.Float64Range(90, 110).Draw(t, "y")}
		out := image.NewNRGBA(image.Rect(0, 0, rapid.IntRange(20, 60).Draw(t, "width"), rapid.IntRange(20, 80).Draw(t, "height")))
		newTurning(middle, step, degrees).draw(out, from)
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		for y := range out.Rect.Dy() {
			for x := range out.Rect.Dx() {
				right, down := step*(float64(x)+0.5-float64(out.Rect.Dx())/2), step*(float64(y)+0.5-float64(out.Rect.Dy())/2)
				want := waves(middle.x+right*cos-down*sin, middle.y+right*sin+down*cos)
				for k, v := range want {
					if got := float64(out.Pix[y*out.Stride+4*x+k]); math.Abs(got-v) > 2 {
						t.Fatalf("channel %d at %d, %d is %g, want %.1f", k, x, y, got, v)
					}
				}
			}
		}
	})
}

// TestTurnedPastTheEdge turns so far that the corners come from beyond the picture: its edge goes on.
func TestTurnedPastTheEdge(t *testing.T) {
	from := image.NewNRGBA(image.Rect(0, 0, 4, 4))
	for i := range from.Pix {
		from.Pix[i] = 255
	}
	out := image.NewNRGBA(image.Rect(0, 0, 90, 120))
	newTurning(point{-30, 700}, 1.1, 17).draw(out, from)
	for i, v := range out.Pix {
		if v != 255 {
			t.Fatalf("value %d is %d", i, v)
		}
	}
}

func TestCubicWeightsAreOne(t *testing.T) {
	for i, w := range cubicWeights {
		mirrored := cubicWeights[(phases-i)%phases]
		if w[0]+w[1]+w[2]+w[3] != cubicOne || i > 0 && (w[0] != mirrored[3] || w[3] != mirrored[0]) {
			t.Errorf("phase %d: %v", i, w)
		}
	}
}
