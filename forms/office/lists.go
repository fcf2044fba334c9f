package office

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"zhicheng/forms/checklist"
	"zhicheng/forms/fileread"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Lists makes the printed lists of applications, a PDF for each.
type Lists struct {
	Reader
	Fonts *paper.Fonts
	// Printing is the same for all lists but for the file, the photo and who made the notice.
	Printing checklist.Printing
	Folder   string
	// Replace replaces what is there under the name of a list; otherwise the list gets a
	// name with a number.
	Replace bool
}

// Made is what became of one list.
type Made struct {
	Path    string   // of the list, "" where there is none
	Trouble say.Text // why there is none
}

// Taken returns the names of lists that are in the folder already.
func (l Lists) Taken(rows []Row) []string {
	var taken []string
	for _, name := range l.names(rows) {
		if _, err := os.Lstat(filepath.Join(l.Folder, name)); err == nil {
			taken = append(taken, name)
		}
	}
	return taken
}

// names are those of the lists, each of its own also on a system that does not tell
// letter cases apart.
func (l Lists) names(rows []Row) []string {
	names, given := make([]string, len(rows)), map[string]bool{}
	for i, row := range rows {
		stem := strings.TrimSuffix(filepath.Base(row.Path), filepath.Ext(row.Path))
		stem = say.F("%s自查清单", stem).In(l.Printing.Language)
		names[i] = free(stem, ".pdf", func(name string) bool { return given[strings.ToLower(name)] })
		given[strings.ToLower(names[i])] = true
	}
	return names
}

// free returns the first of a name and those with numbers that is not taken.
func free(stem, ending string, taken func(name string) bool) string {
	name := stem + ending
	for n := 2; taken(name); n++ {
		name = fmt.Sprintf("%s-%d%s", stem, n, ending)
	}
	return name
}

// Write reads the files of rows as they are now and writes their lists. It tells of each
// that is done by its place, from one goroutine at a time. When ctx ends, the rest is not
// written.
func (l Lists) Write(ctx context.Context, rows []Row, each func(i int, made Made)) {
	names := l.names(rows)
	var writers sync.WaitGroup
	var telling sync.Mutex
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	l.each(ctx, rows, true, func(i int, a *Application, err error) {
		room <- struct{}{} // reading waits for the writers: what was read is in memory
		writers.Go(func() {
			defer func() { <-room }()
			made := l.made(ctx, a, names[i], err)
			telling.Lock()
			defer telling.Unlock()
			each(i, made)
		})
	})
	writers.Wait()
}

// made writes the list of an application that was read. A panic becomes the trouble of
// this list.
func (l Lists) made(ctx context.Context, a *Application, name string, err error) (made Made) {
	defer func() {
		if bug := recover(); bug != nil {
			made = Made{Trouble: say.F("软件出错，没有写成：%v", bug)}
		}
	}()
	if err == nil {
		made.Path, err = l.write(ctx, a, name)
	}
	if err != nil {
		return Made{Trouble: say.Of(err)}
	}
	return made
}

// write writes one list and returns its path.
func (l Lists) write(ctx context.Context, a *Application, name string) (string, error) {
	if ctx.Err() != nil {
		return "", ErrStopped
	}
	printing := l.Printing
	printing.File, printing.Trust = filepath.Base(a.Path), a.Entry.Stranger()
	if source, err := photo.Open(ctx, a.Person.Photo.Data, nil); err == nil {
		if preview, err := source.Preview(ctx, checklist.PhotoPixels); err == nil {
			printing.Photo = preview
		}
	}
	var data bytes.Buffer
	pages := paper.Compose(checklist.Build(a.Person, a.Report, printing), l.Fonts)
	if err := pages.WritePDF(&data); err != nil {
		return "", say.Errorf("排 %s 的清单：%w", fileread.Name(a.Path), err)
	}
	stem := strings.TrimSuffix(name, ".pdf")
	path := filepath.Join(l.Folder, free(stem, ".pdf", l.occupied))
	return path, store.WriteFile(path, data.Bytes())
}

// occupied reports whether something is in the folder under a name that must not be
// replaced. What is not a file of its own never is.
func (l Lists) occupied(name string) bool {
	info, err := os.Lstat(filepath.Join(l.Folder, name))
	return err == nil && (!l.Replace || !fileread.Regular(info.Mode()))
}
