package photo

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"io"
	"math"
)

// maxProfileBytes bounds what a compressed profile may unpack to.
const maxProfileBytes = 4 << 20

// pngProfile finds the colour profile of a PNG file; nil where there is none that can be read.
func pngProfile(data []byte) []byte {
	for c := range pngChunks(data) {
		switch c.kind {
		case "IDAT":
			return nil
		case "iCCP":
			return unpackedProfile(c.body)
		}
	}
	return nil
}

func unpackedProfile(body []byte) []byte {
	_, packed, ok := bytes.Cut(body, []byte{0})
	if !ok || len(packed) < 2 {
		return nil
	}
	reader, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(reader, maxProfileBytes))
	if err != nil {
		return nil
	}
	return profile
}

// webpProfile is pngProfile for WebP.
func webpProfile(data []byte) []byte {
	for c := range webpChunks(data) {
		if c.kind == "ICCP" {
			return c.body
		}
	}
	return nil
}

// toSRGB converts the colours of a matrix profile to sRGB in whole numbers, so that every machine
// gets the same.
type toSRGB struct {
	linear [3][256]int32 // 0 to linearOne
	matrix [3][3]int64   // scaled by 2^matrixBits
	encode []uint8       // by linear value
}

const (
	linearBits = 14
	linearOne  = 1<<linearBits - 1
	matrixBits = 16
)

// fromD50 takes XYZ relative to the profiles' D50 white to linear sRGB (the inverse of the
// colorants in sRGB's own profile, IEC 61966-2-1 adapted by Bradford).
var fromD50 = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// newToSRGB reads an ICC profile. It returns nil for sRGB itself, for none and for kinds that are
// not converted.
func newToSRGB(icc []byte) (*toSRGB, Profile) {
	if len(icc) == 0 {
		return nil, ProfileNone
	}
	tags := profileTags(icc)
	var product [3][3]float64
	var curves [3]func(float64) float64
	for i, names := range [3][2]string{{"rXYZ", "rTRC"}, {"gXYZ", "gTRC"}, {"bXYZ", "bTRC"}} {
		xyz, okXYZ := readXYZ(tags[names[0]])
		curve := readCurve(tags[names[1]])
		if !okXYZ || curve == nil {
			return nil, ProfileOther
		}
		curves[i] = curve
		for row := range 3 {
			for k := range 3 {
				product[row][i] += float64(fromD50[row][k] * xyz[k])
			}
		}
	}
	if isIdentity(product) {
		return nil, ProfileSRGB
	}
	name := ProfileMatrix
	if isDisplayP3(product) {
		name = ProfileDisplayP3
	}
	return tabulate(product, curves), name
}

