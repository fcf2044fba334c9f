package photo

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// pupilTrees leads from a place near an eye to its pupil: stages of regression trees, each tree a
// complete binary one whose nodes compare two pixels and whose leaves hold a step. The data and
// their layout are pigo's; the search is ours because pigo's draws its starting points from the
// process's random numbers, and the same picture must give the same crop.
type pupilTrees struct {
	stages, trees, depth int
	shrink               float32 // of the search scale after each stage
	codes                []int8  // four per node: row and column of either pixel, in 1/256 of the scale
	steps                []float32
}

const pupilHeader = 16 // bytes

// errCascade: the data are none of pigo's.
var errCascade = errors.New("数据不完整")

func newPupilTrees(data []byte) (*pupilTrees, error) {
	if len(data) < pupilHeader {
		return nil, errCascade
	}
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(data[4*i:]) }
	t := &pupilTrees{
		stages: int(word(0)), shrink: math.Float32frombits(word(1)), trees: int(word(2)), depth: int(word(3)),
	}
	if t.stages > 100 || t.trees > 1000 || t.depth < 1 || t.depth > 16 {
		return nil, errCascade
	}
	nodes, leaves := 4*(1<<t.depth-1), 1<<t.depth
	size := nodes + 8*leaves
	if len(data) < pupilHeader+t.stages*t.trees*size {
		return nil, errCascade
	}
	for i := range t.stages * t.trees {
		tree := data[pupilHeader+i*size:]
		for _, c := range tree[:nodes] {
			t.codes = append(t.codes, int8(c))
		}
		for l := range 2 * leaves {
			t.steps = append(t.steps, math.Float32frombits(binary.LittleEndian.Uint32(tree[nodes+4*l:])))
		}
	}
	return t, nil
}

// spot is a place and a scale, in pixels.
type spot struct{ row, col, scale float32 }

// walk follows all stages from a starting spot. Every product is rounded to 32 bits by itself so
// that processors with fused multiplication give the same answer.
func (t *pupilTrees) walk(g grey, s spot) spot {
	nodes, leaves := 4*(1<<t.depth-1), 1<<t.depth
	tree := 0
	for range t.stages {
		var dr, dc float32
		for range t.trees {
			leaf := t.leaf(g, s, t.codes[tree*nodes:])
			step := t.steps[2*(tree*leaves+leaf):]
			dr, dc = dr+step[0], dc+step[1]
			tree++
		}
		s.row += float32(dr * s.scale)
		s.col += float32(dc * s.scale)
		s.scale *= t.shrink
	}
	return s
}

func (t *pupilTrees) leaf(g grey, s spot, codes []int8) int {
	row, col, scale := int(s.row)*256, int(s.col)*256, int(s.scale+0.5)
	node := 0
	for range t.depth {
		c := codes[4*node : 4*node+4]
		first := g.near((row+int(c[0])*scale)>>8, (col+int(c[1])*scale)>>8)
		second := g.near((row+int(c[2])*scale)>>8, (col+int(c[3])*scale)>>8)
		node = 2*node + 1
		if first > second {
			node++
		}
	}
	return node - (1<<t.depth - 1)
}

// find searches from a fixed grid of starting points and takes the median of where they lead.
func (t *pupilTrees) find(g grey, start spot) spot {
	var rows, cols []float32
	for i := range 75 {
		s := start
		s.row += float32(start.scale * float32(i%5-2) * 0.0375)
		s.col += float32(start.scale * float32(i/5%5-2) * 0.0375)
		s.scale *= 0.925 + 0.075*float32(i/25)
		end := t.walk(g, s)
		rows, cols = append(rows, end.row), append(cols, end.col)
	}
	slices.Sort(rows)
	slices.Sort(cols)
	return spot{rows[len(rows)/2], cols[len(cols)/2], start.scale}
}
