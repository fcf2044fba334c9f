package forms_test

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// The limits of size are warnings: a file that is split only to be short hides more
// than a long one.
const (
	maxFileLines     = 400
	maxFunctionLines = 60
	maxParameters    = 4
	maxNesting       = 3
)

// vagueNames say nothing about what is inside a package or a file.
var vagueNames = []string{"util", "utils", "helper", "helpers", "manager", "base", "common", "misc", "later", "more"}

// style returns everything that the house rules find wrong with a file.
func style(s source) []string {
	if ast.IsGenerated(s.file) {
		return nil
	}
	var found []string
	report := func(node ast.Node, format string, values ...any) {
		line := s.fset.Position(node.Pos()).Line
		found = append(found, fmt.Sprintf("%s:%d: ", s.name, line)+fmt.Sprintf(format, values...))
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(s.name[strings.LastIndex(s.name, "/")+1:], ".go"), "_test")
	for _, name := range []string{stem, s.file.Name.Name} {
		if slices.ContainsFunc(strings.Split(name, "_"), func(word string) bool { return slices.Contains(vagueNames, word) }) {
			report(s.file, "the name %s says nothing", name)
		}
	}
	if !s.isTest() {
		ast.Inspect(s.file, func(node ast.Node) bool {
			if call, ok := node.(*ast.SelectorExpr); ok && call.Sel.Name == "IsRegular" {
				report(call, "fileread.Regular knows the files of cloud drives, IsRegular does not")
			}
			return true
		})
	}
	for _, declaration := range s.file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			functionStyle(s, d, report)
		case *ast.GenDecl:
			if !s.isTest() {
				namesStyle(d, report)
			}
		}
	}
	return found
}

// oversize returns what is larger in a file than the house aims at.
func oversize(s source) []string {
	if ast.IsGenerated(s.file) {
		return nil
	}
	var found []string
	report := func(node ast.Node, format string, values ...any) {
		found = append(found, fmt.Sprintf("%s:%d: ", s.name, s.fset.Position(node.Pos()).Line)+fmt.Sprintf(format, values...))
	}
	if s.lines > maxFileLines {
		report(s.file, "%d lines, at most %d", s.lines, maxFileLines)
	}
	for _, declaration := range s.file.Decls {
		if f, ok := declaration.(*ast.FuncDecl); ok && !s.isTest() {
			functionSize(s, f, report)
		}
	}
	return found
}

func functionSize(s source, f *ast.FuncDecl, report reporter) {
	lines := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1
	if lines > maxFunctionLines {
		report(f, "%s has %d lines, at most %d", f.Name.Name, lines, maxFunctionLines)
	}
	if count := f.Type.Params.NumFields(); count > maxParameters {
		report(f, "%s has %d parameters, at most %d", f.Name.Name, count, maxParameters)
	}
	if depth := nesting(f.Body); depth > maxNesting {
		report(f, "%s nests %d deep, at most %d", f.Name.Name, depth, maxNesting)
	}
}

type reporter func(node ast.Node, format string, values ...any)

func functionStyle(s source, f *ast.FuncDecl, report reporter) {
	if f.Name.Name == "init" && f.Recv == nil {
		report(f, "func init runs unseen; build the value where it is used")
	}
	if s.isTest() {
		return
	}
	if f.Name.IsExported() && exportedReceiver(f) && f.Doc == nil {
		report(f, "%s has no doc comment", f.Name.Name)
	}
}

// exportedReceiver tells whether the method can be seen in the documentation.
func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	kind := f.Recv.List[0].Type
	for {
		switch k := kind.(type) {
		case *ast.StarExpr:
			kind = k.X
		case *ast.IndexExpr:
			kind = k.X
		case *ast.IndexListExpr:
			kind = k.X
		case *ast.Ident:
			return k.IsExported()
		default:
			return false
		}
	}
}

func namesStyle(d *ast.GenDecl, report reporter) {
	for _, spec := range d.Specs {
		switch named := spec.(type) {
		case *ast.TypeSpec:
			if named.Name.IsExported() && d.Doc == nil && named.Doc == nil {
				report(named, "type %s has no doc comment", named.Name.Name)
			}
		case *ast.ValueSpec:
			if d.Doc != nil || named.Doc != nil || named.Comment != nil {
				continue
			}
			for _, name := range named.Names {
				if name.IsExported() {
					report(named, "%s has no doc comment", name.Name)
				}
			}
		}
	}
}

// nesting is how many blocks of control flow stand inside each other at the deepest
// place. An else-if counts as one with its if, a case belongs to its switch, and a
// function literal begins anew.
func nesting(body *ast.BlockStmt) int {
	deepest := 0
	if body != nil {
		for _, statement := range body.List {
			nestingFrom(statement, 0, &deepest)
		}
	}
	return deepest
}

