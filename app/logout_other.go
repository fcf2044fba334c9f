//go:build !windows

package main

// atLogout does nothing: these systems terminate a program or close its window.
func atLogout(func()) {}
