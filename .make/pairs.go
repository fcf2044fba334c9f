// Pairs times commands in pairs, ours and another, one after the other and again, and
// prints a table of Markdown with the medians and the median of the ratios: a busy
// machine slows both. Rows are read from standard input, with tabs between their parts:
//
//	what	our command	the other's name	the other's command
//
// A command that begins with "window " is timed until its window is drawn in the middle
// of the display, and ended then. One that begins with "rest " is left alone for some
// seconds after that, and the time is what it takes of the processors meanwhile.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

func main() {
	runs, err := strconv.Atoi(os.Getenv("RUNS"))
	if err != nil {
		runs = 7
	}
	fmt.Println("| 什么 | 我们 ms | 和什么比 | 它 ms | 倍数 |\n|---|---:|---|---:|---:|")
	for scanner := bufio.NewScanner(os.Stdin); scanner.Scan(); {
		if row := strings.Split(scanner.Text(), "\t"); len(row) == 4 {
			if err := compare(row, runs); err != nil {
				fmt.Fprintf(os.Stderr, "pairs: %s：%v\n", row[0], err)
				os.Exit(1)
			}
		}
	}
}

func compare(row []string, runs int) error {
	var ours, others, ratios []float64
	for run := range runs + 1 {
		a, err := measure(row[1])
		if err != nil {
			return err
		}
		b, err := measure(row[3])
		if err != nil {
			return err
		}
		if run > 0 { // the first fills the caches
			ours, others, ratios = append(ours, a), append(others, b), append(ratios, a/b)
		}
	}
	fmt.Printf("| %s | %.0f | %s | %.0f | %.2f |\n", row[0], median(ours), row[2], median(others), median(ratios))
	return nil
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// measure returns the milliseconds that a command takes.
func measure(line string) (float64, error) {
	begin := time.Now()
	if window, is := strings.CutPrefix(line, "window "); is {
		return measureWindow(window, drawing)
	}
	if window, is := strings.CutPrefix(line, "rest "); is {
		return measureWindow(window, resting)
	}
	command := exec.Command("sh", "-c", line)
	command.Stderr = os.Stderr
	err := command.Run()
	return time.Since(begin).Seconds() * 1000, err
}

// drawing is the time until the window of a process is drawn.
func drawing(_ int, begin time.Time) (time.Duration, error) { return time.Since(begin), nil }

// resting is the time of the processors that a process takes in five seconds.
func resting(pid int, _ time.Time) (time.Duration, error) {
	time.Sleep(3 * time.Second) // until it has settled
	before, err := processorTime(pid)
	if err != nil {
		return 0, err
	}
	time.Sleep(5 * time.Second)
	after, err := processorTime(pid)
	return after - before, err
}

// processorTime is what a process took so far, in the hundredths of a second that the
// system counts: the 14th and the 15th of its figures, of which the name is the second.
func processorTime(pid int) (time.Duration, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	figures := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	var all time.Duration
	for _, figure := range figures[11:13] {
		hundredths, err := strconv.Atoi(figure)
		if err != nil {
			return 0, err
		}
		all += time.Duration(hundredths) * 10 * time.Millisecond
	}
	return all, nil
}

func measureWindow(line string, measure func(pid int, begin time.Time) (time.Duration, error)) (float64, error) {
	display, err := xgb.NewConn()
	if err != nil {
		return 0, err
	}
	defer display.Close()
	begin := time.Now()
	command := exec.Command("sh", "-c", "exec "+line)
	if err := command.Start(); err != nil {
		return 0, err
	}
	for !drawn(display) && time.Since(begin) < time.Minute {
		time.Sleep(2 * time.Millisecond)
	}
	took, err := measure(command.Process.Pid, begin)
	_ = command.Process.Kill()
	_ = command.Wait()
	for drawn(display) { // until its window is gone
		time.Sleep(2 * time.Millisecond)
	}
	return took.Seconds() * 1000, err
}

// drawn says whether the middle of the display is anything but black.
func drawn(display *xgb.Conn) bool {
	screen := xproto.Setup(display).DefaultScreen(display)
	x, y := int16(screen.WidthInPixels/2), int16(screen.HeightInPixels/2)
	image, err := xproto.GetImage(display, xproto.ImageFormatZPixmap, xproto.Drawable(screen.Root), x, y, 1, 1, 0xffffff).Reply()
	return err == nil && len(image.Data) >= 3 && (image.Data[0]|image.Data[1]|image.Data[2]) != 0
}
