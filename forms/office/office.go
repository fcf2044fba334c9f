// Package office works on many applications at once: those of a folder, or the ones
// that were open last. It reads and checks them on all cores, makes their lists and a
// table of them. What is wrong with one file concerns no other.
package office

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"zhicheng/forms/check"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Row is one application file of the table.
type Row struct {
	Path    string
	Changed time.Time // when the file was written last; zero where the disk did not say
	Size    int64     // bytes

	Name, Unit string   // as they were typed
	Plan       say.Text // the evaluation plan, empty where none is chosen
	// Trust says who vouches for a notice that is not the program's own.
	Trust say.Text
	// Outcome is the worst of what concerns this applicant, and Counts how many findings
	// have each outcome. Outcome is 0 until the file was read.
	Outcome check.Outcome
	Counts  map[check.Outcome]int
	// Verdict is the conclusion in one line.
	Verdict say.Text
	Next    Next
	// Unmeasured: the photo was not looked at yet, and counts for nothing.
	Unmeasured bool
	// Trouble says why the file could not be read.
	Trouble say.Text
}

// Read reports whether the file was read, or why not is known.
func (r Row) Read() bool { return r.Outcome != 0 || !r.Trouble.Empty() }

// Usable reports whether the file holds an application that could be checked.
func (r Row) Usable() bool { return r.Outcome != 0 }

// MostFiles is how many files of a folder are listed.
const MostFiles = 5000

// Files lists the application files in a folder, without those in folders below it and
// without reading any, in the order of their names. left is how many there are beyond
// [MostFiles].
func Files(folder string) (rows []Row, left int, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, 0, say.Errorf("看文件夹 %s：%w", fileread.Name(folder), fileread.Plain(err))
	}
	for _, e := range entries {
		if e.IsDir() || !isApplication(e.Name()) {
			continue
		}
		if len(rows) == MostFiles {
			left++
			continue
		}
		row := Row{Path: filepath.Join(folder, e.Name())}
		if info, err := e.Info(); err == nil {
			row.Changed, row.Size = info.ModTime(), info.Size()
		}
		rows = append(rows, row)
	}
	return rows, left, nil
}

// isApplication reports whether a file is called like an application. What begins with
// a dot is a system's own note about a file, or one that is being written.
func isApplication(name string) bool {
	return strings.EqualFold(filepath.Ext(name), store.Extension) && !strings.HasPrefix(name, ".")
}

// Listed makes rows of paths, as of the files that were open last; no disk is asked.
func Listed(paths []string) []Row {
	rows := make([]Row, len(paths))
	for i, path := range paths {
		rows[i].Path = path
	}
	return rows
}

// ErrStopped is the trouble of a file that was not read because the reading was stopped.
var ErrStopped = say.Errorf("停下了，还没有看")
