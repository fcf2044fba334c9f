package store

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// Ticks are the steps that the applicant has ticked off as done elsewhere, on the
// platform. They are a convenience beside the application, whose file has no room
// for them: without them nothing is lost but the ticks.
type Ticks struct {
	// Notice is the notice whose steps they are.
	Notice string `json:"notice"`
	// Done has for each step that is done the marks of what it held then.
	Done map[string][]string `json:"done"`
}

// Clone returns a copy that shares nothing with t.
func (t Ticks) Clone() Ticks {
	t.Done = maps.Clone(t.Done)
	for step, marks := range t.Done {
		t.Done[step] = slices.Clone(marks)
	}
	return t
}

// mostTicks is the largest file of ticks that is read, in bytes.
const mostTicks = 1 << 18

// readTicks returns the ticks in a file of the shelf; one that is not there or
// cannot be read has none.
func readTicks(path string) Ticks {
	data, err := fileread.File(context.Background(), path, mostTicks)
	var t Ticks
	if err != nil || json.Unmarshal(data, &t) != nil {
		return Ticks{}
	}
	return t
}

// writeTicks puts ticks into a file of the shelf; without any the file goes.
func writeTicks(path string, t Ticks) error {
	if len(t.Done) == 0 {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return say.Errorf("取消打的勾：%w", plain(err))
		}
		return nil
	}
	data, err := json.Marshal(t)
	if err != nil {
		return say.Errorf("记住打的勾：%w", err)
	}
	return WriteFile(path, data)
}

func (s *Shelf) ticksPath(path string) string {
	return filepath.Join(s.folder, "ticks", key(path)+".json")
}

// Ticks returns what is ticked off for the file at path; ticks that cannot be read
// are none.
func (s *Shelf) Ticks(path string) Ticks { return readTicks(s.ticksPath(path)) }

// KeepTicks keeps what is ticked off for the file at path, atomically.
func (s *Shelf) KeepTicks(path string, t Ticks) error { return writeTicks(s.ticksPath(path), t) }

func (d *Unsaved) ticksPath() string { return strings.TrimSuffix(d.path, Extension) + ".ticks" }

// Ticks returns what is ticked off for the draft.
func (d *Unsaved) Ticks() Ticks { return readTicks(d.ticksPath()) }

// KeepTicks keeps what is ticked off for the draft, atomically.
func (d *Unsaved) KeepTicks(t Ticks) error { return writeTicks(d.ticksPath(), t) }
