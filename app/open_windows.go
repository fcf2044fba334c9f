package main

import (
	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"

	"zhicheng/app/com"
)

// open shows a file in the program that the system has for it. The toolkit's way
// would give the path as an escaped URL, which the system reads in the code page of
// the computer: names in Chinese would not be found.
func open(_ fyne.App, path string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	defer com.Apartment()()
	return windows.ShellExecute(0, nil, file, nil, nil, windows.SW_SHOWNORMAL)
}
