package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"zhicheng/forms/fileread/filetest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"zc": main})
}

// TestScripts runs the programs in testdata. $CORPUS is the folder of the invented
// people, $SHIPPED that of the samples that the program carries; [links] says that symbolic links can be made.
func TestScripts(t *testing.T) {
	folders := map[string]string{
		"CORPUS": "../../check/testdata/corpus", "SHIPPED": "../../../assets/samples",
		"NOTICES": "../../notice/testdata", "TEXTS": "../../notice/testdata/texts",
	}
	scratch := t.TempDir()
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			for name, folder := range folders {
				absolute, err := filepath.Abs(folder)
				if err != nil {
					return err
				}
				env.Setenv(name, absolute)
			}
			return nil
		},
		Condition: func(word string) (bool, error) {
			if word != "links" {
				return false, fmt.Errorf("unknown condition %q", word)
			}
			return filetest.Links(scratch), nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "refused": refused, "only": only, "mkfile": mkfile, "edit": edit,
		},
	})
}

// status runs a command that has to exit with the given status: status 1 zc check x.zcapp.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// english is two words of a system's message in a row.
var english = regexp.MustCompile(`[A-Za-z]{3,} [a-z]{3,}`)

// refused runs a command that has to refuse: exit status 2, nothing on standard
// output, one sentence that a person understands, containing the given words.
func refused(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: refused WORDS command...")
	}
	status(ts, false, append([]string{"2"}, args[1:]...))
	said := ts.ReadFile("stderr")
	switch {
	case ts.ReadFile("stdout") != "":
		ts.Fatalf("something was written to standard output")
	case !strings.HasPrefix(said, "zc：") || strings.Count(said, "\n") != 1 || !strings.HasSuffix(said, "\n"):
		ts.Fatalf("not one sentence: %q", said)
	case english.MatchString(said):
		ts.Fatalf("not for people: %q", said)
	case !strings.Contains(said, args[0]):
		ts.Fatalf("%q does not say %q", said, args[0])
	}
}

// only checks that a folder holds these files and nothing else: only . a.zcapp.
func only(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: only folder files...")
	}
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var found []string
	for _, entry := range entries {
		if entry.Name() != ".tmp" { // the script's own
			found = append(found, entry.Name())
		}
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if !slices.Equal(found, want) {
		ts.Fatalf("%s holds %q, want %q", args[0], found, want)
	}
}

// edit replaces the first of some words in a file: edit name old new.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit name old new")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not have %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o600))
}

// mkfile writes a file whose text a script cannot hold: mkfile name 'Go string'.
func mkfile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mkfile name text")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// copied puts a sample under a name in a folder.
func copied(t *testing.T, sample, to string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../../assets/samples", sample))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}
