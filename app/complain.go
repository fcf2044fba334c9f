package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"runtime/debug"

	"github.com/ncruces/zenity"

	"zhicheng/app/ui"
)

// complain says why the program cannot go on, where the applicant sees it: in a
// box of the system, and on the terminal.
func complain(message string) {
	fmt.Fprintln(os.Stderr, message)
	_ = zenity.Error(message, zenity.Title(ui.ProductName), zenity.OKLabel("知道了"))
}

const noWindow = "窗口打不开：这台电脑或远程桌面没有可用的OpenGL 2.1。\n" +
	"可以试：更新显卡驱动；不用远程桌面，直接在电脑前打开；换一台电脑。\n" +
	"填过的内容都还在原来的文件里。"

// rescue saves what is waiting before the program ends on a bug. Without a window
// the toolkit had no screen.
func rescue(window *ui.Window, bug any) error {
	if window == nil {
		return fmt.Errorf("%s\n（%v）", noWindow, bug)
	}
	kept := "填的内容已经存好，重新打开就能接着填。"
	if err := window.Rescue(); err != nil {
		kept = "最后的改动没有存下来：" + err.Error() + "。"
	}
	return fmt.Errorf("软件出错了，%s\n%v\n%s", kept, bug, debug.Stack())
}

// screenTroubles are the words with which the toolkit says that it has no window.
// It says them to the log alone and then ends the program.
var screenTroubles = [][]byte{[]byte("window creation error"), []byte("failed to initialise GLFW")}

// screenWatch passes the log on and says in a box when there is no window.
type screenWatch struct {
	to   io.Writer
	said bool
}

// watchScreen has the applicant told when the toolkit cannot open a window.
func watchScreen() { log.SetOutput(&screenWatch{to: os.Stderr}) }

func (w *screenWatch) Write(line []byte) (int, error) {
	n, err := w.to.Write(line)
	for _, trouble := range screenTroubles {
		if bytes.Contains(line, trouble) && !w.said {
			w.said = true
			complain(noWindow)
		}
	}
	return n, err
}
