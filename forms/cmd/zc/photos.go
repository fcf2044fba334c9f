package main

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"

	"zhicheng/forms/photo"
)

// listing says how the table of many photos is written.
type listing struct{ json, csv bool }

// pictureEndings are what is looked at inside a folder; a file that is named on
// the command line is looked at whatever it is called.
var pictureEndings = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".webp": true, ".bmp": true, ".gif": true, ".heic": true, ".heif": true,
}

// photos crops many pictures into a folder. One bad picture never stops the rest.
func (p *program) photos(job photoJob, folder string, words []string, as listing) (int, error) {
	jobs, err := targets(folder, words)
	if err != nil {
		return statusUnused, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return statusUnused, fmt.Errorf("建立文件夹 %s：%w", shown(folder), plain(err))
	}
	results := p.makeAll(job, jobs)
	if err := p.writeTable(results, as); err != nil {
		return statusUnused, fmt.Errorf("写出结果：%w", err)
	}
	status, done := statusGood, 0
	for _, r := range results {
		if r.err == nil {
			done++
			status = max(status, r.status())
		} else {
			status = statusBad
		}
	}
	if p.ctx.Err() != nil {
		fmt.Fprintln(p.err, "zc：停下了，做好的都在表里")
		return statusUnused, nil
	}
	if done == 0 {
		return statusUnused, errors.New("一张照片也没做成")
	}
	return status, nil
}

// target is one picture with the file that it becomes.
type target struct {
	in, out string
	err     error // why it cannot be read
}

// targets finds the pictures and gives each a name of its own in the folder. One
// that is named twice, in whatever spelling, is taken once.
func targets(folder string, words []string) ([]target, error) {
	var files []target
	for _, word := range words {
		files = append(files, pictures(word)...)
	}
	slices.SortFunc(files, func(a, b target) int { return strings.Compare(a.in, b.in) })
	seen := map[string]bool{}
	files = slices.DeleteFunc(files, func(t target) bool {
		real := realPath(t.in)
		again := seen[real]
		seen[real] = true
		return again
	})
	if len(files) == 0 {
		return nil, errors.New("没有找到照片")
	}
	taken := map[string]bool{}
	for i, file := range files {
		name := strings.TrimSuffix(filepath.Base(file.in), filepath.Ext(file.in))
		out := name + ".jpg"
		for n := 2; taken[strings.ToLower(out)]; n++ {
			out = fmt.Sprintf("%s-%d.jpg", name, n)
		}
		taken[strings.ToLower(out)] = true
		files[i].out = filepath.Join(folder, out)
	}
	return files, nil
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

// pictures are the file of that name, or the regular files in the folder that are
// called like pictures.
func pictures(word string) []target {
	info, err := os.Stat(word)
	if err != nil || !info.IsDir() {
		return []target{{in: word}} // what is wrong with it stands in its own line
	}
	var files []target
	root := strings.TrimRight(word, string(filepath.Separator)) + string(filepath.Separator) // behind a link to the folder
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		path = filepath.Clean(path)
		switch {
		case err != nil:
			files = append(files, target{in: path, err: fmt.Errorf("看文件夹：%w", plain(err))})
		case entry.Type().IsRegular() && pictureEndings[strings.ToLower(filepath.Ext(path))]:
			files = append(files, target{in: path})
		}
		return nil // the others are looked at still
	})
	return files
}

// plain says in Chinese why the system refused a folder.
func plain(err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return errors.New("没有权限")
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("没有这个文件夹")
	case errors.Is(err, fs.ErrExist), errors.Is(err, syscall.ENOTDIR):
		return errors.New("那里有一个同名的文件，不是文件夹")
	}
	return errors.New("磁盘或网络出错")
}

// makeAll works on all cores within bounded memory. The results stand in the
// order of the pictures.
func (p *program) makeAll(job photoJob, list []target) []photoResult {
	sources := make([]string, len(list))
	for i, t := range list {
		sources[i] = t.in
	}
	guard := newGuard(sourcePhoto, job.force, sources...)
	results := make([]photoResult, len(list))
	var tasks []photo.Task
	var index []int // of the results that the tasks stand for
	outs := make(map[string]string, len(list))
	for i, t := range list {
		results[i] = photoResult{in: t.in, out: t.out, notice: job.notice, err: cmp.Or(t.err, guard.may(t.out))}
		if results[i].err == nil {
			outs[t.in], index = t.out, append(index, i)
			tasks = append(tasks, photo.Task{Name: t.in, Read: func() ([]byte, error) { return readPhoto(p.ctx, t.in) }})
		}
	}
	batch := photo.Batch{
		Spec: job.notice.Photo.Spec, Finder: job.finder, Options: job.options,
		Save: func(in string, made photo.Output) error { return guard.save(outs[in], made.JPEG) },
		Progress: func(_ photo.Done, finished, total int) {
			fmt.Fprintf(p.err, "\r%d/%d", finished, total)
		},
	}
	for k, done := range batch.Run(p.ctx, tasks) {
		r := &results[index[k]]
		r.source, r.seen, r.err = done.Source, done.Seen, withRemedy(done.Err)
		if o := done.Output; o != nil {
			r.frame, r.output, r.whitened, r.byMask = &o.Frame, &o.Facts, o.Whitened, o.ByMask
		}
	}
	fmt.Fprintln(p.err)
	return results
}

// save writes one output; where it leads to may have come to be since it was asked
// about first.
func (g *guard) save(out string, data []byte) error {
	if err := g.may(out); err != nil {
		return err
	}
	if err := saveVerified(out, data); err != nil {
		return err
	}
	g.wrote(out)
	return nil
}

func (p *program) writeTable(results []photoResult, as listing) error {
	switch {
	case as.json:
		return writeJSON(p.out, tableJSON(results))
	case as.csv:
		return p.writeCSV(results)
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, r := range results {
		word, detail := r.summary()
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", word, shown(r.in), size(r), detail)
	}
	return w.Flush()
}

func size(r photoResult) string {
	if r.output == nil {
		return ""
	}
	return fmt.Sprintf("%d×%d，%s", r.output.Width, r.output.Height, r.output.BytesInK())
}

func (p *program) writeCSV(results []photoResult) error {
	if _, err := p.out.Write([]byte("\ufeff")); err != nil { // so that Excel reads UTF-8
		return err
	}
	w := csv.NewWriter(p.out)
	if err := w.Write([]string{"照片", "结果", "说明", "输出", "宽", "高", "字节", "人脸", "背景"}); err != nil {
		return err
	}
	for _, r := range results {
		word, detail := r.summary()
		row := []string{shown(r.in), word, detail, "", "", "", "", fmt.Sprint(r.source.Face.Count), string(r.source.Background.Verdict)}
		if o := r.output; o != nil {
			row[3], row[4], row[5], row[6] = shown(r.out), fmt.Sprint(o.Width), fmt.Sprint(o.Height), fmt.Sprint(o.Bytes)
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// photoEntry is one picture of a table; error says why nothing came of it. What was measured of a
// picture that could be read is there all the same.
type photoEntry struct {
	photoJSON
	Error string `json:"error,omitempty"`
}

func tableJSON(results []photoResult) []photoEntry {
	entries := make([]photoEntry, len(results))
	for i, r := range results {
		switch {
		case r.err == nil:
			entries[i] = photoEntry{photoJSON: r.json()}
		case r.source.Bytes > 0:
			entries[i] = photoEntry{r.json(), r.err.Error()}
		default:
			entries[i] = photoEntry{photoJSON{Source: sourceJSON{File: r.in}}, r.err.Error()}
		}
	}
	return entries
}
