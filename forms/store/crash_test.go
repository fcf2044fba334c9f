package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"zhicheng/forms/store"
)

// crashing names the shelf of a child process of the tests that crashes.
const crashing = "ZHICHENG_TEST_CRASH"

// What the runtime says when nothing can catch the crash is on the shelf, and told
// of once.
func TestCrashIsRecorded(t *testing.T) {
	if folder := os.Getenv(crashing); folder != "" {
		crash(t, folder)
		return
	}
	folder := t.TempDir()
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	if told := shelf.Crashed(); told != "" {
		t.Errorf("before any crash it tells of %s", told)
	}
	child := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
	child.Env = append(os.Environ(), crashing+"="+folder)
	if err := child.Run(); err == nil {
		t.Fatal("the child did not crash")
	}
	told := shelf.Crashed()
	said, err := os.ReadFile(told)
	if err != nil || !strings.Contains(string(said), "nobody catches this") || !strings.Contains(string(said), "goroutine") {
		t.Errorf("%s: %v\n%s", told, err, said)
	}
	if info, err := os.Stat(told); err == nil && runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the record has mode %v", info.Mode())
	}
	if again := shelf.Crashed(); again != "" {
		t.Errorf("it tells of %s twice", again)
	}
}

func crash(t *testing.T, folder string) {
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	file, err := shelf.CrashFile()
	if err != nil {
		t.Fatal(err)
	}
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		t.Fatal(err)
	}
	go func() { panic("nobody catches this") }()
	select {}
}

func TestLastCrashesAreKept(t *testing.T) {
	folder := t.TempDir()
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	const crashes = store.KeptCrashes + 3
	for i := range crashes {
		records, err := shelf.RecordCrash(fmt.Appendf(nil, "crash %d\n", i))
		if err != nil {
			t.Fatal(err)
		}
		at := time.Date(2026, 11, 25, 8, 0, i, 0, time.Local)
		if err := os.Chtimes(filepath.Join(records, "crash.txt"), at, at); err != nil {
			t.Fatal(err)
		}
		if said, err := os.ReadFile(shelf.Crashed()); err != nil || string(said) != fmt.Sprintf("crash %d\n", i) {
			t.Errorf("crash %d is told as %q, %v", i, said, err)
		}
	}
	kept, _ := filepath.Glob(filepath.Join(folder, "crashes", "*"))
	if len(kept) != store.KeptCrashes || filepath.Base(kept[0]) != "crash-20261125-080003.txt" {
		t.Errorf("kept are %q", kept)
	}
}

func TestWithoutShelfNoCrashIsRecorded(t *testing.T) {
	var shelf *store.Shelf
	if told := shelf.Crashed(); told != "" {
		t.Errorf("it tells of %s", told)
	}
	if _, err := shelf.RecordCrash(nil); err == nil {
		t.Error("recorded nowhere")
	}
}
