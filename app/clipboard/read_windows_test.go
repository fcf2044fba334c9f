package clipboard

import (
	"bytes"
	"encoding/binary"
	"os"
	"runtime"
	"slices"
	"testing"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/image/bmp"
	"golang.org/x/sys/windows"
)

// copied is one form of what another program leaves in the clipboard.
type copied struct {
	format uintptr
	data   []byte
}

// copyAll puts everything into the clipboard, as another program does.
func copyAll(t *testing.T, all ...copied) {
	t.Helper()
	empty, set := user32.NewProc("EmptyClipboard"), user32.NewProc("SetClipboardData")
	allocate := kernel32.NewProc("GlobalAlloc")
	const moveable = 2
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if !opened() {
		t.Fatal("the clipboard does not open")
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	_, _, _ = empty.Call()
	for _, c := range all {
		handle, _, _ := allocate.Call(moveable, uintptr(len(c.data)))
		address, _, _ := globalLock.Call(handle)
		_, _, _ = moveMemory.Call(address, uintptr(unsafe.Pointer(&c.data[0])), uintptr(len(c.data)))
		_, _, _ = globalUnlock.Call(handle)
		if ok, _, err := set.Call(c.format, handle); ok == 0 {
			t.Fatalf("format %d: %v", c.format, err)
		}
	}
}

// dropped is a list of files as CF_HDROP holds it.
func dropped(paths ...string) []byte {
	out := make([]byte, 20)
	out[0], out[16] = 20, 1
	for _, path := range paths {
		for _, unit := range append(utf16.Encode([]rune(path)), 0) {
			out = binary.LittleEndian.AppendUint16(out, unit)
		}
	}
	return append(out, 0, 0)
}

func TestWhatAnotherProgramCopied(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("剪贴板没有真的读过：这个测试会改掉剪贴板里的东西，设了环境变量 CI 才做")
	}
	name, err := windows.UTF16PtrFromString("PNG")
	if err != nil {
		t.Fatal(err)
	}
	format, _, _ := registerClipboardFormat.Call(uintptr(unsafe.Pointer(name)))
	const text, later = 13, 17 // CF_UNICODETEXT, CF_DIBV5
	plain := joined(header(infoHeader, 2, 24, plainPixels), lines(false, 12, bytesOf))
	shot := joined(header(infoHeader, 2, 32, masked), masks(0xFF0000, 0xFF00, 0xFF), lines(false, 12, unmeant))
	wide := joined(header(124, 2, 32, plainPixels), lines(false, 12, unmeant))
	paths := []string{`C:\照片\证件 照.png`, `C:\b.jpg`}
	for name, row := range map[string]struct {
		all     []copied
		files   []string
		png     bool
		picture bool
	}{
		"nothing":             {nil, nil, false, false},
		"text":                {[]copied{{text, []byte("a\x00\x00\x00")}}, nil, false, false},
		"a bitmap":            {[]copied{{formatBitmap, plain}}, nil, false, true},
		"a screenshot":        {[]copied{{formatBitmap, shot}}, nil, false, true},
		"a later bitmap":      {[]copied{{later, wide}}, nil, false, true},
		"PNG beside a bitmap": {[]copied{{formatBitmap, plain}, {format, []byte("\x89PNG")}}, nil, true, true},
		"files":               {[]copied{{formatFiles, dropped(paths...)}}, paths, false, false},
		"a file and a bitmap": {[]copied{{formatFiles, dropped(paths[0])}, {formatBitmap, plain}}, paths[:1], false, true},
	} {
		copyAll(t, row.all...)
		files, picture, err := Read()
		if err != nil || !slices.Equal(files, row.files) || (len(picture) > 0) != row.picture {
			t.Errorf("%s: %q, %d bytes, %v", name, files, len(picture), err)
			continue
		}
		if row.png && !bytes.HasPrefix(picture, []byte("\x89PNG")) {
			t.Errorf("%s: %q is not the PNG", name, picture)
		}
		if row.picture && !row.png {
			decoded, err := bmp.Decode(bytes.NewReader(picture))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			compare(t, name, decoded)
		}
	}
}
