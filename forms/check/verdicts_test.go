package check_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/store"
)

// verdict is an applicant whom an independent reader of the notice judged: single changes to
// the one of testdata/verdicts for a plan, and the outcomes that an honest reading allows.
type verdict struct{ name, plan, changes, allowed string }

// verdicts reads testdata/verdicts/cases.tsv.
func verdicts(t *testing.T) []verdict {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "verdicts", "cases.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comma, reader.FieldsPerRecord = '\t', 4
	rows, err := reader.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	read := make([]verdict, len(rows)-1)
	for i, row := range rows[1:] { // below the names of the columns
		read[i] = verdict{row[0], row[1], row[2], row[3]}
	}
	return read
}

func TestVerdicts(t *testing.T) {
	n := shipped(t)
	bases := map[string]*forms.Applicant{}
	for _, plan := range plans {
		data, err := os.ReadFile(filepath.Join("testdata", "verdicts", plan+".zcapp"))
		if err != nil {
			t.Fatal(err)
		}
		if bases[plan], err = store.Decode(data); err != nil {
			t.Fatal(err)
		}
		bases[plan].Photo.Facts = goodPhoto
	}
	for _, row := range verdicts(t) {
		t.Run(row.name, func(t *testing.T) {
			a := bases[row.plan].Clone()
			if row.changes != "" {
				edit(t, n, a, row.changes)
			}
			report := check.Run(n, a)
			for _, want := range strings.Fields(row.allowed) {
				id, outcomes, _ := strings.Cut(want, "=")
				f, ok := report.Find(id)
				if !ok || !slices.Contains(strings.Split(outcomes, "|"), f.Outcome.String()) {
					t.Errorf("%s is %s (%s), allowed is %s", id, f.Outcome, f.Found, outcomes)
				}
			}
		})
	}
}
