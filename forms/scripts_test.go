package forms_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// The sh of macOS takes the first byte of a Chinese character for a part of the
// variable's name before it: there a name before one needs braces.
func TestScriptsBraceNamesBeforeChinese(t *testing.T) {
	bare := regexp.MustCompile(`\$[A-Za-z_][A-Za-z0-9_]*[^\x00-\x7f]`)
	scripts, err := filepath.Glob(filepath.Join(root, ".make", "*"))
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range append(scripts, filepath.Join(root, ".ci", "run")) {
		if info, err := os.Stat(script); err != nil || info.IsDir() || filepath.Ext(script) != "" {
			continue
		}
		text, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range bare.FindAllString(string(text), -1) {
			t.Errorf("%s: %s needs braces", script, found)
		}
	}
}
