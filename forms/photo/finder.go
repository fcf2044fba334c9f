package photo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"math"
	"slices"
	"sync"

	"zhicheng/forms/photo/internal/nets"
)

// Finder looks for faces and for the person in a picture. It is safe for use by several goroutines
// at once; each net is read when it is first needed.
type Finder struct {
	short, full func() (*nets.Detector, error)
	mesh        func() (*nets.Mesh, error)
	person      func() (*nets.Segmenter, error)
}

// NewFinder takes the folder of the nets' weights.
func NewFinder(weights fs.FS) (*Finder, error) {
	data := map[string][]byte{}
	for _, name := range []string{"short_range", "full_range", "mesh", "person"} {
		var err error
		if data[name], err = fs.ReadFile(weights, name+".tflite"); err != nil {
			return nil, fmt.Errorf("读人脸数据：%w", err)
		}
	}
	return &Finder{
		short:  once(nets.NewDetector, data["short_range"]),
		full:   once(nets.NewDetector, data["full_range"]),
		mesh:   once(nets.NewMesh, data["mesh"]),
		person: once(nets.NewSegmenter, data["person"]),
	}, nil
}

// once reads a net at the first call.
func once[T any](read func([]byte) (T, error), data []byte) func() (T, error) {
	return sync.OnceValues(func() (T, error) {
		net, err := read(data)
		if err != nil {
			return net, fmt.Errorf("读人脸数据：%w", err)
		}
		return net, nil
	})
}

// Limits of what counts as a face, from 268 real headshots, all found, and 128 pictures without a
// face, none found: at a score of 0.5 seals, a cat and a raccoon are faces.
const (
	leastScore = 0.7 // of the detector
	leastSure  = 0.5 // of the net that places a face's points
	mostFaces  = 24  // that are looked at closely
)

// Of a clear face there is no need to look at other turns; of a rather clear one that is upright, only
// whether it stands on its head, as faces that do score up to 0.83. Those that lie on their side lean.
const (
	clearScore   = 0.85
	uprightScore = 0.8
	uprightTilt  = 20.0
)

// look finds the faces and the person in a picture, both at once where there are two processors.
// The person is looked for in the picture as the faces stand upright. A nil Finder sees nothing.
func (f *Finder) look(ctx context.Context, picture *image.NRGBA) (sighting, *person, error) {
	if f == nil {
		return newSighting(picture), nil, nil
	}
	upright := newSighting(picture)
	var who *person
	var lost error
	done := make(chan struct{})
	go func() {
		defer close(done)
		who, lost = f.personIn(ctx, upright.picture)
	}()
	seen, err := f.search(ctx, upright)
	<-done
	if err = errors.Join(err, lost); err == nil && seen.turn != 0 {
		who, err = f.personIn(ctx, seen.picture)
	}
	return seen, who, err
}

// sideways is the lean in degrees from when on the picture rather than the head is taken to lie.
const sideways = 60.0

// sighting is what was seen in a picture: the faces, the largest first, and how many degrees
// clockwise (90, 180, 270) the picture must be turned for them to stand upright.
type sighting struct {
	picture *nets.Pyramid // turned
	turn    int
	faces   []features
}

func newSighting(picture *image.NRGBA) sighting { return sighting{picture: nets.NewPyramid(picture)} }

// search looks at the picture as it is, then, without a clear face, at its other turns. The detectors
// find most faces that lie on their side; which way they lie, their points tell.
func (f *Finder) search(ctx context.Context, upright sighting) (sighting, error) {
	best := upright
	for _, turn := range [...]int{0, 180, 90, 270} {
		seen, err := f.searchTurned(ctx, upright, turn)
		if err != nil {
			return seen, err
		}
		if seen.score() > best.score() {
			best = seen
		}
		if best.isClear() || turn == 180 && best.isUpright() {
			break
		}
	}
	if len(best.faces) > 0 {
		return best, nil
	}
	var err error
	upright.faces, err = f.smallFaces(ctx, upright.picture)
	return upright, err
}

// quarterSide is the side of the parts in which small faces are looked for, in parts of the picture's
// longer side: four that overlap.
const quarterSide = 0.55

