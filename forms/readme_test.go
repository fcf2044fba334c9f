package forms_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"zhicheng/assets"
)

// The README's table says of every direct dependency its version; go.mod is the truth.
func TestReadmeNamesEveryDependency(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	wanted := directDependencies(t)
	rows := 0
	for _, line := range strings.Split(string(readme), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.HasPrefix(strings.TrimSpace(cells[1]), "`") || !strings.HasPrefix(strings.TrimSpace(cells[2]), "v") {
			continue
		}
		rows++
		name := strings.Trim(cells[1], " `")
		if version := strings.TrimSpace(cells[2]); wanted[name] != version {
			t.Errorf("README.md: %s %s, go.mod: %q", name, version, wanted[name])
		}
		delete(wanted, name)
	}
	if rows == 0 || len(wanted) > 0 {
		t.Errorf("README.md has %d rows of dependencies and lacks %v", rows, wanted)
	}
}

// directDependencies are the modules and versions that go.mod requires itself.
func directDependencies(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	direct := make(map[string]string)
	for _, line := range strings.Split(string(data), "\n") {
		line = strings.TrimPrefix(line, "require ")
		words := strings.Fields(line)
		if len(words) == 2 && strings.Contains(words[0], ".") && strings.HasPrefix(words[1], "v") {
			direct[words[0]] = words[1]
		}
	}
	if len(direct) < 5 {
		t.Fatalf("only %v in go.mod", direct)
	}
	return direct
}

// The version is said once, in assets; what else names it agrees.
func TestOneVersion(t *testing.T) {
	for file, wanted := range map[string][]string{
		"README.md": {
			"zhicheng-" + assets.Version + "-windows-x64-setup.exe", "zhicheng-" + assets.Version + "-windows-x64.zip",
			"zhicheng-" + assets.Version + "-macos.dmg", "zhicheng_" + assets.Version + "_amd64.deb",
		},
		"CHANGELOG.md": {"## " + assets.Version},
		"FyneApp.toml": {`Version = "` + assets.Version + `"`},
	} {
		text, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range wanted {
			if !strings.Contains(string(text), name) {
				t.Errorf("%s does not say %s", file, name)
			}
		}
	}
	for _, folder := range []string{".make", ".github", ".ci"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := os.ReadFile(name)
			if ownVersion.Match(text) {
				t.Errorf("%s says a version of its own", name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// ownVersion is the version of the programs, and no part of another one.
var ownVersion = regexp.MustCompile(`(^|[^0-9.v])` + regexp.QuoteMeta(assets.Version) + `($|[^0-9.])`)
