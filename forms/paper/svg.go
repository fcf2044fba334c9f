package paper

import (
	"fmt"
	"strings"
)

// markSVG is a mark as an inline drawing.
func markSVG(mark Mark) string {
	if mark == NoMark {
		return ""
	}
	return svg(drawMark(mark, point{markRadius, markRadius}, markRadius), 2*markRadius)
}

// svg turns drawn items into an inline drawing of the given size.
func svg(items []item, size float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="mark" viewBox="0 0 %g %g" aria-hidden="true">`, size, size)
	for _, drawn := range items {
		switch d := drawn.(type) {
		case disc:
			fmt.Fprintf(&b, `<circle cx="%.3f" cy="%.3f" r="%.3f" %s/>`, d.centre.x, d.centre.y, d.radius, paint(d.ink, d.width))
		case frame:
			fmt.Fprintf(&b, `<rect x="%.3f" y="%.3f" width="%.3f" height="%.3f" %s/>`, d.at.x, d.at.y, d.w, d.h, paint(d.ink, d.width))
		case stroke:
			b.WriteString(`<polyline points="`)
			for _, p := range d.points {
				fmt.Fprintf(&b, "%.3f,%.3f ", p.x, p.y)
			}
			fmt.Fprintf(&b, `" stroke-linecap="round" stroke-linejoin="round" %s/>`, paint(d.ink, d.width))
		}
	}
	b.WriteString("</svg>")
	return b.String()
}

// paint is the attributes of a filled shape, or of a line with a width.
func paint(ink colour, width float64) string {
	if width == 0 {
		return fmt.Sprintf(`fill="#%02X%02X%02X"`, ink[0], ink[1], ink[2])
	}
	return fmt.Sprintf(`fill="none" stroke="#%02X%02X%02X" stroke-width="%.3f"`, ink[0], ink[1], ink[2], width)
}
