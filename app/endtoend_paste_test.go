//go:build endtoend

package main

import (
	"bytes"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"zhicheng/forms/photo/drawn"
)

// portraits are photos of people, which do not come with the source.
const portraits = "../../shared/portraits"

// copied puts data into the clipboard under a name, as another program does, and
// waits until they are there.
func (d *desk) copied(target string, data []byte) {
	d.t.Helper()
	clip := exec.Command("xclip", "-selection", "clipboard", "-t", target)
	clip.Env, clip.Stdin = d.environment(), bytes.NewReader(data)
	if err := clip.Run(); err != nil {
		d.t.Fatal(err)
	}
	// xclip returns before the clipboard is its own.
	d.until(target+" is in the clipboard", func(State) bool {
		ask := exec.Command("xclip", "-selection", "clipboard", "-o", "-t", target)
		ask.Env = d.environment()
		there, err := ask.Output()
		return err == nil && bytes.Equal(there, data)
	})
}

// speckled is a large picture: it reaches another program in pieces only.
func speckled(t *testing.T) []byte {
	t.Helper()
	person := drawn.Standing(900, 1260)
	person.Grain = 6
	var out bytes.Buffer
	if err := png.Encode(&out, drawn.Draw(person)); err != nil {
		t.Fatal(err)
	}
	if out.Len() < 1<<20 {
		t.Fatalf("only %d bytes", out.Len())
	}
	return out.Bytes()
}

func TestCopiedPictureIsPasted(t *testing.T) {
	d := sit(t)
	d.start()
	d.click("开始填写")
	d.click("证件照")
	d.find("把照片拖到这里")
	d.hands("key", "ctrl+v")
	d.find("剪贴板里没有照片")
	d.click("知道了")
	d.copied("image/png", speckled(t))
	d.hands("key", "ctrl+v")
	d.drafted("the picture is pasted and cropped", `"粘贴的照片.jpg"`)

	file := filepath.Join(d.home, "拷贝 的.png")
	if err := os.WriteFile(file, speckled(t), 0o600); err != nil {
		t.Fatal(err)
	}
	d.copied("text/uri-list", []byte((&url.URL{Scheme: "file", Path: file}).String()+"\r\n"))
	d.click("粘贴")
	d.drafted("the copied file is opened", `"拷贝 的.jpg"`)
}

func TestCopiedPortraitIsPasted(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(portraits, "13_idphoto_red_bg_child.png"))
	if err != nil {
		t.Skipf("没有真人照片，粘贴只用画出来的试过：%v", err)
	}
	d := sit(t)
	d.start()
	d.click("开始填写")
	d.click("证件照")
	d.copied("image/png", data)
	d.click("粘贴")
	d.drafted("the portrait is pasted", `"粘贴的照片.`)
	d.find("会上传的照片")
}
