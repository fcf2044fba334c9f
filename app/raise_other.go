//go:build !windows

package main

// letOthersRaise is for Windows, where a program in the background may not come to the
// front by itself.
func letOthersRaise() {}