// isIdentity: sRGB's primaries. Its curve is then taken to be sRGB's as well.
func isIdentity(m [3][3]float64) bool {
	return near(m, [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
}

// isDisplayP3 compares with the linear matrix from Display P3 to sRGB.
func isDisplayP3(m [3][3]float64) bool {
	return near(m, [3][3]float64{{1.2249, -0.2247, 0}, {-0.0420, 1.0419, 0}, {-0.0197, -0.0786, 1.0979}})
}

func near(a, b [3][3]float64) bool {
	for i := range a {
		for j := range a[i] {
			if math.Abs(a[i][j]-b[i][j]) > 0.01 {
				return false
			}
		}
	}
	return true
}

func tabulate(product [3][3]float64, curves [3]func(float64) float64) *toSRGB {
	c := &toSRGB{encode: make([]uint8, linearOne+1)}
	for i := range 3 {
		for v := range 256 {
			c.linear[i][v] = int32(math.Round(min(max(curves[i](float64(v)/255), 0), 1) * linearOne))
		}
		for k := range 3 {
			c.matrix[i][k] = int64(math.Round(product[i][k] * (1 << matrixBits)))
		}
	}
	for v := range c.encode {
		c.encode[v] = uint8(math.Round(255 * encodeSRGB(float64(v)/linearOne)))
	}
	return c
}

// encodeSRGB is sRGB's transfer function from linear light, IEC 61966-2-1.
func encodeSRGB(v float64) float64 {
	if v <= 0.0031308 {
		return 12.92 * v
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// apply converts a picture in place.
func (c *toSRGB) apply(picture *image.NRGBA) {
	if c == nil {
		return
	}
	for y := range picture.Rect.Dy() {
		row := picture.Pix[y*picture.Stride : y*picture.Stride+4*picture.Rect.Dx()]
		for x := 0; x < len(row); x += 4 {
			r, g, b := int64(c.linear[0][row[x]]), int64(c.linear[1][row[x+1]]), int64(c.linear[2][row[x+2]])
			for k := range 3 {
				m := &c.matrix[k]
				v := (m[0]*r + m[1]*g + m[2]*b + 1<<(matrixBits-1)) >> matrixBits
				row[x+k] = c.encode[min(max(v, 0), linearOne)]
			}
		}
	}
}

// profileTags cuts a profile's tags out (ICC.1 7.3).
func profileTags(icc []byte) map[string][]byte {
	tags := map[string][]byte{}
	if len(icc) < 132 || string(icc[16:20]) != "RGB " {
		return tags
	}
	count := int(binary.BigEndian.Uint32(icc[128:]))
	for i := 0; i < min(count, 100) && 144+12*i <= len(icc); i++ {
		entry := icc[132+12*i:]
		offset, size := int64(binary.BigEndian.Uint32(entry[4:])), int64(binary.BigEndian.Uint32(entry[8:]))
		if offset+size <= int64(len(icc)) {
			tags[string(entry[:4])] = icc[offset : offset+size]
		}
	}
	return tags
}

func fixed16(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

func readXYZ(tag []byte) ([3]float64, bool) {
	if len(tag) < 20 || string(tag[:4]) != "XYZ " {
		return [3]float64{}, false
	}
	return [3]float64{fixed16(tag[8:]), fixed16(tag[12:]), fixed16(tag[16:])}, true
}

// readCurve reads a tone curve as a function from 0…1 to linear 0…1; nil if it is none.
func readCurve(tag []byte) func(float64) float64 {
	if len(tag) < 12 {
		return nil
	}
	switch string(tag[:4]) {
	case "curv":
		return tableCurve(tag)
	case "para":
		return formulaCurve(tag)
	}
	return nil
}

func tableCurve(tag []byte) func(float64) float64 {
	n := int(binary.BigEndian.Uint32(tag[8:]))
	if n == 0 {
		return func(v float64) float64 { return v }
	}
	if n < 0 || n > 1<<16 || len(tag) < 12+2*n {
		return nil
	}
	at := func(i int) float64 { return float64(binary.BigEndian.Uint16(tag[12+2*i:])) }
	if n == 1 {
		gamma := at(0) / 256
		return func(v float64) float64 { return math.Pow(v, gamma) }
	}
	return func(v float64) float64 {
		x := v * float64(n-1)
		i := min(int(x), n-2)
		return (at(i) + float64((at(i+1)-at(i))*(x-float64(i)))) / 65535
	}
}

// formulaCurve reads the five kinds of parametric curves (ICC.1 10.18).
func formulaCurve(tag []byte) func(float64) float64 {
	kind := int(binary.BigEndian.Uint16(tag[8:]))
	counts := []int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(tag) < 12+4*counts[kind] {
		return nil
	}
	var p [7]float64 // g a b c d e f
	for i := range counts[kind] {
		p[i] = fixed16(tag[12+4*i:])
	}
	g, a, b, c, d, e, f := p[0], p[1], p[2], p[3], p[4], p[5], p[6]
	switch kind {
	case 0:
		return func(v float64) float64 { return math.Pow(v, g) }
	case 1, 2:
		offset := c
		c, d, e, f = 0, -1, offset, offset
		if a != 0 {
			d = -b / a
		}
	}
	return func(v float64) float64 {
		if v >= d {
			return math.Pow(max(float64(a*v)+b, 0), g) + e
		}
		return float64(c*v) + f
	}
}
