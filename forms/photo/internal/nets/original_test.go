package nets

import (
	"context"
	"encoding/json"
	"flag"
	"image"
	"image/color"
	_ "image/jpeg"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/disintegration/imaging"

	"zhicheng/forms/photo/drawn"
)

// picturesFolder is where the pictures for testdata/original/record.py go.
var picturesFolder = flag.String("pictures", "", "write the pictures that the original programs are to look at to this folder")

// recorded is what the original programs found in one picture of 256×256 pixels; places are parts of
// its sides. The mask is taken at every eighth pixel, from 0 to 255.
type recorded struct {
	Picture     string
	Short, Full []recordedFace
	Mesh        [][2]float64
	Mask        []int
}

type recordedFace struct {
	Box    [4]float64
	Points [6][2]float64
}

const recordedSide = 256

// pictures are those that are drawn here, and, where they are, real ones, reduced: of those only
// the numbers are kept.
func pictures(t *testing.T) map[string]*image.NRGBA {
	t.Helper()
	out := map[string]*image.NRGBA{}
	for name, change := range map[string]func(*drawn.Person){
		"drawn-plain":   func(*drawn.Person) {},
		"drawn-blue":    func(p *drawn.Person) { p.Ground, p.Hair = drawn.Blue, drawn.Long },
		"drawn-leaning": func(p *drawn.Person) { p.Tilt, p.CentreX = 14, 118 },
		"drawn-small":   func(p *drawn.Person) { p.HeadHeight, p.CrownY, p.CentreX, p.Ground = 74, 60, 90, drawn.Brown },
	} {
		p := drawn.Standing(recordedSide, recordedSide)
		p.HeadHeight, p.CrownY = 140, 40
		change(&p)
		out[name] = drawn.Draw(p)
	}
	files, err := filepath.Glob("../../../../../shared/portraits/[0-9]*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.Contains(name, "_gt") || strings.Contains(name, "_webp_") || strings.Contains(name, "_noface_") {
			continue // an animal's box is as good as chance where its score lies next to the limit
		}
		picture, err := imaging.Open(name)
		if err != nil {
			t.Fatal(name, err)
		}
		base, _, _ := strings.Cut(filepath.Base(name), "_")
		onSquare := imaging.New(recordedSide, recordedSide, color.White)
		out["real-"+base] = imaging.PasteCenter(onSquare, imaging.Fit(picture, recordedSide, recordedSide, imaging.Box))
	}
	return out
}

