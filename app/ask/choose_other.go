//go:build !windows

package ask

// Apartment does nothing: only Windows asks for it.
func Apartment() (leave func()) { return func() {} }
