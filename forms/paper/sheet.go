package paper

import "maps"

// fit is how much smaller than usual a sheet is set, in parts of the usual measures.
type fit struct {
	size    float64 // of type; none is smaller than tinySize
	leading float64 // of lines, besides what the type is smaller
	space   float64 // between blocks
}

var fullSize = fit{1, 1, 1}

// fits are what a sheet is tried in, the largest first. At the smallest, tables and notes
// are as large as the foot.
var fits = []fit{fullSize, {0.97, 0.97, 0.8}, {tinySize / smallSize, 0.96, 0.6}, {tinySize / smallSize, 0.92, 0.45}, {tinySize / smallSize, 0.88, 0.25}}

// sheets sets the sheet of a document in the fullest way in which it fits on one page, and
// on pages after it what that leaves out. What fits in no way is set in full, in full size.
func (c *composer) sheets(doc *Document) (Sheet, []group) {
	full := Sheet{Page: doc.Blocks[:doc.Sheet]}
	for _, sheet := range append([]Sheet{full}, doc.Shorter...) {
		page, fitting := c.onePage(sheet.Page)
		if !fitting {
			continue
		}
		rest, fitting := c.onePage(sheet.Rest)
		if !fitting {
			rest = c.set(sheet.Rest, fullSize)
		}
		if len(rest) > 0 {
			rest[0].breakBefore = true
		}
		return sheet, append(page, rest...)
	}
	return full, c.set(full.Page, fullSize)
}

// onePage sets blocks in the largest type in which they are one page, if they are in any.
func (c *composer) onePage(blocks []Block) (groups []group, fitting bool) {
	level, replaced := c.level, c.cleaner.replaced
	try := func(f fit) bool {
		c.level, c.cleaner.replaced = level, maps.Clone(replaced)
		groups = c.set(blocks, f)
		return len(paginate(groups).sheets) == 1
	}
	if !try(fits[len(fits)-1]) {
		c.level, c.cleaner.replaced = level, replaced
		return nil, false
	}
	for _, f := range fits {
		if try(f) {
			break
		}
	}
	return groups, true
}

// set sets blocks in some size.
func (c *composer) set(blocks []Block, f fit) []group {
	c.fit = f
	defer func() { c.fit = fullSize }()
	groups := c.groups(blocks)
	for i := range groups {
		groups[i].before *= f.space
	}
	return groups
}

// scaled is a style at the size of what is being set. Headings shrink twice as much as text.
func (t *typesetter) scaled(s style) style {
	size := s.size * t.fit.size
	if s.size > textSize {
		size *= t.fit.size
	}
	size = max(size, min(s.size, tinySize))
	s.leading *= size / s.size * t.fit.leading
	s.size = size
	return s
}
