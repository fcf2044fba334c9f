package printer

import (
	"fmt"
	"image"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"

	"zhicheng/app/com"
)

// The calls by which a program shows the dialog of Windows for printing and draws on
// the printer that was chosen in it.
var (
	comdlg32             = windows.NewLazySystemDLL("comdlg32.dll")
	printDlg             = comdlg32.NewProc("PrintDlgW")
	commDlgExtendedError = comdlg32.NewProc("CommDlgExtendedError")

	kernel32   = windows.NewLazySystemDLL("kernel32.dll")
	globalFree = kernel32.NewProc("GlobalFree")

	gdi32             = windows.NewLazySystemDLL("gdi32.dll")
	startDoc          = gdi32.NewProc("StartDocW")
	startPage         = gdi32.NewProc("StartPage")
	endPage           = gdi32.NewProc("EndPage")
	endDoc            = gdi32.NewProc("EndDoc")
	abortDoc          = gdi32.NewProc("AbortDoc")
	deleteDC          = gdi32.NewProc("DeleteDC")
	getDeviceCaps     = gdi32.NewProc("GetDeviceCaps")
	setStretchBltMode = gdi32.NewProc("SetStretchBltMode")
	stretchDIBits     = gdi32.NewProc("StretchDIBits")
)

// Flags of PRINTDLGW, indices of GetDeviceCaps and modes of drawing.
const (
	pdPageNums         = 0x2
	pdNoSelection      = 0x4
	pdReturnDC         = 0x100
	pdUseDevModeCopies = 0x40000

	logPixelsX      = 88
	logPixelsY      = 90
	physicalWidth   = 110
	physicalHeight  = 111
	physicalOffsetX = 112
	physicalOffsetY = 113

	halftone = 4
	srcCopy  = 0x00CC0020
)

// printDialog is PRINTDLGW of commdlg.h.
type printDialog struct {
	size                 uint32
	owner                uintptr
	devMode, devNames    uintptr
	context              uintptr
	flags                uint32
	from, to             uint16
	first, last          uint16
	copies               uint16
	instance, data       uintptr
	hooks                [2]uintptr
	templates            [2]*uint16
	printPart, setupPart uintptr
}

// docInfo is DOCINFOW of wingdi.h.
type docInfo struct {
	size         int32
	name         *uint16
	output, kind *uint16
	flags        uint32
}

// bitmapInfo is BITMAPINFOHEADER of wingdi.h.
type bitmapInfo struct {
	size                     uint32
	width, height            int32
	planes, bits             uint16
	compression, bytes       uint32
	perMetreX, perMetreY     int32
	coloursUsed, coloursNeed uint32
}

// gdi prints with the dialog of Windows, without any other program.
type gdi struct{}

// System returns the way to paper that this system has.
func System() Printer { return gdi{} }

// names is empty: the dialog has them.
func (gdi) Names() ([]string, error) { return nil, nil }

func (gdi) Print(window fyne.Window, _ string, job Job) error {
	defer com.Apartment()()
	chosen := printDialog{
		owner: handleOf(window), flags: pdReturnDC | pdNoSelection | pdUseDevModeCopies,
		from: 1, to: uint16(job.Pages.Count()), first: 1, last: uint16(job.Pages.Count()), copies: 1,
	}
	chosen.size = uint32(unsafe.Sizeof(chosen))
	ok, _, _ := printDlg.Call(uintptr(unsafe.Pointer(&chosen)))
	for _, handle := range []uintptr{chosen.devMode, chosen.devNames} {
		if handle != 0 {
			defer func() { _, _, _ = globalFree.Call(handle) }()
		}
	}
	if ok == 0 {
		if code, _, _ := commDlgExtendedError.Call(); code != 0 {
			return fmt.Errorf("PrintDlgW: %#x", code)
		}
		return ErrNotConfirmed
	}
	defer func() { _, _, _ = deleteDC.Call(chosen.context) }()
	first, last := 0, job.Pages.Count()-1
	if chosen.flags&pdPageNums != 0 {
		first, last = int(chosen.from)-1, int(chosen.to)-1
	}
	return draw(chosen.context, job, first, last)
}

// handleOf is the HWND of a window, 0 where it has none.
func handleOf(window fyne.Window) (handle uintptr) {
	if native, ok := window.(driver.NativeWindow); ok {
		fyne.DoAndWait(func() {
			native.RunNative(func(context any) {
				if c, ok := context.(driver.WindowsWindowContext); ok {
					handle = c.HWND
				}
			})
		})
	}
	return handle
}

// draw draws pages on a printer.
func draw(context uintptr, job Job, first, last int) error {
	name, err := windows.UTF16PtrFromString(job.Title)
	if err != nil {
		return fmt.Errorf("the name of the print job: %w", err)
	}
	info := docInfo{name: name}
	info.size = int32(unsafe.Sizeof(info))
	if begun, _, err := startDoc.Call(context, uintptr(unsafe.Pointer(&info))); int32(begun) <= 0 {
		return fmt.Errorf("StartDocW: %w", err)
	}
	paper := sheetOf(context)
	for i := first; i <= last; i++ {
		if err := drawPage(context, paper, job, i); err != nil {
			_, _, _ = abortDoc.Call(context)
			return err
		}
	}
	if ended, _, err := endDoc.Call(context); int32(ended) <= 0 {
		return fmt.Errorf("EndDoc: %w", err)
	}
	return nil
}

// mostDots is how fine a page is drawn at most: one takes 26 MB then.
const mostDots = 300

// sheetOf measures the paper of a printer.
func sheetOf(context uintptr) sheetOfPaper {
	measure := func(index uintptr) int {
		value, _, _ := getDeviceCaps.Call(context, index)
		return int(int32(value))
	}
	return sheetOfPaper{
		width: measure(physicalWidth), height: measure(physicalHeight),
		left: measure(physicalOffsetX), top: measure(physicalOffsetY),
		across: measure(logPixelsX), down: measure(logPixelsY),
	}
}

func drawPage(context uintptr, paper sheetOfPaper, job Job, i int) error {
	picture, err := job.Pages.Picture(i, float64(min(mostDots, paper.across)))
	if err != nil {
		return err
	}
	if begun, _, err := startPage.Call(context); int32(begun) <= 0 {
		return fmt.Errorf("StartPage: %w", err)
	}
	if err := stretch(context, paper.place(), picture); err != nil {
		return err
	}
	if ended, _, err := endPage.Call(context); int32(ended) <= 0 {
		return fmt.Errorf("EndPage: %w", err)
	}
	return nil
}

// stretch draws a picture onto a rectangle of the paper.
func stretch(context uintptr, to image.Rectangle, picture *image.RGBA) error {
	size := picture.Bounds().Size()
	info := bitmapInfo{width: int32(size.X), height: int32(size.Y), planes: 1, bits: 24}
	info.size = uint32(unsafe.Sizeof(info))
	bits := bitmap(picture)
	_, _, _ = setStretchBltMode.Call(context, halftone)
	drawn, _, err := stretchDIBits.Call(context,
		uintptr(to.Min.X), uintptr(to.Min.Y), uintptr(to.Dx()), uintptr(to.Dy()),
		0, 0, uintptr(size.X), uintptr(size.Y),
		uintptr(unsafe.Pointer(&bits[0])), uintptr(unsafe.Pointer(&info)), 0, srcCopy)
	if int32(drawn) <= 0 {
		return fmt.Errorf("StretchDIBits: %w", err)
	}
	return nil
}
