package main

import (
	"fmt"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
)

// noticeCompare compares a notice's text with the official one, and keeps of an installed
// notice on which day they were the same.
func (p *program) noticeCompare(args []string) (int, error) {
	set := p.flags("notice compare", "通知 官网原文.txt")
	words, err := parse(set, args, 2, 2)
	if err != nil {
		return statusUnused, err
	}
	entry, err := notices().Find(p.ctx, words[0])
	if err != nil {
		return statusUnused, err
	}
	data, err := fileread.File(p.ctx, words[1], notice.Largest)
	if err != nil {
		return statusUnused, fmt.Errorf("打开 %s：%w", fileread.Name(words[1]), err)
	}
	text, err := notice.Text(data)
	if err != nil {
		return statusUnused, fmt.Errorf("打开 %s：%w", fileread.Name(words[1]), err)
	}
	if different := entry.Notice.Against(text); different != nil {
		return statusBad, p.tell("%s", different.Say())
	}
	kept := ""
	if entry.Origin == library.Installed {
		if _, err := notices().Remember(p.ctx, entry, forms.OnDay(forms.DayOf(time.Now()))); err != nil {
			return statusUnused, err
		}
		kept = "；记下了对照的日子"
	}
	return statusGood, p.tell("%s（%s，第%d版）：和官网原文一字不差%s。", entry.Notice.Number, entry.Notice.ID, entry.Notice.Version, kept)
}

// newer tells of a later version of the notice that is installed here and was not taken.
func (p *program) newer(e library.Entry) string {
	newer, ok := notices().Newer(p.ctx, e)
	if !ok || p.word != "" {
		return ""
	}
	return fmt.Sprintf("本机装了这份通知的第%d版，这份申报还按第%d版；不同的地方看 zc notice diff，要换在窗口里打开时选", newer.Notice.Version, e.Notice.Version)
}
