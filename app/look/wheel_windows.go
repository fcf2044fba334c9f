package look

import (
	"sync"
	"unsafe"

	"golang.org/x/sys/windows"
)

const (
	getWheelScrollLines = 0x0068     // SPI_GETWHEELSCROLLLINES
	usualLines          = 3          // what Windows has until somebody changes it
	pageAtOnce          = 0xFFFFFFFF // WHEEL_PAGESCROLL
	usualFactor         = 4
)

// wheelFactor is by how much the wheel goes further than the toolkit's 25 units a
// notch, by the lines that the user has set for all programs.
var wheelFactor = sync.OnceValue(func() float32 {
	lines := uint32(usualLines)
	call := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW")
	if ok, _, _ := call.Call(getWheelScrollLines, 0, uintptr(unsafe.Pointer(&lines)), 0); ok == 0 {
		return usualFactor
	}
	if lines == pageAtOnce {
		return 1e6 // Scroll stops at a page
	}
	return usualFactor * float32(lines) / usualLines
})
