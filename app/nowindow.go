package main

import (
	"errors"
	"io"
	"log"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// toolkitLog passes the log on and remembers it: only there does the toolkit say
// why it has no window.
type toolkitLog struct {
	to   io.Writer
	said strings.Builder
}

// watchLog has the log remembered.
func watchLog() *toolkitLog {
	l := &toolkitLog{to: os.Stderr}
	log.SetOutput(l)
	return l
}

const mostSaid = 1 << 16 // bytes; what matters comes at the start

func (l *toolkitLog) Write(line []byte) (int, error) {
	if l.said.Len() < mostSaid {
		l.said.Write(line)
	}
	return l.to.Write(line)
}

// isShown reports whether the system has a window for the toolkit's: where none
// could be made the toolkit goes on without one, and waits for ever.
func isShown(window fyne.Window) bool {
	native, ok := window.(driver.NativeWindow)
	if !ok {
		return true
	}
	shown := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.WindowsWindowContext:
			shown = c.HWND != 0
		case driver.X11WindowContext:
			shown = c.WindowHandle != 0
		case driver.MacWindowContext:
			shown = c.NSWindow != 0
		}
	})
	return shown
}

// noWindow says why there is no window; "" where the screen is not to blame. bug is
// what the toolkit ended with, nil where it only has no window.
func (s *session) noWindow(bug any) string {
	said := s.said.said.String()
	var toolkit *glfw.Error
	if err, ok := bug.(error); ok && errors.As(err, &toolkit) {
		said += toolkit.Error()
	}
	if bug != nil && toolkit == nil && !strings.Contains(said, openGLFailed) {
		return ""
	}
	return whyNoWindow(said, os.Getenv("DISPLAY"), remote())
}

// Words of the toolkit and of GLFW that tell the causes apart.
const (
	noDisplay    = "DISPLAY environment variable is missing"
	deadDisplay  = "Failed to open display"
	tooOld       = "VersionUnavailable"
	openGLFailed = "failed to initialise OpenGL"
)

// whyNoWindow says in Chinese why no window can be shown and what can be done.
func whyNoWindow(said, display string, remote bool) string {
	const kept = "\n填过的内容都还在原来的文件里。"
	switch {
	case strings.Contains(said, noDisplay), strings.Contains(said, deadDisplay) && display == "":
		return "窗口打不开：这里没有图形桌面（环境变量DISPLAY是空的）。\n请在桌面上打开；只在终端里用的话，有命令行程序zc。" + kept
	case strings.Contains(said, deadDisplay):
		return "窗口打不开：连不上图形桌面（环境变量DISPLAY是“" + display + "”）。\n请在桌面上打开；只在终端里用的话，有命令行程序zc。" + kept
	}
	cause := "显卡驱动没有提供OpenGL，软件要2.1或更新的版本。"
	if strings.Contains(said, tooOld) {
		cause = "显卡驱动提供的OpenGL太旧，软件要2.1或更新的版本。"
	}
	remedy := "可以试：到电脑或显卡厂家的网站下载安装显卡驱动；虚拟机里打开3D加速；换一台电脑。"
	if remote {
		cause = "现在连的是远程桌面，它没有提供OpenGL 2.1。"
		remedy = "可以试：直接在那台电脑前打开；先在那台电脑前打开软件，再用远程桌面连上去；换一台电脑。"
	}
	return "窗口打不开：" + cause + "\n" + remedy + kept
}
