//go:build endtoend

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long something may take on a busy machine before the test gives
// up; what is waited for is asked again and again.
const patience = 2 * time.Minute

// desk is the program in a real window on a display of its own.
type desk struct {
	t       *testing.T
	display string
	home    string
	program string
	window  string
	address string // the socket on which the program tells its state
	starts  int
	running *exec.Cmd
	said    *os.File // what the program says on its standard error
	outside string   // stand-ins for what the program starts
	// extra are further variables of the program's environment.
	extra []string
	// before is a command that starts the program, and sockets where it writes down
	// what the program opens.
	before  []string
	sockets string

	tally // what the hand did
}

func sit(t *testing.T) *desk {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("真实窗口的测试要用 Xvfb 和 xdotool，只在 Linux 上跑")
	}
	for _, tool := range []string{"Xvfb", "xdotool", "xclip", "openbox"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("没有 %s：先运行 make test 装好", tool)
		}
	}
	if problem := built(); problem != "" {
		t.Fatal(problem)
	}
	said, err := os.Create(filepath.Join(t.TempDir(), "said"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = said.Close() })
	return &desk{t: t, home: t.TempDir(), said: said, outside: outside(t), program: program(), display: screen(t, "1280x900x24")}
}

// outside returns a folder with what stands in for the viewers and the printers of this
// computer: a viewer would outlive the test, and a printer would print.
func outside(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for _, name := range []string{"xdg-open", "lp"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\ncat >/dev/null\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// folder is where the program is built for all tests.
var folder string

func program() string { return filepath.Join(folder, "program") }

// built builds the program once, and says what went wrong.
var built = sync.OnceValue(func() string {
	build := exec.Command("go", "build", "-tags", "endtoend", "-o", program(), ".")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Sprintf("go build: %v\n%s", err, out)
	}
	return ""
})

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "zhicheng"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if signal.Ignored(syscall.SIGHUP) { // by nohup, and then by the programs that are started too
		signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// screen starts a display of a size without a screen, with a number that is free.
func screen(t *testing.T, size string, more ...string) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// Without -r a key that is held long on a busy machine is typed twice, and without
	// -noreset the screen begins anew whenever its last window closes, also under a
	// window manager that is about to start.
	x := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-r", "-noreset", "-screen", "0", size, "-nolisten", "tcp"}, more...)...)
	x.ExtraFiles = []*os.File{write}
	if err := x.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = x.Process.Kill()
		_ = x.Wait()
	})
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

func (d *desk) environment() []string {
	return append(os.Environ(), "DISPLAY="+d.display, "HOME="+d.home, "XDG_CONFIG_HOME="+filepath.Join(d.home, ".config"),
		"LANG=zh_CN.UTF-8", "ZHICHENG_WATCH="+d.address, "PATH="+d.outside+":"+os.Getenv("PATH"))
}

// start runs the program and waits for its window.
func (d *desk) start(arguments ...string) {
	d.t.Helper()
	d.starts++
	d.address = filepath.Join(d.home, fmt.Sprintf("watch%d", d.starts))
	command := slices.Concat(d.before, []string{d.program}, arguments)
	d.running = exec.Command(command[0], command[1:]...)
	d.running.Env = append(d.environment(), d.extra...)
	d.running.Stderr = d.said
	if err := d.running.Start(); err != nil {
		d.t.Fatal(err)
	}
	running := d.running
	d.t.Cleanup(func() {
		_ = running.Process.Kill()
		_ = running.Wait()
	})
	d.until("the window opens", func(s State) bool { return len(s.Texts) > 0 })
	d.window = strings.Fields(d.hands("search", "--sync", "--onlyvisible", "--pid", fmt.Sprint(running.Process.Pid)))[0]
	d.hands("windowfocus", "--sync", d.window)
}

// end waits for the program to end, and returns how it did.
func (d *desk) end() error {
	late := time.AfterFunc(patience, func() { _ = d.running.Process.Kill() })
	defer late.Stop()
	return d.running.Wait()
}

// hands does what a person does with mouse and keys.
func (d *desk) hands(arguments ...string) string {
	d.t.Helper()
	d.tally.note(arguments)
	command := exec.Command("xdotool", arguments...)
	command.Env = d.environment()
	out, err := command.CombinedOutput()
	if err != nil {
		d.t.Fatalf("xdotool %q: %v\n%s", arguments, err, out)
	}
	return string(out)
}

func (d *desk) state() (State, error) {
	var state State
	client := http.Client{Timeout: patience, Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", d.address)
		},
	}}
	answer, err := client.Get("http://program/")
	if err != nil {
		return state, err
	}
	defer answer.Body.Close()
	return state, json.NewDecoder(answer.Body).Decode(&state)
}

// until asks for the state again and again.
func (d *desk) until(what string, ready func(State) bool) State {
	d.t.Helper()
	var last State
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		state, err := d.state()
		if err == nil && ready(state) {
			return state
		}
		if err == nil {
			last = state
		}
	}
	var texts []string
	for _, s := range last.Texts {
		texts = append(texts, s.Text)
	}
	d.t.Fatalf("waited in vain until %s; on %s: %q", what, last.Step, texts)
	return State{}
}

// find waits until a text is seen and returns where; last takes the last of several.
func (d *desk) find(text string) Seen {
	d.t.Helper()
	var found Seen
	d.until("“"+text+"” is shown and stays where it is", func(s State) bool {
		before := found
		for _, seen := range s.Texts {
			if seen.Text == text {
				found = seen
				return seen == before
			}
		}
		return false
	})
	return found
}

