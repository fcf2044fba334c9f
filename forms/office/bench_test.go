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

// BenchmarkRead reads and checks a folder, the photos included.
func BenchmarkRead(b *testing.B) {
	for _, n := range []int{30, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rows := folderOf(b, n)
			for b.Loop() {
				reader().Read(b.Context(), rows, func(_ int, row office.Row) {
					if !row.Usable() {
						b.Fatal(row.Trouble)
					}
				})
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
