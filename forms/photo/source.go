package photo

import (
	"context"
	"errors"
	"image"
	"math"

	"zhicheng/forms/say"

	"github.com/disintegration/imaging"
)

// Source is an opened picture. It never changes after Open, so that several goroutines may use it
// at once; it keeps the file's bytes, which must not be changed.
type Source struct {
	facts   Facts
	finder  *Finder
	look    func(context.Context, *image.NRGBA) (sighting, *person, error) // in the picture that is measured
	stored  stored
	colours *toSRGB
	turning int          // the EXIF orientation that makes the stored picture upright, Turn included
	small   *image.NRGBA // the upright picture reduced for measuring
	scale   float64      // upright pixels per pixel of small
	ground  *ground
	heads   []head // of the faces that were found, the largest first
}

// Open reads and measures a picture: format, pixels, bytes, background, face, quality. The Source is
// never nil: with an error, a Problem, it has the Facts found before it and the same Problem. finder
// may be nil; then no face is looked for.
func Open(ctx context.Context, data []byte, finder *Finder) (*Source, error) {
	source := &Source{finder: finder, look: finder.look}
	return source, source.open(ctx, data)
}

func (s *Source) open(ctx context.Context, data []byte) error {
	err := s.read(ctx, data)
	var problem Problem
	if errors.As(err, &problem) {
		s.facts.Problem = problem
	}
	if err != nil {
		return say.Errorf("读照片：%w", err)
	}
	return nil
}

// Sides in pixels of the picture that is measured.
const (
	analysisLongest = 840
	analysisLeast   = 420
)

// firstShift is the strongest reduction that leaves enough for measuring.
func firstShift(longest int) int {
	shift := 0
	for shift < 3 && longest>>(shift+1) >= analysisLeast {
		shift++
	}
	return shift
}

func (s *Source) read(ctx context.Context, data []byte) error {
	var head header
	var err error
	if s.facts, head, err = readHeader(data); err != nil {
		return err
	}
	s.colours, s.facts.Profile = newToSRGB(head.icc)
	shift := firstShift(max(head.width, head.height))
	if s.stored, err = openStored(ctx, data, &s.facts, shift); err != nil {
		return err
	}
	s.turning = s.facts.Orientation
	whole, err := s.stored.part(ctx, image.Rect(0, 0, head.width, head.height), shift)
	if err != nil {
		return err
	}
	s.colours.apply(whole)
	if whole.Rect.Dx() > analysisLongest || whole.Rect.Dy() > analysisLongest {
		whole = imaging.Fit(whole, analysisLongest, analysisLongest, imaging.Box)
	}
	s.small = turned(whole, s.turning)
	if err = ctx.Err(); err != nil {
		return err
	}
	return s.measure(ctx)
}

// measure looks for faces and the person, judges the background and takes the measures of quality.
func (s *Source) measure(ctx context.Context) error {
	s.scale = float64(max(s.facts.Width, s.facts.Height)) / float64(max(s.small.Rect.Dx(), s.small.Rect.Dy()))
	seen, who, err := s.look(ctx, s.small)
	if err != nil {
		return err
	}
	if seen.turn != 0 {
		s.facts.Turn = seen.turn
		s.turning = furtherTurned(s.turning, seen.turn)
		s.small = seen.picture.Picture()
	}
	s.ground = findCoarseGround(s.small)
	s.ground.person = who
	s.facts.Background = judgeBackground(s.small, s.ground)
	for _, face := range seen.faces {
		if face, err = s.refined(ctx, face); err != nil {
			return err
		}
		s.heads = append(s.heads, findHead(face, s.ground))
	}
	if len(s.heads) > 0 {
		s.facts.Face = s.faceOf(s.heads[0])
		s.facts.Face.Count = len(s.heads)
		s.facts.Quality = measureQuality(s.small, &s.heads[0], s.ground)
		if s.scale > 1 {
			s.facts.Quality.FineDetail = 0
		}
	} else {
		s.facts.Quality = measureQuality(s.small, nil, s.ground)
	}
	return ctx.Err()
}

