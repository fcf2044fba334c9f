package main

import (
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

// fullDisk is what standard output goes to where no room is left.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "result.txt", Err: windows.ERROR_DISK_FULL}
}

func TestFullDiskIsSaid(t *testing.T) {
	var said strings.Builder
	if status := run(t.Context(), []string{"notice"}, fullDisk{}, &said); status != statusUnused || !strings.Contains(said.String(), "磁盘满了") {
		t.Errorf("status %d: %s", status, said.String())
	}
}
