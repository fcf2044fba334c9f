package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"zhicheng/assets"
	"zhicheng/forms/checklist"
	"zhicheng/forms/fileread"
	"zhicheng/forms/paper"
	"zhicheng/forms/store"
)

// programName stands in the foot of every page.
const programName = "职称申报助手 " + assets.Version

// report writes the checklist as PDF, text or HTML, by the ending of the output.
func (p *program) report(args []string) (int, error) {
	set := p.flags("report", "[-f] [--made 时间] 申报文件 输出.pdf|.txt|.html")
	force := set.Bool("f", false, "输出文件已经存在时替换它")
	made := set.String("made", "", "印在页脚的时间，RFC 3339 格式，例如 2020-09-10T10:32:00+08:00")
	words, err := parse(set, args, 2, 2)
	if err != nil {
		return statusUnused, err
	}
	printed, err := printingTime(*made)
	if err != nil {
		return statusUnused, err
	}
	in, out := words[0], words[1]
	if err := newGuard("申报文件", *force, in).may(out); err != nil {
		return statusUnused, err
	}
	write, ok := writers[strings.ToLower(filepath.Ext(out))]
	if !ok {
		return statusUnused, fmt.Errorf("输出 %s：要以 .pdf、.txt 或 .html 结尾", fileread.Name(out))
	}
	doc, err := p.document(in, printed)
	if err != nil {
		return statusUnused, err
	}
	var data bytes.Buffer
	if err := write(p, &data, doc); err != nil {
		return statusUnused, fmt.Errorf("生成 %s：%w", fileread.Name(out), err)
	}
	if err := store.WriteFile(out, data.Bytes()); err != nil {
		return statusUnused, err
	}
	return statusGood, nil
}

func printingTime(text string) (time.Time, error) {
	if text == "" {
		return time.Now(), nil
	}
	made, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("时间 %s 看不懂，要写成 2020-09-10T10:32:00+08:00 的样子", fileread.Shown(text, longestShown))
	}
	return made, nil
}

func (p *program) document(path string, made time.Time) (*paper.Document, error) {
	j, err := p.judged(path)
	if err != nil {
		return nil, err
	}
	printing := checklist.Printing{Made: made, File: filepath.Base(path), Program: programName}
	if j.photo != nil {
		preview, err := j.photo.Preview(p.ctx, checklist.PhotoPixels)
		if p.ctx.Err() != nil {
			return nil, fmt.Errorf("印照片：%w", p.ctx.Err())
		}
		if err == nil { // otherwise the findings say what is wrong with it
			printing.Photo = preview
		}
	}
	return checklist.Build(j.applicant, j.report, printing), nil
}

// writers hold one way to write a document for each ending.
var writers = map[string]func(*program, *bytes.Buffer, *paper.Document) error{
	".pdf": (*program).writePDF,
	".txt": func(_ *program, out *bytes.Buffer, doc *paper.Document) error { return paper.WriteText(out, doc) },
	".html": func(_ *program, out *bytes.Buffer, doc *paper.Document) error {
		return paper.WriteHTML(out, doc)
	},
}

func (p *program) writePDF(out *bytes.Buffer, doc *paper.Document) error {
	fonts, err := paper.NewFonts(assets.FontRegular, assets.FontBold, assets.PrivateRunes())
	if err != nil {
		return err
	}
	pages := paper.Compose(doc, fonts)
	for _, u := range pages.Unprintable() {
		fmt.Fprintf(p.err, "zc：这个字印不出来，印成了〓：%s\n", u)
	}
	if err := pages.WritePDF(out); err != nil {
		return errors.Join(errors.New("打印清单"), err)
	}
	return nil
}
