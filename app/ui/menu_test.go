package ui

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
)

// item returns an item of the window's menu.
func (d *desk) item(words string) *fyne.MenuItem {
	d.t.Helper()
	for _, m := range d.window.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == words {
				return i
			}
		}
	}
	d.t.Fatalf("no item “%s”", words)
	return nil
}

// The menu of editing works on the input that had the focus before the menu took it.
func TestTheMenuEdits(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	name := forms.Of(forms.PersonName)
	d.write(name, "张三")
	choose := func(words string) {
		d.window.Canvas().Unfocus()
		d.item(words).Action()
	}
	choose("全选")
	choose("复制")
	if got := d.config.App.Clipboard().Content(); got != "张三" {
		t.Errorf("copied %q", got)
	}
	choose("全选")
	choose("剪切")
	if got := d.View().Person.Name; got != "" {
		t.Errorf("after cutting it is %q", got)
	}
	choose("粘贴")
	if got := d.View().Person.Name; got != "张三" {
		t.Errorf("after pasting it is %q", got)
	}
	choose("撤销")
	if got := d.View().Person.Name; got != "" {
		t.Errorf("after undo it is %q", got)
	}
}

// The look and the language that are on have a tick, and no other has.
func TestTheMenuTicks(t *testing.T) {
	d := sit(t, nil)
	ticked := func(words string, all ...string) {
		t.Helper()
		for _, other := range all {
			if got := d.item(other).Checked; got != (other == words) {
				t.Errorf("%s is ticked: %t, on is %s", other, got, words)
			}
		}
	}
	looks := []string{"跟随系统", "浅色", "深色"}
	for _, words := range append(looks, "浅色") {
		d.item(words).Action()
		ticked(words, looks...)
	}
	ticked("中文", "中文", "English")
	d.Speak("en")
	ticked("English", "中文", "English")
	d.Speak("zh")
	ticked("中文", "中文", "English")
}

// What the documents say of the menus is in them.
func TestDocumentsNameTheMenus(t *testing.T) {
	d := sit(t, nil)
	there := make(map[string]bool)
	for _, m := range d.window.MainMenu().Items {
		for _, i := range m.Items {
			there[m.Label+" → "+i.Label] = true
		}
	}
	named := regexp.MustCompile(`“((?:文件|编辑|转到|显示|帮助) → [^”]+)”`)
	count := 0
	for _, name := range []string{"README.md", "CHANGELOG.md", "assets/docs/使用说明.md", "assets/docs/通知格式.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range named.FindAllStringSubmatch(string(text), -1) {
			count++
			if !there[found[1]] {
				t.Errorf("%s names %s, which is in no menu", name, found[1])
			}
		}
	}
	if count == 0 {
		t.Error("no document names a menu")
	}
}
