package ui

import "path/filepath"

// recent returns the files that were open last.
func (f *files) recent() []string {
	if f.w.config.Shelf == nil {
		return nil
	}
	return f.w.config.Shelf.Recent()
}

// shortPath is a path as it is told from others: the name with its folder.
func shortPath(path string) string {
	folder, name := filepath.Split(path)
	if folder == "" {
		return name
	}
	return filepath.Join(filepath.Base(folder), name)
}
