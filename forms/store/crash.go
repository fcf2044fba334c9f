package store

import (
	"os"
	"path/filepath"
	"slices"

	"zhicheng/forms/say"
)

// KeptCrashes is how many records of crashes the shelf keeps.
const KeptCrashes = 5

// Names of the records: the one that is written to, and those that were told of.
const (
	crashName    = "crash.txt"
	crashPattern = "crash-*.txt"
	crashTime    = "crash-20060102-150405.txt"
)

var errNoShelf = say.Errorf("没有软件自己的文件夹")

func (s *Shelf) crashes() string { return filepath.Join(s.folder, "crashes") }

// CrashFile opens the file to which a program that crashes writes its last words;
// only its owner can read it. Without a shelf it is an error.
func (s *Shelf) CrashFile() (*os.File, error) {
	if s == nil {
		return nil, say.Errorf("记下出错的经过：%w", errNoShelf)
	}
	if err := os.MkdirAll(s.crashes(), 0o700); err != nil {
		return nil, say.Errorf("记下出错的经过：%w", plain(err))
	}
	file, err := os.OpenFile(filepath.Join(s.crashes(), crashName), os.O_APPEND|os.O_CREATE|os.O_WRONLY, ownerOnly)
	if err != nil {
		return nil, say.Errorf("记下出错的经过：%w", plain(err))
	}
	return file, nil
}

// RecordCrash adds to the record what is known of a crash, and returns the folder of
// the records.
func (s *Shelf) RecordCrash(words []byte) (folder string, err error) {
	file, err := s.CrashFile()
	if err != nil {
		return "", err
	}
	defer file.Close()
	if _, err := file.Write(words); err != nil {
		return "", say.Errorf("记下出错的经过：%w", plain(err))
	}
	return s.crashes(), nil
}

// Crashed puts the record of a crash aside and returns its path, "" where there was
// none since the last call. The last [KeptCrashes] are kept.
func (s *Shelf) Crashed() string {
	if s == nil {
		return ""
	}
	record := filepath.Join(s.crashes(), crashName)
	info, err := os.Stat(record)
	if err != nil || info.Size() == 0 {
		return ""
	}
	aside := filepath.Join(s.crashes(), info.ModTime().Format(crashTime))
	if os.Rename(record, aside) != nil {
		return "" // another window holds it: the next start tells of it
	}
	all, _ := filepath.Glob(filepath.Join(s.crashes(), crashPattern))
	slices.Sort(all)
	for _, old := range all[:max(0, len(all)-KeptCrashes)] {
		_ = os.Remove(old)
	}
	return aside
}
