// Package jpegscan reads JPEG files faster and more strictly than the standard library, and only
// the ordinary ones: baseline Huffman coding, one scan, grey or YCbCr. Everything else is
// ErrUnusual and belongs to image/jpeg.
//
// One pass over the entropy-coded data checks all of it, makes a reduced picture from the low
// frequencies, and remembers where each row of blocks begins. Any part can then be decoded from
// the nearest row on, at full size or at 1/2, 1/4 or 1/8, on several processors.
//
// The terms are those of ITU-T T.81: an MCU is the smallest unit of interleaved blocks, DC the
// first coefficient of a block, a restart interval a run of MCUs that can be decoded alone.
package jpegscan

import "errors"

// Errors of reading. A picture with one of the first two cannot be shown whole.
var (
	// ErrTruncated: the data end before the picture does.
	ErrTruncated = errors.New("jpegscan: data end early")
	// ErrDamaged: the data contradict themselves.
	ErrDamaged = errors.New("jpegscan: damaged data")
	// ErrUnusual: a valid kind of JPEG, perhaps, but none that this package decodes.
	ErrUnusual = errors.New("jpegscan: unusual kind of JPEG")
)
