package nets

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// Face is a face that a Detector found, in pixels of the picture.
type Face struct {
	Score         float64 // 0 to 1
	X, Y          float64 // middle of the box
	Width, Height float64
	// Points are the eye at the left in an upright picture, the eye at the right, the tip of the
	// nose, the mouth, and the ears in the order of the eyes.
	Points [6][2]float64
}

// Detector finds faces.
type Detector struct {
	net     *Net
	side    int          // pixels of the net's input
	anchors [][2]float64 // the place that each output speaks of, 0 to 1
}

// grids are, by the detectors' input, the grids of places that their outputs speak of.
var grids = map[int][]struct{ side, each int }{
	128: {{16, 2}, {8, 6}}, // short range
	192: {{48, 1}},         // full range
}

// perAnchor is the number of values by place: the box's middle and size, then six points.
const perAnchor = 16

// NewDetector reads one of MediaPipe's two face detectors.
func NewDetector(data []byte) (*Detector, error) {
	net, err := Read(data)
	if err != nil {
		return nil, err
	}
	d := &Detector{net: net}
	d.side, _ = net.Size()
	for _, g := range grids[d.side] {
		for p := range g.side * g.side {
			place := [2]float64{(float64(p%g.side) + 0.5) / float64(g.side), (float64(p/g.side) + 0.5) / float64(g.side)}
			for range g.each {
				d.anchors = append(d.anchors, place)
			}
		}
	}
	if len(net.outputs) != 2 || len(d.anchors) == 0 || net.outputs[0].size != perAnchor*len(d.anchors) || net.outputs[1].size != len(d.anchors) {
		return nil, fmt.Errorf("read a face detector: %w", errShape)
	}
	return d, nil
}

// Find finds the faces in a square window that score at least so much, best first.
func (d *Detector) Find(ctx context.Context, p *Pyramid, w Window, least float64) ([]Face, error) {
	out, err := d.net.Run(ctx, p.sample(w, [2]int{d.side, d.side}, symmetric))
	if err != nil {
		return nil, err
	}
	var found []Face
	for i, anchor := range d.anchors {
		if score := float64(sigmoid(out[1][i])); score >= least {
			found = append(found, d.face(score, out[0][i*perAnchor:][:perAnchor], anchor, w))
		}
	}
	return merged(found), nil
}

// face understands the values of one place.
func (d *Detector) face(score float64, values []float32, anchor [2]float64, w Window) Face {
	part := func(k int) float64 { return float64(values[k]) / float64(d.side) }
	f := Face{Score: score, Width: part(2) * w.Width, Height: part(3) * w.Height}
	f.X, f.Y = w.Out(part(0)+anchor[0], part(1)+anchor[1])
	for k := range f.Points {
		f.Points[k][0], f.Points[k][1] = w.Out(part(4+2*k)+anchor[0], part(5+2*k)+anchor[1])
	}
	return f
}

// mostOverlap is from when on two boxes are the same face's.
const mostOverlap = 0.3

// merged replaces boxes that overlap the best one left by their mean, weighted by their scores.
func merged(found []Face) []Face {
	found = byScore(found)
	var out []Face
	for len(found) > 0 {
		best := found[0]
		var same, rest []Face
		for _, f := range found {
			if best.Overlap(f) >= mostOverlap {
				same = append(same, f)
			} else {
				rest = append(rest, f)
			}
		}
		if len(same) == 0 { // a box without an area overlaps not even itself
			same, rest = found[:1], found[1:]
		}
		out = append(out, mean(same))
		found = rest
	}
	return out
}

// Merge adds faces that were found in another part of the picture to some, best first; where both
// have the same face, the surer box stays.
func Merge(faces, more []Face) []Face {
	all := byScore(append(slices.Clone(faces), more...))
	var out []Face
	for _, f := range all {
		if !slices.ContainsFunc(out, func(g Face) bool { return g.Overlap(f) >= mostOverlap }) {
			out = append(out, f)
		}
	}
	return out
}

// byScore sorts faces, best first.
func byScore(faces []Face) []Face {
	slices.SortStableFunc(faces, func(a, b Face) int { return cmp.Compare(b.Score, a.Score) })
	return faces
}

// mean of faces weighted by their scores; the first one's score.
func mean(faces []Face) Face {
	out := Face{Score: faces[0].Score}
	total := 0.0
	for _, f := range faces {
		total += f.Score
	}
	for _, f := range faces {
		part := f.Score / total
		out.X += float64(f.X * part)
		out.Y += float64(f.Y * part)
		out.Width += float64(f.Width * part)
		out.Height += float64(f.Height * part)
		for k, p := range f.Points {
			out.Points[k][0] += float64(p[0] * part)
			out.Points[k][1] += float64(p[1] * part)
		}
	}
	return out
}

// Overlap is the area that two boxes share over the area that they cover together, 0 to 1.
func (f Face) Overlap(g Face) float64 {
	width := min(f.X+f.Width/2, g.X+g.Width/2) - max(f.X-f.Width/2, g.X-g.Width/2)
	height := min(f.Y+f.Height/2, g.Y+g.Height/2) - max(f.Y-f.Height/2, g.Y-g.Height/2)
	if width <= 0 || height <= 0 {
		return 0
	}
	shared := width * height
	return shared / (float64(f.Width*f.Height) + float64(g.Width*g.Height) - shared)
}
