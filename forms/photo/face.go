package photo

import (
	"math"

	"zhicheng/forms/photo/internal/nets"
)

// point is a place in pixels of a picture.
type point struct{ x, y float64 }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

// between is the point between two others, part of the way to the second.
func between(a, b point, part float64) point {
	return point{a.x + float64((b.x-a.x)*part), a.y + float64((b.y-a.y)*part)}
}

// features are a face's places in pixels of a picture.
type features struct {
	score       float64 // 0 to 1
	left, right point   // eyes
	chinTip     point
	oval        []point // the edge of the face from the forehead on, clockwise
	tilt        float64 // degrees clockwise, of the line between the eyes
	wideness    float64 // see Quality.Wideness
	near        bool    // the points were placed in as many pixels as they need, see refined
	// size is the side of the square round the face from above the brows to the chin, centre its
	// middle: the measures by which everything else is placed.
	size   float64
	centre point
}

// Where the square round a face lies, in parts of the distance from the eyes to the chin.
const (
	boxSide   = 1.54 // its side
	boxMiddle = 0.20 // its middle below the eyes
)

// newFeatures understands the points of a face.
func newFeatures(score float64, points [][2]float64) features {
	at := func(i int) point { return point{points[i][0], points[i][1]} }
	f := features{
		score:   score,
		left:    between(at(nets.LeftEyeOuter), at(nets.LeftEyeInner), 0.5),
		right:   between(at(nets.RightEyeInner), at(nets.RightEyeOuter), 0.5),
		chinTip: at(nets.MeshChin),
	}
	for _, i := range nets.Oval {
		f.oval = append(f.oval, at(i))
	}
	f.wideness = wideness(at)
	outer := [2]point{at(nets.LeftEyeOuter), at(nets.RightEyeOuter)}
	f.tilt = math.Atan2(outer[1].y-outer[0].y, outer[1].x-outer[0].x) * 180 / math.Pi
	down := max(f.below(f.chinTip), 1)
	f.size = boxSide * down
	sin, cos := math.Sincos(f.tilt * math.Pi / 180)
	f.centre = f.eyeLine().plus(point{-boxMiddle * down * sin, boxMiddle * down * cos})
	return f
}

// wideness compares a face's width with its height twice: temples with forehead and chin, eyes with
// the nose.
func wideness(at func(int) point) float64 {
	apart := func(a, b int) float64 { return math.Hypot(at(a).x-at(b).x, at(a).y-at(b).y) }
	face := apart(nets.MeshLeftTemple, nets.MeshRightTemple) / max(apart(nets.MeshForehead, nets.MeshChin), 1)
	eyes := (apart(nets.LeftEyeOuter, nets.LeftEyeInner) + apart(nets.RightEyeInner, nets.RightEyeOuter)) / 2
	return face * eyes / max(apart(nets.MeshNoseBridge, nets.MeshNoseBase), 1)
}

// eyeLine is the middle between the eyes.
func (f features) eyeLine() point { return between(f.left, f.right, 0.5) }

// below is how far a point lies below the eyes, along the head's axis.
func (f features) below(p point) float64 {
	sin, cos := math.Sincos(f.tilt * math.Pi / 180)
	eyes := f.eyeLine()
	return float64((p.y-eyes.y)*cos) - float64((p.x-eyes.x)*sin)
}

// moved scales places and adds an origin to them.
func (f features) moved(origin point, scale float64) features {
	return f.placed(func(p point) point {
		return point{origin.x + float64(p.x*scale), origin.y + float64(p.y*scale)}
	}, scale, 0)
}

// placed is the features in another plane: move takes a place there, lengths grow by scale, and the
// head leans by so many degrees less.
func (f features) placed(move func(point) point, scale, straightened float64) features {
	f.centre, f.left, f.right, f.chinTip = move(f.centre), move(f.left), move(f.right), move(f.chinTip)
	oval := make([]point, len(f.oval))
	for i, p := range f.oval {
		oval[i] = move(p)
	}
	f.oval = oval
	f.size *= scale
	f.tilt -= straightened
	return f
}

// inPolygon reports whether a place lies within a polygon.
func inPolygon(polygon []point, x, y float64) bool {
	in := false
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		if (a.y > y) != (b.y > y) && x < a.x+float64((b.x-a.x)*(y-a.y))/(b.y-a.y) {
			in = !in
		}
	}
	return in
}

// within tells of pixels whether their middle lies within a polygon, quickly of those far from it.
func within(polygon []point) func(x, y int) bool {
	least, most := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, p := range polygon {
		least = point{min(least.x, p.x), min(least.y, p.y)}
		most = point{max(most.x, p.x), max(most.y, p.y)}
	}
	return func(x, y int) bool {
		at := point{float64(x) + 0.5, float64(y) + 0.5}
		return at.x >= least.x && at.x <= most.x && at.y >= least.y && at.y <= most.y && inPolygon(polygon, at.x, at.y)
	}
}
