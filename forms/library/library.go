// Package library is the notices that a program can work with: those it carries, those
// that were installed, those beside the program, and the one inside of an application.
package library

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/fileread"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Origin is where a notice came from.
type Origin int

// The origins. What is not the program's own was made by somebody whom nobody has
// checked.
const (
	Own       Origin = iota // carried by the program
	Installed               // in the program's folder of notices, or beside it
	Opened                  // a file that was named or opened, or the copy inside of an application
)

// Library finds notices.
type Library struct {
	Own     fs.FS    // the notices that the program carries, a folder each
	Default string   // the id of the one for a new application where nobody chose
	Folders []string // of installed notices, as files: the first is the program's own
}

// Usual is the library of the program: what it carries, what was installed in the
// user's folder, and what lies in a folder notices beside the program.
func Usual(own fs.FS, id string) Library {
	l := Library{Own: own, Default: id}
	if folder, err := os.UserConfigDir(); err == nil {
		l.Folders = append(l.Folders, filepath.Join(folder, "zhicheng", "notices"))
	}
	if program, err := os.Executable(); err == nil {
		l.Folders = append(l.Folders, filepath.Join(filepath.Dir(program), "notices"))
	}
	return l
}

// Entry is a notice of the library.
type Entry struct {
	Notice *notice.Notice
	Origin Origin
	Path   string // of its file; "" for what the program carries
	// Text is the file as it was read; nil for what the program carries.
	Text []byte
	// Compared is the day on which it was compared with the official text here; unknown
	// where it never was.
	Compared forms.Date
}

// Reasons why a notice is not used.
var (
	ErrNone   = say.Errorf("没有这份通知")
	ErrOwn    = say.Errorf("本软件自带这份通知，不能换成别的")
	ErrFaulty = say.Errorf("这份通知没有通过核对")
)

// Faulty is the error of a notice that was refused, with everything wrong with it.
type Faulty struct{ Faults notice.Faults }

// Error returns the faults, one a line.
func (f *Faulty) Error() string { return f.Say().String() }

// Say returns how many faults there are and the first of them.
func (f *Faulty) Say() say.Text {
	return say.F("这份通知没有通过核对，有%d处不对，第一处：%s", len(f.Faults), say.Typed(f.Faults[0].String()))
}

// Is reports that it is [ErrFaulty].
func (f *Faulty) Is(target error) bool { return target == ErrFaulty }

// Find returns the notice that a word names: an id, a file or a folder.
func (l Library) Find(ctx context.Context, word string) (Entry, error) {
	if isPath(word) {
		return l.open(ctx, word)
	}
	return l.ByID(ctx, word)
}

