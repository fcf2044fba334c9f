//go:build !windows

package main

import (
	"net/url"

	"fyne.io/fyne/v2"
)

// open shows a file in the program that the system has for it.
func open(application fyne.App, path string) error {
	return application.OpenURL(&url.URL{Scheme: "file", Path: path})
}
