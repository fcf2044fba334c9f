// Find looks for words in a picture of a window, in the program's own font, and prints
// the middle of the place where they are, in pixels: a test that clicks there does not
// break when a page is laid out anew.
//
//	find PICTURE.png WORDS
package main

import (
	"errors"
	"fmt"
	"image"
	"image/draw"
	_ "image/png"
	"math"
	"os"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"zhicheng/assets"
)

// like is how much the place has to look like the words: 1 is exactly alike, also in other
// colours or brighter. Other words of as many characters come to about a half.
const like = 0.75

// sizes of type that the window has, in pixels.
var sizes = []float64{12, 13, 14, 15, 16}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "find PICTURE.png WORDS")
		os.Exit(2)
	}
	at, err := find(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintf(os.Stderr, "find %s：%v\n", os.Args[2], err)
		os.Exit(1)
	}
	fmt.Println(at.X, at.Y)
}

func find(path, words string) (image.Point, error) {
	file, err := os.Open(path)
	if err != nil {
		return image.Point{}, err
	}
	defer file.Close()
	picture, _, err := image.Decode(file)
	if err != nil {
		return image.Point{}, err
	}
	seen := image.NewGray(picture.Bounds())
	draw.Draw(seen, seen.Bounds(), picture, picture.Bounds().Min, draw.Src)
	best, at := 0.0, image.Point{}
	for _, size := range sizes {
		written, err := write(words, size)
		if err != nil {
			return image.Point{}, err
		}
		if found, corner := bestPlace(seen, written); found > best {
			best, at = found, corner.Add(written.Bounds().Size().Div(2))
		}
	}
	if best < like {
		return at, fmt.Errorf("%w: %.2f at %v", errors.New("not in the picture"), best, at)
	}
	return at, nil
}

// write draws words in white on black, with nothing around them.
func write(words string, size float64) (*image.Gray, error) {
	parsed, err := opentype.Parse(assets.FontRegular)
	if err != nil {
		return nil, err
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, err
	}
	box, _ := font.BoundString(face, words)
	canvas := image.NewGray(image.Rect(0, 0, (box.Max.X - box.Min.X).Ceil(), (box.Max.Y - box.Min.Y).Ceil()))
	pen := font.Drawer{Dst: canvas, Src: image.White, Face: face, Dot: fixed.Point26_6{X: -box.Min.X, Y: -box.Min.Y}}
	pen.DrawString(words)
	return canvas, nil
}

// bestPlace tries every place and returns how alike the best one is, and its corner.
func bestPlace(seen, written *image.Gray) (best float64, at image.Point) {
	room := seen.Bounds().Size().Sub(written.Bounds().Size())
	for y := 0; y <= room.Y; y++ {
		for x := 0; x <= room.X; x++ {
			if found := alike(seen, written, image.Pt(x, y)); found > best {
				best, at = found, image.Pt(x, y)
			}
		}
	}
	return best, at
}

// alike is the size of the correlation of the words with a place of the picture.
func alike(seen, written *image.Gray, at image.Point) float64 {
	var a, b, aa, bb, ab, n int
	width := written.Rect.Dx()
	for y := range written.Rect.Dy() {
		row := seen.Pix[(at.Y+y)*seen.Stride+at.X:][:width]
		for x, value := range written.Pix[y*written.Stride:][:width] {
			v, w := int(row[x]), int(value)
			a, b, aa, bb, ab, n = a+v, b+w, aa+v*v, bb+w*w, ab+v*w, n+1
		}
	}
	spread := float64(n*aa-a*a) * float64(n*bb-b*b)
	if spread <= 0 {
		return 0
	}
	return math.Abs(float64(n*ab-a*b)) / math.Sqrt(spread)
}