func writePictures(t *testing.T) {
	t.Helper()
	for name, picture := range pictures(t) {
		file, err := os.Create(filepath.Join(*picturesFolder, name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(file, picture); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Skip("SKIPPED: the pictures were written; nothing was compared")
}

// recordings are what testdata/original/record.py wrote.
func recordings(t *testing.T) map[string]recorded {
	t.Helper()
	data, err := os.ReadFile("testdata/original/recorded.json")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]recorded{}
	for line := range strings.Lines(string(data)) {
		var r recorded
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		out[r.Picture] = r
	}
	return out
}

// How far our answers may be from the original's, which computes on a browser's WebGL. Measured were
// at most 0.10 pixels for a detector, 0.03 and 0.10 for the mesh, and 0.04 steps for the mask.
const (
	mostPoint     = 0.3 // pixels of 256, of a detector's points and box
	mostMeshMean  = 0.1 // pixels, over the points of one face
	mostMeshPoint = 0.3
	mostMaskMean  = 0.2 // steps of 255
	mostMaskPixel = 40  // steps
)

// TestAgainstTheOriginal compares with what Google's own programs found in the same pictures.
func TestAgainstTheOriginal(t *testing.T) {
	if *picturesFolder != "" {
		writePictures(t)
	}
	all, compared := recordings(t), 0
	for name, picture := range pictures(t) {
		r, ok := all[name]
		if !ok {
			t.Errorf("%s was not recorded", name)
			continue
		}
		compared++
		p := NewPyramid(picture)
		compareFaces(t, name+", short", detect(t, "short_range", p, 0.5), r.Short)
		compareFaces(t, name+", full", detect(t, "full_range", p, 0.6), r.Full)
		compareMesh(t, name, p, r)
		compareMask(t, name, p, r)
	}
	if compared < len(all) {
		t.Logf("%d of %d recorded pictures are not here", len(all)-compared, len(all))
	}
}

// detect finds faces with the least score that the package's own graph asks for.
func detect(t *testing.T, name string, p *Pyramid, least float64) []Face {
	t.Helper()
	d, err := NewDetector(weights(t, name))
	if err != nil {
		t.Fatal(err)
	}
	faces, err := d.Find(context.Background(), p, Square(p.Picture().Rect.Size()), least)
	if err != nil {
		t.Fatal(err)
	}
	return faces
}

func compareFaces(t *testing.T, name string, got []Face, wanted []recordedFace) {
	t.Helper()
	if len(got) != len(wanted) {
		t.Errorf("%s: %d faces, want %d: %+v", name, len(got), len(wanted), got)
		return
	}
	worst := 0.0
	for _, w := range wanted {
		f := nearest(got, w)
		for k, v := range [4]float64{f.X, f.Y, f.Width, f.Height} {
			worst = max(worst, math.Abs(v-recordedSide*w.Box[k]))
		}
		for k, p := range f.Points {
			worst = max(worst, apart(p, w.Points[k]))
		}
	}
	t.Logf("%s: %d faces, at most %.2f pixels off", name, len(got), worst)
	if worst > mostPoint {
		t.Errorf("%s: %.2f pixels off", name, worst)
	}
}

func nearest(faces []Face, w recordedFace) Face {
	best := faces[0]
	for _, f := range faces {
		if apart([2]float64{f.X, f.Y}, [2]float64(w.Box[:2])) < apart([2]float64{best.X, best.Y}, [2]float64(w.Box[:2])) {
			best = f
		}
	}
	return best
}

// apart is the distance in pixels of our place and a recorded one.
func apart(ours, theirs [2]float64) float64 {
	return math.Hypot(ours[0]-recordedSide*theirs[0], ours[1]-recordedSide*theirs[1])
}

func compareMesh(t *testing.T, name string, p *Pyramid, r recorded) {
	t.Helper()
	if len(r.Mesh) == 0 {
		return
	}
	m, err := NewMesh(weights(t, "mesh"))
	if err != nil {
		t.Fatal(err)
	}
	points, sure, err := m.Find(context.Background(), p, Around(detect(t, "short_range", p, 0.5)[0]))
	if err != nil {
		t.Fatal(err)
	}
	sum, worst := 0.0, 0.0
	for i, ours := range points {
		d := apart(ours, r.Mesh[i])
		sum, worst = sum+d, max(worst, d)
	}
	mean := sum / MeshPoints
	t.Logf("%s, mesh: sure %.2f, %.2f pixels off, at most %.2f", name, sure, mean, worst)
	if mean > mostMeshMean || worst > mostMeshPoint {
		t.Errorf("%s, mesh: %.2f pixels off, at most %.2f", name, mean, worst)
	}
}

func compareMask(t *testing.T, name string, p *Pyramid, r recorded) {
	t.Helper()
	s, err := NewSegmenter(weights(t, "person"))
	if err != nil {
		t.Fatal(err)
	}
	mask, err := s.Find(context.Background(), p, Whole(p.Picture().Rect.Size()))
	if err != nil {
		t.Fatal(err)
	}
	sum, worst := 0.0, 0.0
	for i, theirs := range r.Mask {
		d := math.Abs(255*float64(mask.Values[(4+i/32*8)*mask.Width+4+i%32*8]) - float64(theirs))
		sum, worst = sum+d, max(worst, d)
	}
	mean := sum / float64(len(r.Mask))
	t.Logf("%s, mask: %.2f steps off, at most %.0f", name, mean, worst)
	if mean > mostMaskMean || worst > mostMaskPixel {
		t.Errorf("%s, mask: %.2f steps off, at most %.0f", name, mean, worst)
	}
}
