package ask

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"fyne.io/fyne/v2/driver"
	"github.com/ncruces/zenity"

	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// natively has the system's dialogs asked, of which answer plays the part.
func natively(t *testing.T, answer func(ctx context.Context, d FileDialog) (string, error)) *desk {
	t.Helper()
	d := sit(t, "zh")
	d.Native = func(dialog FileDialog, ctx context.Context, _ []zenity.Option) (string, error) {
		return answer(ctx, dialog)
	}
	return d
}

func TestSaveDialogsOfferAFileType(t *testing.T) {
	for name, row := range map[string]struct{ kind, pattern string }{
		"张三.zcapp":   {"职称申报文件", "*.zcapp"},
		"张三自查清单.pdf": {"PDF文件", "*.pdf"},
		"照片.jpg":     {"JPG照片", "*.jpg"},
	} {
		var asked FileDialog
		d := natively(t, func(_ context.Context, dialog FileDialog) (string, error) {
			asked = dialog
			return filepath.Join("x", name), nil
		})
		chosen := ""
		d.ChooseSave(say.F("保存"), name, func(path string) { chosen = path })
		if asked.kind != row.kind || !slices.Equal(asked.patterns, []string{row.pattern}) || !asked.save || asked.at != name {
			t.Errorf("%s: the dialog is %+v", name, asked)
		}
		if chosen != filepath.Join("x", name) || d.Open() != nil {
			t.Errorf("%s: chosen is %q, a dialog is open: %t", name, chosen, d.Open() != nil)
		}
	}
}

// What the program writes has a name for its kind, or the dialog shows none.
func TestEveryEndingThatIsWrittenHasAKind(t *testing.T) {
	for _, name := range []string{"a" + store.Extension, "a.pdf", "a.jpg", "a.jpeg", "a.png"} {
		if kinds[filepath.Ext(name)].Empty() {
			t.Errorf("%s is of no kind", name)
		}
	}
}

func TestLeavingSystemDialogs(t *testing.T) {
	for name, row := range map[string]struct {
		leave func(d *desk)
		err   error
		plain bool
	}{
		"canceled there":   {func(*desk) {}, zenity.ErrCanceled, false},
		"取消 here":          {func(d *desk) { d.tap("取消") }, errors.New("signal: killed"), false},
		"Escape here":      {func(d *desk) { d.Open().Dismiss() }, context.Canceled, false},
		"it does not work": {func(*desk) {}, errors.New("exit status 255"), true},
	} {
		var d *desk
		d = natively(t, func(ctx context.Context, _ FileDialog) (string, error) {
			row.leave(d)
			return "", row.err
		})
		plain := false
		d.choose(FileDialog{title: "x"}, func(path string) { t.Errorf("%s: chosen is %q", name, path) }, func() { plain = true })
		if plain != row.plain || d.Open() != nil {
			t.Errorf("%s: the toolkit's dialog %t, a question is open: %t", name, plain, d.Open() != nil)
		}
	}
}

func TestDialogsBelongToTheWindow(t *testing.T) {
	window, want := any(driver.X11WindowContext{WindowHandle: 7}), 2
	switch runtime.GOOS {
	case "windows":
		window, want = driver.WindowsWindowContext{HWND: 7}, 1
	case "darwin":
		window, want = driver.MacWindowContext{NSWindow: 7}, 0
	}
	if n := len(ownedBy(window)); n != want {
		t.Errorf("%d options, want %d", n, want)
	}
}
