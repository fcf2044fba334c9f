package store

import "testing"

func TestSamePath(t *testing.T) {
	for _, row := range []struct {
		one, other string
		folded     bool // one on systems that do not tell letter cases apart
		same       bool // one everywhere
	}{
		{`C:\申报\a.zcapp`, `C:\申报\a.zcapp`, true, true},
		{`C:\申报\A.zcapp`, `c:\申报\a.ZCAPP`, true, false},
		{`C:\申报\É.zcapp`, `C:\申报\é.zcapp`, true, false},
		{`C:\申报\a.zcapp`, `C:\申报\b.zcapp`, false, false},
		{"", "a", false, false},
	} {
		for system, want := range map[string]bool{"windows": row.folded, "darwin": row.folded, "linux": row.same} {
			if got := samePath(system, row.one, row.other); got != want {
				t.Errorf("%s: %s and %s are the same: %t", system, row.one, row.other, got)
			}
		}
	}
}
