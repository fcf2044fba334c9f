package look

import (
	"bytes"
	"image/png"
	"testing"

	"zhicheng/assets"
)

func TestAppIconIsAPicture(t *testing.T) {
	picture, err := png.Decode(bytes.NewReader(assets.AppIcon()))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 128 || size.Y != 128 {
		t.Errorf("the icon is %v", size)
	}
}
