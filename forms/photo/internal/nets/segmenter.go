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
