package forms_test

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// An identifier of a check is written once, in forms/check; who needs it uses the
// name of the constant, which the compiler checks. Tests may write what files hold.
func TestIdentifiersOfChecksAreWrittenOnce(t *testing.T) {
	known := identifiers(t)
	written := map[string]int{}
	for _, s := range sources(t) {
		if s.isTest() {
			continue
		}
		for _, l := range literals(t, s) {
			id := identifier(l.text, known)
			switch {
			case id == "":
			case s.folder() != "forms/check":
				t.Errorf("%s:%d: %q is an identifier of a check; use its constant in forms/check", s.name, l.line, l.text)
			default:
				written[id]++
			}
		}
	}
	for id := range known {
		if written[id] != 1 {
			t.Errorf("%s is written %d times in forms/check, want once", id, written[id])
		}
	}
}

func TestIdentifiersAreFoundInLiterals(t *testing.T) {
	known := map[string]bool{"photo-format": true, "ce-general-public": true, "fee": true}
	for text, want := range map[string]string{
		"fee": "fee", "photo-format": "photo-format", "ce-general-public-%d": "ce-general-public",
		"ce-general-public-": "ce-general-public", "ce-general-public-2019": "ce-general-public",
		"photo-": "photo-", "fees": "", "photo": "", "-": "", "": "", "a photo-format": "",
	} {
		if got := identifier(text, known); got != want {
			t.Errorf("identifier(%q) = %q, want %q", text, got, want)
		}
	}
}

// identifiers are the keys of all checks; a check that is made once a year has its
// key and the year as identifier.
func identifiers(t *testing.T) map[string]bool {
	t.Helper()
	shipped, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	invented, err := notice.Load(os.DirFS("notice/testdata"), "linxi-2023")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, c := range append(check.All(shipped), check.All(invented)...) {
		known[c.Key] = true
	}
	for _, rule := range append(shipped.Hours, invented.Hours...) { // their keys are data
		delete(known, rule.Evidence)
		for _, row := range rule.Rows {
			delete(known, row.Check)
		}
	}
	for _, rule := range append(shipped.Interviews, invented.Interviews...) {
		delete(known, rule.Check)
	}
	if len(known) < 40 {
		t.Fatalf("only %d checks", len(known))
	}
	return known
}

// identifier is the identifier that a literal says, alone or with a year to come
// after it, or the beginning that several share; "" for other text.
func identifier(text string, known map[string]bool) string {
	if key := strings.TrimRight(strings.TrimSuffix(text, "%d"), "-0123456789"); known[key] {
		return key
	}
	if strings.HasSuffix(text, "-") {
		for id := range known {
			if strings.HasPrefix(id, text) {
				return text
			}
		}
	}
	return ""
}

// literal is the text of a string literal and its line.
type literal struct {
	text string
	line int
}

func literals(t *testing.T, s source) []literal {
	t.Helper()
	var list []literal
	ast.Inspect(s.file, func(n ast.Node) bool {
		l, ok := n.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING {
			return true
		}
		text, err := strconv.Unquote(l.Value)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, literal{text, s.fset.Position(l.Pos()).Line})
		return true
	})
	return list
}

// A test that is about a notice names it: the current one becomes another with the year.
func TestTestsNameTheirNotice(t *testing.T) {
	looked := 0
	for _, s := range sources(t) {
		if !s.isTest() || !strings.HasPrefix(s.folder()+"/", "forms/") || s.folder() == "forms/library" || s.name == "forms/identifiers_test.go" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, s.name))
		if err != nil {
			t.Fatal(err)
		}
		if looked++; strings.Contains(string(data), "assets.CurrentNotice") {
			t.Errorf("%s is about whatever notice is the current one", s.name)
		}
	}
	if looked < 50 {
		t.Errorf("only %d tests were looked at", looked)
	}
}
