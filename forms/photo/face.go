package photo

import (
	"cmp"
	"fmt"
	"image"
	"math"
	"slices"

	pigo "github.com/esimov/pigo/core"
)

// Finder looks for faces. It is safe for use by several goroutines at once.
type Finder struct {
	faces  *pigo.Pigo
	pupils *pupilTrees
}

// NewFinder takes pigo's two cascades, for faces and for pupils.
func NewFinder(faceCascade, pupilCascade []byte) (finder *Finder, err error) {
	defer func() {
		if r := recover(); r != nil { // pigo indexes the cascade without looking at its length
			finder, err = nil, fmt.Errorf("读人脸数据：%w（%v）", errCascade, r)
		}
	}()
	faces, err := pigo.NewPigo().Unpack(faceCascade)
	if err != nil {
		return nil, fmt.Errorf("读人脸数据：%w", err)
	}
	pupils, err := newPupilTrees(pupilCascade)
	if err != nil {
		return nil, fmt.Errorf("读瞳孔数据：%w", err)
	}
	return &Finder{faces: faces, pupils: pupils}, nil
}

// Scores of the detector, from trying it on real headshots and on pictures without people: of 269
// headshots 250 reach 10 and 239 reach 20; without a face up to 9 occurs.
const (
	leastScore   = 10.0 // a face
	clearScore   = 20.0 // no need to look at other turns
	otherScore   = 10.0 // another person's face
	turnedScore  = 15.0 // a face in another turn, where chance has had more tries
	otherPortion = 0.15 // and at least this portion of the first face's score
	turnFactor   = 1.5  // how much surer another turn must be than the upright picture
)

// tilts are the leans, in degrees, tried where no clear face stands upright: the detector loses
// faces that lean more than about 15.
var tilts = []float64{-20, 20, -40, 40}

// sighting is what the detector saw in a plane, best first.
type sighting struct {
	boxes []pigo.Detection
	turn  int     // degrees clockwise that the plane was turned before looking
	lean  float64 // degrees clockwise that the face leans in the turned plane
	plane grey    // turned and straightened
	// unsure: so small that it counts only if a second look in more pixels finds it again.
	unsure bool
}

func (s sighting) score() float64 {
	if len(s.boxes) == 0 {
		return 0
	}
	return float64(s.boxes[0].Q)
}

// search looks at the upright plane, then, without a clear face, at leaning ones and at the three
// other turns.
func (f *Finder) search(g grey) sighting {
	best := f.look(g)
	if best.score() >= clearScore {
		return best
	}
	upright := best.score()
	for _, lean := range tilts {
		seen := f.look(g.straightened(newLeaning(g, lean)))
		seen.lean = lean
		if seen.score() > best.score() && seen.score() >= turnedScore && seen.score() > turnFactor*upright {
			best = seen
		}
	}
	if best.score() >= clearScore {
		return best
	}
	for turn, plane := 90, g.quarter(); turn < 360; turn, plane = turn+90, plane.quarter() {
		seen := f.look(plane)
		seen.turn = turn
		if seen.score() > best.score() && seen.score() >= turnedScore && seen.score() > turnFactor*upright {
			best = seen
		}
	}
	if best.score() < leastScore {
		if seen := f.lookFrom(g, smallestFace); seen.score() >= clearScore {
			best = seen
			best.unsure = true
		}
	}
	return best
}

// Sizes in pixels of the smallest face that is looked for.
const (
	usualFace    = 10 // parts of the shorter side
	smallestFace = 20 // where no other was found
)

// look runs the detector over a plane.
func (f *Finder) look(g grey) sighting { return f.lookFrom(g, max(24, min(g.w, g.h)/usualFace)) }

