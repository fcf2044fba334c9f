package jpegscan

import (
	"slices"
	"testing"
)

// TestJointOfABrickWallIsNoSeam has the steps of a wall whose joint lies along one row of MCUs and is
// hidden by a figure at the end: a window that begins in the row before holds as much of it.
func TestJointOfABrickWallIsNoSeam(t *testing.T) {
	rows := [][]float64{
		{0, 0, 0, 0, 26, -23, -106, 7, 23, 1, -15, -17, -9, -12, -18, -13, 9, 34, -35, -110, 16, 13, 0, 0, 0, 0, 0},
		{0, 0, 18, -14, -56, -16, -55, -49, -57, -51, -55, -51, -53, -55, -49, -57, -51, -57, -49, -47, -14, -79, 24, 3, 0, 0, 0},
		{0, 26, -25, 68, 38, 30, 38, 37, 38, 30, 38, 37, 32, 36, 37, 38, 30, 38, 37, 38, 30, 45, 53, -18, 14, 0, 0},
		{-4, -14, 6, 6, 0, -6, 0, 6, 0, -6, 2, 4, -4, -4, 29, 1, -8, -12, 6, 0, -6, 0, 6, 23, -50, 23, 0},
		{72, 42, 57, 58, 57, 41, 57, 58, 62, 43, 51, 63, 29, 32, -144, 33, 80, 23, 58, 57, 41, 57, 58, 57, 50, 24, 23},
		{5, 6, 5, 2, 5, 6, 4, 9, 18, -45, 9, 73, 46, -2, 18, 108, 127, 95, 11, 4, 5, 5, 2, 5, 6, 7, -42},
		{-29, -13, -29, -37, -29, -3, -26, 0, -60, -182, 0, 14, 23, 5, -18, -36, 32, 33, 76, 12, -5, -29, -37, -29, -13, -31, -35},
	}
	across := len(rows[0])
	if at, sure := seamIn(slices.Concat(rows...), across); at >= 0 {
		t.Errorf("a seam at row %d, column %d, sure: %v", at/across, at%across, sure)
	}
	for _, begins := range []int{4, 13, 22} { // a real one, in an even picture
		steps := make([]float64, across*len(rows))
		for i := range across {
			steps[3*across+begins+i] = 30
		}
		if at, sure := seamIn(steps, across); at != 3*across+begins || !sure {
			t.Errorf("a seam that begins at column %d is found at %d, sure: %v", begins, at-3*across, sure)
		}
	}
}
