package store

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"

	"zhicheng/forms/say"
)

// Cleared is what was taken off the shelf.
type Cleared struct {
	Drafts   int // answers that were in no file
	Versions int // earlier states of files
	Recent   int // files that were remembered as open last
	Ticks    int // files for which something was ticked off
	Crashes  int // records of crashes
	Bytes    int64
	// Busy is how many drafts stay because a window has them open.
	Busy int
}

// Clear takes everything off the shelf that it keeps about applications and what was done
// with them. Files of the applicant are not on the shelf and are not touched: nothing is
// followed out of its folder. Drafts that a window has open stay, and notices that were
// installed.
func (s *Shelf) Clear() (Cleared, error) {
	root, err := os.OpenRoot(s.folder)
	if err != nil {
		return Cleared{}, say.Errorf("清除本机记录：%w", plain(err))
	}
	defer root.Close()
	c := &clearing{root: root}
	c.Recent = len(s.Recent())
	c.drafts(s.folder)
	c.Versions = c.folder("versions", 2)
	c.Ticks = c.folder("ticks", 1)
	c.Crashes = c.folder("crashes", 1)
	c.remove("recent.json")
	c.remove("measured.json")
	if c.err != nil {
		return c.Cleared, say.Errorf("清除本机记录：%w", plain(c.err))
	}
	return c.Cleared, nil
}

// clearing counts what is removed, and goes on after an error.
type clearing struct {
	Cleared
	root *os.Root
	err  error // the first
}

// remove removes a file; one that is not there is no error.
func (c *clearing) remove(name string) bool {
	info, err := c.root.Lstat(name)
	if err != nil {
		return false
	}
	if err := c.root.Remove(name); err != nil {
		if c.err == nil {
			c.err = err
		}
		return false
	}
	c.Bytes += info.Size()
	return true
}

// folder empties a folder and those in it, down to a depth, and returns how many files
// were in it.
func (c *clearing) folder(name string, depth int) (files int) {
	info, err := c.root.Lstat(name)
	if err != nil || !info.IsDir() {
		return 0 // a link leads elsewhere
	}
	for _, entry := range c.entries(name) {
		below := filepath.Join(name, entry.Name())
		if entry.IsDir() && depth > 1 {
			files += c.folder(below, depth-1)
			c.remove(below)
		} else if !entry.IsDir() && c.remove(below) {
			files++
		}
	}
	return files
}

func (c *clearing) entries(name string) []fs.DirEntry {
	folder, err := c.root.Open(name)
	if err != nil {
		return nil
	}
	defer folder.Close()
	entries, _ := folder.ReadDir(-1)
	return entries
}

// drafts removes the drafts that no window has open, each with what belongs to it.
func (c *clearing) drafts(shelf string) {
	if info, err := c.root.Lstat("drafts"); err != nil || !info.IsDir() {
		return
	}
	entries, busy := c.entries("drafts"), map[string]bool{}
	held := map[string]*flock.Flock{}
	for _, entry := range entries {
		stem := draftOf(entry.Name())
		if _, known := held[stem]; known || busy[stem] {
			continue
		}
		lock := flock.New(filepath.Join(shelf, "drafts", stem+".lock"))
		if ok, err := lock.TryLock(); err != nil || !ok {
			busy[stem] = true
			c.Busy++
			continue
		}
		held[stem] = lock
	}
	for _, entry := range entries {
		if !busy[draftOf(entry.Name())] && filepath.Ext(entry.Name()) != ".lock" && c.remove(filepath.Join("drafts", entry.Name())) && filepath.Ext(entry.Name()) == Extension {
			c.Drafts++
		}
	}
	for stem, lock := range held {
		_ = lock.Unlock()
		c.remove(filepath.Join("drafts", stem+".lock"))
	}
}

// draftOf is the name that all files of a draft have in common: a time, in which there is
// one dot.
func draftOf(name string) string {
	parts := strings.SplitN(name, ".", 3)
	return strings.Join(parts[:min(len(parts), 2)], ".")
}
