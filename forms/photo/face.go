package photo

import (
	"fmt"
	"image"

	pigo "github.com/esimov/pigo/core"
)

// Finder looks for faces. It is safe for use by several goroutines at once.
type Finder struct {
	faces *pigo.Pigo
}

// NewFinder takes pigo's two cascades, for faces and for pupils.
func NewFinder(faceCascade, pupilCascade []byte) (finder *Finder, err error) {
	defer func() {
		if r := recover(); r != nil { // pigo indexes the cascade without looking at its length
			finder, err = nil, fmt.Errorf("读人脸数据：数据不完整（%v）", r)
		}
	}()
	faces, err := pigo.NewPigo().Unpack(faceCascade)
	if err != nil {
		return nil, fmt.Errorf("读人脸数据：%w", err)
	}
	return &Finder{faces: faces}, nil
}

// find is the first, thin version: the surest box.
func (f *Finder) find(grey []uint8, width, height int) (image.Rectangle, float64) {
	shortest := min(width, height)
	found := f.faces.RunCascade(pigo.CascadeParams{
		MinSize: max(20, shortest/8), MaxSize: shortest, ShiftFactor: 0.1, ScaleFactor: 1.1,
		ImageParams: pigo.ImageParams{Pixels: grey, Rows: height, Cols: width, Dim: width},
	}, 0)
	best := pigo.Detection{}
	for _, d := range f.faces.ClusterDetections(found, 0.2) {
		if d.Q > best.Q {
			best = d
		}
	}
	x, y := best.Col-best.Scale/2, best.Row-best.Scale/2
	return image.Rect(x, y, x+best.Scale, y+best.Scale), float64(best.Q)
}
