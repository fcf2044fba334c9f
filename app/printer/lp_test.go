//go:build !windows && !darwin

package printer

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/paper"
)

// What lp is called with is the printer that was chosen, and the list comes through
// the pipe; programs of the names in a folder of the test stand in for those of CUPS.
func TestListGoesToLp(t *testing.T) {
	folder := t.TempDir()
	script := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder+":/bin:/usr/bin")
	script("lpstat", "test \"$1\" = -e && printf 'office\\nthird-floor\\n'")
	script("lp", "echo \"$@\" > "+filepath.Join(folder, "args")+"; cat > "+filepath.Join(folder, "list.pdf"))
	names, err := lp{}.Names()
	if err != nil || len(names) != 2 || names[1] != "third-floor" {
		t.Fatalf("%q, %v", names, err)
	}
	pages := paper.Compose(&paper.Document{Blocks: []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: "清单"}}}}}, fonts(t))
	if err := (lp{}).Print(nil, "third-floor", Job{"张林生 清单", pages}); err != nil {
		t.Fatal(err)
	}
	args, _ := os.ReadFile(filepath.Join(folder, "args"))
	data, _ := os.ReadFile(filepath.Join(folder, "list.pdf"))
	if string(args) != "-d third-floor -t 张林生 清单 -o media=A4 -\n" || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("lp %s with %d bytes", args, len(data))
	}
	script("lp", "echo 'lp: The printer or class does not exist.' >&2; exit 1")
	if err := (lp{}).Print(nil, "gone", Job{"清单", pages}); err == nil {
		t.Error("a printer that is gone is no failure")
	}
	script("lpstat", "exit 0")
	if _, err := (lp{}).Names(); err == nil {
		t.Error("no printer is no failure")
	}
}

func fonts(t *testing.T) *paper.Fonts {
	t.Helper()
	made, err := paper.NewFonts(assets.FontRegular, assets.FontBold)
	if err != nil {
		t.Fatal(err)
	}
	return made
}
