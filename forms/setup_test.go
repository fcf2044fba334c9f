package forms_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// lists is what apt-get says while another one fetches the lists of packages; it does
// not wait for that lock.
const lists = `echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)" >&2; exit 100`

// setUp runs .make/setup where a compiler is missing, with an apt-get that does what
// the script says; $n is how often it was called.
func setUp(t *testing.T, script string, environment ...string) (said string, err error) {
	t.Helper()
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("apt-get 只在 Linux 上有")
	}
	bin := t.TempDir()
	for name, text := range map[string]string{
		"apt-get":    "#!/bin/sh\ncd '" + bin + "'\necho >>calls\nn=$(wc -l <calls)\n" + script,
		"sudo":       "#!/bin/sh\n[ \"$1\" != -n ] || shift\nexec \"$@\"\n",
		"pkg-config": "#!/bin/sh\n",
		"compiler":   "#!/bin/sh\ncat >/dev/null\n",
	} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command(filepath.Join(root, ".make", "setup"), "window")
	command.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "CC=installed-compiler", "APT_PAUSE=0")
	command.Env = append(command.Env, environment...)
	out, err := command.CombinedOutput()
	return string(out), err
}

func TestSetupWaitsForAnotherAptGet(t *testing.T) {
	said, err := setUp(t, `case $n in
1) echo "E: Unable to locate package gcc" >&2; exit 100 ;;
2|3) `+lists+` ;;
5) mv compiler installed-compiler ;;
esac
`)
	if err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

func TestSetupDoesNotWaitForEver(t *testing.T) {
	said, err := setUp(t, lists, "APT_PATIENCE=0")
	if err == nil || !strings.Contains(said, "缺少：installed-compiler") || !strings.Contains(said, "lists/lock") {
		t.Errorf("%v\n%s", err, said)
	}
}

// What waiting does not help is not waited for.
func TestSetupSaysAtOnceWhatIsMissing(t *testing.T) {
	said, err := setUp(t, `echo $n; echo "E: Unable to fetch" >&2; exit 100`)
	if err == nil || !strings.Contains(said, "2\nE: Unable to fetch") || strings.Contains(said, "3\n") {
		t.Errorf("%v\n%s", err, said)
	}
}
