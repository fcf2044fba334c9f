package main

import "golang.org/x/sys/windows"

// anyProcess stands for every other program.
const anyProcess = 0xFFFFFFFF

// letOthersRaise lets the window that is open already come to the front: Windows allows
// that only to the program that was started last, and to whom that one allows it.
func letOthersRaise() {
	allow := windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")
	if allow.Find() == nil {
		_, _, _ = allow.Call(anyProcess)
	}
}