// isPath tells a path from an id.
func isPath(word string) bool {
	return strings.HasSuffix(strings.ToLower(word), notice.Extension) || strings.ContainsAny(word, `/\`) || filepath.IsAbs(word)
}

// ByID returns a notice of the library.
func (l Library) ByID(ctx context.Context, id string) (Entry, error) {
	if l.Carries(id) {
		n, err := notice.Trusted(l.Own, id)
		if err != nil {
			return Entry{}, err
		}
		return Entry{Notice: n}, nil
	}
	for _, path := range l.files() {
		if strings.TrimSuffix(filepath.Base(path), notice.Extension) != id {
			continue
		}
		entry, err := l.open(ctx, path)
		entry.Origin = Installed
		return entry, err
	}
	return Entry{}, ErrNone
}

// Carries reports whether the program carries a notice of that id.
func (l Library) Carries(id string) bool {
	return !strings.ContainsAny(id, `./\`) && id != "" && slices.Contains(l.own(), id)
}

func (l Library) own() []string {
	entries, err := fs.ReadDir(l.Own, ".")
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range entries {
		if e.IsDir() {
			ids = append(ids, e.Name())
		}
	}
	return ids
}

// files are the notices in the folders; of one name only the first counts.
func (l Library) files() []string {
	var paths []string
	for _, folder := range l.Folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // there need not be one
		}
		for _, e := range entries {
			again := slices.ContainsFunc(paths, func(p string) bool { return filepath.Base(p) == e.Name() })
			if strings.HasSuffix(e.Name(), notice.Extension) && !e.IsDir() && !again {
				paths = append(paths, filepath.Join(folder, e.Name()))
			}
		}
	}
	return paths
}

// open reads a file or a folder.
func (l Library) open(ctx context.Context, path string) (Entry, error) {
	source, data, err := Read(ctx, path)
	if err != nil {
		return Entry{}, err
	}
	entry, err := l.entry(source, data)
	entry.Path = path
	return entry, err
}

// Read reads the file or the folder of a notice without looking at what it says.
func Read(ctx context.Context, path string) (notice.Source, []byte, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		source, err := notice.Folder(os.DirFS(filepath.Dir(filepath.Clean(path))), filepath.Base(filepath.Clean(path)))
		if errors.Is(err, notice.ErrNone) {
			err = ErrNone
		}
		return source, nil, err
	}
	data, err := fileread.File(ctx, path, notice.Largest+1)
	if err != nil {
		return notice.Source{}, nil, say.Errorf("打开 %s：%w", fileread.Name(path), err)
	}
	return notice.Unpack(fileread.Name(path), data), data, nil
}

func (l Library) entry(source notice.Source, data []byte) (Entry, error) {
	n, wrong, _ := check.Examine(source)
	if len(wrong) > 0 {
		return Entry{}, &Faulty{wrong}
	}
	return Entry{Notice: n, Origin: Opened, Text: data, Compared: l.compared()[n.Digest]}, nil
}

// All returns the notices that a new application can be made under: newest first, of
// the same year the program's own first. One that does not pass is left out.
func (l Library) All(ctx context.Context) []Entry {
	var all []Entry
	for _, id := range l.own() {
		if entry, err := l.ByID(ctx, id); err == nil {
			all = append(all, entry)
		}
	}
	for _, path := range l.files() {
		entry, err := l.open(ctx, path)
		if err == nil && !l.Carries(entry.Notice.ID) {
			entry.Origin = Installed
			all = append(all, entry)
		}
	}
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(b.Notice.Year, a.Notice.Year), cmp.Compare(a.Origin, b.Origin))
	})
	return all
}

// For returns the notice of an application: the copy inside of it, or the one that
// its id names; the default one where it names none.
func (l Library) For(ctx context.Context, a *forms.Applicant) (Entry, error) {
	id := cmp.Or(a.Notice, l.Default)
	if a.NoticeCopy.File == "" || l.Carries(id) {
		entry, err := l.ByID(ctx, id)
		if errors.Is(err, ErrNone) {
			err = say.Errorf("申报文件要按通知“%s”核对，本软件没有这份通知；先打开它的通知包（%s）", fileread.Shown(id, 80), notice.Extension)
		}
		return entry, err
	}
	source := notice.Unpack(fmt.Sprintf("%s（在申报文件里）", fileread.Shown(id, 80)), []byte(a.NoticeCopy.File))
	entry, err := l.entry(source, []byte(a.NoticeCopy.File))
	switch {
	case err != nil:
		return Entry{}, err
	case entry.Notice.ID != id:
		return Entry{}, say.Errorf("申报文件写的通知是“%s”，里面的那份是“%s”", fileread.Shown(id, 80), entry.Notice.ID)
	case a.NoticeCopy.SHA256 != "" && a.NoticeCopy.SHA256 != entry.Notice.Digest:
		return Entry{}, say.Errorf("申报文件里的通知“%s”被改过，和存的时候不一样", fileread.Shown(id, 80))
	}
	return entry, nil
}

// Newer returns the installed notice of the same id of a later version; it is never taken
// without a question.
func (l Library) Newer(ctx context.Context, e Entry) (Entry, bool) {
	newer, err := l.ByID(ctx, e.Notice.ID)
	return newer, err == nil && newer.Notice.Version > e.Notice.Version
}

// Bind has an application stay with a notice. One that the program does not carry goes
// into the application, so that whoever gets the file can open it.
func (e Entry) Bind(a *forms.Applicant) {
	a.Notice, a.NoticeCopy = e.Notice.ID, forms.NoticeCopy{}
	if e.Origin != Own && e.Text != nil {
		a.NoticeCopy = forms.NoticeCopy{Version: e.Notice.Version, SHA256: e.Notice.Digest, File: string(e.Text)}
	}
}

// Trust says who vouches for a notice, which is said wherever its number is.
func (e Entry) Trust() say.Text {
	if e.Origin == Own {
		return say.F("自带")
	}
	trust, compared := say.F("不是本软件自带的"), say.Text{}
	if by := e.Notice.Head.By; by != "" {
		trust = say.F("不是本软件自带的，制作人自称%s", by)
	}
	if e.Compared.Known() {
		compared = say.F("您%s对照过官网原文", e.Compared.Chinese())
	}
	return say.Join("，", trust, compared)
}

// Stranger is [Entry.Trust] of a notice that is not the program's own; nothing of one
// that is.
func (e Entry) Stranger() say.Text {
	if e.Origin == Own {
		return say.Text{}
	}
	return e.Trust()
}

// Install puts a notice into the program's folder, under its id. The program's own
// cannot be replaced; another one of the same id only where replace is said.
func (l Library) Install(e Entry, replace bool) (path string, err error) {
	if l.Carries(e.Notice.ID) {
		return "", ErrOwn
	}
	if len(l.Folders) == 0 || e.Text == nil {
		return "", say.Errorf("没有地方放通知")
	}
	path = filepath.Join(l.Folders[0], e.Notice.ID+notice.Extension)
	if _, err := os.Stat(path); err == nil && !replace {
		return "", say.Errorf("已经装了一份“%s”", e.Notice.ID)
	}
	if err := os.MkdirAll(l.Folders[0], 0o700); err != nil {
		return "", say.Errorf("没有地方放通知")
	}
	return path, store.WriteFile(path, e.Text)
}
