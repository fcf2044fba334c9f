package notice_test

import (
	"testing"

	"zhicheng/forms/notice"
)

func TestSizeOfThePhotoIsSaidAsItIsWritten(t *testing.T) {
	for want, limits := range map[string][2]int{
		"大于30K，小于1M": {30_000, 1_000_000}, "大于50K，小于2M": {50_000, 2_000_000}, "大于30K，小于500K": {30_000, 500_000},
		"大于1M，小于2M": {1_000_000, 2_000_000}, "大于20480字节，小于1500K": {20 << 10, 1_500_000},
	} {
		n := notice.Photo{}
		n.BytesFailAtMost, n.BytesSureBelow = limits[0], limits[1]
		if got := n.Size().String(); got != want {
			t.Errorf("%v: %s, want %s", limits, got, want)
		}
	}
}
