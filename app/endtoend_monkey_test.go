//go:build endtoend

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// monkey is somebody who clicks and types anywhere; the same seed does the same.
type monkey struct {
	*desk
	chance  *rand.Rand
	did     []string // what was done last, for the report
	actions int
	starts  int
	sample  string
}

// monkeyTime is how long the monkey plays, a fixed number of actions unless the
// variable ZHICHENG_MONKEY names a time such as 2h.
func monkeyTime(t *testing.T) (more func(actions int) bool) {
	text := os.Getenv("ZHICHENG_MONKEY")
	if text == "" {
		return func(actions int) bool { return actions < 60 }
	}
	long, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	end := time.Now().Add(long)
	return func(int) bool { return time.Now().Before(end) }
}

// monkeySeed is the variable ZHICHENG_MONKEY_SEED, of a run to be seen again, or chance.
func monkeySeed(t *testing.T) uint64 {
	text := os.Getenv("ZHICHENG_MONKEY_SEED")
	if text == "" {
		return rand.Uint64()
	}
	seed, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return seed
}

// Whatever is clicked and typed, the program goes on answering, and ends only in order.
func TestMonkey(t *testing.T) {
	more := monkeyTime(t)
	seed := monkeySeed(t)
	m := &monkey{desk: sit(t), chance: rand.New(rand.NewPCG(seed, 0))}
	t.Logf("seed %d", seed)
	m.copySample()
	m.begin()
	first := m.memory()
	for more(m.actions) {
		m.act()
	}
	t.Logf("%d actions, %d starts, %d MB at first, %d MB in the end", m.actions, m.starts, first, m.memory())
	m.until("everything is saved", func(s State) bool { return !s.Dirty })
}

// begin opens a copy of the sample, with whatever was done to it before.
func (m *monkey) begin() {
	m.starts++
	m.start(m.sample)
}

// copySample puts the filled sample and its photo into the user's folder.
func (m *monkey) copySample() {
	for _, ending := range []string{".zcapp", ".jpg"} {
		data, err := os.ReadFile("../assets/samples/forestry-engineer" + ending)
		if err == nil {
			err = os.WriteFile(filepath.Join(m.home, "forestry-engineer"+ending), data, 0o600)
		}
		if err != nil {
			m.t.Fatal(err)
		}
	}
	m.sample = filepath.Join(m.home, "forestry-engineer.zcapp")
}

func (m *monkey) memory() (megabytes int) {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/statm", m.running.Process.Pid))
	var all, resident int
	_, _ = fmt.Sscan(string(status), &all, &resident)
	return resident * os.Getpagesize() >> 20
}

var (
	monkeyKeys = []string{
		"Tab", "Tab", "Tab", "shift+Tab", "Return", "space", "Escape", "Up", "Down", "Left", "Right", "Home", "End",
		"Page_Up", "Page_Down", "BackSpace", "Delete", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+c", "ctrl+x", "ctrl+v",
		"ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+8", "ctrl+9", "ctrl+s", "ctrl+p", "ctrl+n", "F1",
	}
	monkeyTexts = []string{"2016-12-31", "18", "17.5", "0", "-1", "99999999999", "abc", "330682198001011234", "2020.13.45", "...", "  "}
)

// act does one thing that a hand can do, and waits for the program to answer.
func (m *monkey) act() {
	m.actions++
	switch n := m.chance.IntN(100); {
	case n < 45:
		m.clickSomewhere()
	case n < 75:
		m.do("key", monkeyKeys[m.chance.IntN(len(monkeyKeys))])
	case n < 90:
		m.do("type", "--delay", "2", monkeyTexts[m.chance.IntN(len(monkeyTexts))])
	case n < 95:
		m.copied("UTF8_STRING", []byte(strings.Repeat("本人从事林业技术工作，", 1+m.chance.IntN(200))))
		m.do("key", "ctrl+v")
	default:
		m.do("click", "--repeat", "3", []string{"4", "5"}[m.chance.IntN(2)])
	}
	m.answered()
}

// stacks ends the program and returns what each of its goroutines was doing.
func (m *monkey) stacks() string {
	_ = m.running.Process.Signal(syscall.SIGQUIT)
	_ = m.running.Wait()
	said, _ := os.ReadFile(m.said.Name())
	return string(said)
}

// clickSomewhere clicks on a text that is seen, or anywhere.
func (m *monkey) clickSomewhere() {
	x, y := 20+m.chance.IntN(1080), 20+m.chance.IntN(700)
	if state, err := m.state(); err == nil && len(state.Texts) > 0 && m.chance.IntN(4) > 0 {
		text := state.Texts[m.chance.IntN(len(state.Texts))]
		if text.Y > 0 && text.Y < 720 && text.X > 0 && text.X < 1100 {
			x, y = int(text.X)+6, int(text.Y+text.H/2)
		}
	}
	m.do("mousemove", "--window", m.window, fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

func (m *monkey) do(arguments ...string) {
	m.did = append(m.did, strings.Join(arguments, " "))
	m.did = m.did[max(0, len(m.did)-40):]
	command := exec.Command("xdotool", arguments...)
	command.Env = m.environment()
	_ = command.Run() // a window that has just gone takes nothing
}

// ended says whether the program has ended, and whether in order.
func (m *monkey) ended() (ended, well bool) {
	state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", m.running.Process.Pid))
	if err == nil && !strings.Contains(string(state), ") Z ") {
		return false, false
	}
	return true, m.running.Wait() == nil
}

// answered waits for the window's state. A program that was left in order, by its menu,
// is started again.
func (m *monkey) answered() {
	for deadline := time.Now().Add(2 * patience); time.Now().Before(deadline); {
		if _, err := m.state(); err == nil {
			return
		}
		if ended, well := m.ended(); ended {
			if !well {
				m.t.Fatalf("the program ended after %d actions, the last of them:\n%s", m.actions, strings.Join(m.did, "\n"))
			}
			m.begin()
			return
		}
	}
	m.t.Fatalf("no answer after %d actions, the last of them:\n%s\n%s", m.actions, strings.Join(m.did, "\n"), m.stacks())
}
