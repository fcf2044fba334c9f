//go:build !windows

package ui

import "zhicheng/app/field"

// showCaret does nothing: on macOS and Linux an application of this toolkit cannot
// tell an input method where its caret is.
func showCaret(*Window, *field.Entry) {}
