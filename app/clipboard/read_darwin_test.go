package clipboard

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

func TestWhatAnotherProgramCopied(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("剪贴板没有真的读过：这个测试会改掉剪贴板里的东西，设了环境变量 CI 才做")
	}
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "证件 照.png")
	if err := os.WriteFile(path, data.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for line, row := range map[string]struct {
		files   []string
		picture bool
	}{
		`set the clipboard to "文字"`:                                               {nil, false},
		`set the clipboard to (read (POSIX file "` + path + `") as «class PNGf»)`: {nil, true},
		`set the clipboard to (POSIX file "` + path + `")`:                        {[]string{path}, false},
	} {
		if out, err := exec.Command("/usr/bin/osascript", "-e", line).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", line, err, out)
		}
		files, picture, err := Read()
		if err != nil || !slices.Equal(files, row.files) || (len(picture) > 0) != row.picture {
			t.Errorf("%s: %q, %d bytes, %v", line, files, len(picture), err)
			continue
		}
		if row.picture {
			if config, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil || config.Width != 300 || config.Height != 200 {
				t.Errorf("%s: %d×%d, %v", line, config.Width, config.Height, err)
			}
		}
	}
}
