package notice

import (
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// Photo is what the notice asks of the ID photo.
type Photo struct {
	Clause string `json:"clause"`
	photo.Spec
}

// Size says how large the file may be, in the units of the notice. Both limits are the
// decimal readings of what it prints: 30K is 30000 bytes, 1M is 1000000.
func (p Photo) Size() say.Text {
	return say.F("大于%s，小于%s", bytesShort(p.BytesFailAtMost), bytesShort(p.BytesSureBelow))
}

// bytesShort writes a size as notices do: 30K, 500K, 1M; bytes that are neither as such.
func bytesShort(n int) say.Text {
	switch {
	case n%1_000_000 == 0:
		return say.F("%dM", n/1_000_000)
	case n%1000 == 0:
		return say.F("%dK", n/1000)
	}
	return say.F("%d字节", n)
}