// faceOf converts what was found to upright pixels.
func (s *Source) faceOf(h head) Face {
	half := h.size / 2
	return Face{
		Score: h.score, Tilt: h.tilt,
		Box: image.Rectangle{
			s.fromSmall(point{h.centre.x - half, h.centre.y - half}), s.fromSmall(point{h.centre.x + half, h.centre.y + half}),
		},
		Crown: s.fromSmall(h.along(h.crown)).Y, Chin: s.fromSmall(h.along(-h.chin)).Y,
		LeftEye: s.fromSmall(h.features.left), RightEye: s.fromSmall(h.features.right),
	}
}

// Seen is what was seen in a picture beyond its Facts.
type Seen struct {
	// Faces are all faces that were found, the largest first, in the order that Options.Face counts.
	Faces []Face
	// Masked: the person was looked for, and Uncertainty is how undecided that was, 0 to 1.
	Masked      bool
	Uncertainty float64
}

// Seen is what was seen in the picture; nothing where it could not be read.
func (s *Source) Seen() Seen {
	var seen Seen
	for _, h := range s.heads {
		face := s.faceOf(h)
		face.Count = len(s.heads)
		seen.Faces = append(seen.Faces, face)
	}
	if s.ground != nil && s.ground.person != nil {
		seen.Masked, seen.Uncertainty = true, s.ground.person.uncertainty()
	}
	return seen
}

func (s *Source) fromSmall(p point) image.Point {
	return image.Pt(int(math.Round(p.x*s.scale)), int(math.Round(p.y*s.scale)))
}

// Release gives back the decoded pixels of a picture that is not looked at for the time being. It
// can be used as before: what is needed again is decoded again.
func (s *Source) Release() {
	if s.stored != nil {
		s.stored.release()
	}
}

// Facts is what was measured of the file.
func (s *Source) Facts() Facts { return s.facts }

// Size is the upright picture's size in pixels, the plane in which frames lie.
func (s *Source) Size() image.Point {
	size := image.Pt(s.facts.Width, s.facts.Height)
	if s.facts.Turn == 90 || s.facts.Turn == 270 {
		size.X, size.Y = size.Y, size.X
	}
	return size
}

// Preview is the whole upright picture scaled down to at most longest pixels on its longer side,
// for showing. The picture is the caller's.
func (s *Source) Preview(ctx context.Context, longest int) (*image.NRGBA, error) {
	size := s.Size()
	shift := 0
	for shift < 3 && max(size.X, size.Y)>>(shift+1) >= longest {
		shift++
	}
	picture, err := s.upright(ctx, image.Rectangle{Max: size}, shift)
	if err != nil {
		return nil, say.Errorf("缩小照片：%w", err)
	}
	return imaging.Fit(picture, longest, longest, imaging.Box), nil
}

// upright is the part rect of the upright picture, reduced by 2^shift, in sRGB. Its bounds begin
// at 0, 0 and cover rect as nearly as the reduced pixels allow.
func (s *Source) upright(ctx context.Context, rect image.Rectangle, shift int) (*image.NRGBA, error) {
	inFile := storedRect(rect, s.Size(), s.turning)
	part, err := s.stored.part(ctx, inFile, shift)
	if err != nil {
		return nil, err
	}
	step := float64(int(1) << shift)
	near := func(n int) int { return int(math.Round(float64(n) / step)) }
	exact := image.Rect(near(inFile.Min.X), near(inFile.Min.Y), near(inFile.Max.X), near(inFile.Max.Y))
	if exact.Dx() < 1 || exact.Dy() < 1 {
		exact = part.Rect
	}
	cut := imaging.Crop(part, exact)
	s.colours.apply(cut)
	return turned(cut, s.turning), ctx.Err()
}

