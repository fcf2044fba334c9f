package paper

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Picture draws a page, counted from 0, as it will be printed, with so many dots
// to the inch.
func (p *Pages) Picture(number int, dotsPerInch float64) (*image.RGBA, error) {
	if number < 0 || number >= len(p.pages) {
		return nil, fmt.Errorf("画第%d页：一共%d页", number+1, len(p.pages))
	}
	pen := newPicturePen(p.fonts, dotsPerInch)
	for _, drawn := range p.pages[number].items {
		if err := pen.draw(drawn); err != nil {
			return nil, fmt.Errorf("画第%d页：%w", number+1, err)
		}
	}
	return pen.canvas, nil
}

// picturePen draws items onto a picture.
type picturePen struct {
	fonts   *Fonts
	measure *measure
	canvas  *image.RGBA
	dpi     float64
	scale   float64 // dots to the millimetre
	faces   map[faceKey]font.Face
	raster  vector.Rasterizer
}

// faceKey tells the faces of one picture apart.
type faceKey struct {
	weight weight
	size   float64
}

func newPicturePen(fonts *Fonts, dotsPerInch float64) *picturePen {
	scale := dotsPerInch / 25.4
	size := image.Rect(0, 0, int(math.Round(paperWidth*scale)), int(math.Round(paperHeight*scale)))
	canvas := image.NewRGBA(size)
	draw.Draw(canvas, size, image.White, image.Point{}, draw.Src)
	return &picturePen{
		fonts: fonts, measure: newMeasure(fonts), canvas: canvas, dpi: dotsPerInch,
		scale: scale, faces: make(map[faceKey]font.Face),
	}
}

func (pen *picturePen) draw(drawn item) error {
	switch d := drawn.(type) {
	case inkedText:
		return pen.text(d)
	case stroke:
		pen.fill(d.ink, strokeShapes(d.points, d.width))
	case disc:
		pen.fill(d.ink, discShapes(d))
	case frame:
		pen.frame(d)
	case picture:
		box := image.Rect(pen.dots(d.at.x), pen.dots(d.at.y), pen.dots(d.at.x+d.w), pen.dots(d.at.y+d.h))
		draw.CatmullRom.Scale(pen.canvas, box, d.image, d.image.Bounds(), draw.Over, nil)
	}
	return nil
}

func (pen *picturePen) dots(millimetres float64) int {
	return int(math.Round(millimetres * pen.scale))
}

func (c colour) opaque() color.RGBA {
	return color.RGBA{c[0], c[1], c[2], 0xFF}
}

// text draws each character where the layout measured it to be.
func (pen *picturePen) text(t inkedText) error {
	face, err := pen.face(t.weight, t.size)
	if err != nil {
		return err
	}
	ink := image.NewUniform(t.ink.opaque())
	x, y := t.at.x*pen.scale, t.at.y*pen.scale
	for _, r := range t.text {
		dot := fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(y * 64)}
		if box, mask, at, _, ok := face.Glyph(dot, r); ok {
			draw.DrawMask(pen.canvas, box, ink, image.Point{}, mask, at, draw.Over)
		}
		x += pen.measure.width(r, t.weight) * t.size * pointSize / 1000 * pen.scale
	}
	return nil
}

func (pen *picturePen) face(w weight, size float64) (font.Face, error) {
	key := faceKey{w, size}
	if known, ok := pen.faces[key]; ok {
		return known, nil
	}
	made, err := opentype.NewFace(pen.fonts.faces[w].Font, &opentype.FaceOptions{
		Size: size, DPI: pen.dpi, Hinting: font.HintingNone,
	})
	if err != nil {
		return nil, fmt.Errorf("字体：%w", err)
	}
	pen.faces[key] = made
	return made, nil
}

