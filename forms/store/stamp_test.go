package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zhicheng/forms/store"
)

func TestStampTellsWhatAnotherProgramWrote(t *testing.T) {
	later := time.Now().Add(time.Hour)
	for name, row := range map[string]struct {
		change func(path string) error
		still  bool
	}{
		"nothing":      {func(string) error { return nil }, true},
		"touched":      {func(path string) error { return os.Chtimes(path, later, later) }, true},
		"gone":         {os.Remove, true},
		"other length": {func(path string) error { return os.WriteFile(path, []byte("longer than before"), 0o600) }, false},
		"same length": {func(path string) error {
			_ = os.WriteFile(path, []byte("AFTER!"), 0o600)
			return os.Chtimes(path, later, later)
		}, false},
		"same length and time": {func(path string) error {
			info, err := os.Stat(path)
			_ = os.WriteFile(path, []byte("AFTER!"), 0o600)
			_ = os.Chtimes(path, info.ModTime(), info.ModTime())
			return err
		}, false},
		"cannot be looked": {func(path string) error { _ = os.Remove(path); return os.Mkdir(path, 0o700) }, false},
	} {
		path := filepath.Join(t.TempDir(), "a.zcapp")
		if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
			t.Fatal(err)
		}
		stamp, err := store.StampOf(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := row.change(path); err != nil {
			t.Fatal(err)
		}
		if got := stamp.Still(context.Background(), path); got != row.still {
			t.Errorf("%s: %t", name, got)
		}
		if !store.Stamp("").Still(context.Background(), path) {
			t.Errorf("%s: a file of which nothing is known counts as changed", name)
		}
	}
	if _, err := store.StampOf(context.Background(), filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a file that is not there has a stamp")
	}
}
