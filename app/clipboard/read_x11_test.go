//go:build !windows && !darwin

package clipboard

import (
	"bufio"
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
)

// screen starts a display without a screen and makes it the test's.
func screen(t *testing.T) {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("没有 %s：剪贴板没有真的读过；先运行 make test 装好", tool)
		}
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset")
	x.ExtraFiles = []*os.File{write}
	if err := x.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = x.Process.Kill()
		_ = x.Wait()
	})
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb: %v", err)
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(number))
}

// owner is the window that holds the clipboard.
func owner(t *testing.T) xproto.Window {
	t.Helper()
	s, err := openSelection()
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	reply, err := xproto.GetSelectionOwner(s.conn, s.clipboard).Reply()
	if err != nil {
		t.Fatal(err)
	}
	return reply.Owner
}

// copyAs puts data into the clipboard under a name, as another program does. It
// returns when the data are there.
func copyAs(t *testing.T, target string, data []byte) {
	t.Helper()
	before := owner(t)
	clip := exec.Command("xclip", "-selection", "clipboard", "-t", target)
	clip.Stdin = bytes.NewReader(data)
	if err := clip.Run(); err != nil {
		t.Fatalf("xclip: %v", err)
	}
	for deadline := time.Now().Add(10 * time.Second); owner(t) == before; {
		if time.Now().After(deadline) {
			t.Fatal("xclip does not take the clipboard")
		}
	}
}

func TestWhatAnotherProgramCopied(t *testing.T) {
	screen(t)
	if files, picture, err := Read(); files != nil || picture != nil || err != nil {
		t.Errorf("an empty clipboard: %q, %d bytes, %v", files, len(picture), err)
	}
	noise := make([]byte, 3<<20) // comes in pieces
	for i := range noise {
		noise[i] = byte(rand.Uint32())
	}
	for name, row := range map[string]struct {
		target  string
		data    []byte
		files   []string
		picture []byte
	}{
		"a small picture": {"image/png", []byte("\x89PNG"), nil, []byte("\x89PNG")},
		"a large picture": {"image/png", noise, nil, noise},
		"a JPEG":          {"image/jpeg", noise[:70_000], nil, noise[:70_000]},
		"a file":          {"text/uri-list", []byte("file:///tmp/a%20b.png\r\n"), []string{"/tmp/a b.png"}, nil},
		"a file in GNOME": {"x-special/gnome-copied-files", []byte("copy\nfile:///tmp/a.png"), []string{"/tmp/a.png"}, nil},
		"text":            {"UTF8_STRING", []byte("文字"), nil, nil},
		"something else":  {"image/svg+xml", []byte("<svg/>"), nil, nil},
	} {
		copyAs(t, row.target, row.data)
		files, picture, err := Read()
		if err != nil || !slices.Equal(files, row.files) || !bytes.Equal(picture, row.picture) {
			t.Errorf("%s: %q, %d bytes, %v", name, files, len(picture), err)
		}
	}
}

func TestNoDisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	if _, _, err := Read(); !errors.Is(err, errUnreachable) {
		t.Errorf("without a display: %v", err)
	}
}
