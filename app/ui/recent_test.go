package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// The start page is a table of what was open last, and says what is not there any more.
func TestStartPageMarksWhatIsGone(t *testing.T) {
	d := sit(t, nil)
	folder := t.TempDir()
	there, gone := filepath.Join(folder, "在.zcapp"), filepath.Join(folder, "不在.zcapp")
	for _, path := range []string{there, gone} {
		if err := d.shelf.AddRecent(path); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Save(there, forms.New("shaoxing-2020")); err != nil {
		t.Fatal(err)
	}
	d.files.openStart()
	texts := strings.Join(d.words(), "\n")
	for _, want := range []string{"在", "不在", "最近打开的（2份）", "没有这个文件"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%s is not said: %q", want, texts)
		}
	}
}

func TestEarlierCrashIsTold(t *testing.T) {
	d := sit(t, nil)
	d.TellOfCrash("")
	if d.asks.Open() != nil {
		t.Fatal("a crash is told of that was not")
	}
	record := filepath.Join(t.TempDir(), "crash-20261125-080000.txt")
	d.TellOfCrash(record)
	if !strings.Contains(said(d), record) {
		t.Errorf("it says %q", said(d))
	}
	d.tap("看看记录")
	if len(d.shown) != 1 || d.shown[0] != record {
		t.Errorf("shown are %q", d.shown)
	}
}
