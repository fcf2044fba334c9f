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
	for _, file := range downloads.FindAllStringSubmatch(readFile(t, "README.md"), -1) {
		if file[1] != assets.Version {
			t.Errorf("README.md offers %s", file[0])
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

// downloads are the names of files that people download, with their versions.
var downloads = regexp.MustCompile(`\b(?:zhicheng|zc)[-_](\d+\.\d+\.\d+)[-_]`)

// ownVersion is the version of the programs, and no part of another one.
var ownVersion = regexp.MustCompile(`(^|[^0-9.v])` + regexp.QuoteMeta(assets.Version) + `($|[^0-9.])`)

// documents are what people read about the program and its source.
func documents(t *testing.T) map[string]string {
	t.Helper()
	texts := make(map[string]string)
	for _, pattern := range []string{"*.md", "assets/docs/*.md"} {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", pattern, names, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = string(text)
		}
	}
	return texts
}

// What the documents name in the source is there: files, tests, and the commands of make.
func TestDocumentsNameWhatIsThere(t *testing.T) {
	quoted := regexp.MustCompile("`([^`\n]+)`")
	path := regexp.MustCompile(`(^| )\.?/?((?:app|forms|assets|\.make|\.ci|\.github)(?:/[\w.*\-]+)*)/?`)
	named := regexp.MustCompile(`^Test\w+`)
	made := regexp.MustCompile(`^make (\S+)`)
	tests, targets := allTests(t), readFile(t, "Makefile")
	for document, text := range documents(t) {
		for _, found := range quoted.FindAllStringSubmatch(text, -1) {
			for _, one := range path.FindAllStringSubmatch(found[1], -1) {
				if there, err := filepath.Glob(filepath.Join(root, one[2])); err != nil || len(there) == 0 {
					t.Errorf("%s names %s, which is not there", document, one[2])
				}
			}
			if name := named.FindString(found[1]); name != "" && !tests[name] {
				t.Errorf("%s names the test %s, which is not there", document, name)
			}
			if target := made.FindStringSubmatch(found[1]); target != nil && !strings.Contains(targets, "\n"+target[1]+":") {
				t.Errorf("%s names make %s, which the Makefile has not", document, target[1])
			}
		}
	}
}

// allTests are the names of all tests.
func allTests(t *testing.T) map[string]bool {
	t.Helper()
	names := make(map[string]bool)
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	for _, folder := range []string{"app", "forms", "assets"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, "_test.go") {
				return err
			}
			text, err := os.ReadFile(name)
			for _, found := range declared.FindAllStringSubmatch(string(text), -1) {
				names[found[1]] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A link leads to a file, or to a heading of the same document. The page of releases is
// the site's, beside the files.
func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading := regexp.MustCompile(`(?m)^#+ (.+)$`)
	for document, text := range documents(t) {
		anchors := make(map[string]bool)
		for _, found := range heading.FindAllStringSubmatch(text, -1) {
			anchors["#"+strings.ReplaceAll(strings.ToLower(found[1]), " ", "-")] = true
		}
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			switch to := found[1]; {
			case strings.HasPrefix(to, "https://"), to == "../../releases":
			case strings.HasPrefix(to, "#"):
				if !anchors[to] {
					t.Errorf("%s links to %s, which is no heading of it", document, to)
				}
			default:
				if _, err := os.Stat(filepath.Join(filepath.Dir(document), to)); err != nil {
					t.Errorf("%s links to %s: %v", document, to, err)
				}
			}
		}
	}
}

// The README's tree of folders has each folder that there is, and no other.
func TestReadmeShowsEveryFolder(t *testing.T) {
	_, tree, _ := strings.Cut(readFile(t, "README.md"), "\n## 文件夹\n")
	tree, _, _ = strings.Cut(tree, "\n## ")
	shown := make(map[string]bool)
	folder := ""
	for _, found := range regexp.MustCompile(`(?m)^( *)([\w/]+)/ `).FindAllStringSubmatch(tree, -1) {
		if found[1] == "" {
			folder = found[2]
			continue
		}
		shown[folder+"/"+found[2]] = true
	}
	for _, top := range []string{"app", "forms"} {
		entries, err := os.ReadDir(filepath.Join(root, top))
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			name := top + "/" + entry.Name()
			switch {
			case !entry.IsDir():
			case name == "forms/cmd":
				delete(shown, "forms/cmd/zc")
			case !shown[name]:
				t.Errorf("README.md does not show %s", name)
			default:
				delete(shown, name)
			}
		}
	}
	for name := range shown {
		t.Errorf("README.md shows %s, which is not there", name)
	}
}
