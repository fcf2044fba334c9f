package look

// wheelFactor is 1: trackpads say exactly how far the fingers went.
func wheelFactor() float32 { return 1 }
