package ask

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/looktest"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// sayings are all texts of the dialog on top, also those its lists show.
func sayings(d *desk) []string {
	d.t.Helper()
	var all []string
	top, ok := d.window.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok {
		d.t.Fatal("no dialog of the toolkit is open")
	}
	for _, o := range looktest.All[fyne.CanvasObject](top.Content) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *widget.Button:
			all = append(all, o.Text)
		case *widget.Check:
			all = append(all, o.Text)
		case *widget.Entry:
			all = append(all, o.PlaceHolder)
		case *widget.Form:
			for _, item := range o.Items {
				all = append(all, item.Text)
			}
		}
	}
	return all
}

// plainly opens the toolkit's dialog in a folder with one file.
func plainly(t *testing.T, language string, open func(d *desk)) (d *desk, folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "夹")
	if err := os.MkdirAll(filepath.Join(folder, "里面"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "有了.zcapp"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	d = sit(t, language)
	fyne.CurrentApp().Preferences().SetString(lastFolderKey, storage.NewFileURI(folder).String())
	open(d)
	t.Cleanup(func() {
		for d.window.Canvas().Overlays().Top() != nil {
			d.window.Canvas().Overlays().Remove(d.window.Canvas().Overlays().Top())
		}
	})
	return d, folder
}

// buttonOf is the button of the dialog on top with a label or an icon.
func buttonOf(d *desk, label string, icon fyne.Resource) *widget.Button {
	d.t.Helper()
	var found *widget.Button
	each(d.window.Canvas().Overlays().Top().(*widget.PopUp).Content, func(o fyne.CanvasObject) {
		b, ok := o.(*widget.Button)
		if ok && (label != "" && b.Text == label || icon != nil && b.Icon != nil && b.Icon.Name() == icon.Name()) {
			found = b
		}
	})
	if found == nil {
		d.t.Fatalf("no button %q among %q", label, sayings(d))
	}
	return found
}

func TestPlainDialogSpeaksTheWindowsLanguage(t *testing.T) {
	latin, han := regexp.MustCompile(`[A-Za-z]{2,}`), regexp.MustCompile(`\p{Han}`)
	names := func(text string) bool { // of the folders on the way, and of the file
		return text == "" || text == "夹" || text == "里面" || text == "有了" || !strings.ContainsAny(text, " ()") && strings.Contains(os.TempDir()+t.Name(), text)
	}
	for _, system := range []string{"", "C", "C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8", "xx_XX.UTF-8"} {
		t.Setenv("LANG", system)
		t.Setenv("LC_ALL", system)
		for language, wrong := range map[string]*regexp.Regexp{"zh": latin, "en": han} {
			d, folder := plainly(t, language, func(d *desk) { d.plainOpen(say.F("打开申报文件"), []string{store.Extension}, func(string) {}) })
			said := sayings(d)
			test.Tap(buttonOf(d, "", theme.SettingsIcon()))
			said = append(said, sayings(d)...)
			d.window.Canvas().Overlays().Top().(*widget.PopUp).Hide()
			test.Tap(buttonOf(d, "", theme.FolderNewIcon()))
			said = append(said, sayings(d)...)
			for _, text := range said {
				if wrong.MatchString(text) && !names(text) && !strings.Contains(folder, text) {
					t.Errorf("LANG=%s, %s: %q", system, language, text)
				}
			}
			for _, want := range map[string][]string{"zh": {"主文件夹", "计算机", "(上一级)", "显示隐藏的文件", "新文件夹", "名称"}, "en": {"Home", "Computer", "(Up)"}}[language] {
				if runtime.GOOS == "windows" && (want == "计算机" || want == "Computer") {
					continue // its drives are listed
				}
				if !slices.Contains(said, want) {
					t.Errorf("LANG=%s, %s: %s is missing in %q", system, language, want, said)
				}
			}
		}
	}
}

func TestPlainSaveAsksBeforeItReplaces(t *testing.T) {
	chosen := ""
	d, folder := plainly(t, "zh", func(d *desk) {
		d.plainSave(say.F("保存申报文件"), "有了.zcapp", func(path string) { chosen = path })
	})
	entry, _ := d.saveParts()
	save := func(name string) {
		entry.SetText(name)
		test.Tap(buttonOf(d, "保存", nil))
	}
	save("有了") // the ending comes by itself
	if d.Open() == nil || !strings.Contains(said(d), "有了.zcapp") {
		t.Fatalf("nothing is asked: %q", said(d))
	}
	d.tap("取消")
	if chosen != "" {
		t.Error("replaced after 取消")
	}
	if data, _ := os.ReadFile(filepath.Join(folder, "有了.zcapp")); string(data) != "old" {
		t.Errorf("the file holds %q before anything was chosen", data)
	}
	save("有了.zcapp")
	d.tap("替换")
	if chosen != filepath.Join(folder, "有了.zcapp") {
		t.Errorf("chosen is %q", chosen)
	}
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		t.Errorf("a dialog stays open: %T", top)
	}
}

