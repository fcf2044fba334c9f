package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"zhicheng/forms/check"
	"zhicheng/forms/fileread"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// noticeCommands are the commands about a notice's own files.
func (p *program) noticeCommands() map[string]func([]string) (int, error) {
	return map[string]func([]string) (int, error){
		"check": p.noticeCheck, "pack": p.noticePack, "unpack": p.noticeUnpack, "diff": p.noticeDiff, "new": p.noticeNew, "compare": p.noticeCompare,
	}
}

// noticeJSON is what zc notice check --json writes.
type noticeJSON struct {
	ID       string      `json:"id"`
	Valid    bool        `json:"valid"`
	Errors   []faultJSON `json:"errors"`
	Warnings []faultJSON `json:"warnings"`
}

type faultJSON struct {
	Line    int    `json:"line"`
	Where   string `json:"where"`
	Message string `json:"message"`
}

func faultsJSON(faults notice.Faults) []faultJSON {
	list := make([]faultJSON, len(faults))
	for i, f := range faults {
		list[i] = faultJSON{f.Line, strings.TrimSpace(f.File + " " + f.Where), f.Message}
	}
	return list
}

// source reads a notice that is named by its path, or one of the program's own.
func (p *program) source(word string) (notice.Source, error) {
	l := notices()
	if l.Carries(word) {
		return notice.Folder(l.Own, word)
	}
	source, _, err := library.Read(p.ctx, word)
	return source, err
}

// sourceOf reads the words of a command about one notice, and the notice.
func (p *program) sourceOf(set *flag.FlagSet, args []string, most int) (words []string, source notice.Source, err error) {
	if words, err = parse(set, args, 1, most); err == nil {
		source, err = p.source(words[0])
	}
	return words, source, err
}

// noticeCheck compares a notice with its own words, and lists everything by line.
func (p *program) noticeCheck(args []string) (int, error) {
	set := p.flags("notice check", "[--json] 通知包或文件夹")
	asJSON := set.Bool("json", false, "输出 JSON")
	_, source, err := p.sourceOf(set, args, 1)
	if err != nil {
		return statusUnused, err
	}
	n, wrong, doubts := check.Examine(source)
	if *asJSON {
		result := noticeJSON{Valid: len(wrong) == 0, Errors: faultsJSON(wrong), Warnings: faultsJSON(doubts)}
		if n != nil {
			result.ID = n.ID
		}
		err = writeJSON(p.out, result)
	} else {
		err = writeFaults(&lines{out: p.out}, n, wrong, doubts)
	}
	switch {
	case err != nil:
		return statusUnused, fmt.Errorf("写出结果：%w", err)
	case len(wrong) > 0:
		return statusUnused, nil
	case len(doubts) > 0:
		return statusBad, nil
	}
	return statusGood, nil
}

func writeFaults(w *lines, n *notice.Notice, wrong, doubts notice.Faults) error {
	for _, f := range wrong {
		w.say("不对  %s", f)
	}
	for _, f := range doubts {
		w.say("看看  %s", f)
	}
	switch {
	case len(wrong) > 0:
		w.say("这份通知不能用：%d处不对，%d处要看一眼。", len(wrong), len(doubts))
	case len(doubts) > 0:
		w.say("%s（%s，第%d版）可以用，%d处要看一眼。", n.Number, n.ID, n.Version, len(doubts))
	default:
		w.say("%s（%s，第%d版）：数字、日期、名字和文件都和原文一致。放假和调休原文里没有，没有核对。", n.Number, n.ID, n.Version)
	}
	return w.err
}

// noticePack writes a folder as one file.
func (p *program) noticePack(args []string) (int, error) {
	set := p.flags("notice pack", "--by 制作人 [--remark 备注] [-f] 文件夹 [输出.zcnotice]")
	by := set.String("by", "", "制作人，写在通知包里")
	on := set.String("on", time.Now().Format(time.DateOnly), "制作日期")
	remark := set.String("remark", "", "备注")
	force := set.Bool("f", false, "输出文件已经存在时替换它")
	words, source, err := p.sourceOf(set, args, 2)
	if err != nil {
		return statusUnused, err
	}
	n, wrong, _ := check.Examine(source)
	if len(wrong) > 0 {
		return statusUnused, fmt.Errorf("通知没有通过核对，没有打包：\n%w", wrong)
	}
	head := notice.Head{By: cmp.Or(*by, n.Head.By), On: *on, Remark: cmp.Or(*remark, n.Head.Remark)}
	if head.By == "" {
		return statusUnused, fmt.Errorf("写上制作人：--by 姓名或单位")
	}
	out := n.ID + notice.Extension
	if len(words) == 2 {
		out = words[1]
	}
	data := source.Pack(n, head)
	if err := p.write(*force, words[0], map[string][]byte{out: data}); err != nil {
		return statusUnused, err
	}
	packed := notice.Unpack(out, data)
	return statusGood, p.tell("写好了 %s，摘要 %s", shown(out), packed.Digest[:8])
}

