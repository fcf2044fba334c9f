package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Pairs are objects below each other; of those that are short, two that follow each other
// are side by side.
type Pairs struct {
	across, down float32 // between the objects
	short        []bool  // of each object
	object       *fyne.Container
}

// pairFrom is the width from which two are beside each other.
const pairFrom float32 = 480

// NewPairs makes pairs with gaps between columns and rows.
func NewPairs(across, down float32) *Pairs {
	p := &Pairs{across: across, down: down}
	p.object = container.New(p)
	return p
}

// Object returns what is shown.
func (p *Pairs) Object() *fyne.Container { return p.object }

// Add puts an object behind the others.
func (p *Pairs) Add(short bool, o fyne.CanvasObject) {
	p.short = append(p.short, short)
	p.object.Add(o)
}

// Any reports whether any object can be seen.
func (p *Pairs) Any() bool { return slices.ContainsFunc(p.object.Objects, fyne.CanvasObject.Visible) }

// MinSize returns the height at the width that the objects have.
func (p *Pairs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return minimum(p, objects, widest(objects))
}

// HeightAt returns the height of all rows.
func (p *Pairs) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	return p.each(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// Layout puts the objects at the top of their rows.
func (p *Pairs) Layout(objects []fyne.CanvasObject, size fyne.Size) { p.each(objects, size.Width, Put) }

// followed reports whether the next object that can be seen is short too.
func (p *Pairs) followed(objects []fyne.CanvasObject, i int) bool {
	for k := i + 1; k < len(objects); k++ {
		if objects[k].Visible() {
			return p.short[k]
		}
	}
	return false
}

// each visits the objects with their places and returns the height of all rows.
func (p *Pairs) each(objects []fyne.CanvasObject, width float32, visit func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	half := (width - p.across) / 2
	var y, left float32 // left is the height of a row of which the left half is taken
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		short := p.short[i] && width >= pairFrom && (left > 0 || p.followed(objects, i))
		at, wide := fyne.NewPos(0, y), width
		if short {
			wide = half
		}
		if short && left > 0 {
			at.X = width - half
		} else if left > 0 {
			at.Y += left + p.down
		}
		h := Height(o, wide)
		visit(o, at, fyne.NewSize(wide, h))
		switch {
		case at.X > 0:
			y, left = y+max(left, h)+p.down, 0
		case short:
			y, left = at.Y, h
		default:
			y, left = at.Y+h+p.down, 0
		}
	}
	if left > 0 {
		return y + left
	}
	return max(0, y-p.down)
}
