package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/ncruces/zenity"

	"zhicheng/app/ui"
)

// complain says why the program cannot go on, where the applicant sees it: in a
// box of the system, and on the terminal.
func complain(message string) {
	fmt.Fprintln(os.Stderr, message)
	_ = zenity.Error(message, zenity.Title(ui.ProductName), zenity.OKLabel("知道了"))
}

// rescue saves what is waiting before the program ends on a bug, and says where the
// bug is recorded. Before the window is shown the bug may be the screen's.
func (s *session) rescue(bug any, stack []byte) error {
	if cause := s.noWindow(bug); cause != "" && !s.shown {
		return errors.New(cause)
	}
	kept := "填的内容已经存好，重新打开就能接着填。"
	if s.window == nil {
		kept = "填过的内容都还在原来的文件里。"
	} else if err := s.window.Rescue(); err != nil {
		kept = "最后的改动没有存下来：" + err.Error() + "。"
	}
	recorded := ""
	if folder, err := s.shelf.RecordCrash(fmt.Appendf(nil, "panic: %v\n\n%s\n", bug, stack)); err == nil {
		recorded = "\n出错的记录在 " + folder
	}
	return errors.New("软件出错了，" + kept + recorded)
}
