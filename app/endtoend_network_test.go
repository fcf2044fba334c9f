//go:build endtoend

package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// alone has the program started without a network, and every socket of it and of
// what it starts written down.
func (d *desk) alone() {
	d.t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		d.t.Fatal("没有 strace：先运行 make test 装好")
	}
	d.sockets = filepath.Join(d.t.TempDir(), "sockets")
	// -D leaves the program the process that was started.
	trace := []string{"strace", "-D", "-f", "-qq", "--seccomp-bpf", "-s", "200", "-e", "trace=socket,connect", "-o", d.sockets}
	d.before = append(withoutNetwork(d.t), trace...)
}

// withoutNetwork is the command that starts another one in a place without a network: root
// may always make one, others where the system lets them be root there.
func withoutNetwork(t *testing.T) (command []string) {
	var problem error
	for _, options := range []string{"-n", "-rn"} {
		command = []string{"unshare", options}
		if problem = exec.Command(command[0], options, "true").Run(); problem == nil {
			return command
		}
	}
	t.Run("没有网络接口", func(t *testing.T) {
		t.Skipf("这里不能去掉网络接口（unshare -rn：%v），只记下程序开的套接字", problem)
	})
	return nil
}

// socketsToNames are the places that the program may speak to, all on this computer.
var socketsToNames = []string{
	"/tmp/.X11-unix/",                                          // the display
	"/run/user/", "/var/run/dbus/", "/run/dbus/", "/tmp/dbus-", // the session's bus
	"/run/cups/", "/var/run/cups/", // the print service
	"/var/run/nscd/", // the names of users, asked by the C library
}

var (
	socketMade = regexp.MustCompile(`\bsocket\((\w+),`)
	socketTo   = regexp.MustCompile(`\bconnect\(\d+, \{sa_family=(\w+), sun_path=@?"([^"]*)"`)
)

// spokeToNobody says which sockets were opened that lead out of this computer.
func (d *desk) spokeToNobody() {
	d.t.Helper()
	trace, err := os.ReadFile(d.sockets)
	if err != nil {
		d.t.Fatal(err)
	}
	made := socketMade.FindAllStringSubmatch(string(trace), -1)
	if len(made) == 0 {
		d.t.Fatal("not even the display was spoken to: nothing was traced")
	}
	for _, socket := range made {
		if socket[1] != "AF_UNIX" {
			d.t.Errorf("a socket of %s was opened:\n%s", socket[1], trace)
		}
	}
	for _, to := range socketTo.FindAllStringSubmatch(string(trace), -1) {
		if !slices.ContainsFunc(socketsToNames, func(name string) bool { return strings.HasPrefix(to[2], name) }) {
			d.t.Errorf("%s was spoken to", to[2])
		}
	}
}

// keptPrivate says which files in the user's folder others than the user can read. A
// folder of the program's own closes what is in it; of the fonts on this computer
// everybody may know.
func (d *desk) keptPrivate() {
	d.t.Helper()
	err := filepath.WalkDir(d.home, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		switch closed := err == nil && info.Mode().Perm()&0o077 == 0; {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == metadata.ID && closed:
			return fs.SkipDir
		case entry.Type().IsRegular() && !closed && !strings.HasPrefix(entry.Name(), "font_index"):
			d.t.Errorf("%s can be read by others: %v", path, info.Mode())
		}
		return nil
	})
	if err != nil {
		d.t.Fatal(err)
	}
}
