package office

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Photos crops many pictures. One bad picture never stops the rest.
type Photos struct {
	Spec    photo.Spec
	Finder  *photo.Finder
	Options photo.Options
	Replace bool // files that are there may be replaced, but never one that is read
	// Progress, if not nil, is told after each picture, from one goroutine at a time.
	Progress func(finished, total int)
}

// Picture is one picture with the file that it becomes.
type Picture struct {
	In, Out string
	// Err is why it cannot be read, or why nothing came of it.
	Err error
	// Source and Seen are what was found in it, and Output what was written.
	Source photo.Facts
	Seen   photo.Seen
	Output *photo.Output
}

// pictureEndings are what is looked at inside a folder; a file that is named is looked
// at whatever it is called.
var pictureEndings = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".webp": true, ".bmp": true, ".gif": true, ".heic": true, ".heif": true,
}

// Pictures finds the pictures that are named or are in folders, and gives each a name of
// its own in the folder of the results. One that is named twice, in whatever spelling, is
// taken once.
func Pictures(folder string, named ...string) ([]Picture, error) {
	var list []Picture
	for _, word := range named {
		list = append(list, picturesAt(word)...)
	}
	slices.SortFunc(list, func(a, b Picture) int { return strings.Compare(a.In, b.In) })
	seen := map[string]bool{}
	list = slices.DeleteFunc(list, func(p Picture) bool {
		real := realPath(p.In)
		again := seen[real]
		seen[real] = true
		return again
	})
	if len(list) == 0 {
		return nil, say.Errorf("没有找到照片")
	}
	taken := map[string]bool{}
	for i, p := range list {
		stem := strings.TrimSuffix(filepath.Base(p.In), filepath.Ext(p.In))
		name := free(stem, ".jpg", func(name string) bool { return taken[strings.ToLower(name)] })
		taken[strings.ToLower(name)] = true
		list[i].Out = filepath.Join(folder, name)
	}
	return list, nil
}

// realPath is the one spelling of a path, as far as there is a file.
func realPath(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// picturesAt are the file of that name, or the regular files in the folder and below it
// that are called like pictures.
func picturesAt(word string) []Picture {
	info, err := os.Stat(word)
	if err != nil || !info.IsDir() {
		return []Picture{{In: word}} // what is wrong with it stands in its own line
	}
	var list []Picture
	root := strings.TrimRight(word, string(filepath.Separator)) + string(filepath.Separator) // behind a link to the folder
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		path = filepath.Clean(path)
		switch {
		case err != nil:
			list = append(list, Picture{In: path, Err: say.Errorf("看文件夹 %s：%w", fileread.Name(path), fileread.Plain(err))})
		case fileread.Regular(entry.Type()) && pictureEndings[strings.ToLower(filepath.Ext(path))]:
			list = append(list, Picture{In: path})
		}
		return nil // the others are looked at still
	})
	return list
}

// Crop crops the pictures on all cores within bounded memory, and returns them in their
// order with what came of each.
func (p Photos) Crop(ctx context.Context, list []Picture) []Picture {
	list = slices.Clone(list)
	sources := make([]string, len(list))
	for i, one := range list {
		sources[i] = one.In
	}
	guard := store.NewGuard(SourcePhoto, p.Replace, sources...)
	var tasks []photo.Task
	at := make(map[string]int, len(list))
	for i, one := range list {
		if list[i].Err = cmp.Or(one.Err, guard.May(one.Out)); list[i].Err == nil {
			at[one.In] = i
			tasks = append(tasks, photo.Task{Name: one.In, Read: func() ([]byte, error) { return ReadPicture(ctx, one.In) }})
		}
	}
	batch := photo.Batch{
		Spec: p.Spec, Finder: p.Finder, Options: p.Options,
		Save: func(in string, made photo.Output) error { return saveGuarded(guard, list[at[in]].Out, made.JPEG) },
	}
	if p.Progress != nil {
		batch.Progress = func(_ photo.Done, finished, total int) { p.Progress(finished, total) }
	}
	for _, done := range batch.Run(ctx, tasks) {
		one := &list[at[done.Name]]
		one.Source, one.Seen, one.Output, one.Err = done.Source, done.Seen, done.Output, WithRemedy(done.Err)
	}
	return list
}

// saveGuarded writes one picture; where it leads to may have come to be since it was
// asked about first.
func saveGuarded(guard *store.Guard, out string, data []byte) error {
	if err := guard.May(out); err != nil {
		return err
	}
	if err := SaveVerified(out, data); err != nil {
		return err
	}
	guard.Wrote(out)
	return nil
}

// SaveVerified writes a picture and reads it back: what was judged is what is in the
// file.
func SaveVerified(path string, data []byte) error {
	if err := store.WriteFile(path, data); err != nil {
		return err
	}
	written, err := fileread.File(context.Background(), path, largestPicture) // it is there: nobody stops now
	if err != nil {
		return say.Errorf("读回 %s：%w", fileread.Name(path), err)
	}
	if !bytes.Equal(written, data) {
		return say.Errorf("读回 %s：和写下的不一样，磁盘可能有问题", fileread.Name(path))
	}
	return nil
}

// SourcePhoto is what a guard of pictures keeps from being written over.
var SourcePhoto = say.F("原照片")

// largestPicture is far above what any camera writes, in bytes.
const largestPicture = 200 << 20

// ReadPicture reads the file of a picture, whatever is in it.
func ReadPicture(ctx context.Context, path string) ([]byte, error) {
	data, err := fileread.File(ctx, path, largestPicture)
	if errors.Is(err, fileread.ErrTooLarge) {
		return nil, say.Errorf("文件太大，不像是照片")
	}
	return data, err
}

// WithRemedy adds what to do to what is wrong with a picture.
func WithRemedy(err error) error {
	var problem photo.Problem
	if errors.Is(err, context.Canceled) {
		return say.Errorf("停下了，没有做")
	}
	if errors.As(err, &problem) && !problem.Remedy().Empty() {
		return say.Errorf("%w。%s", problem, problem.Remedy())
	}
	return err
}
