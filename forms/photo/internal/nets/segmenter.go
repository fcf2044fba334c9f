package nets

import (
	"context"
	"fmt"
)

// Mask says for each place of a picture how surely it is part of a person, 0 to 1.
type Mask struct {
	Width, Height int
	Values        []float32 // by row
}

// Segmenter tells a person from what is behind.
type Segmenter struct{ net *Net }

// NewSegmenter reads MediaPipe's selfie segmentation.
func NewSegmenter(data []byte) (*Segmenter, error) {
	net, err := Read(data)
	if err != nil {
		return nil, err
	}
	if h, w := net.Size(); len(net.outputs) != 1 || net.outputs[0].size != h*w {
		return nil, fmt.Errorf("read a segmenter: %w", errShape)
	}
	return &Segmenter{net}, nil
}

// Find makes the mask of a window; it covers the window whatever its shape.
func (s *Segmenter) Find(ctx context.Context, p *Pyramid, w Window) (Mask, error) {
	height, width := s.net.Size()
	out, err := s.net.Run(ctx, p.sample(w, [2]int{height, width}, fromZero))
	if err != nil {
		return Mask{}, err
	}
	return Mask{width, height, out[0]}, nil
}

// MaskSide is the side in pixels of the picture that a Segmenter looks at.
const MaskSide = 256

// At is the mask at a place in its window, 0 to 1 in both directions, by linear interpolation; beyond
// the window its edge goes on.
func (m Mask) At(u, v float64) float32 {
	x := min(max(float64(u*float64(m.Width))-0.5, 0), float64(m.Width-1))
	y := min(max(float64(v*float64(m.Height))-0.5, 0), float64(m.Height-1))
	left, top := int(x), int(y)
	right, bottom := min(left+1, m.Width-1), min(top+1, m.Height-1)
	fx, fy := float32(x-float64(left)), float32(y-float64(top))
	upper, lower := m.Values[top*m.Width:][:m.Width], m.Values[bottom*m.Width:][:m.Width]
	a := upper[left] + float32((upper[right]-upper[left])*fx)
	b := lower[left] + float32((lower[right]-lower[left])*fx)
	return a + float32((b-a)*fy)
}

// Scaled is the mask as width×height values, by linear interpolation.
func (m Mask) Scaled(width, height int) Mask {
	out := Mask{width, height, make([]float32, 0, width*height)}
	rows, columns := newSteps(m.Height, height, true), newSteps(m.Width, width, true)
	for _, row := range rows {
		upper, lower := m.Values[row.first*m.Width:][:m.Width], m.Values[row.second*m.Width:][:m.Width]
		for _, c := range columns {
			a := upper[c.first] + float32((upper[c.second]-upper[c.first])*c.part)
			b := lower[c.first] + float32((lower[c.second]-lower[c.first])*c.part)
			out.Values = append(out.Values, a+float32((b-a)*row.part))
		}
	}
	return out
}