func (pen *picturePen) frame(f frame) {
	corners := []point{f.at, f.at.plus(f.w, 0), f.at.plus(f.w, f.h), f.at.plus(0, f.h), f.at}
	switch {
	case f.width == 0:
		pen.fill(f.ink, [][]point{corners[:4]})
	case f.dashed:
		for i := range 4 {
			for _, dash := range dashes(corners[i], corners[i+1]) {
				pen.fill(f.ink, strokeShapes(dash, f.width))
			}
		}
	default:
		pen.fill(f.ink, strokeShapes(corners, f.width))
	}
}

// dashLength is the length of the dashes and of the gaps between them.
const dashLength = 0.8

func dashes(from, to point) [][]point {
	length := math.Hypot(to.x-from.x, to.y-from.y)
	var parts [][]point
	for at := 0.0; at < length; at += 2 * dashLength {
		end := math.Min(at+dashLength, length)
		parts = append(parts, []point{between(from, to, at/length), between(from, to, end/length)})
	}
	return parts
}

func between(from, to point, part float64) point {
	return from.plus((to.x-from.x)*part, (to.y-from.y)*part)
}

// strokeShapes are the shapes that a line through points covers: a box for each
// stretch and a round for each end. All turn the same way, so that they add up.
func strokeShapes(points []point, width float64) [][]point {
	half := width / 2
	var shapes [][]point
	for i, p := range points {
		if width > 0.25 {
			shapes = append(shapes, round(p, half))
		}
		if i == 0 {
			continue
		}
		from := points[i-1]
		length := math.Hypot(p.x-from.x, p.y-from.y)
		if length == 0 {
			continue
		}
		dx, dy := -(p.y-from.y)/length*half, (p.x-from.x)/length*half
		shapes = append(shapes, []point{from.plus(-dx, -dy), p.plus(-dx, -dy), p.plus(dx, dy), from.plus(dx, dy)})
	}
	return shapes
}

// round is a circle as a polygon that turns as the boxes of strokeShapes do.
func round(centre point, radius float64) []point {
	const corners = 40
	points := make([]point, corners)
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		points[i] = centre.plus(radius*cos, radius*sin)
	}
	return points
}

// discShapes are a filled circle, or the two edges of a ring.
func discShapes(d disc) [][]point {
	if d.width == 0 {
		return [][]point{round(d.centre, d.radius)}
	}
	inner := round(d.centre, d.radius-d.width/2)
	for i, k := 0, len(inner)-1; i < k; i, k = i+1, k-1 {
		inner[i], inner[k] = inner[k], inner[i]
	}
	return [][]point{round(d.centre, d.radius+d.width/2), inner}
}

// fill paints the union of shapes that turn the same way.
func (pen *picturePen) fill(ink colour, shapes [][]point) {
	box := pen.bounds(shapes).Intersect(pen.canvas.Bounds())
	if box.Empty() {
		return
	}
	pen.raster.Reset(box.Dx(), box.Dy())
	for _, shape := range shapes {
		for i, p := range shape {
			x := float32(p.x*pen.scale - float64(box.Min.X))
			y := float32(p.y*pen.scale - float64(box.Min.Y))
			if i == 0 {
				pen.raster.MoveTo(x, y)
			} else {
				pen.raster.LineTo(x, y)
			}
		}
		pen.raster.ClosePath()
	}
	pen.raster.Draw(pen.canvas, box, image.NewUniform(ink.opaque()), image.Point{})
}

// bounds is the box of dots that the shapes touch.
func (pen *picturePen) bounds(shapes [][]point) image.Rectangle {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, shape := range shapes {
		for _, p := range shape {
			low = point{math.Min(low.x, p.x), math.Min(low.y, p.y)}
			high = point{math.Max(high.x, p.x), math.Max(high.y, p.y)}
		}
	}
	if low.x > high.x {
		return image.Rectangle{}
	}
	return image.Rect(
		int(math.Floor(low.x*pen.scale)), int(math.Floor(low.y*pen.scale)),
		int(math.Ceil(high.x*pen.scale)), int(math.Ceil(high.y*pen.scale)),
	)
}
