package assets

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// update rewrites the licences of the Go modules from the module cache, and our own.
var update = flag.Bool("update", false, "rewrite LICENSES/modules and LICENSES/program.txt")

const moduleFolder = "LICENSES/modules"

// licenceNames are how the files begin that say under which terms a module comes.
var licenceNames = []string{"LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "PATENTS"}

type module struct{ path, version, folder string }

func (m module) file() string {
	return strings.ReplaceAll(m.path, "/", "_") + ".txt"
}

// compiledModules lists the modules that both programs take code from, for the three
// systems that they are built for.
func compiledModules(t *testing.T) []module {
	t.Helper()
	watchImports(t)
	found := make(map[string]module)
	for _, platform := range []string{"linux", "windows", "darwin"} {
		command := exec.Command("go", "list", "-deps",
			"-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}",
			"./app", "./forms/cmd/zc")
		command.Dir = ".."
		command.Env = append(os.Environ(), "CGO_ENABLED=1", "GOOS="+platform, "GOARCH=amd64")
		var problems bytes.Buffer
		command.Stderr = &problems
		output, err := command.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v\n%s", platform, err, problems.String())
		}
		for _, line := range strings.Split(string(output), "\n") {
			if parts := strings.Split(line, "\t"); len(parts) == 3 {
				found[parts[0]] = module{parts[0], parts[1], parts[2]}
			}
		}
	}
	var modules []module
	for _, m := range found {
		modules = append(modules, m)
	}
	slices.SortFunc(modules, func(a, b module) int { return strings.Compare(a.path, b.path) })
	if len(modules) < 10 {
		t.Fatalf("only %d modules are compiled in", len(modules))
	}
	return modules
}

// watchImports looks at everything that go list reads, so that a cached result of
// this test does not outlive a new import.
func watchImports(t *testing.T) {
	t.Helper()
	for _, name := range []string{"../go.mod", "../app", "../forms"} {
		err := filepath.WalkDir(name, func(found string, _ fs.DirEntry, err error) error {
			if err == nil {
				_, err = os.Stat(found)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// wanted is the text that has to stand in the module's file: its name and version,
// then each of its licence files, also those of code and fonts deeper inside.
func (m module) wanted(t *testing.T) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(m.folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := entry.Name()
		if entry.IsDir() {
			if base == "testdata" || base == "cmd" || strings.HasPrefix(base, "_") {
				return filepath.SkipDir
			}
			return nil
		}
		if isLicence(base) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatalf("%s %s comes without a licence", m.path, m.version)
	}
	var text strings.Builder
	text.WriteString(m.path + " " + m.version + "\n")
	for _, name := range names {
		relative, err := filepath.Rel(m.folder, name)
		if err != nil {
			t.Fatal(err)
		}
		text.WriteString("\n---- " + filepath.ToSlash(relative) + " ----\n\n" + readPlain(t, name))
	}
	return text.String()
}

func isLicence(base string) bool {
	upper := strings.ToUpper(base)
	extension := filepath.Ext(upper)
	if extension == ".GO" {
		return false
	}
	return slices.ContainsFunc(licenceNames, func(start string) bool { return strings.HasPrefix(upper, start) })
}

// readPlain reads a text with line feeds only and exactly one at its end.
func readPlain(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ToValidUTF8(strings.ReplaceAll(string(data), "\r\n", "\n"), "?")
	return strings.Trim(text, "\n") + "\n"
}

func TestLicencesOfModules(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("没有 go 命令，没有核对第三方许可")
	}
	modules := compiledModules(t)
	if *update {
		rewriteModules(t, modules)
	}
	var files []string
	for _, m := range modules {
		files = append(files, m.file())
		name := filepath.Join(moduleFolder, m.file())
		if _, err := os.Stat(name); err != nil {
			t.Errorf("%s %s is compiled in without its licence (-update writes it)", m.path, m.version)
		} else if readPlain(t, name) != m.wanted(t) {
			t.Errorf("%s is not the licence of %s (-update rewrites it)", name, m.version)
		}
	}
	entries, err := os.ReadDir(moduleFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(files, entry.Name()) {
			t.Errorf("%s/%s belongs to no module that is compiled in", moduleFolder, entry.Name())
		}
	}
}

func rewriteModules(t *testing.T, modules []module) {
	t.Helper()
	if err := os.RemoveAll(moduleFolder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(moduleFolder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		write(t, filepath.Join(moduleFolder, m.file()), m.wanted(t))
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestProgramCarriesItsOwnLicence(t *testing.T) {
	wanted := readPlain(t, "../LICENSE")
	if *update {
		write(t, "LICENSES/program.txt", wanted)
	}
	if got := readPlain(t, "LICENSES/program.txt"); got != wanted {
		t.Error("LICENSES/program.txt is not LICENSE (-update copies it)")
	}
	if !strings.HasPrefix(wanted, "MIT License") {
		t.Errorf("LICENSE begins with %.20q", wanted)
	}
}

func TestLicencesAreListed(t *testing.T) {
	entries, err := os.ReadDir("LICENSES")
	if err != nil {
		t.Fatal(err)
	}
	modules, err := os.ReadDir(moduleFolder)
	if err != nil {
		t.Fatal(err)
	}
	all := Licences()
	if want := len(entries) - 1 + len(modules); len(all) != want {
		t.Errorf("%d licences are listed, %d files stand in LICENSES", len(all), want)
	}
	names := make(map[string]bool)
	for _, licence := range all {
		if names[licence.Name] || licence.Name == "" {
			t.Errorf("the name %q is not its own", licence.Name)
		}
		names[licence.Name] = true
		if len(licence.Text) < 200 {
			t.Errorf("%s: the text is only %q", licence.Name, licence.Text)
		}
	}
	if all[0].Name != "职称申报助手" {
		t.Errorf("the first is %s", all[0].Name)
	}
}

// What the programs come under is in every package, as a file beside them.
func TestPackagesCarryEveryLicence(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("安装包在 Debian 和 macOS 上做")
	}
	out, err := exec.Command("../.make/licence").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, licence := range Licences() {
		if !bytes.Contains(out, []byte(licence.Text)) {
			t.Errorf(".make/licence lacks that of %s", licence.Name)
		}
	}
	for script, wanted := range map[string]string{
		"windows":                   ".make/licence >$parts/LICENSE.txt",
		"linux":                     ".make/licence >$parts/LICENSE",
		"macos":                     `.make/licence >"$app/Resources/LICENSE.txt"`,
		"appimage":                  "put 644 LICENSE ",
		"packaging/linux/nfpm.yaml": "{src: LICENSE, dst: /usr/share/doc/zhicheng/copyright,",
	} {
		text, err := os.ReadFile("../.make/" + script)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(text, []byte(wanted)) {
			t.Errorf(".make/%s does not say %q", script, wanted)
		}
	}
}
