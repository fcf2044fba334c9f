package office

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
)

const (
	headHeight float32 = 36
	// leastTable is how much of the table is always seen.
	leastTable = headHeight + 3*rowHeight
)

// viewLayout gives the table, the second of four, the height that the others leave, but
// no more than it has rows for.
type viewLayout struct{}

// MinSize leaves room for a few rows.
func (viewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, leastTable+100) }

// Layout puts the parts below each other.
func (viewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Height
	for i, o := range objects {
		if i != 1 {
			rest -= look.Height(o, size.Width) + gap
		}
	}
	var y float32
	for i, o := range objects {
		height := look.Height(o, size.Width)
		if i == 1 {
			height = max(leastTable, min(rest, wanted(o)))
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + gap
	}
}

// wanted is the height of a card with all rows.
func wanted(card fyne.CanvasObject) float32 {
	inside := card.(*fyne.Container).Objects[1].(*fyne.Container)
	return headHeight + inside.Objects[2].(*table).HeightAt(0) + 2
}

// tableLayout puts the titles above the rows.
type tableLayout struct{}

// MinSize is small: the page decides.
func (tableLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, leastTable) }

// Layout puts titles, a line and the rows below each other.
func (tableLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, headHeight))
	objects[1].Move(fyne.NewPos(0, headHeight))
	objects[1].Resize(fyne.NewSize(size.Width, 1))
	objects[2].Move(fyne.NewPos(1, headHeight+1))
	objects[2].Resize(fyne.NewSize(size.Width-2, max(0, size.Height-headHeight-2)))
}

// headLayout puts the titles over their columns.
type headLayout struct{ v *View }

// MinSize is one line.
func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, headHeight) }

// Layout leaves out the titles of columns that have no room.
func (l headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, wide := columns(size.Width-2, l.v.linksWidth())
	for i, o := range objects {
		show(o, wide[i] > 0)
		min := o.MinSize()
		o.Resize(min)
		o.Move(fyne.NewPos(left[i], (headHeight-min.Height)/2))
	}
}
