//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"zhicheng/forms/photo/hostile"
)

// BenchmarkWorstPictures measures the whole program with the pictures that cost most: the time,
// the processors' time and the peak of its memory.
func BenchmarkWorstPictures(b *testing.B) {
	for name, bytes := range hostile.Worst() {
		path := filepath.Join(b.TempDir(), name)
		if err := os.WriteFile(path, bytes(), 0o600); err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				tool := exec.Command("zc", "photo", "-f", path, filepath.Join(b.TempDir(), "out.jpg"))
				said, _ := tool.CombinedOutput() // whether it is taken does not matter here
				state := tool.ProcessState
				b.ReportMetric(peak(state), "MB")
				b.ReportMetric((state.UserTime() + state.SystemTime()).Seconds(), "cpu-s")
				b.Log(string(said))
			}
		})
	}
}

// peak is the most memory that a process had, in megabytes.
func peak(state *os.ProcessState) float64 {
	most := float64(state.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS == "darwin" {
		return most / (1 << 20)
	}
	return most / (1 << 10)
}

// Ctrl-C ends a batch in the middle of a picture that takes seconds, and leaves nothing behind.
func TestBatchIsStopped(t *testing.T) {
	folder := t.TempDir()
	slow := hostile.JPEG{Width: 4000, Height: 3000, Planes: 3, Halved: true, Progressive: true, Scans: 180}.Bytes()
	copied(t, "forestry-engineer.jpg", filepath.Join(folder, "in", "a.jpg"))
	for _, name := range []string{"b.jpg", "c.jpg", "d.jpg"} {
		if err := os.WriteFile(filepath.Join(folder, "in", name), slow, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tool := exec.Command("zc", "photo", "--out", filepath.Join(folder, "out"), filepath.Join(folder, "in"))
	var table strings.Builder
	tool.Stdout = &table
	progress, err := tool.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := tool.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewReader(progress)
	if _, err := said.ReadString('/'); err != nil { // one is done, the others are not
		t.Fatal(err)
	}
	if err := tool.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, _ := said.ReadString(0)
	_ = tool.Wait()
	if status := tool.ProcessState.ExitCode(); status != statusUnused || !strings.Contains(rest, "停下了") {
		t.Errorf("status %d, said %q", status, rest)
	}
	if !strings.Contains(table.String(), "停下了，没有做") {
		t.Errorf("the table is\n%s", table.String())
	}
	if left, err := os.ReadDir(filepath.Join(folder, "out")); err != nil || len(left) > 1 || len(left) == 1 && left[0].Name() != "a.jpg" {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
