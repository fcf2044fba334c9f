//go:build endtoend

package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"zhicheng/forms/store"
)

// killRounds is how often the program is killed while somebody types; the variable
// ZHICHENG_KILLS asks for more.
func killRounds(t *testing.T) int {
	text := os.Getenv("ZHICHENG_KILLS")
	if text == "" {
		return 2
	}
	rounds, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return rounds
}

// mostLost is how old the oldest of what a kill takes away may be: a second until the
// shelf has it, and what a busy machine takes to write it.
const mostLost = 1500 * time.Millisecond

// However somebody types, a kill takes away what was typed in the last moment only.
func TestKilledAtAnyMoment(t *testing.T) {
	longest := time.Duration(0)
	for round := range killRounds(t) {
		t.Run(strconv.Itoa(round+1), func(t *testing.T) {
			lost, typed := killedOnce(t)
			t.Logf("%d characters typed, the oldest that is lost is %.2f s old", typed, lost.Seconds())
			longest = max(longest, lost)
		})
	}
	t.Logf("the longest loss: %.2f s", longest.Seconds())
	if longest > mostLost {
		t.Errorf("what was typed %v before the end is lost", longest)
	}
}

// killedOnce types into the statement at a random pace and kills the program at a
// random moment. It returns how long before that the oldest lost character was typed.
func killedOnce(t *testing.T) (lost time.Duration, typed int) {
	t.Helper()
	d := sit(t)
	d.start()
	d.click("开始填写")
	d.click("述职与业绩")
	d.clickAt(d.find("本人述职"), 30, 80)
	d.until("the input has the focus", func(s State) bool { return s.Typing })
	var at []time.Time // when each character was typed
	fastest := rand.IntN(200)
	for end := time.Now().Add(time.Duration(500+rand.IntN(4000)) * time.Millisecond); time.Now().Before(end); {
		at = append(at, time.Now())
		d.hands("type", "--delay", "0", "x")
		time.Sleep(time.Duration(fastest+rand.IntN(300)) * time.Millisecond) // the pace, not a wait for something
	}
	killed := time.Now()
	if err := d.running.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = d.running.Wait()
	shelf, err := store.OpenShelf(filepath.Join(d.home, ".config", "zhicheng"))
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, l := range shelf.Leftovers() {
		kept = max(kept, len(l.Content.Statement.Text))
		l.Unsaved.Release()
	}
	if kept < len(at) {
		lost = killed.Sub(at[kept])
	}
	return lost, len(at)
}
