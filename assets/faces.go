// Package assets holds the files that are built into the programs, and nothing else.
package assets

import _ "embed"

// FaceFinder is pigo's decision trees that tell faces from everything else (LICENSES/pigo.txt).
//
//go:embed faces/facefinder
var FaceFinder []byte

// PupilFinder is pigo's regression trees that lead from a face to its pupils (LICENSES/pigo.txt).
//
//go:embed faces/puploc
var PupilFinder []byte
