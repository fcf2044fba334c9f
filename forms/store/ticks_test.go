package store_test

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

var someTicks = store.Ticks{Notice: "shaoxing-2020", Done: map[string][]string{"附件1-1": {"a", "b"}, "附件1-9": nil}}

// ticksFile returns the only file of ticks on the shelf.
func ticksFile(t *testing.T, folder string) string {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(folder, "ticks", "*"))
	if len(found) != 1 {
		t.Fatalf("files of ticks: %q", found)
	}
	return found[0]
}

func TestTicksOfAFile(t *testing.T) {
	s, folder := shelf(t)
	path := filepath.Join(t.TempDir(), "我的.zcapp")
	if got := s.Ticks(path); len(got.Done) != 0 {
		t.Errorf("a new file has ticks: %v", got)
	}
	if err := s.KeepTicks(path, someTicks); err != nil {
		t.Fatal(err)
	}
	if got := s.Ticks(path); !reflect.DeepEqual(got, someTicks) {
		t.Errorf("kept %v, got %v", someTicks, got)
	}
	if got := s.Ticks(path + "2"); len(got.Done) != 0 {
		t.Errorf("another file has them: %v", got)
	}
	info, err := os.Stat(ticksFile(t, folder))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others can read them: %v, %v", info, err)
	}
	if err := s.KeepTicks(path, store.Ticks{Notice: "shaoxing-2020"}); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(filepath.Join(folder, "ticks")); len(left) != 0 || len(s.Ticks(path).Done) != 0 {
		t.Errorf("without ticks there is still %v", left)
	}
	if err := s.KeepTicks(path, store.Ticks{}); err != nil {
		t.Errorf("removing none: %v", err)
	}
}

// What cannot be read is no tick and no trouble.
func TestTicksThatCannotBeRead(t *testing.T) {
	for name, content := range map[string]string{
		"empty": "", "cut": `{"notice":"x","done":{"附件`, "a list": `[]`, "words": "\xff\x00", "other types": `{"done":{"附件1-1":7}}`,
		"huge": `{"notice":"` + strings.Repeat("x", 1<<18) + `","done":{"附件1-1":[]}}`,
	} {
		s, folder := shelf(t)
		path := filepath.Join(t.TempDir(), "a.zcapp")
		if err := s.KeepTicks(path, someTicks); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(ticksFile(t, folder), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := s.Ticks(path); len(got.Done) != 0 {
			t.Errorf("%s: read %v", name, got)
		}
		if err := s.KeepTicks(path, someTicks); err != nil || !reflect.DeepEqual(s.Ticks(path), someTicks) {
			t.Errorf("%s: not replaced: %v", name, err)
		}
	}
}

func TestTicksNowhereToPut(t *testing.T) {
	s, folder := shelf(t)
	if err := os.RemoveAll(filepath.Join(folder, "ticks")); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepTicks("a.zcapp", someTicks); err == nil {
		t.Error("kept in a folder that is not there")
	}
}

// Ticks of a draft come back with it and go with it.
func TestTicksOfADraft(t *testing.T) {
	s, folder := shelf(t)
	d, err := s.NewUnsaved(noon, store.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.NewUnsaved(noon.Add(time.Second), store.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.KeepTicks(someTicks); err != nil {
		t.Fatal(err)
	}
	if err := d.Save(forms.New("")); err != nil {
		t.Fatal(err)
	}
	if got := other.Ticks(); len(got.Done) != 0 {
		t.Errorf("another draft has them: %v", got)
	}
	d.Release()
	left := s.Leftovers()
	if len(left) != 1 || !reflect.DeepEqual(left[0].Unsaved.Ticks(), someTicks) {
		t.Fatalf("left over: %+v", left)
	}
	left[0].Unsaved.Discard()
	other.Discard()
	if rest, _ := os.ReadDir(filepath.Join(folder, "drafts")); len(rest) != 0 {
		t.Errorf("discarded drafts leave %v", rest)
	}
}

func TestTicksAreCopied(t *testing.T) {
	copied := someTicks.Clone()
	if !reflect.DeepEqual(copied, someTicks) {
		t.Fatalf("the copy is %v", copied)
	}
	copied.Done["附件1-1"][0] = "x"
	delete(copied.Done, "附件1-9")
	if someTicks.Done["附件1-1"][0] != "a" || len(someTicks.Done) != 2 {
		t.Error("the copy changes the original")
	}
	if empty := (store.Ticks{}).Clone(); len(empty.Done) != 0 {
		t.Error("an empty copy has ticks")
	}
}
