package forms_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// root is the top of the repository, seen from this package.
const root = ".."

// module is the path under which the packages of this repository import each other.
const module = "zhicheng"

// arrows says which packages of this repository a package may import. "/..." is
// everything below. A package below one of these (forms/photo/internal/jpegscan)
// belongs to it: it may import what its owner may, and only its owner may import it.
var arrows = map[string][]string{
	"assets":          {},
	"forms/say":       {},
	"forms/words":     {"forms/say"}, // the second language is a table of formats
	"forms/photo":     {"forms/say"}, // what is wrong with a picture is a sentence
	"forms/fileread":  {"forms/say"},
	"forms":           {"forms/photo", "forms/say"},
	"forms/notice":    {"forms", "forms/photo", "forms/say"},
	"forms/check":     {"forms", "forms/notice", "forms/photo", "forms/say"}, // the photo's numbers are judged as measured
	"forms/guide":     {"forms", "forms/notice", "forms/check", "forms/say"},
	"forms/draft":     {"forms", "forms/notice", "forms/check"},
	"forms/store":     {"forms", "forms/photo", "forms/fileread", "forms/say"}, // of a photo beside a file only what is a picture is taken
	"forms/paper":     {"forms/linebreak"},
	"forms/linebreak": {},
	"forms/rapidtest": {}, // for tests alone
	"forms/checklist": {"forms", "forms/notice", "forms/check", "forms/guide", "forms/paper", "forms/say"},
	"forms/library":   {"forms", "forms/notice", "forms/check", "forms/fileread", "forms/store", "forms/say"},
	"forms/textfile":  {"forms", "forms/fileread", "forms/photo", "forms/say"},
	"forms/office":    {"forms", "forms/notice", "forms/check", "forms/guide", "forms/checklist", "forms/paper", "forms/photo", "forms/library", "forms/store", "forms/fileread", "forms/say"},
	"forms/cmd/zc":    {"forms/...", "assets"},
	"app/look":        {"forms/check", "forms/linebreak", "assets"},
	"app/looktest":    {"app/look"},
	"app/field":       {"forms", "forms/check", "forms/say", "app/look"},
	"app/clipboard":   {"forms/say"},
	"app/document":    {"forms/..."},
	"app/com":         {},
	"app/printer":     {"forms/paper", "app/com"},
	"app/ask":         {"forms/fileread", "forms/photo", "forms/say", "forms/store", "app/com", "app/look"},
	"app/crop":        {"forms/...", "app/look"},
	"app/page":        {"forms/...", "app/document", "app/field", "app/look"},
	"app/office":      {"forms", "forms/check", "forms/checklist", "forms/office", "forms/paper", "forms/photo", "forms/say", "forms/store", "app/look"},
	"app/help":        {"forms", "forms/guide", "forms/notice", "forms/say", "app/field", "app/look"},
	"app/ui":          {"forms/...", "app/ask", "app/crop", "app/document", "app/field", "app/help", "app/look", "app/office", "app/page", "app/printer"},
	"app/pages":       {"forms/...", "app/document", "app/ui", "app/look", "assets"},
	"app":             {"forms/...", "app/...", "assets"},
}

// folders are all that stands at the top, apart from dot folders and the ignored out/.
var folders = []string{"app", "assets", "forms", "out"}

// platforms are the systems that everything in forms/ has to build for without cgo.
var platforms = []string{"linux", "windows", "darwin"}

// source is one parsed Go file.
type source struct {
	name    string // from the root, with slashes
	file    *ast.File
	fset    *token.FileSet
	lines   int
	imports []string
}

func (s source) folder() string { return path.Dir(s.name) }
func (s source) isTest() bool   { return strings.HasSuffix(s.name, "_test.go") }

// sources are all Go files of the repository outside dot folders and testdata, parsed once
// for all tests.
func sources(t *testing.T) []source {
	t.Helper()
	all, err := theSources()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("only %d Go files found under %s", len(all), root)
	}
	return all
}

var theSources = sync.OnceValues(func() (all []source, err error) {
	err = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := entry.Name()
		if entry.IsDir() {
			hidden := strings.HasPrefix(base, ".") && name != root
			if hidden || base == "testdata" || base == "out" {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(base, ".go") {
			s, err := parse(name)
			all = append(all, s)
			return err
		}
		return nil
	})
	return all, err
})

