package ui

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"

	"zhicheng/app/field"
)

// The calls of imm32.dll by which a window tells an input method where its caret
// is; without them the candidates stand in the corner of the screen.
var (
	imm32                   = windows.NewLazySystemDLL("imm32.dll")
	immGetContext           = imm32.NewProc("ImmGetContext")
	immReleaseContext       = imm32.NewProc("ImmReleaseContext")
	immSetCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	immSetCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
)

const (
	cfsPoint        = 0x0002
	cfsCandidatePos = 0x0040
)

type point struct{ x, y int32 }

// compositionForm is COMPOSITIONFORM of imm.h.
type compositionForm struct {
	style    uint32
	position point
	area     [4]int32
}

// candidateForm is CANDIDATEFORM of imm.h.
type candidateForm struct {
	index, style uint32
	position     point
	area         [4]int32
}

// showCaret puts the window of the input method under the caret.
func showCaret(w *Window, e *field.Entry) {
	native, ok := w.window.(driver.NativeWindow)
	if !ok {
		return
	}
	at := caretAt(w, e)
	native.RunNative(func(context any) {
		if c, ok := context.(driver.WindowsWindowContext); ok {
			placeInputMethod(c.HWND, at)
		}
	})
}

func placeInputMethod(window uintptr, at fyne.Position) {
	context, _, _ := immGetContext.Call(window)
	if context == 0 {
		return
	}
	p := point{int32(at.X), int32(at.Y)}
	composition := compositionForm{style: cfsPoint, position: p}
	candidates := candidateForm{style: cfsCandidatePos, position: p}
	_, _, _ = immSetCompositionWindow.Call(context, uintptr(unsafe.Pointer(&composition)))
	_, _, _ = immSetCandidateWindow.Call(context, uintptr(unsafe.Pointer(&candidates)))
	_, _, _ = immReleaseContext.Call(window, context)
}
