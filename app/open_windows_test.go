package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// The system finds files whatever signs their names have: the file opened is a
// script that leaves a mark beside it.
func TestOpenFindsChineseNames(t *testing.T) {
	folder := t.TempDir()
	script, mark := filepath.Join(folder, "自查清单 100%20 𠮷.cmd"), filepath.Join(folder, "mark")
	if err := os.WriteFile(script, []byte("@echo done> \"%~dp0mark\"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := openPath(nil)(script); err != nil {
		t.Fatal(err)
	}
	patience, again := time.After(20*time.Second), time.NewTicker(20*time.Millisecond)
	defer again.Stop()
	for {
		if _, err := os.Stat(mark); err == nil {
			return
		}
		select {
		case <-patience:
			t.Fatal("the script did not run")
		case <-again.C:
		}
	}
}

func TestOpenSaysWhatCannotBeOpened(t *testing.T) {
	if err := openPath(nil)(filepath.Join(t.TempDir(), "没有.pdf")); err == nil {
		t.Error("a file that is not there was opened")
	}
}