// lookFrom runs the detector over a plane for faces of a least size.
func (f *Finder) lookFrom(g grey, least int) sighting {
	found := f.faces.RunCascade(pigo.CascadeParams{
		MinSize: least, MaxSize: min(g.w, g.h), ShiftFactor: 0.1, ScaleFactor: 1.1,
		ImageParams: pigo.ImageParams{Pixels: g.pix, Rows: g.h, Cols: g.w, Dim: g.w},
	}, 0)
	boxes := f.faces.ClusterDetections(found, 0.2)
	for i, b := range boxes {
		boxes[i].Q *= g.trust(squareOf(b))
	}
	slices.SortFunc(boxes, func(a, b pigo.Detection) int {
		return cmp.Or(cmp.Compare(b.Q, a.Q), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	return sighting{boxes: boxes, plane: g}
}

// fullContrast is the spread of the luma that a face's box has at least; the faces tried had 53 to
// 81. The detector compares pixels only for more or less, so that it also finds faces in the
// faintest shapes of a blurred wood: there the spread was 25 to 30.
const fullContrast = 45.0

// trust lowers the score of boxes with little contrast.
func (g grey) trust(box image.Rectangle) float32 {
	sum, squares, n := 0, 0, 0
	step := max(1, box.Dx()/48)
	for y := box.Min.Y; y < box.Max.Y; y += step {
		for x := box.Min.X; x < box.Max.X; x += step {
			v := int(g.near(y, x))
			sum, squares, n = sum+v, squares+v*v, n+1
		}
	}
	mean := float64(sum) / float64(max(n, 1))
	spread := math.Sqrt(max(float64(squares)/float64(max(n, 1))-float64(mean*mean), 0))
	portion := min(spread/fullContrast, 1)
	return float32(portion * portion)
}

// count is the number of people: the first box and those clear ones that stand outside every box
// counted before. Second boxes within a face are common.
func (s sighting) count() int {
	if s.score() < leastScore {
		return 0
	}
	people := s.boxes[:1:1]
	limit := max(otherScore, otherPortion*s.score())
	for _, b := range s.boxes[1:] {
		apart := !slices.ContainsFunc(people, func(p pigo.Detection) bool {
			return squareOf(p).Overlaps(squareOf(b))
		})
		if apart && float64(b.Q) >= limit {
			people = append(people, b)
		}
	}
	return len(people)
}

func squareOf(d pigo.Detection) image.Rectangle {
	x, y := d.Col-d.Scale/2, d.Row-d.Scale/2
	return image.Rect(x, y, x+d.Scale, y+d.Scale)
}

// point is a place in pixels of a plane.
type point struct{ x, y float64 }

// features are a face's places in the turned, not straightened plane.
type features struct {
	centre      point
	size        float64
	eyes        bool
	left, right point
	tilt        float64 // degrees clockwise
}

// Where pupils lie in a box and how they may lie to be believed, in parts of the box's size.
const (
	pupilUp      = 0.075
	pupilAside   = 0.175
	pupilScale   = 0.25
	leastEyeGap  = 0.25
	mostEyeGap   = 0.60
	mostEyeSlope = 25.0 // degrees within the straightened plane
)

// features finds the pupils of the first face.
func (f *Finder) features(s sighting) features {
	box := s.boxes[0]
	size := float64(box.Scale)
	eye := func(side float64) point {
		end := f.pupils.find(s.plane, spot{
			row: float32(float64(box.Row) - pupilUp*size), col: float32(float64(box.Col) + side*pupilAside*size),
			scale: float32(pupilScale * size),
		})
		return point{float64(end.col), float64(end.row)}
	}
	left, right := eye(-1), eye(1)
	back := newLeaning(s.plane, s.lean)
	out := features{size: size, tilt: s.lean}
	out.centre.x, out.centre.y = back.back(float64(box.Col), float64(box.Row))
	gap := math.Hypot(right.x-left.x, right.y-left.y)
	slope := math.Atan2(right.y-left.y, right.x-left.x) * 180 / math.Pi
	out.eyes = gap >= leastEyeGap*size && gap <= mostEyeGap*size && math.Abs(slope) <= mostEyeSlope &&
		math.Abs((left.y+right.y)/2-float64(box.Row)) < 0.25*size
	if out.eyes {
		out.tilt += slope
		out.left.x, out.left.y = back.back(left.x, left.y)
		out.right.x, out.right.y = back.back(right.x, right.y)
	}
	return out
}
