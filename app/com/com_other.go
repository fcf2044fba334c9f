//go:build !windows

package com

// Apartment does nothing: only Windows asks for it.
func Apartment() (leave func()) { return func() {} }
