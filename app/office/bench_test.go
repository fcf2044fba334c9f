package office

import (
	"fmt"
	"testing"
)

// BenchmarkFirstFrame shows a table whose files are not read yet, as the first frame does.
func BenchmarkFirstFrame(b *testing.B) {
	for _, n := range []int{30, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := &desk{putOff: true}
			for i := range n {
				d.recent = append(d.recent, fmt.Sprintf("/nowhere/%03d.zcapp", i))
			}
			for b.Loop() {
				_, window := sit(b, d, "", usual)
				window.Canvas().Capture()
			}
		})
	}
}
