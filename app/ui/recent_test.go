package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestMissing(t *testing.T) {
	never := make(chan struct{})
	t.Cleanup(func() { close(never) })
	for want, look := range map[string]func(string) (fs.FileInfo, error){
		"":           func(string) (fs.FileInfo, error) { return nil, nil },
		"找不到了":       os.Stat,
		"现在读不到":      func(string) (fs.FileInfo, error) { return nil, errors.New("the network is gone") },
		"它所在的磁盘没有回答": func(string) (fs.FileInfo, error) { <-never; return nil, nil },
	} {
		patience := time.Hour
		if strings.Contains(want, "回答") {
			patience = time.Millisecond
		}
		if got := missing(filepath.Join(t.TempDir(), "a.zcapp"), look, patience); got.String() != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

// The start page lists what was open last, and says what is not there any more.
func TestStartPageMarksWhatIsGone(t *testing.T) {
	d := sit(t, nil)
	folder := t.TempDir()
	there, gone := filepath.Join(folder, "在.zcapp"), filepath.Join(folder, "不在.zcapp")
	for _, path := range []string{there, gone} {
		if err := d.shelf.AddRecent(path); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(there, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.files.openStart()
	texts := strings.Join(d.words(), "\n")
	for _, path := range []string{there, gone} {
		d.button(shortPath(path))
	}
	if strings.Count(texts, "找不到了") != 1 {
		t.Errorf("what is gone is not said: %q", texts)
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
