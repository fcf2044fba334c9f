package forms_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
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

// Every action that a workflow uses is one commit, the same everywhere, which no tag that is
// moved later changes.
func TestWorkflowsPinActions(t *testing.T) {
	uses := regexp.MustCompile(`uses: ([^@\s]+)(?:@(\S+))?(.*)`)
	pinned := regexp.MustCompile(`^[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	workflows, err := filepath.Glob(filepath.Join(root, ".github", "workflows", "*"))
	if err != nil || len(workflows) == 0 {
		t.Fatalf("no workflows: %v", err)
	}
	pins := make(map[string]string)
	for _, workflow := range workflows {
		text, err := os.ReadFile(workflow)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range uses.FindAllStringSubmatch(string(text), -1) {
			action, pin := found[1], found[2]+found[3]
			switch {
			case strings.HasPrefix(action, "./"): // of this repository
			case !pinned.MatchString(pin):
				t.Errorf("%s: %s is not pinned: %q", workflow, action, pin)
			case pins[action] != "" && pins[action] != pin:
				t.Errorf("%s: %s is %s, elsewhere %s", workflow, action, pin, pins[action])
			default:
				pins[action] = pin
			}
		}
	}
	if len(pins) == 0 {
		t.Error("no workflow uses an action")
	}
}

// The weekly search draws more cases of every property.
func TestEveryPropertyIsSearched(t *testing.T) {
	workflow := readFile(t, ".github/workflows/properties.yml")
	found := 0
	for _, folder := range []string{"app", "forms"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, "_test.go") {
				return err
			}
			text, err := os.ReadFile(name)
			if !strings.Contains(string(text), "rapid.Check(") {
				return err
			}
			found++
			relative, err := filepath.Rel(root, filepath.Dir(name))
			if pack := "./" + filepath.ToSlash(relative); !slices.Contains(strings.Fields(workflow), pack) {
				t.Errorf("properties.yml does not search %s", pack)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found == 0 {
		t.Error("no properties")
	}
}