// smallFaces looks at the four quarters of a picture.
func (f *Finder) smallFaces(ctx context.Context, picture *nets.Pyramid) ([]features, error) {
	d, err := f.full()
	if err != nil {
		return nil, err
	}
	whole := nets.Whole(picture.Picture().Rect.Size())
	side := quarterSide * max(whole.Width, whole.Height)
	var seen []nets.Face
	for i := range 4 {
		part := nets.Window{Width: side, Height: side, Cos: 1}
		part.X = side/2 + float64(i%2)*max(whole.Width-side, 0)
		part.Y = side/2 + float64(i/2)*max(whole.Height-side, 0)
		faces, err := d.Find(ctx, picture, part, leastScore)
		if err != nil {
			return nil, err
		}
		seen = nets.Merge(seen, faces)
	}
	return f.confirmed(ctx, picture, seen)
}

// score is that of the largest face, 0 without a face.
func (s sighting) score() float64 {
	if len(s.faces) == 0 {
		return 0
	}
	return s.faces[0].score
}

func (s sighting) isClear() bool { return s.score() >= clearScore }

// isUpright reports whether the largest face, or what stands on its head, is seen as upright.
func (s sighting) isUpright() bool {
	return s.score() >= uprightScore && math.Abs(s.faces[0].tilt) < uprightTilt
}

// searchTurned looks at a picture after a turn, and again where the faces lie there.
func (f *Finder) searchTurned(ctx context.Context, upright sighting, turn int) (sighting, error) {
	seen := upright.turned(turn)
	var err error
	if seen.faces, err = f.faces(ctx, seen.picture, turn == 0); err != nil || len(seen.faces) == 0 {
		return seen, err
	}
	lean := seen.faces[0].tilt
	if math.Abs(lean) < sideways {
		return seen, nil
	}
	more := 360 - 90*int(math.Round(lean/90))
	straight := upright.turned((turn + more) % 360)
	straight.faces, err = f.faces(ctx, straight.picture, true)
	if err != nil || len(straight.faces) > 0 && math.Abs(straight.faces[0].tilt) < sideways {
		return straight, err
	}
	return sighting{picture: upright.picture}, nil
}

func (s sighting) turned(degrees int) sighting {
	if degrees == 0 {
		return s
	}
	return sighting{picture: nets.NewPyramid(turned(s.picture.Picture(), furtherTurned(1, degrees))), turn: degrees}
}

// faces finds the faces in a picture, the largest first. The detector for near faces is asked first;
// where it sees none, and far is set, the one that also knows small faces.
func (f *Finder) faces(ctx context.Context, picture *nets.Pyramid, far bool) ([]features, error) {
	detectors := []func() (*nets.Detector, error){f.short}
	if far {
		detectors = append(detectors, f.full)
	}
	for _, detector := range detectors {
		d, err := detector()
		if err != nil {
			return nil, err
		}
		seen, err := d.Find(ctx, picture, nets.Square(picture.Picture().Rect.Size()), leastScore)
		if err != nil {
			return nil, err
		}
		found, err := f.confirmed(ctx, picture, seen)
		if err != nil || len(found) > 0 {
			return found, err
		}
	}
	return nil, nil
}

// confirmed places the points of the faces that were seen and keeps those that are faces.
func (f *Finder) confirmed(ctx context.Context, picture *nets.Pyramid, seen []nets.Face) ([]features, error) {
	var found []features
	for _, face := range seen[:min(len(seen), mostFaces)] {
		points, err := f.points(ctx, picture, nets.Around(face))
		if err != nil {
			return nil, err
		}
		if points != nil {
			found = append(found, newFeatures(face.Score, points))
		}
	}
	slices.SortStableFunc(found, func(a, b features) int { return cmp.Compare(b.size, a.size) })
	return found, nil
}

// points places the points of the face in a window; none where there is no face.
func (f *Finder) points(ctx context.Context, picture *nets.Pyramid, window nets.Window) ([][2]float64, error) {
	mesh, err := f.mesh()
	if err != nil {
		return nil, err
	}
	points, sure, err := mesh.Find(ctx, picture, window)
	if err != nil || sure < leastSure {
		return nil, err
	}
	return points, nil
}
