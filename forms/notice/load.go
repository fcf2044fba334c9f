package notice

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"unicode/utf8"
)

// ErrNone is why a notice that is not there cannot be loaded.
var ErrNone = errors.New("没有这份通知")

// Source is a notice as it was read, and not looked at yet.
type Source struct {
	// Name is that of the folder or the file.
	Name string
	// folder is the name that the data has to give as id; "" for a file.
	folder string
	parts  [4]sourcePart
	// Digest is that of one file, as it is read; "" for a folder.
	Digest string
	packed bool
	early  Faults // found while the file was cut
}

// sourcePart is the bytes of a [Part], in which file they are, and below how many lines.
type sourcePart struct {
	name  string
	above int
	there bool
	data  []byte
}

// partFiles are the files of a folder.
var partFiles = map[Part]string{PartData: "notice.json", PartEnglish: "english.json", PartText: "clauses.txt"}

// Largest is how many bytes a notice has at most, all its parts together.
const Largest = 512 << 10

// Folder reads the notice in folder id of files. The error is [ErrNone] where there
// is no notice.
func Folder(files fs.FS, id string) (Source, error) {
	s := Source{Name: id, folder: id}
	for part, name := range partFiles {
		data, err := fs.ReadFile(files, path.Join(id, name))
		s.parts[part] = sourcePart{name: name, data: data, there: err == nil}
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
			return s, fmt.Errorf("读 %s 时出错", name)
		}
	}
	if !s.parts[PartData].there {
		return s, ErrNone
	}
	return s, nil
}

// Load reads the notice in folder id of files. Everything that [Examine] finds wrong
// is in the error.
func Load(files fs.FS, id string) (*Notice, error) {
	s, err := Folder(files, id)
	if err != nil {
		return nil, fmt.Errorf("读取通知 %s：%w", id, err)
	}
	n, wrong, _ := Examine(s)
	if len(wrong) > 0 {
		return nil, fmt.Errorf("读取通知 %s：%w", id, wrong)
	}
	return n, nil
}

// Trusted reads the notice in folder id of files without comparing what its data says with
// its text, which takes several times as long as reading it. It is for what the program
// carries: that was examined when the program was tested.
func Trusted(files fs.FS, id string) (*Notice, error) {
	s, err := Folder(files, id)
	if err != nil {
		return nil, fmt.Errorf("读取通知 %s：%w", id, err)
	}
	e := examinationOf(s)
	there := e.read()
	if wrong, _ := e.faults.split(); !there || len(wrong) > 0 {
		return nil, fmt.Errorf("读取通知 %s：%w", id, wrong)
	}
	return e.n, nil
}

// Report says something of a value of the data, by its path.
type Report func(path, format string, values ...any)

// Examine reads a notice and compares all that its data says with its text: every
// number, day, name and document is in the clause that is cited for it, with its unit.
// It returns what is wrong, for which the notice is not to be used, and what its maker
// should look at, both in file order. The notice is nil where it could not be read.
// What more there is to examine is asked of a notice that could be.
func Examine(s Source, more ...func(n *Notice, wrong, doubt Report)) (n *Notice, wrong, doubts Faults) {
	e := examinationOf(s)
	if e.read() {
		n = e.n
		e.examine()
		for _, examine := range more {
			examine(n, e.wrong, e.doubt)
		}
	}
	wrong, doubts = e.faults.split()
	return n, wrong, doubts
}

func examinationOf(s Source) *examination {
	return &examination{n: &Notice{}, source: s, unread: map[string]bool{}, texts: map[string]passage{}}
}

