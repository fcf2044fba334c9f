package printer

import "image"

// sheetOfPaper is a page of a printer, in its dots: the whole of it, how far the part
// that can be printed on is from its edges, and the dots to the inch.
type sheetOfPaper struct {
	width, height int
	left, top     int
	across, down  int // dots to the inch
}

// a4 is the size of a page of the list in dots.
func (s sheetOfPaper) a4() (width, height float64) {
	return 210 / 25.4 * float64(s.across), 297 / 25.4 * float64(s.down)
}

// place is where a page of the list goes, counted from where printing begins: in its
// own size from the corner of the paper, or smaller in the middle of a smaller one.
func (s sheetOfPaper) place() image.Rectangle {
	width, height := s.a4()
	scale := min(1, float64(s.width)/width, float64(s.height)/height)
	x, y := -s.left, -s.top
	if scale < 1 {
		x += int((float64(s.width) - width*scale) / 2)
		y += int((float64(s.height) - height*scale) / 2)
	}
	return image.Rect(x, y, x+int(width*scale+0.5), y+int(height*scale+0.5))
}

// bitmap is a picture as Windows takes it: three bytes a dot, blue first, the last row
// first, each row filled up to four bytes.
func bitmap(picture *image.RGBA) []byte {
	size := picture.Bounds().Size()
	stride := (size.X*3 + 3) / 4 * 4
	bits := make([]byte, stride*size.Y)
	for y := range size.Y {
		from := picture.Pix[y*picture.Stride:]
		to := bits[(size.Y-1-y)*stride:]
		for x := range size.X {
			to[3*x], to[3*x+1], to[3*x+2] = from[4*x+2], from[4*x+1], from[4*x]
		}
	}
	return bits
}