// AutoFrame proposes the part to keep: round the largest face as studios frame it, or the middle where no
// face was found. Where the source has the pixels the frame has as many as the spec asks.
// A small picture that satisfies the spec as it is stays whole where every such part has too few
// pixels.
func (s *Source) AutoFrame(spec Spec, ratio Ratio) Frame { return s.frameRound(0, spec, ratio) }

// frameRound proposes a frame round one of the faces.
func (s *Source) frameRound(face int, spec Spec, ratio Ratio) Frame {
	frame := centreFrame(s.Size(), ratio)
	if len(s.heads) > 0 {
		frame = s.frameHead(face, spec, ratio)
	}
	if size := frame.OutputSize(); !spec.PixelsFit(size.X, size.Y) {
		if whole, ok := wholeFrame(s.Size(), spec); ok {
			return whole
		}
	}
	return frame
}

// frameHead proposes a frame round one of the faces, in a wider shape where hair or ears ask for it.
func (s *Source) frameHead(face int, spec Spec, ratio Ratio) Frame {
	f := framing{head: s.heads[face], ground: s.ground, ratio: ratio, least: s.leastFrame(spec)}
	frame, whole := s.framed(f)
	for _, ratio := range wider {
		if whole || !spec.RatioFits(ratio.Width, ratio.Height) {
			break
		}
		f.ratio = ratio
		frame, whole = s.framed(f)
	}
	return frame
}

// framed places a frame of one shape and reports whether hair and ears are whole in it.
func (s *Source) framed(f framing) (Frame, bool) {
	if tilt := math.Abs(f.head.tilt); tilt >= leastTilt && tilt <= mostTilt {
		if b, ok := f.turnedFrame(); ok {
			return Frame{By: ByFace, Rect: s.rectOf(b, f.ratio), Angle: f.angle, Lacks: f.lacksTurned()}, f.holdsHead(b)
		}
	}
	b, lacks := f.uprightFrame()
	return Frame{By: ByFace, Rect: s.insideRect(f, b), Lacks: lacks}, f.holdsHead(b)
}

// leastFrame is the smallest frame, in pixels of the analysis picture, that the spec allows; no
// more than the picture has.
func (s *Source) leastFrame(spec Spec) image.Point {
	up := func(n, most int) int { return int(math.Ceil(float64(min(n+1, most))/s.scale)) + 1 }
	size := s.Size()
	return image.Pt(up(spec.WidthAbove, size.X), up(spec.HeightAbove, size.Y))
}

// rectOf converts a placed frame to upright pixels.
func (s *Source) rectOf(b box, ratio Ratio) image.Rectangle {
	ratio = ratio.orDefault()
	h := int(math.Round(b.height * s.scale))
	w := (h*ratio.Width + ratio.Height/2) / ratio.Height
	centre := s.fromSmall(point{b.x, b.y})
	return image.Rect(0, 0, w, h).Add(image.Pt(centre.X-w/2, centre.Y-h/2))
}

// insideRect is rectOf, moved in by what rounding let stick out where the background ends.
func (s *Source) insideRect(f framing, b box) image.Rectangle {
	rect, size := s.rectOf(b, f.ratio), s.Size()
	left, top, right, _ := f.room(b)
	room := image.Rectangle{s.fromSmall(point{left, top}), image.Pt(s.fromSmall(point{right, 0}).X, size.Y)}
	if left == 0 {
		room.Min.X = 0
	}
	if right == float64(f.ground.w) {
		room.Max.X = size.X
	}
	if rect.Dx() > room.Dx() || rect.Dy() > room.Dy() {
		w, h := fitRatio(min(rect.Dx(), room.Dx()), min(rect.Dy(), room.Dy()), f.ratio)
		rect.Max = rect.Min.Add(image.Pt(w, h))
	}
	dx := max(room.Min.X-rect.Min.X, 0) + min(room.Max.X-rect.Max.X, 0)
	dy := max(room.Min.Y-rect.Min.Y, 0) + min(room.Max.Y-rect.Max.Y, 0)
	return rect.Add(image.Pt(dx, dy))
}
