package paper

// piece is a strip of a page that is never cut: a line of text, a line of a table
// row, a bar. Its items are relative to its top left corner. Text that is in
// columns is in stripes, so that a column can be written whole before the next.
type piece struct {
	height   float64
	items    []item
	stripes  [][]item
	anchor   string
	bookmark *bookmark
}

// group is a sequence of pieces that belong together.
type group struct {
	pieces      []piece
	before      float64 // space above, except at the top of a page
	together    bool    // on one page, if a page can hold it
	hung        float64 // height of what hangs from the first piece, next to the others
	withNext    bool    // on the page where the next group begins
	header      []piece // repeated at the top of a page that begins within the table
	breakBefore bool    // begins a new page
	heading     bool
	remark      bool // a few words under a heading
}

// stacked places pieces one below the other. The items come in the order in which
// people read and programs copy: column by column.
func stacked(pieces []piece, x, y float64) []item {
	var items []item
	columns := 0
	at := y
	for _, one := range pieces {
		items = append(items, moveAll(one.items, x, at)...)
		columns = max(columns, len(one.stripes))
		at += one.height
	}
	for i := range columns {
		at = y
		for _, one := range pieces {
			if i < len(one.stripes) {
				items = append(items, moveAll(one.stripes[i], x, at)...)
			}
			at += one.height
		}
	}
	return items
}

func heightOf(pieces []piece) float64 {
	sum := 0.0
	for _, one := range pieces {
		sum += one.height
	}
	return sum
}

// lead is the height that must fit for the group to begin on a page.
func (g group) lead() float64 {
	total := heightOf(g.pieces)
	if g.together && total <= bodyHeight-heightOf(g.header) {
		return total
	}
	return max(g.hung, heightOf(g.pieces[:min(2, len(g.pieces))]))
}

// needed is the lead of the first group, with what must stay with it.
func needed(groups []group) float64 {
	first := groups[0]
	if !first.withNext || len(groups) == 1 || groups[1].breakBefore {
		return first.lead()
	}
	chain := heightOf(first.pieces) + groups[1].before + needed(groups[1:])
	if chain > bodyHeight {
		return first.lead()
	}
	return chain
}

// sheet is a page being filled; used is the height taken so far.
type sheet struct {
	page page
	used float64
	top  float64 // used after a repeated header
}

// paginator distributes groups over pages.
type paginator struct {
	sheets  []sheet
	pending []piece // of one group, at the foot of the page
	anchors map[string]place
	outline []bookmark
}

func paginate(groups []group) *paginator {
	p := &paginator{sheets: []sheet{{}}, anchors: make(map[string]place)}
	for i, one := range groups {
		if len(one.pieces) == 0 {
			continue
		}
		p.place(one, needed(groups[i:]))
	}
	return p
}

func (p *paginator) sheet() *sheet {
	return &p.sheets[len(p.sheets)-1]
}

// slack forgives the rounding of sums of heights.
const slack = 1e-6

// fits tells whether another height has room on the page.
func (p *paginator) fits(height float64) bool {
	return p.sheet().used+height <= bodyHeight+slack
}

// empty tells whether the page has nothing but a repeated header.
func (p *paginator) empty() bool {
	return p.sheet().used == p.sheet().top
}

func (p *paginator) turn(header []piece) {
	p.flush()
	p.sheets = append(p.sheets, sheet{})
	for _, one := range header {
		p.put(one)
	}
	p.flush()
	p.sheet().top = p.sheet().used
}

// place puts a group on the page, or on the next one if less than need is left.
func (p *paginator) place(g group, need float64) {
	if !p.empty() && (g.breakBefore || !p.fits(g.before+need)) {
		p.turn(g.header)
	}
	if !p.empty() {
		p.sheet().used += g.before
	}
	last := len(g.pieces) - 1
	for i, one := range g.pieces {
		height := one.height
		if last >= 3 && i == last-1 {
			height += g.pieces[last].height
		}
		if !p.empty() && !p.fits(height) {
			p.turn(g.header)
		}
		p.put(one)
	}
	p.flush()
}

func (p *paginator) put(one piece) {
	s := p.sheet()
	here := place{len(p.sheets) - 1, margin + s.used}
	if _, taken := p.anchors[one.anchor]; one.anchor != "" && !taken {
		p.anchors[one.anchor] = here
	}
	if one.bookmark != nil {
		p.outline = append(p.outline, bookmark{one.bookmark.text, one.bookmark.level, here})
	}
	p.pending = append(p.pending, one)
	s.used += one.height
}

// flush draws what was put on the page of the group so far.
func (p *paginator) flush() {
	s := p.sheet()
	top := margin + s.used - heightOf(p.pending)
	s.page.items = append(s.page.items, stacked(p.pending, margin, top)...)
	p.pending = nil
}
