//go:build endtoend

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Whatever ends the program in order, what was typed just before is there again.
func TestSignalsLoseNothing(t *testing.T) {
	for name, signal := range map[string]os.Signal{"hangup": syscall.SIGHUP, "terminate": syscall.SIGTERM, "interrupt": os.Interrupt} {
		t.Run(name, func(t *testing.T) {
			d := sit(t)
			d.start()
			d.click("开始填写")
			d.click("述职与业绩")
			d.paste("本人述职", 80, "刚刚写的一句。")
			d.drafted("the text is there, hardly saved yet", "刚刚写的一句。")
			if err := d.running.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if err := d.end(); err != nil {
				t.Errorf("the program ended with %v", err)
			}
			d.start()
			d.click("接着填")
			d.drafted("the text is back", "刚刚写的一句。")
		})
	}
}

// Where there can be no window the program says why and ends.
func TestNoWindowIsSaid(t *testing.T) {
	d := sit(t)
	for name, row := range map[string]struct {
		display string
		extra   string
		want    string
	}{
		"no display":     {"", "", "没有图形桌面"},
		"a dead display": {":9999", "", "连不上图形桌面"},
		"no OpenGL":      {screen(t, "800x600x24", "-extension", "GLX"), "", "没有提供OpenGL"},
		"old OpenGL":     {screen(t, "800x600x24"), "MESA_GL_VERSION_OVERRIDE=1.4", "OpenGL太旧"},
	} {
		d.display = row.display
		program := exec.Command(d.program)
		program.Env = append(d.environment(), row.extra, "SSH_CONNECTION=", "PATH=")
		said, err := program.CombinedOutput()
		if program.ProcessState.ExitCode() != 2 || !strings.Contains(string(said), row.want) {
			t.Errorf("%s: %v\n%s", name, err, said)
		}
	}
}

// A crash that nothing catches is recorded, and the next start says where.
func TestNextStartTellsOfACrash(t *testing.T) {
	d := sit(t)
	d.start()
	if err := d.running.Process.Signal(syscall.SIGQUIT); err != nil { // the runtime dies of it as of a bug
		t.Fatal(err)
	}
	_ = d.running.Wait()
	d.start()
	d.find("上次没有正常退出")
	d.click("知道了")
	records, err := filepath.Glob(filepath.Join(d.home, ".config", "zhicheng", "crashes", "crash-*.txt"))
	if err != nil || len(records) != 1 {
		t.Fatalf("records: %q, %v", records, err)
	}
	said, err := os.ReadFile(records[0])
	if err != nil || !strings.Contains(string(said), "goroutine") {
		t.Errorf("the record holds %q, %v", said, err)
	}
	info, err := os.Stat(records[0])
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the record: %v, %v", info, err)
	}
}
