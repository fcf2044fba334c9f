package main

/*
#cgo LDFLAGS: -framework Cocoa
int zhichengListenForDocuments(void);
*/
import "C"

import "fyne.io/fyne/v2"

// documents are the paths of files that the system asks to be opened: on macOS a file
// that was double-clicked is no argument. More at once than fit are left out.
var documents = make(chan string, 64)

// listenForDocuments is called before the toolkit makes the application's delegate.
func listenForDocuments() {
	C.zhichengListenForDocuments() // without it files are opened by hand
}

// openDocuments opens what was asked for and what will be.
func openDocuments(open func(path string)) {
	go func() {
		for path := range documents {
			fyne.Do(func() { open(path) })
		}
	}()
}

//export zhichengOpenDocument
func zhichengOpenDocument(path *C.char) {
	select {
	case documents <- C.GoString(path):
	default:
	}
}
