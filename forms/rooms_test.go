package forms_test

import (
	"go/ast"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What keeps the rooms of app/ apart: what a room asks of others is small, and a type is
// not a room's whole content.
const (
	mostAsked   = 8   // methods of an interface
	mostMethods = 40  // of a type
	mostFiles   = 3   // in which a type has methods
	mostGoldens = 300 // KB of golden files of the window
)

// roomTypes are the types of a package with the files of their methods, one entry a
// method, and the interfaces with how many methods each asks for.
type roomTypes struct {
	methods map[string][]string
	asked   map[string]int
}

func typesOf(all []source) roomTypes {
	found := roomTypes{map[string][]string{}, map[string]int{}}
	for _, s := range all {
		for _, declaration := range s.file.Decls {
			switch d := declaration.(type) {
			case *ast.FuncDecl:
				if name := receiverOf(d); name != "" {
					name = s.folder() + "." + name
					found.methods[name] = append(found.methods[name], s.name)
				}
			case *ast.GenDecl:
				found.addInterfaces(s.folder(), d)
			}
		}
	}
	return found
}

func (r roomTypes) addInterfaces(folder string, d *ast.GenDecl) {
	if d.Tok != token.TYPE {
		return
	}
	for _, spec := range d.Specs {
		named := spec.(*ast.TypeSpec)
		asks, ok := named.Type.(*ast.InterfaceType)
		if !ok {
			continue
		}
		n := 0
		for _, method := range asks.Methods.List {
			n += max(1, len(method.Names))
			if _, ours := method.Type.(*ast.Ident); ours { // one inside another hides how much is asked
				n += mostAsked
			}
		}
		r.asked[folder+"."+named.Name.Name] = n
	}
}

// receiverOf returns the name of the type that a method belongs to, "" for a function.
func receiverOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	kind := f.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	if of, ok := kind.(*ast.IndexExpr); ok {
		kind = of.X
	}
	if name, ok := kind.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

func TestRoomsStaySmall(t *testing.T) {
	var app []source
	for _, s := range sources(t) {
		if strings.HasPrefix(s.name, "app/") && !s.isTest() {
			app = append(app, s)
		}
	}
	found := typesOf(app)
	if len(found.methods) < 50 || len(found.asked) < 5 {
		t.Fatalf("only %d types with methods and %d interfaces are seen", len(found.methods), len(found.asked))
	}
	for name, n := range found.asked {
		if n > mostAsked {
			t.Errorf("%s asks for %d methods, at most %d", name, n, mostAsked)
		}
	}
	for name, files := range found.methods {
		if len(files) > mostMethods {
			t.Errorf("%s has %d methods, at most %d", name, len(files), mostMethods)
		}
		slices.Sort(files)
		if files = slices.Compact(files); len(files) > mostFiles {
			t.Errorf("%s has methods in %d files, at most %d: %v", name, len(files), mostFiles, files)
		}
	}
}

// What is too large is found.
func TestLargeRoomsAreFound(t *testing.T) {
	text := "package x\ntype T[R any] struct{}\ntype I interface{ A(); B() }\ntype J interface{ I }\nfunc (t *T[R]) A() {}\nfunc (T[R]) B() {}\nfunc C() {}\n"
	found := typesOf([]source{parseText(t, "app/x/a.go", []byte(text)), parseText(t, "app/x/b.go", []byte("package x\nfunc (T[R]) D() {}\n"))})
	if files := found.methods["app/x.T"]; !slices.Equal(files, []string{"app/x/a.go", "app/x/a.go", "app/x/b.go"}) {
		t.Errorf("the methods are in %v", files)
	}
	if found.asked["app/x.I"] != 2 || found.asked["app/x.J"] <= mostAsked {
		t.Errorf("the interfaces ask for %v", found.asked)
	}
}

func TestGoldensOfTheWindowStaySmall(t *testing.T) {
	bytes := int64(0)
	err := filepath.WalkDir(filepath.Join(root, "app"), func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(filepath.ToSlash(name), "/testdata/") || strings.Contains(filepath.ToSlash(name), "/fuzz/") {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if bytes == 0 || bytes > mostGoldens<<10 {
		t.Errorf("the goldens of the window have %d bytes, at most %d KB", bytes, mostGoldens)
	}
}
