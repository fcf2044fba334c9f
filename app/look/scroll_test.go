package look_test

import (
	"image/color"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/app/look"
)

func TestWheelGoesAsFarAsElsewhere(t *testing.T) {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		t.Skip("滚轮走多远由系统设置决定")
	}
	content := canvas.NewRectangle(color.Black)
	content.SetMinSize(fyne.NewSize(100, 2000))
	s := look.NewScroll(content)
	s.Resize(fyne.NewSize(100, 300))
	for _, row := range []struct{ notch, want float32 }{{-25, 100}, {-25, 200}, {25, 100}, {-500, 400}, {5000, 100}} {
		s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, row.notch)})
		if s.Offset.Y != row.want {
			t.Errorf("after %v it is at %v, want %v", row.notch, s.Offset.Y, row.want)
		}
	}
}
