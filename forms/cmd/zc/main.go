// Command zc checks applications and photos without a window:
//
//	zc check [--json] [--today DATE] FILE
//	zc photo [--json] [--ratio 5:7|3:4] [--whiten] [-f] IN [OUT]
//	zc report [-f] [--lang zh|en] [--made RFC3339] [--today DATE] FILE OUT.pdf|OUT.txt|OUT.html
//	zc notice
//	zc notice check|pack|unpack|diff|new|compare …
//
// Exit status of check and photo: 0 nothing to object to, 1 something is, 2 the
// file could not be used.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"zhicheng/forms/fileread"
	"zhicheng/forms/store"
)

// The exit statuses.
const (
	statusGood   = 0
	statusBad    = 1
	statusUnused = 2
)

// memoryForSpeed lets the heap grow to five times what is in use before garbage is
// collected: the tool lives for a tenth of a second and uses a few megabytes.
const memoryForSpeed = 400

// memoryInAll is where garbage is collected at once: a large picture takes most of it.
const memoryInAll = 480 << 20

func main() {
	debug.SetGCPercent(memoryForSpeed)
	debug.SetMemoryLimit(memoryInAll)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// program is one run of the tool.
type program struct {
	ctx  context.Context
	out  io.Writer
	err  io.Writer
	word string // the notice that the command line names
}

// output is standard output, whose troubles are said in Chinese.
type output struct{ to io.Writer }

func (o output) Write(data []byte) (int, error) {
	n, err := o.to.Write(data)
	switch {
	case err == nil:
		return n, nil
	case store.Full(err):
		return n, errors.New("磁盘满了")
	}
	return n, errors.New("写不出来，接收结果的文件或程序可能已经关了")
}

// errUsage is an error of the command line; the usage has been printed.
var errUsage = errors.New("用法不对")

const usage = `用法：
  zc check [选项] 申报文件              逐条核对，列出结果
  zc photo [选项] 照片 [输出.jpg]       检查照片；给了输出就裁好存下
  zc report [选项] 申报文件 输出        打印清单，输出以 .pdf、.txt 或 .html 结尾
  zc notice                            通知的条款与检查的对照
  zc notice check 通知                  核对一份通知（文件夹或通知包），逐行列出不对的
  zc notice new 原文.txt                从原文起草一份通知
  zc notice pack|unpack|diff           打包，拆开，比较两份
  zc notice compare 通知 官网.txt       对照官网原文，指出第一处不同
各命令加 -h 看选项。写出的文字都是UTF-8；在Windows上转给别的程序或文件（| 和 >）而看到
乱码时，先运行 chcp 65001，或者让那个程序按UTF-8读。
`

// run is the program. It never panics: a bug becomes a sentence that names it.
func run(ctx context.Context, args []string, out, errOut io.Writer) (status int) {
	p := &program{ctx: ctx, out: output{out}, err: errOut}
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(errOut, "zc：程序出错了，文件没有动：%v\n%s", r, debug.Stack())
			status = statusUnused
		}
	}()
	commands := map[string]func([]string) (int, error){
		"check": p.check, "photo": p.photo, "report": p.report, "notice": p.notice,
	}
	if len(args) == 0 || commands[args[0]] == nil {
		fmt.Fprint(errOut, usage)
		if len(args) == 1 && strings.TrimLeft(args[0], "-") == "help" || len(args) == 1 && args[0] == "-h" {
			return statusGood
		}
		return statusUnused
	}
	status, err := commands[args[0]](args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		return statusGood
	case errors.Is(err, errUsage):
		return statusUnused
	case err != nil:
		fmt.Fprintf(errOut, "zc：%s\n", said(ctx, err))
		return statusUnused
	}
	return status
}

// said is an error as it is printed: whatever names it has, it moves no cursor.
func said(ctx context.Context, err error) string {
	if ctx.Err() != nil {
		return "停下了，什么也没有写"
	}
	var text []string
	for line := range strings.Lines(err.Error()) {
		text = append(text, fileread.Shown(strings.TrimSuffix(line, "\n"), longestLine))
	}
	return strings.Join(text, "\n")
}

// flags makes a command's flag set, with its usage in Chinese. What the flag
// package says of a mistake is English and not printed.
func (p *program) flags(name, synopsis string) *flag.FlagSet {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {
		set.SetOutput(p.err)
		defer set.SetOutput(io.Discard)
		fmt.Fprintf(p.err, "用法：zc %s %s\n", name, synopsis)
		set.PrintDefaults()
	}
	return set
}

// parse reads flags that may stand before, between and behind the other words.
func parse(set *flag.FlagSet, args []string, least, most int) ([]string, error) {
	var words []string
	for {
		if err := set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, errUsage
		}
		if args = set.Args(); len(args) == 0 {
			break
		}
		words, args = append(words, args[0]), args[1:]
	}
	if len(words) < least || len(words) > most {
		set.Usage()
		return nil, errUsage
	}
	return words, nil
}
