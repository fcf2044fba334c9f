package document

import (
	"errors"
	"testing"
	"time"

	"zhicheng/forms"
)

// What is said of the file is the worst of what is so.
func TestStatusSaysWhatIsSafe(t *testing.T) {
	at := time.Date(2020, time.September, 10, 10, 32, 0, 0, time.Local)
	filed, newer, disk := forms.New("n"), forms.New("n"), errors.New("disk full")
	for _, row := range []struct {
		name          string
		status        Status
		saving, dirty bool
		text          string
		safe          bool
	}{
		{"nothing typed", Status{}, false, false, "还没有改动", false},
		{"being saved", Status{Elsewhere: true}, true, true, "正在保存", false},
		{"open elsewhere", Status{Elsewhere: true, Safe: filed}, false, true, "不自动存进文件，请另存", false},
		{"changed by others", Status{File: ErrForeign, Safe: filed}, false, true, "文件在别处改过，没有存", false},
		{"the file cannot be written", Status{File: disk, Safe: newer, Filed: filed}, false, false, "没有保存成，请另存", false},
		{"the shelf cannot be written", Status{Shelf: disk}, false, true, "没有保存成，请另存", false},
		{"the shelf could not, all is filed", Status{Shelf: disk, Safe: filed, Filed: filed, At: at}, false, false, "已保存 10:32", true},
		{"just typed", Status{Safe: filed, Filed: filed}, false, true, "有改动，马上保存", false},
		{"on the shelf", Status{Safe: newer, Filed: filed, At: at}, false, false, "已自动保存 10:32", true},
		{"in the file", Status{Safe: filed, Filed: filed, At: at}, false, false, "已保存 10:32", true},
	} {
		if text, safe := row.status.Say(row.saving, row.dirty); text.String() != row.text || safe != row.safe {
			t.Errorf("%s: %s, safe %t", row.name, text, safe)
		}
	}
}
