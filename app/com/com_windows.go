package com

import (
	"errors"
	"runtime"

	"golang.org/x/sys/windows"
)

// Apartment makes the thread that it is called on ready for dialogs and extensions of
// the shell, and keeps the goroutine on it until leave is called: they are COM objects
// that belong to a thread of their own, and do nothing in the apartment of many threads.
func Apartment() (leave func()) {
	runtime.LockOSThread()
	err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	return func() {
		if err == nil || errors.Is(err, windows.Errno(windows.S_FALSE)) { // it was made ready before, and counts
			windows.CoUninitialize()
		}
		runtime.UnlockOSThread()
	}
}
