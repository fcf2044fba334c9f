package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Photo limits: 30K, 1M, 500KB, 30000字节.
var (
	bytesPattern  = regexp.MustCompile(`(?i)(\d+(?:\.\d+)?)(KB|MB|K|M|千字节|兆字节|兆|字节)`)
	pixelsPattern = regexp.MustCompile(`(\d{2,5})(?:像素)?[*×xX✕·](\d{2,5})`)
)

func (e *examination) examinePhoto() {
	p := e.n.Photo
	if e.unread["photo"] || !e.there(p.Clause) {
		return
	}
	if err := p.Validate(); err != nil {
		e.wrong("photo", "%v", err)
	}
	e.examineBytes("photo.bytes_fail_at_most", "photo.bytes_sure_above", [2]int{p.BytesFailAtMost, p.BytesSureAbove})
	e.examineBytes("photo.bytes_sure_below", "photo.bytes_fail_from", [2]int{p.BytesSureBelow, p.BytesFailFrom})
	e.examinePixels()
	for path, value := range map[string]int{"photo.ratio_min_hundredths": p.RatioMinHundredths, "photo.ratio_max_hundredths": p.RatioMaxHundredths} {
		e.said(quantity{path, p.Clause, value, unitRatio, strings.TrimRight(fmt.Sprintf("%.2f", float64(value)/100), "0"), nil})
	}
	hits := unitRatio.hits(e.own(p.Clause))
	if len(hits) == 2 && hits[0].value < hits[1].value {
		e.fixNumber("photo.ratio_min_hundredths", p.RatioMinHundredths, hits[0].value)
		e.fixNumber("photo.ratio_max_hundredths", p.RatioMaxHundredths, hits[1].value)
	}
	if len(hits) == 2 && p.RatioMinHundredths == p.RatioMaxHundredths && hits[0].value != hits[1].value {
		e.wrong("photo.ratio_max_hundredths", "%s写了两个比例", p.Clause)
	}
}

// examineBytes wants both readings of a size: 30K is 30000 bytes or 30720.
func (e *examination) examineBytes(small, large string, value [2]int) {
	if value[0] == 0 || value[1] == 0 {
		return
	}
	p := e.own(e.n.Photo.Clause)
	var written []string
	var closest [2]int
	var sizes [][2]int
	for _, m := range bytesPattern.FindAllStringSubmatch(p.text, -1) {
		number, _ := parseNumber(m[1])
		thousand, binary := 1.0, 1.0
		switch strings.ToUpper(m[2])[0] {
		case 'K', "千"[0]:
			thousand, binary = 1000, 1024
		case 'M', "兆"[0]:
			thousand, binary = 1e6, 1<<20
		}
		if m[2] == "字节" {
			thousand, binary = 1, 1
		}
		both := [2]int{int(number * thousand), int(number * binary)}
		if both == value {
			return
		}
		if both[0] == value[0] || both[1] == value[1] {
			closest = both
		}
		written, sizes = append(written, "“"+m[0]+"”"), append(sizes, both)
	}
	if i := slices.Index([]string{"photo.bytes_fail_at_most", "photo.bytes_sure_below"}, small); len(sizes) == 2 {
		e.fix(small, fmt.Sprint(sizes[i][0]))
		e.fix(large, fmt.Sprint(sizes[i][1]))
	}
	switch {
	case closest != [2]int{} && closest[0] == value[0]:
		e.wrong(large, "和%s对不上：应该是%d和%d字节", small[len("photo."):], closest[0], closest[1])
	case closest != [2]int{}:
		e.wrong(small, "和%s对不上：应该是%d和%d字节", large[len("photo."):], closest[0], closest[1])
	default:
		e.wrong(small, "%s里没有%d到%d字节这个大小，写的是%s", e.n.Photo.Clause, value[0], value[1], strings.Join(written, "、"))
	}
}

func (e *examination) examinePixels() {
	p := e.n.Photo
	text := e.own(p.Clause).text
	sizes := pixelsPattern.FindAllStringSubmatch(text, -1)
	if p.WidthAbove == 0 || p.HeightAbove == 0 {
		return
	}
	for _, m := range sizes {
		if m[1] == fmt.Sprint(p.WidthAbove) && m[2] == fmt.Sprint(p.HeightAbove) {
			return
		}
	}
	if len(sizes) == 1 {
		e.fix("photo.width_above", sizes[0][1])
		e.fix("photo.height_above", sizes[0][2])
	}
	if len(sizes) > 0 {
		path := "photo.width_above"
		if slices.ContainsFunc(sizes, func(m []string) bool { return m[1] == fmt.Sprint(p.WidthAbove) }) {
			path = "photo.height_above"
		}
		e.wrong(path, "%s里写的是“%s”，不是%d*%d", p.Clause, sizes[0][0], p.WidthAbove, p.HeightAbove)
		return
	}
	pixels := unitOf(`像素`)
	e.said(quantity{"photo.width_above", p.Clause, p.WidthAbove, pixels, fmt.Sprintf("%d像素", p.WidthAbove), near(`宽`)})
	e.said(quantity{"photo.height_above", p.Clause, p.HeightAbove, pixels, fmt.Sprintf("%d像素", p.HeightAbove), near(`高`)})
}
