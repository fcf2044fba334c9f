package office_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms/office"
	"zhicheng/forms/words"
)

func TestTable(t *testing.T) {
	folder := t.TempDir()
	a := plain(t, "forestry-engineer")
	a.Person.Name, a.Unit.Name = "=cmd|' /C calc'!A0", "甲，\"乙\"\n丙"
	save(t, folder, "甲.zcapp", a)
	put(t, folder, "坏.zcapp", "")
	var rows []office.Row
	for _, row := range read(t, reader(), folder) {
		rows = append(rows, row)
	}
	office.Sort(rows, office.ByName)
	data, err := office.Table(rows, words.English())
	if err != nil {
		t.Fatal(err)
	}
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	if !marked || bytes.Count(text, []byte("\n")) != bytes.Count(text, []byte("\r\n")) {
		t.Error("it has no mark, or line ends of its own")
	}
	cells, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(cells) != 3 {
		t.Fatal(err, cells)
	}
	if cells[1][0] != "'=cmd|' /C calc'!A0" || cells[1][1] != "甲，\"乙\" 丙" {
		t.Errorf("the cells are %q", cells[1])
	}
	for _, word := range cells[0] {
		if word == "" || word[0] > 'z' {
			t.Errorf("the heading %s is not English", word)
		}
	}
	if cells[2][4] != "" || !strings.Contains(cells[2][10], "empty") {
		t.Errorf("what cannot be read is %q", cells[2])
	}
}

// Whatever was typed, no cell begins like a formula, and the table has as many cells as
// its heading.
func TestTableIsHarmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ \t\r\n\x{3000}]*[=+\-@|%＝＋－＠].*`)).Draw(t, "name")
		data, err := office.Table([]office.Row{{Path: name, Name: name, Unit: name}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		cells, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(cells) != 2 || len(cells[1]) != len(cells[0]) {
			t.Fatalf("%d lines, %q", len(cells), cells)
		}
		for _, cell := range cells[1] {
			if first := strings.TrimLeft(cell, " \t\r\n\u00a0\u3000"); first != "" && strings.ContainsRune("=+-@＝＋－＠|%", []rune(first)[0]) {
				t.Errorf("%q would be worked out", cell)
			}
		}
	})
}