// read fills the notice; it returns whether there is one to examine.
func (e *examination) read() bool {
	for _, f := range e.source.early {
		e.faults = append(e.faults, Fault{File: e.source.Name, Line: f.Line, Message: f.Message, Doubt: f.Doubt})
	}
	if wrong, _ := e.faults.split(); len(wrong) > 0 || !e.readable() {
		return false
	}
	blocks := cutBlocks(string(e.part(PartText)), e.textFault)
	e.n.clauses = clausesOf(blocks)
	e.n.text, e.n.starts = textOf(blocks)
	e.n.index = make(map[string]int, len(e.n.clauses))
	for i, c := range e.n.clauses {
		e.n.index[c.ID] = i
	}
	e.clauses = e.n.index
	if len(blocks) == 0 || len(blocks) > mostClauses {
		e.examineMarks(blocks)
		return false
	}
	if e.tree = e.parse(PartData); e.tree == nil {
		return false
	}
	(&filler{e.wrong}).fill(e.tree, reflect.ValueOf(e.n).Elem(), "")
	if e.english = e.parse(PartEnglish); e.english != nil {
		(&filler{e.englishFault}).fill(e.english, reflect.ValueOf(&e.n.english).Elem(), "")
	}
	if e.source.packed {
		e.readHead()
	}
	e.n.Digest = e.source.Digest
	e.blocks = blocks
	return true
}

// examine compares what was read with itself.
func (e *examination) examine() {
	if e.source.folder != "" && e.n.ID != e.source.folder {
		e.wrong("id", "文件夹叫“%s”，id 是“%s”", e.source.folder, e.n.ID)
	}
	e.examineMarks(e.blocks)
	e.examineClauses()
	e.examineQuotes()
	e.examineHead()
	e.examineMilestones()
	e.examineCalendar()
	e.examinePlans()
	e.examineRules()
	e.examinePlatformSteps()
	e.examineReasons()
	e.examineEnglish()
}

func (e *examination) part(p Part) []byte {
	return bytes.TrimPrefix(e.source.parts[p].data, []byte("\ufeff"))
}

// readable reports whether all parts are there, not too large, and UTF-8.
func (e *examination) readable() bool {
	size := 0
	for i := range e.source.parts {
		part := Part(i)
		size += len(e.source.parts[i].data)
		if there := e.source.parts[i].there; !there && (part == PartData || part == PartText) {
			e.add(Fault{Part: part, Message: "没有这一部分"})
		}
		if line, message := encoding(e.part(part)); message != "" {
			e.add(Fault{Part: part, Line: line, Message: message})
		}
	}
	if size > Largest {
		e.add(Fault{Part: PartData, Message: fmt.Sprintf("通知太大，最多%dK", Largest>>10)})
	}
	wrong, _ := e.faults.split()
	return len(wrong) == 0
}

// encoding says what is wrong with the encoding of a text, and on which line.
func encoding(data []byte) (line int, message string) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return 1, "文字编码是“Unicode”（UTF-16），请在记事本里另存为UTF-8"
	case utf8.Valid(data):
		return 0, ""
	}
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	if likeGBK(data) {
		return lineAt(data, at), "文字编码是GBK（记事本里的ANSI），请另存为UTF-8"
	}
	return lineAt(data, at), "这一行有读不出的字，文字要用UTF-8编码"
}

// likeGBK reports whether every byte beyond ASCII is part of a pair as GBK has them.
func likeGBK(data []byte) bool {
	for i := 0; i < len(data); i++ {
		if data[i] < 0x80 {
			continue
		}
		if data[i] == 0x80 || data[i] == 0xFF || i+1 == len(data) || data[i+1] < 0x40 || data[i+1] == 0x7F || data[i+1] == 0xFF {
			return false
		}
		i++
	}
	return true
}

// parse returns the tree of a part; nil where it is not there or no JSON.
func (e *examination) parse(part Part) *node {
	if !e.source.parts[part].there {
		return nil
	}
	return parseTree(e.part(part), func(line int, message string) {
		e.add(Fault{Part: part, Line: line, Message: message})
	})
}

// englishFault reports a value of the English.
func (e *examination) englishFault(path, format string, values ...any) {
	e.add(Fault{Part: PartEnglish, Line: e.english.lineOf(path), Where: path, Message: fmt.Sprintf(format, values...)})
}
