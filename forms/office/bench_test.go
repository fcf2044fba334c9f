package office_test

import (
	"fmt"
	"testing"

	"zhicheng/forms/office"
	"zhicheng/forms/store"
)

// folderOf fills a folder with applications that have a photo each.
func folderOf(b *testing.B, n int) []office.Row {
	b.Helper()
	folder, a := b.TempDir(), sample(b, "forestry-engineer")
	data, err := store.Encode(a)
	if err != nil {
		b.Fatal(err)
	}
	for i := range n {
		put(b, folder, fmt.Sprintf("%03d.zcapp", i), string(data))
	}
	rows, _, err := office.Files(folder)
	if err != nil || len(rows) != n {
		b.Fatal(len(rows), err)
	}
	return rows
}

// BenchmarkRead reads and checks a folder: new is one whose photos have to be measured,
// known one whose photos were measured before.
func BenchmarkRead(b *testing.B) {
	for _, row := range []struct {
		n     int
		known bool
	}{{30, false}, {30, true}, {500, true}} {
		b.Run(fmt.Sprintf("%d-known-%t", row.n, row.known), func(b *testing.B) {
			rows, r := folderOf(b, row.n), reader()
			read := func() {
				r.Read(b.Context(), rows, func(_ int, row office.Row) {
					if !row.Usable() {
						b.Fatal(row.Trouble)
					}
				})
			}
			if row.known {
				r.Measured = (*store.Shelf)(nil).Measured("test")
				r.Read(b.Context(), rows[:1], func(int, office.Row) {})
			}
			for b.Loop() {
				read()
			}
		})
	}
}

// BenchmarkLists writes the lists of a folder as PDFs.
func BenchmarkLists(b *testing.B) {
	rows := folderOf(b, 30)
	for b.Loop() {
		lists(b, b.TempDir()).Write(b.Context(), rows, func(_ int, made office.Made) {
			if made.Path == "" {
				b.Fatal(made.Trouble)
			}
		})
	}
}