// Of a window of 1120×740: where the page ends and the foot begins, and a point on
// the page.
const (
	pageLeft, pageBottom = 240, 660
	pageMiddle           = 500
)

// click clicks on a text, near its left edge; on the page it turns the wheel
// first until the text is in sight.
func (d *desk) click(text string) {
	d.t.Helper()
	at := d.find(text)
	for at.X > pageLeft && at.Y > pageBottom && !strings.HasPrefix(text, "下一步") {
		d.hands("mousemove", "--window", d.window, fmt.Sprint(pageMiddle), fmt.Sprint(pageMiddle), "click", "5")
		before := at
		d.until("the page moves", func(State) bool { at = d.find(text); return at.Y < before.Y })
	}
	d.clickAt(at, 6, 0)
}

func (d *desk) clickAt(at Seen, right, down float32) {
	d.t.Helper()
	d.hands("mousemove", "--window", d.window, fmt.Sprint(int(at.X+right)), fmt.Sprint(int(at.Y+at.H/2+down)), "click", "1")
}

// paste puts a text through the clipboard into the input below a label.
func (d *desk) paste(label string, below float32, text string) {
	d.t.Helper()
	d.copied("UTF8_STRING", []byte(text))
	d.clickAt(d.find(label), 30, below)
	d.until("the input has the focus", func(s State) bool { return s.Typing })
	d.hands("key", "ctrl+v")
}

func (d *desk) drafted(what string, text string) {
	d.t.Helper()
	d.until(what, func(s State) bool { return strings.Contains(string(s.Draft), text) })
}

func TestFromStartToSavedApplicationAndList(t *testing.T) {
	d := sit(t)
	d.alone()
	d.start()
	d.click("开始填写")
	d.click("林业工程")
	d.drafted("the specialty is taken", `"specialty":"forestry"`)
	d.click("工程师")
	d.drafted("the level is taken", `"level":"engineer"`)
	d.drafted("the plan is taken", `"code":"FE"`)
	d.hands("key", "ctrl+2")
	d.click("不是")
	d.drafted("the answer is taken", `"civil_servant":"no"`)
	d.click("职称与资历")
	d.clickAt(d.find("资格取得时间"), 30, 70) // below its hint of two lines
	d.hands("type", "20161231")
	d.hands("key", "Tab")
	d.drafted("the date is understood", `"qualified_date":"2016-12-31"`)
	d.find("2016-12-31")
	d.click("述职与业绩")
	d.paste("本人述职", 80, "本人从事林业技术工作。")
	d.drafted("the statement is pasted", "本人从事林业技术工作。")

	d.hands("key", "ctrl+s")
	d.clickAt(d.find("保存"), 6, 0)
	saved := filepath.Join(d.home, "职称申报.zcapp")
	d.until("the file is written", func(s State) bool { return exists(saved) && !s.Dirty })
	d.click("结果与清单")
	d.click("打印清单…")
	d.click("存为PDF…")
	d.clickAt(d.find("保存"), 6, 0)
	list := filepath.Join(d.home, "职称申报自查清单.pdf")
	d.until("the list is written", func(State) bool { return exists(list) })
	d.click("关闭")
	d.hands("key", "ctrl+q")
	if err := d.end(); err != nil {
		t.Errorf("the program ended with %v", err)
	}

	d.start(saved)
	state := d.until("the file is open", func(s State) bool { return strings.Contains(string(s.Draft), "本人从事林业技术工作。") })
	for _, want := range []string{`"code":"FE"`, `"civil_servant":"no"`, `"qualified_date":"2016-12-31"`} {
		if !strings.Contains(string(state.Draft), want) {
			t.Errorf("after opening again %s is missing", want)
		}
	}
	d.spokeToNobody()
	d.keptPrivate()
}

func exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

func TestKilledWhileTyping(t *testing.T) {
	d := sit(t)
	d.start()
	d.click("开始填写")
	d.click("述职与业绩")
	d.paste("本人述职", 80, "先写好的一段。")
	d.until("the first part is safe", func(s State) bool {
		return strings.Contains(string(s.Draft), "先写好的一段。") && !s.Dirty
	})
	d.hands("type", "and more")
	d.drafted("more is typed", "and more")
	if err := d.running.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = d.running.Wait()

	d.start()
	d.click("接着填")
	d.drafted("what was safe is back", "先写好的一段。")
}

// On a small laptop that shows everything half as large again, the window stays on
// the screen, with the way to the next step.
func TestSmallScreen(t *testing.T) {
	d := sit(t)
	const width, height = 1366, 768
	d.display = screen(t, fmt.Sprintf("%dx%dx24", width, height))
	d.extra = []string{"FYNE_SCALE=1.5"}
	d.start()
	d.clickAt(d.find("开始填写"), 6, 0)
	next := d.find("下一步 申报人")
	var x, y, id, screen int
	var wide, high float32
	place := strings.Join(strings.Fields(d.hands("getwindowgeometry", "--shell", d.window)), " ")
	if _, err := fmt.Sscanf(place, "WINDOW=%d X=%d Y=%d WIDTH=%g HEIGHT=%g SCREEN=%d", &id, &x, &y, &wide, &high, &screen); err != nil {
		t.Fatalf("%s: %v", place, err)
	}
	if x < 0 || y < 0 || float32(x)+wide > width || float32(y)+high > height {
		t.Errorf("the window stands at %d, %d and is %g×%g: more than a screen of %d×%d", x, y, wide, high, width, height)
	}
	if next.X+next.W > wide || next.Y+next.H > high {
		t.Errorf("the way to the next step ends at %g, %g of %g×%g", next.X+next.W, next.Y+next.H, wide, high)
	}
}
