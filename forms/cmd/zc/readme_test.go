package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// more stands in the README for lines that are left out.
const more = "……"

// Every "$ zc …" of the README is run, on copies of the samples; what stands below it
// is what comes out.
func TestReadmeShowsWhatCommandsPrint(t *testing.T) {
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../../../assets/samples")); err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(readme), "```console\n")[1:]
	if len(blocks) == 0 {
		t.Fatal("README.md shows no command")
	}
	for _, block := range blocks {
		block, _, _ = strings.Cut(block, "```")
		for _, shown := range strings.Split("\n"+block, "\n$ zc ")[1:] {
			line, wanted, _ := strings.Cut(shown, "\n")
			command := exec.Command("zc", strings.Fields(line)...)
			command.Dir = folder
			output, _ := command.CombinedOutput() // a status of 1 is a verdict
			if at := firstDifference(string(output), wanted); at != "" {
				t.Errorf("zc %s: README.md shows %q; the whole output is\n%s", line, at, output)
			}
		}
	}
}

// firstDifference is the first line of shown that does not stand where it should in
// printed, or "".
func firstDifference(printed, shown string) string {
	lines := strings.Split(strings.TrimRight(printed, "\n"), "\n")
	skipping := false
	for _, want := range strings.Split(strings.TrimRight(shown, "\n"), "\n") {
		if want == more {
			skipping = true
			continue
		}
		for skipping && len(lines) > 0 && lines[0] != want {
			lines = lines[1:]
		}
		if len(lines) == 0 || lines[0] != want {
			return want
		}
		lines, skipping = lines[1:], false
	}
	if len(lines) > 0 && !skipping {
		return "the end"
	}
	return ""
}

func TestFirstDifference(t *testing.T) {
	printed := "a\nb\nc\nd\n"
	for shown, want := range map[string]string{
		"a\nb\nc\nd\n":         "",
		"a\n" + more + "\n":    "",
		"a\n" + more + "\nd\n": "",
		more + "\nb\n" + more:  "",
		"a\nb\nc\n":            "the end",
		"a\n" + more + "\nc\n": "the end",
		"a\nc\n" + more:        "c",
		"a\n" + more + "\nx\n": "x",
		"a\nb\nc\nd\ne\n":      "e",
	} {
		if got := firstDifference(printed, shown); got != want {
			t.Errorf("%q: got %q, want %q", shown, got, want)
		}
	}
}