// noticeUnpack writes one file as a folder.
func (p *program) noticeUnpack(args []string) (int, error) {
	set := p.flags("notice unpack", "[-f] 通知.zcnotice [文件夹]")
	force := set.Bool("f", false, "文件已经存在时替换它")
	words, source, err := p.sourceOf(set, args, 2)
	if err != nil {
		return statusUnused, err
	}
	folder := strings.TrimSuffix(filepath.Base(words[0]), notice.Extension)
	if n, _, _ := check.Examine(source); n != nil && n.ID != "" {
		folder = n.ID
	}
	if len(words) == 2 {
		folder = words[1]
	}
	files := source.Files()
	if len(files) < 2 {
		return statusUnused, fmt.Errorf("打开 %s：不像是通知包", fileread.Name(words[0]))
	}
	if err := p.writeFolder(folder, source, writing{*force, words[0]}); err != nil {
		return statusUnused, err
	}
	return statusGood, p.tell("写好了 %s，%d个文件", shown(folder), len(files))
}

// writing is whether files may be replaced, and from which they are made.
type writing struct {
	force bool
	from  string
}

// writeFolder writes the files of a notice into a folder.
func (p *program) writeFolder(folder string, source notice.Source, how writing) error {
	files := map[string][]byte{}
	for name, data := range source.Files() {
		files[filepath.Join(folder, name)] = data
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("建文件夹 %s：%w", shown(folder), plain(err))
	}
	return p.write(how.force, how.from, files)
}

// write writes files, none of which was there before unless that is allowed.
func (p *program) write(force bool, source string, files map[string][]byte) error {
	guard := store.NewGuard(say.F("通知"), force, source)
	for name := range files {
		if err := may(guard, name); err != nil {
			return err
		}
	}
	for name, data := range files {
		if err := store.WriteFile(name, data); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) tell(format string, values ...any) error {
	w := &lines{out: p.out}
	w.say(format, values...)
	return w.err
}

// noticeDiff says what is different in two notices.
func (p *program) noticeDiff(args []string) (int, error) {
	set := p.flags("notice diff", "通知A 通知B")
	words, err := parse(set, args, 2, 2)
	if err != nil {
		return statusUnused, err
	}
	var both [2]*notice.Notice
	for i, word := range words {
		entry, err := notices().Find(p.ctx, word)
		if err != nil {
			return statusUnused, err
		}
		both[i] = entry.Notice
	}
	differences := notice.Compare(both[0], both[1])
	w := &lines{out: p.out}
	w.say("%s（%s，第%d版） → %s（%s，第%d版）", both[0].Number, both[0].ID, both[0].Version, both[1].Number, both[1].ID, both[1].Version)
	for _, d := range differences {
		w.say("  %s", d.Text())
	}
	if len(differences) == 0 {
		w.say("没有不同")
		return statusGood, w.err
	}
	return statusBad, w.err
}

// noticeNew drafts a notice from the published text.
func (p *program) noticeNew(args []string) (int, error) {
	set := p.flags("notice new", "[--like 通知] [--id 代号] [-f] 原文.txt [文件夹]")
	like := set.String("like", "", "照哪一份写：代号、通知包或文件夹，多半是去年的")
	id := set.String("id", "", "新通知的代号，例如 shaoxing-2021")
	force := set.Bool("f", false, "文件已经存在时替换它")
	words, err := parse(set, args, 1, 2)
	if err != nil {
		return statusUnused, err
	}
	text, err := fileread.File(p.ctx, words[0], notice.Largest)
	if err != nil {
		return statusUnused, fmt.Errorf("打开 %s：%w", fileread.Name(words[0]), err)
	}
	var pattern notice.Source
	if *like != "" {
		if pattern, err = p.source(*like); err != nil {
			return statusUnused, err
		}
	}
	name := cmp.Or(*id, strings.TrimSuffix(filepath.Base(words[0]), filepath.Ext(words[0])))
	drafted, err := notice.Propose(name, text, pattern)
	if err != nil {
		return statusUnused, err
	}
	folder := name
	if len(words) == 2 {
		folder = words[1]
	}
	if err := p.writeFolder(folder, drafted.Source, writing{*force, words[0]}); err != nil {
		return statusUnused, err
	}
	w := &lines{out: p.out}
	for _, remark := range drafted.Remarks {
		w.say("%s", remark)
	}
	w.say("起草好了 %s。下一步：zc notice check %s，一行一行改到没有“不对”。", shown(folder), shown(folder))
	return statusGood, w.err
}
