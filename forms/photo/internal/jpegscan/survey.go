package jpegscan

// The steps that image/jpeg was seen to take.
const (
	stepsPerSample = 20  // to make a sample from its block's coefficients, and to use it
	stepsPerBlock  = 12  // to visit a block in a scan that refines
	stepsPerWhole  = 430 // to decode a block that comes whole and transform it
)

// Steps is the work that image/jpeg does for the file whose header this is, in steps of about a
// nanosecond on a computer of 2020. All scans are counted: a few bytes of one can visit all blocks
// of a large picture, and there may be thousands.
func (h *Header) Steps(data []byte) int {
	steps := stepsPerSample * h.Samples
	for s := range Segments(data) {
		if s.IsScan() {
			steps += h.scanSteps(s.Body)
		}
	}
	return steps
}

// Ending tells whether a file lacks its end marker, and otherwise how many bytes follow it.
func Ending(data []byte) (missing bool, trailing int) {
	for s := range Segments(data) {
		if s.IsEnd() {
			return false, len(data) - s.End
		}
	}
	return true, 0
}

// scanSteps is the work in one scan, by its header.
func (h *Header) scanSteps(body []byte) int {
	blocks := 0
	n := 0
	if len(body) > 0 {
		n = int(body[0])
	}
	for i := range n {
		if 1+2*i < len(body) {
			blocks += h.blocksOf(body[1+2*i])
		}
	}
	if !h.Progressive {
		return stepsPerWhole * blocks
	}
	coefficients := 1
	if first := 1 + 2*n; first+1 < len(body) {
		coefficients = max(1, int(body[first+1])-int(body[first])+1)
	}
	return (stepsPerBlock + coefficients) * blocks
}

// blocksOf is how many blocks the plane with an identifier has.
func (h *Header) blocksOf(id byte) int {
	hMax, vMax := 1, 1
	for _, c := range h.components {
		hMax, vMax = max(hMax, c.h), max(vMax, c.v)
	}
	units := ((h.Width + 8*hMax - 1) / (8 * hMax)) * ((h.Height + 8*vMax - 1) / (8 * vMax))
	for _, c := range h.components {
		if c.id == id {
			return units * c.h * c.v
		}
	}
	return 0
}
