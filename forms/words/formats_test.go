package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the top of the repository, seen from this package.
const root = "../.."

// speakers are functions that take a format, or a sign, by their names.
var speakers = map[string]bool{"say.F": true, "say.Errorf": true, "sayf": true, "say.Join": true}

// used is a Chinese format that the program says, and where.
type used struct{ at, format string }

// source is what the program says: its formats, and the other Chinese texts.
type source struct {
	fset    *token.FileSet
	formats []used
	others  []used
	unread  []string // calls whose format is no literal
}

// spoken walks the code for what is said.
func spoken(t *testing.T) *source {
	t.Helper()
	s := &source{fset: token.NewFileSet()}
	for _, top := range []string{"forms", "app"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(name string, entry os.DirEntry, err error) error {
			name = filepath.ToSlash(name) // as it is compared below
			switch {
			case err != nil:
				return err
			case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || path.Base(path.Dir(name)) == "words" || strings.Contains(name, "cmd/zc"):
				return nil
			}
			file, err := parser.ParseFile(s.fset, name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, s.visit)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func (s *source) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.CallExpr:
		name := called(n)
		if name == "Quotes" || name == "tells" {
			return false // words that are looked for in a notice
		}
		if !speakers[name] || len(n.Args) == 0 {
			return true
		}
		format, ok := literal(n.Args[0])
		if name == "say.Errorf" {
			format = strings.ReplaceAll(format, "%w", "%s")
		}
		if !ok {
			s.unread = append(s.unread, s.fset.Position(n.Pos()).String())
		} else {
			s.formats = append(s.formats, used{s.fset.Position(n.Pos()).String(), format})
		}
		for _, arg := range n.Args[1:] {
			ast.Inspect(arg, s.visit)
		}
		return false
	case *ast.BasicLit:
		if text, ok := literal(n); ok && chinese(text) {
			s.others = append(s.others, used{s.fset.Position(n.Pos()).String(), text})
		}
	}
	return true
}

// called returns the name of a function, of a method without what it belongs to.
func called(c *ast.CallExpr) string {
	f, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if x, ok := f.X.(*ast.Ident); ok && x.Name == "say" {
		return "say." + f.Sel.Name
	}
	return f.Sel.Name
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// chinese reports whether a text has Chinese characters or signs.
func chinese(text string) bool {
	return hasHan(text) || strings.ContainsAny(text, "，。；：、？！“”（）《》…—")
}

func TestEveryFormatHasEnglish(t *testing.T) {
	formats := spoken(t).formats
	if len(formats) < 900 {
		t.Fatalf("only %d formats were found", len(formats))
	}
	for _, at := range spoken(t).unread {
		if !strings.Contains(at, "forms/say/") && !strings.Contains(at, "app/ui/words.go") && !strings.Contains(at, "app/ask/ask.go") && !strings.Contains(at, "app/crop/crop.go") && !strings.Contains(at, "app/page/room.go") && !strings.Contains(at, "forms/checklist/checklist.go") && !strings.Contains(at, "forms/paper/document.go") {
			t.Errorf("%s: the format is no literal", at)
		}
	}
	english := English()
	for _, f := range formats {
		if _, ok := english.Formats[f.format]; !ok && chinese(f.format) {
			t.Errorf("%s: no English: %s", f.at, f.format)
		}
	}
}

func TestNoEntryIsLeftOver(t *testing.T) {
	said := map[string]bool{}
	for _, f := range spoken(t).formats {
		said[f.format] = true
	}
	for chinese := range English().Formats {
		if !said[chinese] {
			t.Errorf("nobody says: %s", chinese)
		}
	}
}

// shownFrom are the packages whose texts reach the window or the
// printed list: what is Chinese in them is
// said, or excused.
var shownFrom = []string{
	"forms/", "forms/check/", "forms/guide/", "forms/checklist/", "forms/photo/", "forms/store/", "forms/fileread/",
	"app/document/", "app/field/", "app/clipboard/", "app/ask/", "app/crop/", "app/page/", "app/ui/",
	"forms/office/", "forms/textfile/", "app/office/", "app/help/",
}

// Reasons why Chinese in the code is not said.
const (
	inFile   = "inside of reading a file, which says something of its own"
	inTool   = "of the command line, which is Chinese, or of a build that is not fit to be shipped"
	platform = "goes into the platform or names a clause, as it is"
	sign     = "looked for in a text, or a mark"
)

// excuses are patterns of Chinese texts that are not said, with the reason.
var excuses = map[string]string{
	`^没有这种结果：`:                  inFile,
	`^(日期|数字)要写成`:               inFile,
	`^(后面还有别的内容|读文件：%w)$`:       inFile,
	`^照片(要求|比例)`:                inTool,
	`^程序出错（`:                    inTool,
	`^读人脸数据：`:                   inTool,
	`^%s（%d×%d像素，%s）$`:          platform,
	`^[、。：；…—字 （()）“”;.\[\]]+$`: sign,
	`\\|^\(\?:`: "a pattern",
	`^(《|等专业)$`: sign,
	`^(没有“%s”这项检查|通知里没有“%s”要的|引的原话说的不是|“%s”没有引一句|没有检查引“%s”|没有用到%s的|引了“%s”，没有写它|“%s”引的不是|没有引%s的话|“%s”引的%s的话里|“%s”引的原话里没有|读取通知 %s：%w)`: "said to whoever makes a notice, which is in Chinese",
	`^0123456789`: sign,
}

func TestWhatIsChineseIsSaid(t *testing.T) {
	needed := map[string]bool{}
	for _, text := range spoken(t).others {
		folder := strings.TrimPrefix(path.Dir(text.at), root+"/") + "/"
		if !slices.Contains(shownFrom, folder) {
			continue
		}
		excused := false
		for pattern := range excuses {
			if regexp.MustCompile(pattern).MatchString(text.format) {
				needed[pattern], excused = true, true
			}
		}
		if !excused {
			t.Errorf("%s: is not said through a format: %s", text.at, text.format)
		}
	}
	for pattern := range excuses {
		if !needed[pattern] {
			t.Errorf("excused and not there: %s", pattern)
		}
	}
}
