//go:build !endtoend

package main

import "zhicheng/app/ui"

// watch does nothing: only the end-to-end test looks into the window.
func watch(*ui.Window) error { return nil }