func parse(name string) (source, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return source{}, err
	}
	relative, err := filepath.Rel(root, name)
	if err != nil {
		return source{}, err
	}
	return parsed(filepath.ToSlash(relative), data)
}

func parsed(name string, data []byte) (source, error) {
	s := source{name: name, fset: token.NewFileSet(), lines: bytes.Count(data, []byte("\n"))}
	var err error
	if s.file, err = parser.ParseFile(s.fset, name, data, parser.ParseComments|parser.SkipObjectResolution); err != nil {
		return s, err
	}
	for _, spec := range s.file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return s, err
		}
		s.imports = append(s.imports, imported)
	}
	return s, nil
}

func parseText(t *testing.T, name string, data []byte) source {
	t.Helper()
	s, err := parsed(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// owner is the package of arrows that folder is or lies below; "" where there is none.
func owner(folder string) string {
	for ; folder != "." && folder != "/"; folder = path.Dir(folder) {
		if _, listed := arrows[folder]; listed {
			return folder
		}
	}
	return ""
}

// own tells whether folder is owned by a package without being that package. Folders
// directly in forms/ and app/ are packages of their own and need an entry in arrows.
func own(folder string) bool {
	o := owner(folder)
	return o != "" && o != folder && o != "forms" && o != "app"
}

// forbidden says why a file in folder may not import target (both from the root), or "".
func forbidden(folder, target string, test bool) string {
	if owner(folder) == owner(target) && (own(folder) || own(target) || folder == target) {
		return ""
	}
	if test && (target == "assets" || target == "app/looktest" || strings.HasPrefix(target+"/", "forms/")) {
		return ""
	}
	allowed := arrows[owner(folder)]
	for _, pattern := range allowed {
		tree, whole := strings.CutSuffix(pattern, "/...")
		if target == pattern || whole && strings.HasPrefix(target+"/", tree+"/") {
			return ""
		}
	}
	return folder + " may import " + strings.Join(allowed, " ") + ", not " + target
}

func TestImportArrows(t *testing.T) {
	for _, s := range sources(t) {
		if behindTag(s.file, "ignore") { // a tool that is run by name, part of no package
			continue
		}
		if o := owner(s.folder()); o == "" || o != s.folder() && !own(s.folder()) {
			t.Errorf("%s: the package %s has no entry in arrows", s.name, s.folder())
			continue
		}
		for _, imported := range s.imports {
			target, ours := strings.CutPrefix(imported, module+"/")
			if !ours {
				continue
			}
			if why := forbidden(s.folder(), target, s.isTest()); why != "" {
				t.Errorf("%s: %s", s.name, why)
			}
		}
	}
}

// What a package may import and does not is no arrow of it.
func TestNoArrowIsLeftOver(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		for _, imported := range s.imports {
			if target, ours := strings.CutPrefix(imported, module+"/"); ours {
				used[owner(s.folder())+" → "+target] = true
			}
		}
	}
	for folder, targets := range arrows {
		for _, target := range targets {
			if !strings.HasSuffix(target, "/...") && !used[folder+" → "+target] {
				t.Errorf("%s may import %s and does not", folder, target)
			}
		}
	}
}

func TestForbiddenArrowsAreFound(t *testing.T) {
	for _, row := range []struct {
		folder, target string
		test, allowed  bool
	}{
		{"forms/check", "forms/notice", false, true},
		{"forms/notice", "forms/check", false, false},
		{"forms/notice", "forms/check", true, true},
		{"forms/notice", "assets", false, false},
		{"forms/notice", "assets", true, true},
		{"forms/photo", "forms", false, false},
		{"forms/photo", "forms/photo/internal/jpegscan", false, true},
		{"forms/photo/drawn", "forms/photo", false, true},
		{"forms/check", "forms/photo/drawn", false, false},
		{"forms/cmd/zc", "forms/paper", false, true},
		{"forms/cmd/zc", "app/look", false, false},
		{"forms/checklist", "app/look", true, false},
		{"forms/paper", "forms", false, false},
		{"forms/paper/papertest", "forms/paper", false, true},
		{"app/ui", "forms/draft", false, true},
		{"app/ui", "app", false, false},
		{"app/look", "app/ui", false, false},
		{"app/page", "app/crop", false, false},
		{"app/page", "app/ask", false, false},
		{"app/crop", "app/page", false, false},
		{"app/crop", "app/ask", true, false},
		{"app/ask", "app/page", false, false},
		{"app/ask", "app/document", false, false},
		{"app/look", "app/ui", true, false},
		{"app", "app/ui", false, true},
		{"assets", "forms", false, false},
	} {
		if why := forbidden(row.folder, row.target, row.test); (why == "") != row.allowed {
			t.Errorf("%s → %s (test %t): %q", row.folder, row.target, row.test, why)
		}
	}
	for folder, want := range map[string]bool{"forms/photo/drawn": true, "forms/photo": false, "forms/new": false, "app/new": false} {
		if own(folder) != want {
			t.Errorf("own(%s) = %t", folder, !want)
		}
	}
}

func TestLibrariesStayInTheirPlace(t *testing.T) {
	var naming []string
	for _, s := range sources(t) {
		inApp := strings.HasPrefix(s.name, "app/")
		for _, imported := range s.imports {
			if strings.HasPrefix(imported, "fyne.io/") && !inApp {
				t.Errorf("%s imports %s; only app/ knows the window", s.name, imported)
			}
			if strings.HasPrefix(imported, "github.com/jung-kurt/gofpdf") {
				naming = append(naming, s.name)
			}
		}
	}
	if !slices.Equal(naming, []string{"forms/paper/pdf.go"}) {
		t.Errorf("gofpdf is imported by %q, want one file", naming)
	}
}

// What leaves the computer would leave through these packages. Files with a build
// tag of their own (the loopback endpoint of the end-to-end test) are in no release.
func TestNothingReachesTheNetwork(t *testing.T) {
	for _, s := range sources(t) {
		if s.isTest() || behindTag(s.file, "endtoend") {
			continue
		}
		for _, imported := range s.imports {
			if imported == "net" || strings.HasPrefix(imported, "net/") && imported != "net/url" {
				t.Errorf("%s imports %s", s.name, imported)
			}
		}
	}
}

// behindTag tells whether the file is built only with the tag.
func behindTag(file *ast.File, tag string) bool {
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if comment.Text == "//go:build "+tag || strings.HasPrefix(comment.Text, "//go:build "+tag+" &&") {
				return true
			}
		}
	}
	return false
}

