package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPagesAreWritten(t *testing.T) {
	folder := t.TempDir()
	var out bytes.Buffer
	sample := filepath.Join("..", "..", "assets", "samples", "forestry-engineer.zcapp")
	if err := run([]string{"-out", folder, "-file", sample, "-size", "1100x800", "-lang", "en", "-dark"}, &out); err != nil {
		t.Fatal(err)
	}
	names := strings.Fields(out.String())
	if len(names) != 21 {
		t.Errorf("%d pages: %q", len(names), names)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || picture.Width != 1100 || picture.Height != 800 {
			t.Errorf("%s: %d×%d, %v", name, picture.Width, picture.Height, err)
		}
	}
}

func TestBadSizesAreRefused(t *testing.T) {
	for _, size := range []string{"", "big", "1024", "10x10", "1024x", "659x700"} {
		if _, err := parseSize(size); err == nil {
			t.Errorf("%q is taken", size)
		}
	}
}

func TestAllDrawsEightSets(t *testing.T) {
	folders := map[string]bool{}
	for _, one := range (wish{folder: "x", all: true}).each() {
		folders[one.folder] = true
	}
	if len(folders) != 8 {
		t.Errorf("%d sets: %v", len(folders), folders)
	}
}
