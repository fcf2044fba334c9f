package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// photosIn fills a folder: two people, one person, half a file.
func photosIn(t *testing.T, folder string) {
	t.Helper()
	left, right := drawn.Standing(900, 700), drawn.Standing(900, 700)
	left.CentreX, left.HeadHeight, left.CrownY = 230, 270, 120
	right.CentreX, right.HeadHeight, right.CrownY = 670, 330, 120
	two, err := photo.EncodeJPEG(drawn.DrawTwo(left, right), 92)
	if err != nil {
		t.Fatal(err)
	}
	one, err := photo.EncodeJPEG(drawn.Draw(drawn.Standing(413, 579)), 92)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a-two.jpg": two, "b-one.jpg": one, "c-half.jpg": one[:len(one)/2]} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// entriesOf runs zc photo --json and reads the table, or one entry, strictly.
func entriesOf(t *testing.T, want int, args ...string) []photoEntry {
	t.Helper()
	var out bytes.Buffer
	if status := run(t.Context(), append([]string{"photo", "--json"}, args...), &out, io.Discard); status != want {
		t.Fatalf("%v: exit status %d, want %d", args, status, want)
	}
	decoder := json.NewDecoder(&out)
	decoder.DisallowUnknownFields()
	entries := make([]photoEntry, 1)
	var into any = &entries
	if !strings.HasPrefix(out.String(), "[") {
		into = &entries[0]
	}
	if err := decoder.Decode(into); err != nil {
		t.Fatal(err)
	}
	return entries
}

// A batch says of every picture what a call for it alone says.
func TestABatchSaysAsMuchAsOne(t *testing.T) {
	folder := t.TempDir()
	photosIn(t, folder)
	batch := entriesOf(t, statusBad, "--out", filepath.Join(folder, "out"), folder)
	if len(batch) != 3 {
		t.Fatalf("%d entries", len(batch))
	}
	for _, entry := range batch[:2] {
		alone := entriesOf(t, statusGood, "-f", entry.Source.File, entry.Output.File)[0]
		if !reflect.DeepEqual(entry, alone) {
			t.Errorf("the batch says\n%+v\nalone it says\n%+v", entry, alone)
		}
		if entry.Mask == nil || len(entry.Faces) == 0 || entry.Crop == nil {
			t.Errorf("%s: faces %v, mask %v, crop %v", entry.Source.File, entry.Faces, entry.Mask, entry.Crop)
		}
	}
	if half := batch[2]; half.Error == "" || half.Source.Width != 413 || len(half.SourceFindings) == 0 || half.Output != nil {
		t.Errorf("half a file: %+v", half)
	}
}

// With --face each picture is cropped round that face; one that has it not is named, the rest is done.
func TestABatchTakesTheFaceAskedFor(t *testing.T) {
	folder := t.TempDir()
	photosIn(t, folder)
	batch := entriesOf(t, statusBad, "--face", "2", "--out", filepath.Join(folder, "out"), folder)
	two, one := batch[0], batch[1]
	if middle := two.Crop.X + two.Crop.Width/2; two.Error != "" || middle < 210 || middle > 250 {
		t.Errorf("two people: the middle of the crop is at %d; %s", middle, two.Error)
	}
	if one.Output != nil || !strings.Contains(one.Error, "没有第2张") || len(one.Faces) != 1 {
		t.Errorf("one person: %+v", one)
	}
}
