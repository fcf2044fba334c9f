package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"text/tabwriter"

	"zhicheng/forms/office"
)

// listing says how the table of many photos is written.
type listing struct{ json, csv bool }

// photos crops many pictures into a folder. One bad picture never stops the rest.
func (p *program) photos(job photoJob, folder string, words []string, as listing) (int, error) {
	jobs, err := office.Pictures(folder, words...)
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
func (p *program) makeAll(job photoJob, list []office.Picture) []photoResult {
	crop := office.Photos{
		Spec: job.notice.Photo.Spec, Finder: job.finder, Options: job.options, Replace: job.force,
		Progress: func(finished, total int) { fmt.Fprintf(p.err, "\r%d/%d", finished, total) },
	}
	results := make([]photoResult, len(list))
	for i, made := range crop.Crop(p.ctx, list) {
		r := photoResult{in: made.In, out: made.Out, notice: job.notice, source: made.Source, seen: made.Seen, err: replacing(made.Err)}
		if o := made.Output; o != nil {
			r.frame, r.output, r.whitened, r.byMask = &o.Frame, &o.Facts, o.Whitened, o.ByMask
		}
		results[i] = r
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
