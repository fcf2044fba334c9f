package main

import (
	"os"
	"strings"
	"testing"
)

// The packaging tool reads FyneApp.toml, a built program only what it carries.
func TestMetadataAgreesWithFyneApp(t *testing.T) {
	data, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		`Name = "` + metadata.Name + `"`, `ID = "` + metadata.ID + `"`, `Version = "` + metadata.Version + `"`,
	} {
		if !strings.Contains(string(data), line) {
			t.Errorf("FyneApp.toml has no line %s", line)
		}
	}
}

func TestNoScreenIsSaidOnce(t *testing.T) {
	var said strings.Builder
	watch := screenWatch{to: &said}
	watch.said = true // without a box
	line := "Fyne error:  window creation error\n"
	if n, err := watch.Write([]byte(line)); n != len(line) || err != nil {
		t.Error(n, err)
	}
	if said.String() != line {
		t.Errorf("the log has %q", said.String())
	}
	if err := rescue(nil, "bug"); !strings.Contains(err.Error(), "OpenGL") {
		t.Errorf("without a window the program says %v", err)
	}
}
