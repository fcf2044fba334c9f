// Package clipboard takes a picture out of the system's clipboard, which the
// window's toolkit reads as text only. It needs no cgo and does nothing before the
// first call.
//
//   - Windows: user32 itself. A program that copies a picture leaves PNG, and every
//     program a device-independent bitmap (CF_DIB, if need be made by Windows).
//   - macOS: the system's osascript, which turns every kind of copied picture into PNG.
//   - elsewhere: the X11 selection CLIPBOARD, which a window of this toolkit has under
//     Wayland too. Large pictures come in pieces (ICCCM 2.7.2, INCR).
package clipboard

import "zhicheng/forms/say"

// mostBytes is the most that is taken; a copied photo has a few million.
const mostBytes = 400 << 20

// Errors of Read.
var (
	errUnreachable = say.Errorf("剪贴板打不开，可能正被别的程序占用")
	errNoAnswer    = say.Errorf("复制照片的程序没有把照片交出来")
	errTooLarge    = say.Errorf("剪贴板里的照片太大")
)
