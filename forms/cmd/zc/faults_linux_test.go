package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"unicode"
)

// systemWords are what the system and the libraries say of faults.
var systemWords = regexp.MustCompile(`(?i)error\b|denied|no such|no space|input/output|directory|device|too (long|large|many)|unexpected|invalid|broken|bad |read-only|not permitted|[a-z]{4,} [a-z]{3,}`)

// wantPlain checks that what was said is Chinese and moves no cursor.
func wantPlain(t *testing.T, when, said string) {
	t.Helper()
	if found := systemWords.FindString(said); found != "" {
		t.Errorf("%s: %q in %q", when, found, said)
	}
	for _, r := range said {
		if unicode.IsControl(r) && r != '\n' && r != '\r' {
			t.Errorf("%s: %q has %U", when, said, r)
			break
		}
	}
	if strings.TrimSpace(said) == "" {
		t.Errorf("%s: nothing is said", when)
	}
}

// zc runs the tool in this process.
func zc(ctx context.Context, out io.Writer, args ...string) (status int, said string) {
	var errOut bytes.Buffer
	status = run(ctx, args, out, &errOut)
	return status, errOut.String()
}

// Inputs that the system does not give, in every way in which it may refuse.
func TestFaultsOfInputs(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	loop := filepath.Join(folder, "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	huge := filepath.Join(folder, "huge")
	if err := os.WriteFile(huge, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 3<<30); err != nil {
		t.Fatal(err)
	}
	inputs := map[string]string{
		"input/output error": "/proc/self/mem", "endless": "/dev/zero", "a terminal": "/dev/tty", "a pipe": pipe, "a loop": loop, "3 GB": huge,
		"nothing": filepath.Join(folder, "none"), "below a file": filepath.Join(huge, "x"), "a folder": "/proc/self/fd",
		"a long name": strings.Repeat("长", 2000), "no name": "a\x00b", "a name that clears the screen": filepath.Join(folder, "\x1b[2J\n.jpg"),
		"empty": "",
	}
	for name, in := range inputs {
		for command, args := range map[string][]string{
			"check": {"check", in}, "check as JSON": {"check", "--json", in}, "report": {"report", in, filepath.Join(folder, "out.pdf")},
			"photo": {"photo", in}, "photo with an output": {"photo", in, filepath.Join(folder, "out.jpg")},
		} {
			var out bytes.Buffer
			status, said := zc(t.Context(), &out, args...)
			if status != statusUnused {
				t.Errorf("%s of %s: status %d, %s", command, name, status, out.String())
			}
			wantPlain(t, command+" of "+name, said)
		}
	}
}

// Outputs that the system does not take.
func TestFaultsOfOutputs(t *testing.T) {
	folder := t.TempDir()
	application := copied(t, "forestry-engineer.zcapp", filepath.Join(folder, "a.zcapp"))
	bare := withoutPhoto(t, application)
	picture := copied(t, "forestry-engineer.jpg", filepath.Join(folder, "a.jpg"))
	for name, place := range map[string]string{
		"no folder": filepath.Join(folder, "none"), "a file as a folder": application, "a kernel's folder": "/proc", "read-only": "/sys/kernel",
	} {
		for command, args := range map[string][]string{
			"report": {"report", bare, filepath.Join(place, "out.pdf")},
			"text":   {"report", bare, filepath.Join(place, "out.txt")},
			"photo":  {"photo", picture, filepath.Join(place, "out.jpg")},
		} {
			status, said := zc(t.Context(), io.Discard, args...)
			if status != statusUnused {
				t.Errorf("%s into %s: status %d", command, name, status)
			}
			wantPlain(t, command+" into "+name, said)
		}
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	for command, args := range map[string][]string{
		"check": {"check", bare}, "check as JSON": {"check", "--json", bare}, "photo": {"photo", picture},
		"photo as JSON": {"photo", "--json", picture}, "notice": {"notice"},
	} {
		status, said := zc(t.Context(), full, args...)
		if status != statusUnused {
			t.Errorf("%s onto a full disk: status %d", command, status)
		}
		wantPlain(t, command+" onto a full disk", said)
	}
}

// fullDisk names the folder in which a child process of the tests works under a limit
// that stops each file in the middle.
const fullDisk = "ZHICHENG_TEST_FULL_DISK"

// A disk that is full in the middle of a file.
func TestFaultsOfADiskThatFillsUp(t *testing.T) {
	if folder := os.Getenv(fullDisk); folder != "" {
		writeUnderLimit(t, folder)
		return
	}
	folder := t.TempDir()
	copied(t, "forestry-engineer.zcapp", filepath.Join(folder, "a.zcapp"))
	copied(t, "forestry-engineer.jpg", filepath.Join(folder, "a.jpg"))
	child := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.v")
	child.Env = append(os.Environ(), fullDisk+"="+folder)
	if out, err := child.CombinedOutput(); err != nil || strings.Count(string(out), "said: zc：") != 2 {
		t.Errorf("%v\n%s", err, out)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func writeUnderLimit(t *testing.T, folder string) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: 4096}); err != nil {
		t.Fatal(err)
	}
	for command, args := range map[string][]string{
		"report": {"report", filepath.Join(folder, "a.zcapp"), filepath.Join(folder, "out.pdf")},
		"photo":  {"photo", filepath.Join(folder, "a.jpg"), filepath.Join(folder, "out.jpg")},
	} {
		status, said := zc(t.Context(), io.Discard, args...)
		if status != statusUnused {
			t.Errorf("%s: status %d", command, status)
		}
		wantPlain(t, command, said)
		t.Logf("said: %s", said)
	}
}

// Who stops the tool gets one sentence, and nothing is written.
func TestStopped(t *testing.T) {
	folder := t.TempDir()
	application := copied(t, "forestry-engineer.zcapp", filepath.Join(folder, "a.zcapp"))
	picture := copied(t, "forestry-engineer.jpg", filepath.Join(folder, "a.jpg"))
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for command, args := range map[string][]string{
		"check": {"check", application}, "report": {"report", application, filepath.Join(folder, "out.pdf")},
		"photo": {"photo", picture, filepath.Join(folder, "out.jpg")},
	} {
		status, said := zc(ctx, io.Discard, args...)
		if status != statusUnused {
			t.Errorf("%s: status %d", command, status)
		}
		wantPlain(t, command, said)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// What a stranger's application holds moves no cursor.
func TestStrangersTextIsPrintedPlainly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zcapp")
	text := `{"format": 1, "notice": "shaoxing-2020", "title": {"qualified_date": "\u001b[2J\n全部符合\u202e"}, "unit": {"name": "\u001b]0;x\u0007"}, "photo": {"file": "\u001b[31m.jpg"}}`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	status, said := zc(t.Context(), &out, "check", path)
	if status != statusBad || said != "" {
		t.Fatalf("status %d: %s", status, said)
	}
	wantPlain(t, "the findings", out.String())
	if strings.Contains(out.String(), "\n全部符合") {
		t.Errorf("a stranger's text has a line of its own:\n%s", out.String())
	}
}
