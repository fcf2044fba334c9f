package document

import (
	"strings"
	"testing"
)

// ran is a window's goroutine: what came back to it, in its order.
type ran chan func()

func (r ran) do(f func()) { r <- f }

// What slow work brings back is for the application that asked for it, unless it has to
// be told in any case.
func TestWorkIsForItsApplication(t *testing.T) {
	for _, atOnce := range []bool{true, false} {
		came := make(ran, 2)
		work := NewWork(came.do, atOnce)
		var told []string
		tell := func(what string) func() func() {
			return func() func() {
				if what == "late" && atOnce { // meanwhile, which there is no other way to be
					work.Next()
				}
				return func() { told = append(told, what) }
			}
		}
		step := func(run func(func() func()), what string, another bool) {
			run(tell(what))
			if !atOnce {
				back := <-came
				if another {
					work.Next()
				}
				back()
			}
		}
		step(work.Run, "kept", false)
		step(work.Run, "late", true)
		step(work.RunAnyway, "anyway", true)
		if got := strings.Join(told, " "); got != "kept anyway" {
			t.Errorf("at once %t: told %q", atOnce, got)
		}
		if work.Waits() == atOnce || work.Generation() == 0 {
			t.Errorf("at once %t: waits %t, generation %d", atOnce, work.Waits(), work.Generation())
		}
	}
}

// A bug in slow work comes up where those of the window are caught, with its place.
func TestABugInWorkComesBack(t *testing.T) {
	came := make(ran)
	NewWork(came.do, false).RunAnyway(func() func() { panic("no such row") })
	back := <-came
	defer func() {
		if err, ok := recover().(error); !ok || !strings.Contains(err.Error(), "no such row") || !strings.Contains(err.Error(), "work_test.go") {
			t.Errorf("recovered %v", err)
		}
	}()
	back()
}