func TestPlainSaveOfANewFile(t *testing.T) {
	chosen := ""
	d, folder := plainly(t, "zh", func(d *desk) {
		d.plainSave(say.F("保存证件照"), "照片.jpg", func(path string) { chosen = path })
	})
	entry, _ := d.saveParts()
	if err := os.Mkdir(filepath.Join(folder, "夹.jpg"), 0o700); err != nil {
		t.Fatal(err)
	}
	entry.SetText("夹.jpg")
	test.Tap(buttonOf(d, "保存", nil))
	if chosen != "" || !strings.Contains(said(d), "文件夹") {
		t.Errorf("a folder is taken for a file: %q, %q", chosen, said(d))
	}
	d.Open().Dismiss()
	entry.SetText("新.jpeg")
	entry.OnSubmitted(entry.Text)
	if chosen != filepath.Join(folder, "新.jpeg") {
		t.Errorf("chosen is %q", chosen)
	}
}

// The dialog begins where the application's file is, like the system's.
func TestPlainDialogsBeginNextToTheApplication(t *testing.T) {
	for name, open := range map[string]func(c *Chooser){
		"open":   func(c *Chooser) { c.plainOpen(say.F("选一张照片"), photo.Endings, func(string) {}) },
		"save":   func(c *Chooser) { c.plainSave(say.F("保存清单"), "清单.pdf", func(string) {}) },
		"folder": func(c *Chooser) { c.plainFolderOpen(say.F("选放申报文件的文件夹"), func(string) {}) },
	} {
		beside := t.TempDir()
		for at, want := range map[string]string{"": "夹", beside + string(filepath.Separator): beside, filepath.Join(beside, "没有"): "夹"} {
			d, _ := plainly(t, "zh", func(d *desk) {
				d.Folder = func() string { return at }
				open(d.Chooser)
			})
			if shown := filepath.FromSlash(d.plainFolder()); shown != want && filepath.Base(shown) != want {
				t.Errorf("%s: with the application in %q the dialog shows %q", name, at, shown)
			}
		}
	}
}

func TestFailedFolderIsSaidInChinese(t *testing.T) {
	d, _ := plainly(t, "zh", func(d *desk) { d.plainOpen(say.F("选一张照片"), photo.Endings, func(string) {}) })
	test.Tap(buttonOf(d, "", theme.FolderNewIcon()))
	entries := looktest.All[*widget.Entry](d.window.Canvas().Overlays().Top().(*widget.PopUp).Content)
	entries[len(entries)-1].SetText("有了.zcapp/下面")
	test.Tap(buttonOf(d, "建文件夹", nil))
	if said := sayings(d); !slices.Contains(said, "文件夹没有建成，换一个位置或名称再试") || !slices.Contains(said, "出错了") {
		t.Errorf("says %q", said)
	}
}

func TestToolkitSpeaksBothLanguages(t *testing.T) {
	chinese, english := Teach("zh"), Teach("en")
	t.Cleanup(func() { Teach("zh") })
	for text := range chinese {
		if english[text] == "" || chinese[text] == "" {
			t.Errorf("%q is %q and %q", text, chinese[text], english[text])
		}
	}
	if len(chinese) != len(english) || len(chinese) == 0 {
		t.Errorf("%d texts in Chinese, %d in English", len(chinese), len(english))
	}
}
