package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/checklist"
	"zhicheng/forms/fileread"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
	"zhicheng/forms/words"
)

// programName is in the foot of every page, with the version.
var programName = say.F("职称申报助手")

// languages are those that the list can be printed in, by their tags.
var languages = map[string]func() *say.Language{
	"zh": func() *say.Language { return nil }, "en": words.English,
}

// report writes the checklist as PDF, text or HTML, by the ending of the output.
func (p *program) report(args []string) (int, error) {
	set := p.flags("report", "[-f] [--lang zh|en] [--parts 部分] [--made 时间] [--today 日期] 申报文件 输出.pdf|.txt|.html")
	force := set.Bool("f", false, "输出文件已经存在时替换它")
	made := set.String("made", "", "印在页脚的时间，RFC 3339 格式，例如 2020-09-10T10:32:00+08:00")
	day := set.String("today", "", "按哪一天核对，例如 2020-09-10；文件里写了日子的按文件，都没写的按今天")
	tag := set.String("lang", "zh", "清单用什么语言：zh 是中文，en 是英文；条款原文和填的内容总是原样")
	p.noticeFlag(set)
	chosen := set.String("parts", "", "要哪几部分，用逗号隔开：page1（第一页）、answers（核对结果和填的内容）、statement（述职）、open-clauses（没办完的条款）、clauses（全部条款）；不写是全部")
	named, err := parse(set, args, 2, 2)
	if err != nil {
		return statusUnused, err
	}
	printed, err := printingTime(*made)
	if err != nil {
		return statusUnused, err
	}
	today, err := checkingDay(*day)
	if err != nil {
		return statusUnused, err
	}
	language, ok := languages[*tag]
	if !ok {
		return statusUnused, fmt.Errorf("没有语言 %s，只有 zh（中文）和 en（英文）", fileread.Shown(*tag, longestShown))
	}
	parts, err := checklist.ParseParts(*chosen)
	if err != nil {
		return statusUnused, err
	}
	in, out := named[0], named[1]
	if err := may(store.NewGuard(say.F("申报文件"), *force, in), out); err != nil {
		return statusUnused, err
	}
	write, ok := writers[strings.ToLower(filepath.Ext(out))]
	if !ok {
		return statusUnused, fmt.Errorf("输出 %s：要以 .pdf、.txt 或 .html 结尾", fileread.Name(out))
	}
	doc, err := p.document(in, today, checklist.Printing{Made: printed, Language: language(), Parts: parts})
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

func (p *program) document(path string, today forms.Day, printing checklist.Printing) (*paper.Document, error) {
	j, err := p.judged(path, today)
	if err != nil {
		return nil, err
	}
	printing.Trust = j.notice.Stranger()
	printing.File, printing.Program = filepath.Base(path), programName.In(printing.Language)+" "+assets.Version
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
	fonts, err := paper.NewFonts(assets.FontRegular, assets.FontBold)
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
