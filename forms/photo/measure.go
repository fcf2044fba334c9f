package photo

import (
	"image"

	"github.com/disintegration/imaging"
)

// analysisSide is the longer side in pixels of the picture in which faces are looked for.
const analysisSide = 600

const leastScore = 5

func (s *Source) measure() error {
	small := imaging.Fit(s.upright, analysisSide, analysisSide, imaging.Box)
	if s.finder == nil {
		return nil
	}
	w, h := small.Rect.Dx(), small.Rect.Dy()
	box, score := s.finder.find(luma(small), w, h)
	if score >= leastScore {
		k := float64(s.facts.Width) / float64(w)
		s.facts.Face = Face{Count: 1, Score: score, Box: scaleRect(box, k)}
	}
	return nil
}

// luma is the grey plane that the detector reads, Rec. 601 in whole numbers.
func luma(picture *image.NRGBA) []uint8 {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	out := make([]uint8, w*h)
	for y := range h {
		row := picture.Pix[y*picture.Stride:]
		for x := range w {
			p := row[4*x : 4*x+3 : 4*x+3]
			out[y*w+x] = uint8((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2]) + 500) / 1000)
		}
	}
	return out
}

func scaleRect(r image.Rectangle, k float64) image.Rectangle {
	return image.Rect(scale(r.Min.X, k), scale(r.Min.Y, k), scale(r.Max.X, k), scale(r.Max.Y, k))
}

func scale(n int, k float64) int {
	return int(float64(float64(n)*k) + 0.5)
}
