package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// scanned are the packages whose Chinese reaches the window; in the last two only
// what is named: what is judged and what is refused.
var scanned = []string{"forms", "forms/check", "forms/guide", "forms/photo", "forms/store", "forms/fileread", "app/document", "app/ui", "app/field", "app/clipboard"}

// Signs for what is put into a text: something, or a whole or decimal number.
const (
	hole      = "\x00"
	holeWhole = "\x01"
	holeFloat = "\x02"
)

// found is a text in the source, with holes where something is put in.
type found struct{ at, text string }

// show writes a text with its holes as one reads it.
func (f found) show() string {
	return strings.NewReplacer(hole, "…", holeWhole, "…", holeFloat, "…").Replace(f.text)
}

// scanner goes through the files of one package.
type scanner struct {
	fset   *token.FileSet
	consts map[string]string
	all    []found
}

func scan(t *testing.T, folder string) []found {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", folder, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	s := &scanner{fset: token.NewFileSet(), consts: map[string]string{}}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(s.fset, folder+"/"+filepath.Base(name), data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		ast.Inspect(file, s.constant)
	}
	for _, file := range files {
		ast.Inspect(file, s.visit)
	}
	return s.all
}

// constant notes the text of a constant.
func (s *scanner) constant(n ast.Node) bool {
	spec, ok := n.(*ast.ValueSpec)
	if !ok {
		return true
	}
	for i, value := range spec.Values {
		if text, ok := literal(value); ok && i < len(spec.Names) {
			s.consts[spec.Names[i].Name] = text
		}
	}
	return true
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func (s *scanner) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.AssignStmt:
		if n.Tok == token.ADD_ASSIGN {
			s.add(n.Pos(), hole+s.text(n.Rhs[0], false))
			s.inside(n.Rhs[0])
			return false
		}
	case *ast.BinaryExpr:
		if n.Op == token.ADD {
			s.add(n.Pos(), s.text(n, false))
			s.inside(n)
			return false
		}
	case *ast.CallExpr:
		if calls(n, "regexp.MustCompile") {
			return false
		}
		if formats(n) {
			s.add(n.Pos(), s.text(n, false))
			s.inside(n)
			return false
		}
	case *ast.BasicLit:
		s.add(n.Pos(), s.text(n, false))
	}
	return true
}

// inside visits what is put into a text and can hold texts of its own.
func (s *scanner) inside(e ast.Expr) {
	switch e := e.(type) {
	case *ast.BasicLit, *ast.Ident:
	case *ast.BinaryExpr:
		s.inside(e.X)
		s.inside(e.Y)
	case *ast.CallExpr:
		arguments := e.Args
		if formats(e) {
			s.inside(arguments[0])
			arguments = arguments[1:]
		}
		for _, a := range arguments {
			ast.Inspect(a, s.visit)
		}
	default:
		ast.Inspect(e, s.visit)
	}
}

func calls(c *ast.CallExpr, names ...string) bool {
	name := ""
	switch f := c.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = "." + f.Sel.Name
		if x, ok := f.X.(*ast.Ident); ok {
			name = x.Name + name
		}
	}
	for _, n := range names {
		if name == n || strings.HasPrefix(n, ".") && strings.HasSuffix(name, n) {
			return true
		}
	}
	return false
}

func formats(c *ast.CallExpr) bool {
	return calls(c, "fmt.Sprintf", "fmt.Errorf", ".sayf", ".wrongf")
}

// text returns what an expression says; format tells that it is a format.
func (s *scanner) text(e ast.Expr, format bool) string {
	if text, ok := literal(e); ok {
		if format {
			return filled(text)
		}
		return text
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return s.text(e.X, format)
	case *ast.Ident:
		if text, ok := s.consts[e.Name]; ok {
			if format {
				return filled(text)
			}
			return text
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return s.text(e.X, format) + s.text(e.Y, format)
		}
	case *ast.CallExpr:
		if formats(e) && len(e.Args) > 0 {
			return s.text(e.Args[0], true)
		}
		if calls(e, ".Say") && len(e.Args) == 1 {
			return s.text(e.Args[0], format)
		}
	}
	return hole
}

// filled puts holes where a format has verbs.
func filled(format string) string {
	var text strings.Builder
	for i, p := range pieces(format) {
		if i%2 == 0 {
			text.WriteString(p.text)
			continue
		}
		text.WriteString(map[string]string{"d": holeWhole, "f": holeFloat}[p.text])
		if p.text != "d" && p.text != "f" {
			text.WriteString(hole)
		}
	}
	return text.String()
}

// ordinary are signs that English has too.
func ordinary(text string) bool {
	return !strings.ContainsAny(strings.NewReplacer("…", "", "“", "", "”", "", "—", "").Replace(text), chinesePunctuation)
}

func (s *scanner) add(at token.Pos, text string) {
	if hasHan(text) || strings.ContainsAny(text, chinesePunctuation) && !ordinary(text) {
		s.all = append(s.all, found{s.fset.Position(at).String(), text})
	}
}
