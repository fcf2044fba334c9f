package main

import (
	"runtime"
	"unsafe"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"
)

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	createWindowEx   = user32.NewProc("CreateWindowExW")
	setWindowLongPtr = user32.NewProc("SetWindowLongPtrW")
	callWindowProc   = user32.NewProc("CallWindowProcW")
	getMessage       = user32.NewProc("GetMessageW")
	dispatchMessage  = user32.NewProc("DispatchMessageW")
)

const (
	windowProcedure = -4 // GWLP_WNDPROC
	wmEndSession    = 0x0016
)

// message is MSG of winuser.h.
type message struct {
	window         uintptr
	number         uint32
	wParam, lParam uintptr
	time           uint32
	x, y           int32
	private        uint32
}

// atLogout runs a last save on the window's goroutine when the session of the user
// ends. The system tells every window of that and ends the program right afterwards,
// but the toolkit does not listen: a window that nobody sees does, on a thread of its
// own.
func atLogout(save func()) {
	go func() {
		runtime.LockOSThread()
		class, _ := windows.UTF16PtrFromString("STATIC") // has no NUL
		window, _, _ := createWindowEx.Call(0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
		if window == 0 {
			return
		}
		listen(window, save)
		for {
			var m message
			if more, _, _ := getMessage.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0); int32(more) <= 0 {
				return
			}
			_, _, _ = dispatchMessage.Call(uintptr(unsafe.Pointer(&m)))
		}
	}()
}

// listen has a window hear of the session's end.
func listen(window uintptr, save func()) {
	var before uintptr
	heard := windows.NewCallback(func(window uintptr, number uint32, wParam, lParam uintptr) uintptr {
		if number == wmEndSession && wParam != 0 { // 0: somebody stopped it
			fyne.DoAndWait(save)
		}
		result, _, _ := callWindowProc.Call(before, window, uintptr(number), wParam, lParam)
		return result
	})
	index := windowProcedure
	before, _, _ = setWindowLongPtr.Call(window, uintptr(index), heard)
}
