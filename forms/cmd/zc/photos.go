package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
		return statusUnused, fmt.Errorf("建立文件夹 %s：%w", folder, err)
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
	if done == 0 {
		return statusUnused, errors.New("一张照片也没做成")
	}
	return status, nil
}

// target is one picture with the file that it becomes.
type target struct{ in, out string }

// targets finds the pictures and gives each a name of its own in the folder.
func targets(folder string, words []string) ([]target, error) {
	var files []string
	for _, word := range words {
		found, err := pictures(word)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	slices.Sort(files)
	files = slices.Compact(files)
	if len(files) == 0 {
		return nil, errors.New("没有找到照片")
	}
	taken := map[string]bool{}
	list := make([]target, len(files))
	for i, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		out := name + ".jpg"
		for n := 2; taken[strings.ToLower(out)]; n++ {
			out = fmt.Sprintf("%s-%d.jpg", name, n)
		}
		taken[strings.ToLower(out)] = true
		list[i] = target{file, filepath.Join(folder, out)}
	}
	return list, nil
}

func pictures(word string) ([]string, error) {
	info, err := os.Stat(word)
	if err != nil || !info.IsDir() {
		return []string{word}, nil // what is wrong with it stands in its own line
	}
	var files []string
	err = filepath.WalkDir(word, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && pictureEndings[strings.ToLower(filepath.Ext(path))] {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("看文件夹 %s：%w", word, err)
	}
	return files, nil
}

// makeAll works on all cores within bounded memory. The results stand in the
// order of the pictures.
func (p *program) makeAll(job photoJob, list []target) []photoResult {
	results := make([]photoResult, len(list))
	var tasks []photo.Task
	var index []int // of the results that the tasks stand for
	outs := make(map[string]string, len(list))
	for i, t := range list {
		results[i] = photoResult{in: t.in, out: t.out, notice: job.notice, err: mayWrite(t.in, t.out, job.force)}
		if results[i].err == nil {
			outs[t.in], index = t.out, append(index, i)
			tasks = append(tasks, photo.Task{Name: t.in, Read: func() ([]byte, error) { return readPhoto(t.in) }})
		}
	}
	batch := photo.Batch{
		Spec: job.notice.Photo.Spec, Finder: job.finder, Options: job.options,
		Save: func(in string, made photo.Output) error { return saveVerified(outs[in], made.JPEG) },
		Progress: func(_ photo.Done, finished, total int) {
			fmt.Fprintf(p.err, "\r%d/%d", finished, total)
		},
	}
	for k, done := range batch.Run(p.ctx, tasks) {
		r := &results[index[k]]
		r.source, r.err = done.Source, withRemedy(done.Err)
		if o := done.Output; o != nil {
			r.frame, r.output, r.whitened = &o.Frame, &o.Facts, o.Whitened
		}
	}
	fmt.Fprintln(p.err)
	return results
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
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", word, r.in, size(r), detail)
	}
	return w.Flush()
}

func size(r photoResult) string {
	if r.output == nil {
		return ""
	}
	return fmt.Sprintf("%d×%d，%d字节", r.output.Width, r.output.Height, r.output.Bytes)
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
		row := []string{r.in, word, detail, "", "", "", "", fmt.Sprint(r.source.Face.Count), string(r.source.Background.Verdict)}
		if o := r.output; o != nil {
			row[3], row[4], row[5], row[6] = r.out, fmt.Sprint(o.Width), fmt.Sprint(o.Height), fmt.Sprint(o.Bytes)
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// photoEntry is one picture of a table; error says why nothing came of it.
type photoEntry struct {
	photoJSON
	Error string `json:"error,omitempty"`
}

func tableJSON(results []photoResult) []photoEntry {
	entries := make([]photoEntry, len(results))
	for i, r := range results {
		if r.err != nil {
			entries[i] = photoEntry{photoJSON{Source: sourceJSON{File: r.in}}, r.err.Error()}
			continue
		}
		entries[i] = photoEntry{photoJSON: r.json()}
	}
	return entries
}
