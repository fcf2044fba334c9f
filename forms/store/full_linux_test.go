package store_test

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// fullDisk names the file that a child process of the tests saves to under a limit
// that stops it in the middle.
const fullDisk = "ZHICHENG_TEST_FULL_DISK"

// A write that stops in the middle leaves the old file as it was and nothing else.
func TestFailingWriteLeavesTheOldFile(t *testing.T) {
	if path := os.Getenv(fullDisk); path != "" {
		saveUnderLimit(t, path)
		return
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "a.zcapp")
	old := forms.New("shaoxing-2020")
	old.Person.Name = "从前"
	if err := store.Save(path, old); err != nil {
		t.Fatal(err)
	}
	before := content(t, path)
	child := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.v")
	child.Env = append(os.Environ(), fullDisk+"="+path)
	output, err := child.CombinedOutput()
	if err != nil || !strings.Contains(string(output), "refused: 保存 a.zcapp：写不进去，换一个地方保存") {
		t.Fatalf("%v\n%s", err, output)
	}
	if got := content(t, path); got != before {
		t.Errorf("the old file holds\n%s", got)
	}
	only(t, folder, "a.zcapp")
}

// saveUnderLimit saves a large application where no file may grow beyond 4 KB.
func saveUnderLimit(t *testing.T, path string) {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: 4096, Max: 4096}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	a := forms.New("shaoxing-2020")
	a.Statement.Text = strings.Repeat("新", 100_000)
	err := store.Save(path, a)
	if err == nil {
		t.Fatal("the limit did not stop the write")
	}
	t.Logf("refused: %v", err)
}
