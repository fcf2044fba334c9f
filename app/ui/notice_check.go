package ui

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/fileread"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
	"zhicheng/forms/textfile"
)

// checkNotice asks for a notice that somebody is making and lists what is wrong with it.
func (s *notices) checkNotice() {
	s.w.asks.ChooseOpen(say.F("核对通知包"), []string{notice.Extension, ".json"}, s.showFaults)
}

// noticeCheck is the open list of what is wrong with a notice's file.
type noticeCheck struct {
	w    *Window
	path string
	list *fyne.Container
	seen time.Time // when what is shown was saved
}

// lookAgain is how often it is looked whether the file was saved anew.
const lookAgain = 700 * time.Millisecond

// showFaults lists what is wrong with a notice, anew at every save, until the list is
// closed. The data of a folder stands for the folder.
func (s *notices) showFaults(path string) {
	if filepath.Ext(path) == ".json" {
		path = filepath.Dir(path)
	}
	c := &noticeCheck{w: s.w, path: path, list: look.Column(6)}
	ctx, stop := context.WithCancel(context.Background())
	d := s.w.asks.Ask(say.F("核对通知包"), c.list,
		ask.Button{Words: say.F("再看一次"), Tapped: func() { stop(); s.showFaults(path) }},
		ask.Button{Words: say.F("关闭"), Filled: true, Tapped: stop})
	d.Left = stop
	c.read(d)
	if !s.w.work.AtOnce {
		go c.watch(ctx, d)
	}
}

// saved returns when the newest of the notice's files was saved.
func (c *noticeCheck) saved() time.Time {
	newest := time.Time{}
	paths := []string{c.path}
	if inside, err := filepath.Glob(filepath.Join(c.path, "*")); err == nil {
		paths = append(paths, inside...)
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.ModTime().After(newest) {
			newest = info.ModTime()
		}
	}
	return newest
}

// watch reads the notice again whenever it was saved.
func (c *noticeCheck) watch(ctx context.Context, d *ask.Dialog) {
	clock := time.NewTicker(lookAgain)
	defer clock.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			saved := c.saved()
			fyne.Do(func() {
				if ctx.Err() == nil && !saved.Equal(c.seen) {
					c.read(d)
				}
			})
		}
	}
}

// read shows what is wrong with the notice as it is now.
func (c *noticeCheck) read(d *ask.Dialog) {
	c.seen = c.saved()
	source, _, err := library.Read(context.Background(), c.path)
	c.list.RemoveAll()
	if err != nil {
		c.list.Add(look.NewText(c.w.Say(say.Of(err)), look.Style{}))
	} else {
		n, wrong, doubts := check.Examine(source)
		c.verdict(n, wrong, doubts)
		c.faults(check.Fail, wrong)
		c.faults(check.Confirm, doubts)
	}
	d.Arrange()
}

func (c *noticeCheck) verdict(n *notice.Notice, wrong, doubts notice.Faults) {
	words := say.F("%d处不对，%d处要看一眼。改好存一次，这里会自动再看。", len(wrong), len(doubts))
	if len(wrong)+len(doubts) == 0 {
		words = say.F("%s：数字、日期、名字和文件都和原文一致。放假和调休原文里没有，没有核对。", n.Number)
	}
	c.list.Add(look.NewText(c.w.Say(words), look.Style{Bold: true}))
}

func (c *noticeCheck) faults(outcome check.Outcome, faults notice.Faults) {
	for _, f := range faults[:min(len(faults), mostDifferences)] {
		c.list.Add(look.Stretch(6, 1, look.NewMark(outcome), look.NewText(f.String(), look.Style{Size: look.SizeNote})))
	}
}

// compareOfficial asks for the official text of the notice, from the clipboard or a file.
func (s *notices) compareOfficial() {
	text := look.NewText(s.w.sayf("把官网那一页的文字从头到尾复制下来，点“粘贴”；存成了文本文件的，点“打开文件”。网页上别的字不要紧。"), look.Style{})
	s.w.asks.Ask(say.F("对照官网原文"), text,
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("打开文件"), Tapped: func() { s.w.asks.ChooseOpen(say.F("官网原文"), []string{".txt"}, s.readOfficial) }},
		ask.Button{Words: say.F("粘贴"), Filled: true, Tapped: func() { s.official(s.w.config.App.Clipboard().Content()) }})
}

// readOfficial reads the official text from a file.
func (s *notices) readOfficial(path string) {
	s.w.work.Run(func() func() {
		data, err := fileread.File(context.Background(), path, notice.Largest)
		var text textfile.Text
		if err == nil {
			text, err = textfile.Decode(path, data)
		}
		return func() {
			if err != nil {
				s.w.asks.Fail(say.F("读不了这个文本"), say.Errorf("打开 %s：%w", fileread.Name(path), err), say.F("用记事本打开它，另存为UTF-8编码再试；或者复制后粘贴。"))
				return
			}
			s.official(text.Words)
		}
	})
}

// official says where the notice and the official text first differ. Of an installed one
// that does not, the day is kept.
func (s *notices) official(text string) {
	if different := s.w.notice().Against(text); different != nil {
		s.w.asks.Tell(say.F("对照官网原文"), different.Say())
		return
	}
	same := say.F("%s：和官网原文一字不差。", s.w.notice().Number)
	if s.w.config.Library.Own != nil {
		today := forms.OnDay(forms.DayOf(s.w.config.Now()))
		if e, err := s.w.config.Library.Remember(context.Background(), s.w.entry, today); err == nil {
			s.w.entry = e
			s.w.rail.update()
			same = say.Join("", same, say.F("记下了对照的日子，文号旁边会写。"))
		}
	}
	s.w.asks.Tell(say.F("对照官网原文"), same)
}
