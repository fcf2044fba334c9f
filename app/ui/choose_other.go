//go:build !windows

package ui

// Apartment does nothing: only Windows asks for it.
func Apartment() (leave func()) { return func() {} }