// The command line tool cannot reach the network: its whole dependency tree is
// without package net. On Windows x/sys imports net for its address types only.
func TestCommandLineToolHasNoNetwork(t *testing.T) {
	for _, platform := range platforms {
		listed := built(t, platform)
		banned := []string{"net", "net/http", "crypto/tls"}
		if platform == "windows" {
			banned = banned[1:]
		}
		for _, name := range banned {
			if slices.Contains(listed, name) {
				t.Errorf("%s: ./forms/cmd/zc depends on %s", platform, name)
			}
		}
		if !slices.Contains(listed, "zhicheng/forms/check") {
			t.Errorf("%s: the list of dependencies is not the tool's", platform)
		}
	}
}

func TestFormsBuildWithoutCgo(t *testing.T) {
	if testing.Short() {
		t.Skip("编译三个平台要几秒，-short 时跳过")
	}
	for _, platform := range platforms {
		built(t, platform)
	}
}

// buildsOf are what built found, by platform: the go command is asked once.
var buildsOf = map[string][]string{}

// built compiles forms/ and assets/ for a platform without cgo, links nothing, and returns what
// the command line tool depends on. With -short it only lists.
func built(t *testing.T, platform string) []string {
	t.Helper()
	if known, ok := buildsOf[platform]; ok {
		return known
	}
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("这里没有 go 命令，没有编译") // under Wine
	}
	command := exec.Command("go", "list", "-export="+strconv.FormatBool(!testing.Short()),
		"-f", `{{if eq .ImportPath "zhicheng/forms/cmd/zc"}}{{join .Deps "\n"}}{{end}}`, "./forms/...", "./assets/...")
	command.Dir = root
	command.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+platform, "GOARCH=amd64")
	var problems bytes.Buffer
	command.Stderr = &problems
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go list for %s: %v\n%s", platform, err, problems.String())
	}
	buildsOf[platform] = strings.Fields(string(output))
	return buildsOf[platform]
}

func TestTopFolders(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() && !strings.HasPrefix(name, ".") && !slices.Contains(folders, name) {
			t.Errorf("%s/ at the top: code belongs in app/ and forms/, files in assets/", name)
		}
	}
}
