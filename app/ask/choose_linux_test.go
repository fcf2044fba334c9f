package ask

import (
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Nobody writes to the pipes: what reads from one waits forever, and the window with it.
func TestPlainDialogReadsFromNoPipe(t *testing.T) {
	for name, open := range map[string]func(*desk){
		"open": func(d *desk) { d.plainOpen(say.F("打开申报文件"), []string{store.Extension}, func(string) {}) },
		"save": func(d *desk) { d.plainSave(say.F("保存申报文件"), "新.zcapp", func(string) {}) },
	} {
		d, folder := plainly(t, "zh", func(*desk) {})
		for _, pipe := range []string{"管道.zcapp", "管道"} {
			if err := syscall.Mkfifo(filepath.Join(folder, pipe), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		fyne.CurrentApp().Preferences().SetString(lastFolderKey, storage.NewFileURI(folder).String())
		open(d)
		if said := sayings(d); slices.Contains(said, "管道") || !slices.Contains(said, "有了") {
			t.Errorf("%s shows %q", name, said)
		}
	}
}
