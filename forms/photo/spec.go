package photo

import (
	"errors"
	"fmt"
	"image"
	"strconv"
	"strings"
)

// Spec is what a notice asks of an ID photo file, in numbers. Where the notice can be read in
// more than one way both readings stand here; between them nobody can say. It is decoded from the
// notice's data: this package knows none of the numbers (附件1-4 of the 2020 Shaoxing notice:
// 「文件大于30K且小于1M」「大于215*300（宽*高）像素」「宽高比大于等于0.65且小于等于0.8」).
type Spec struct {
	// BytesFailAtMost: a file of this many bytes or fewer is too small in every reading.
	BytesFailAtMost int `json:"bytes_fail_at_most"`
	// BytesSureAbove: a file of more bytes than this is large enough in every reading.
	BytesSureAbove int `json:"bytes_sure_above"`
	// BytesSureBelow: a file of fewer bytes than this is small enough in every reading.
	BytesSureBelow int `json:"bytes_sure_below"`
	// BytesFailFrom: a file of this many bytes or more is too large in every reading.
	BytesFailFrom int `json:"bytes_fail_from"`
	// WidthAbove: wider than this many pixels is enough in every reading, narrower in none;
	// exactly this many depends on the reading.
	WidthAbove int `json:"width_above"`
	// HeightAbove is the same for the height.
	HeightAbove int `json:"height_above"`
	// RatioMinHundredths is the least width per height in hundredths, inclusive.
	RatioMinHundredths int `json:"ratio_min_hundredths"`
	// RatioMaxHundredths is the greatest width per height in hundredths, inclusive.
	RatioMaxHundredths int `json:"ratio_max_hundredths"`
}

// Validate reports the first contradiction in the numbers, for readers of a notice's data.
func (s Spec) Validate() error {
	switch {
	case s.BytesFailAtMost <= 0 || s.BytesFailAtMost > s.BytesSureAbove:
		return errors.New("照片要求：bytes_fail_at_most 要大于0且不大于 bytes_sure_above")
	case s.BytesSureAbove+1 >= s.BytesSureBelow:
		return errors.New("照片要求：bytes_sure_above 与 bytes_sure_below 之间没有可用的大小")
	case s.BytesSureBelow > s.BytesFailFrom:
		return errors.New("照片要求：bytes_sure_below 不能大于 bytes_fail_from")
	case s.WidthAbove <= 0 || s.HeightAbove <= 0:
		return errors.New("照片要求：width_above 和 height_above 要大于0")
	case s.RatioMinHundredths <= 0 || s.RatioMinHundredths > s.RatioMaxHundredths:
		return errors.New("照片要求：ratio_min_hundredths 要大于0且不大于 ratio_max_hundredths")
	}
	return nil
}

// RatioFits reports whether width/height lies in the asked range, in whole numbers.
func (s Spec) RatioFits(width, height int) bool {
	return s.RatioMinHundredths*height <= 100*width && 100*width <= s.RatioMaxHundredths*height
}

// PixelsFit reports whether width and height are large enough in every reading.
func (s Spec) PixelsFit(width, height int) bool {
	return width > s.WidthAbove && height > s.HeightAbove
}

// Croppable reports whether there is a part of a width×height picture that has enough pixels and the
// asked ratio.
func (s Spec) Croppable(width, height int) bool {
	_, ok := wholeFrame(image.Pt(width, height), s)
	return ok
}

// BytesFit reports whether a file of n bytes has the right size in every reading.
func (s Spec) BytesFit(n int) bool {
	return n > s.BytesSureAbove && n < s.BytesSureBelow
}

// fewPixels for each byte that a file needs at least: a portrait in the best quality has about 0.45
// bytes a pixel, and less before an even ground.
const fewPixels = 3

// HasFewPixels reports whether a picture may be too small to become large enough a file.
func (s Spec) HasFewPixels(width, height int) bool { return width*height < fewPixels*s.BytesSureAbove }

// Fits reports whether a file's format, size, pixels and ratio satisfy every reading.
func (s Spec) Fits(f Facts) bool {
	return f.Problem == "" && f.Format == JPEG && s.BytesFit(f.Bytes) &&
		s.PixelsFit(f.Width, f.Height) && s.RatioFits(f.Width, f.Height)
}

// Ratio is a frame's shape, width : height. The zero Ratio stands for FiveSeven.
type Ratio struct{ Width, Height int }

// The shapes that are offered.
var (
	// FiveSeven is the shape of the usual one- and two-inch ID photos (25×35 and 35×49 mm).
	FiveSeven = Ratio{5, 7}
	// ThreeFour is the shape of 480×640 pictures.
	ThreeFour = Ratio{3, 4}
)

// ParseRatio reads "5:7" or "3:4".
func ParseRatio(text string) (Ratio, error) {
	left, right, ok := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
	w, errW := strconv.Atoi(strings.TrimSpace(left))
	h, errH := strconv.Atoi(strings.TrimSpace(right))
	if r := (Ratio{w, h}); ok && errW == nil && errH == nil && (r == FiveSeven || r == ThreeFour) {
		return r, nil
	}
	return Ratio{}, fmt.Errorf("照片比例 %q 看不懂，可以用 %s 或 %s", text, FiveSeven, ThreeFour)
}

// String prints the ratio as ParseRatio reads it.
func (r Ratio) String() string {
	r = r.orDefault()
	return fmt.Sprintf("%d:%d", r.Width, r.Height)
}

func (r Ratio) orDefault() Ratio {
	if r.Width <= 0 || r.Height <= 0 {
		return FiveSeven
	}
	return r
}
