package clipboard

import (
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// The calls of Windows by which a clipboard is read; found when first called.
var (
	user32                     = windows.NewLazySystemDLL("user32.dll")
	openClipboard              = user32.NewProc("OpenClipboard")
	closeClipboard             = user32.NewProc("CloseClipboard")
	getClipboardData           = user32.NewProc("GetClipboardData")
	isClipboardFormatAvailable = user32.NewProc("IsClipboardFormatAvailable")
	registerClipboardFormat    = user32.NewProc("RegisterClipboardFormatW")

	kernel32     = windows.NewLazySystemDLL("kernel32.dll")
	globalLock   = kernel32.NewProc("GlobalLock")
	globalUnlock = kernel32.NewProc("GlobalUnlock")
	globalSize   = kernel32.NewProc("GlobalSize")
	moveMemory   = kernel32.NewProc("RtlMoveMemory")

	shell32       = windows.NewLazySystemDLL("shell32.dll")
	dragQueryFile = shell32.NewProc("DragQueryFileW")
)

// Formats of winuser.h. Windows makes a CF_DIB of every other kind of bitmap.
const (
	formatBitmap = 8  // CF_DIB
	formatFiles  = 15 // CF_HDROP
)

// Another program has the clipboard for a moment only; how often and how long it is
// waited for.
const (
	tries = 50
	pause = 10 * time.Millisecond
)

// Read returns the files that were copied in Explorer or a chat, and the copied
// picture as PNG or BMP; either may be missing.
func Read() (files []string, picture []byte, err error) {
	runtime.LockOSThread() // the clipboard is open for one thread
	defer runtime.UnlockOSThread()
	if !opened() {
		return nil, nil, errUnreachable
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	files = copiedFiles()
	name, err := windows.UTF16PtrFromString("PNG")
	if err != nil {
		return files, nil, err
	}
	format, _, _ := registerClipboardFormat.Call(uintptr(unsafe.Pointer(name)))
	if picture, err = block(format); len(picture) > 0 && err == nil {
		return files, picture, nil
	}
	dib, err := block(formatBitmap)
	if len(dib) == 0 || err != nil {
		return files, nil, err
	}
	picture, err = bitmapFile(dib)
	return files, picture, err
}

func opened() bool {
	for range tries {
		if ok, _, _ := openClipboard.Call(0); ok != 0 {
			return true
		}
		time.Sleep(pause)
	}
	return false
}

// block copies what the clipboard holds in a format, nil for nothing.
func block(format uintptr) ([]byte, error) {
	if there, _, _ := isClipboardFormatAvailable.Call(format); there == 0 {
		return nil, nil
	}
	handle, _, _ := getClipboardData.Call(format)
	if handle == 0 {
		return nil, errNoAnswer
	}
	address, _, _ := globalLock.Call(handle)
	if address == 0 {
		return nil, errNoAnswer
	}
	defer func() { _, _, _ = globalUnlock.Call(handle) }()
	size, _, _ := globalSize.Call(handle)
	if size == 0 {
		return nil, nil
	}
	if size > mostBytes {
		return nil, errTooLarge
	}
	data := make([]byte, size)
	_, _, _ = moveMemory.Call(uintptr(unsafe.Pointer(&data[0])), address, size)
	return data, nil
}

// copiedFiles returns the paths of copied files.
func copiedFiles() []string {
	if there, _, _ := isClipboardFormatAvailable.Call(formatFiles); there == 0 {
		return nil
	}
	handle, _, _ := getClipboardData.Call(formatFiles)
	if handle == 0 {
		return nil
	}
	const all = 0xFFFFFFFF
	count, _, _ := dragQueryFile.Call(handle, all, 0, 0)
	var paths []string
	for i := range count {
		length, _, _ := dragQueryFile.Call(handle, i, 0, 0)
		path := make([]uint16, length+1)
		_, _, _ = dragQueryFile.Call(handle, i, uintptr(unsafe.Pointer(&path[0])), length+1)
		paths = append(paths, windows.UTF16ToString(path))
	}
	return paths
}
