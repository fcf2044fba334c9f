package nets

import (
	"context"
	"fmt"
	"math"
)

// MeshPoints is the number of points that a Mesh places on a face.
const MeshPoints = 468

// Points of the mesh, by their number. Left and right are as in an upright picture.
const (
	MeshChin          = 152
	MeshForehead      = 10
	LeftEyeOuter      = 33
	LeftEyeInner      = 133
	RightEyeInner     = 362
	RightEyeOuter     = 263
	MeshLeftTemple    = 234
	MeshRightTemple   = 454
	MeshNoseBridge    = 168
	MeshNoseBase      = 2
	meshRoom          = 1.5 // of the box's longer side: the part of the picture that the net looks at
	meshSide          = 192 // pixels
	numbersByMeshSpot = 3   // across, down, and depth, which nobody asks for here
)

// Oval are the mesh's points along the edge of the face, clockwise from the forehead.
var Oval = [...]int{
	10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
	152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
}

// Mesh places points on a face.
type Mesh struct{ net *Net }

// NewMesh reads MediaPipe's face mesh.
func NewMesh(data []byte) (*Mesh, error) {
	net, err := Read(data)
	if err != nil {
		return nil, err
	}
	if h, w := net.Size(); h != meshSide || w != meshSide || len(net.outputs) != 2 ||
		net.outputs[0].size != numbersByMeshSpot*MeshPoints || net.outputs[1].size != 1 {
		return nil, fmt.Errorf("read a face mesh: %w", errShape)
	}
	return &Mesh{net}, nil
}

// Around is the window in which the mesh looks for the points of a face: level with its eyes.
func Around(f Face) Window {
	dx, dy := f.Points[1][0]-f.Points[0][0], f.Points[1][1]-f.Points[0][1]
	w := Window{X: f.X, Y: f.Y, Width: meshRoom * max(f.Width, f.Height), Cos: 1}
	w.Height = w.Width
	if length := math.Sqrt(float64(dx*dx) + float64(dy*dy)); length > 0 {
		w.Sin, w.Cos = dy/length, dx/length
	}
	return w
}

// Find places the points in a window, in pixels of the picture, and tells how sure the net is that
// there is a face, 0 to 1.
func (m *Mesh) Find(ctx context.Context, p *Pyramid, w Window) (points [][2]float64, sure float64, err error) {
	out, err := m.net.Run(ctx, p.sample(w, [2]int{meshSide, meshSide}, fromZero))
	if err != nil {
		return nil, 0, err
	}
	points = make([][2]float64, MeshPoints)
	for i := range points {
		at := out[0][numbersByMeshSpot*i:]
		points[i][0], points[i][1] = w.Out(float64(at[0])/meshSide, float64(at[1])/meshSide)
	}
	return points, float64(sigmoid(out[1][0])), nil
}
