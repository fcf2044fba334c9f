//go:build !windows && !darwin

package look

// wheelFactor is by how much the wheel goes further than the toolkit's 25 units a
// notch.
func wheelFactor() float32 { return 4 }
