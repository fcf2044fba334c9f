package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// held gives drafts, which are let go of when the test ends: Windows removes no file that
// is open.
func held(t *testing.T, drafts []store.Leftover) []store.Leftover {
	t.Helper()
	for _, l := range drafts {
		t.Cleanup(l.Unsaved.Release)
	}
	return drafts
}

func TestUnreadableDraftsAreNamed(t *testing.T) {
	s, folder := shelf(t)
	d, err := s.NewUnsaved(noon, store.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Save(forms.New("shaoxing-2020")); err != nil {
		t.Fatal(err)
	}
	d.Release()
	newer := put(t, time.Hour, folder, "drafts", "20200101-000000.000000000.zcapp")
	if err := os.WriteFile(newer, []byte(`{"format":3}`), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := put(t, 2*time.Hour, folder, "drafts", "20200102-000000.000000000.zcapp")

	bad := s.Unreadable()
	if len(bad) != 2 || !errors.Is(bad[0].Trouble, store.ErrTooNew) || !errors.Is(bad[1].Trouble, store.ErrNotJSON) {
		t.Fatalf("unreadable: %+v", bad)
	}
	if bad[0].Trouble.Error() != "文件是更新版本的软件存的，请先更新软件（文件格式3，本软件到2）" || bad[0].Content != nil {
		t.Errorf("it says %v", bad[0].Trouble)
	}
	if age := time.Since(bad[1].Saved); age < 2*time.Hour || age > 3*time.Hour {
		t.Errorf("saved %v ago", age)
	}
	if again := s.Unreadable(); len(again) != 0 {
		t.Errorf("two windows hold the same drafts: %+v", again)
	}
	if good := held(t, s.Leftovers()); len(good) != 1 || good[0].Trouble != nil || good[0].Content == nil {
		t.Errorf("readable: %+v", good)
	}
	bad[0].Unsaved.Discard()
	bad[1].Unsaved.Release()
	if there(newer) || !there(broken) {
		t.Error("one draft was to be thrown away, the other kept")
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "drafts", "20200101*")); len(left) > 0 {
		t.Errorf("left of the draft thrown away: %v", left)
	}
}
