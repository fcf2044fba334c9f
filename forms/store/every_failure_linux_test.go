//go:build !race

package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// saveTo names the file that a child process of the tests saves to.
const saveTo = "ZHICHENG_TEST_SAVE_TO"

// callsOfASave are what a save asks of the system.
var callsOfASave = []string{"openat", "write", "fchmod", "fsync", "close", "renameat", "newfstatat", "readlinkat"}

// Whichever call of a save fails, and wherever the program is killed in it, the file
// holds the old application or the new one, whole; and the new one where the save said so.
func TestSaveFailingOrKilledAtEveryCall(t *testing.T) {
	if path := os.Getenv(saveTo); path != "" {
		a := forms.New("shaoxing-2020")
		a.Person.Name = "后来"
		if err := store.Save(path, a); err == nil {
			t.Log("saved")
		}
		return
	}
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("没有 strace，不能让系统调用出错")
	}
	for name, fault := range map[string]string{"fails": "error=EIO", "is killed": "signal=KILL"} {
		for _, call := range callsOfASave {
			t.Run(call+" "+name, func(t *testing.T) {
				n := 1
				for saveWith(t, call, fmt.Sprintf("%s:when=%d", fault, n)) {
					n++
				}
				if n == 1 {
					t.Errorf("a save does not call %s", call)
				}
				t.Logf("%d times", n-1)
			})
		}
	}
}

// saveWith saves over an older file with a fault of a call, and says whether it struck.
func saveWith(t *testing.T, call, fault string) (struck bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.zcapp")
	old := forms.New("shaoxing-2020")
	old.Person.Name = "从前"
	if err := store.Save(path, old); err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(t.TempDir(), "trace")
	child := exec.Command("strace", "-f", "-qq", "-o", trace, "-e", "trace="+call, "-e", "inject="+call+":"+fault,
		os.Args[0], "-test.run", "^TestSaveFailingOrKilledAtEveryCall$", "-test.v")
	child.Env = append(os.Environ(), saveTo+"="+path, "GOMAXPROCS=1")
	output, err := child.CombinedOutput()
	now, loadErr := store.Load(t.Context(), path)
	if loadErr != nil {
		t.Fatalf("%s: %v\n%s", fault, loadErr, output)
	}
	switch saved := strings.Contains(string(output), "saved"); {
	case now.Person.Name != "从前" && now.Person.Name != "后来":
		t.Errorf("%s: the file holds %q", fault, now.Person.Name)
	case saved && now.Person.Name != "后来":
		t.Errorf("%s: saved was said, and the file holds %q", fault, now.Person.Name)
	}
	calls, readErr := os.ReadFile(trace)
	if readErr != nil {
		t.Fatal(readErr)
	}
	return strings.Contains(string(calls), "INJECTED") || strings.Contains(string(calls), "killed by SIGKILL") || err != nil
}
