package main

import (
	"errors"
	"runtime"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"
)

// open shows a file in the program that the system has for it. The toolkit's way
// would give the path as an escaped URL, which the system reads in the code page of
// the computer: names in Chinese would not be found.
func open(_ fyne.App, path string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	// Extensions of the shell are COM objects, which belong to a thread.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err = windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	if err == nil || errors.Is(err, windows.Errno(windows.S_FALSE)) { // it was made ready before, and counts
		defer windows.CoUninitialize()
	}
	return windows.ShellExecute(0, nil, file, nil, nil, windows.SW_SHOWNORMAL)
}