// nestingFrom raises deepest to what node reaches when it stands depth blocks deep.
func nestingFrom(node ast.Node, depth int, deepest *int) {
	*deepest = max(*deepest, depth)
	ast.Inspect(node, func(inner ast.Node) bool {
		switch block := inner.(type) {
		case *ast.IfStmt:
			nestingFrom(block.Body, depth+1, deepest)
			if chained, ok := block.Else.(*ast.IfStmt); ok {
				nestingFrom(chained, depth, deepest)
			} else if block.Else != nil {
				nestingFrom(block.Else, depth+1, deepest)
			}
			return false
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			nestingFrom(bodyOf(block), depth+1, deepest)
			return false
		case *ast.FuncLit:
			*deepest = max(*deepest, nesting(block.Body))
			return false
		}
		return true
	})
}

func bodyOf(block ast.Node) *ast.BlockStmt {
	switch b := block.(type) {
	case *ast.ForStmt:
		return b.Body
	case *ast.RangeStmt:
		return b.Body
	case *ast.SwitchStmt:
		return b.Body
	case *ast.TypeSwitchStmt:
		return b.Body
	default:
		return b.(*ast.SelectStmt).Body
	}
}

func TestStyle(t *testing.T) {
	for _, s := range sources(t) {
		for _, problem := range style(s) {
			t.Error(problem)
		}
	}
}

// TestSizes warns: .ci/run prints what it logs.
func TestSizes(t *testing.T) {
	for _, s := range sources(t) {
		for _, warning := range oversize(s) {
			t.Log("size:", warning)
		}
	}
}

func TestPackagesAreDescribed(t *testing.T) {
	described := make(map[string]bool)
	for _, s := range sources(t) {
		if !s.isTest() {
			described[s.folder()] = described[s.folder()] || s.file.Doc != nil
		}
	}
	for folder, ok := range described {
		if !ok {
			t.Errorf("%s: no file has a package comment", folder)
		}
	}
}

func TestStyleFindsWhatItForbids(t *testing.T) {
	long := strings.Repeat("\tprintln()\n", maxFunctionLines)
	for name, row := range map[string]struct{ text, want string }{
		"file":         {strings.Repeat("\n", maxFileLines), "401 lines"},
		"function":     {"func f() {\n" + long + "}\n", "f has 62 lines"},
		"parameters":   {"func f(a, b, c int, d, e string) {}\n", "f has 5 parameters"},
		"init":         {"func init() {}\n", "func init"},
		"function doc": {"func F() {}\n", "F has no doc"},
		"method doc":   {"type t struct{}\n// T is.\ntype T struct{}\nfunc (*t) G() {}\nfunc (*T) F() {}\n", "F has no doc"},
		"type doc":     {"type T int\n", "type T has no doc"},
		"value doc":    {"var V int\n", "V has no doc"},
		"irregular":    {"func f(m fs.FileMode) bool { return m.IsRegular() }\n", "fileread.Regular"},
		"nesting": {
			"func f() {\nfor {\nif true {\n} else if true {\n} else {\nswitch {\ncase true:\nif true {\n}\n}\n}\n}\n}\n",
			"f nests 4 deep",
		},
	} {
		parsed := parseText(t, "forms/x/x.go", []byte("package x\n"+row.text))
		found := append(style(parsed), oversize(parsed)...)
		if len(found) != 1 || !strings.Contains(found[0], row.want) {
			t.Errorf("%s: got %q, want one with %q", name, found, row.want)
		}
	}
	for name, text := range map[string]string{
		"limits":    "func f(a, b, c, d int) {\n" + strings.Repeat("\tprintln()\n", maxFunctionLines-2) + "}\n",
		"group doc": "// Kinds.\nconst (\n\tA = 1\n\tB = 2\n)\n",
		"each doc":  "const (\n\tA = 1 // first\n\t// B is second.\n\tB = 2\n)\n",
		"else if":   "func f() {\nif true {\n} else if true {\n} else if true {\n} else if true {\n} else if true {\n}\n}\n",
		"literal":   "func f() {\nfor {\nfor {\nfor {\ndefer func() { for {\nif true {\n}\n} }()\n}\n}\n}\n}\n",
	} {
		parsed := parseText(t, "forms/x/x.go", []byte("package x\n"+text))
		if found := append(style(parsed), oversize(parsed)...); len(found) > 0 {
			t.Errorf("%s: got %q", name, found)
		}
	}
	generated := "// Code generated by x. DO NOT EDIT.\n\npackage x\n\nfunc F() {}\n"
	if found := style(parseText(t, "forms/x/x.go", []byte(generated))); len(found) > 0 {
		t.Errorf("generated: got %q", found)
	}
	if found := style(parseText(t, "forms/x/utils.go", []byte("package x\n"))); len(found) != 1 {
		t.Errorf("utils.go: got %q", found)
	}
}
