// Table reads the output of the window's benchmarks from standard input and prints
// it as one table: a line for each page and input, a column for each state.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// measured is a line of a benchmark: its name, without the number of processors, and
// the nanoseconds.
var measured = regexp.MustCompile(`^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)

// yardstick is the benchmark to which the others are compared.
const yardstick = "Bare"

// table holds the milliseconds by line and state.
type table struct {
	lines, states []string
	cells         map[[2]string]float64
	unit          float64
}

func main() {
	t := read(os.Stdin)
	if len(t.lines) == 0 || t.unit == 0 {
		fmt.Fprintln(os.Stderr, "table: 没有读到测量结果")
		os.Exit(1)
	}
	t.write(os.Stdout)
}

func read(in io.Reader) *table {
	t := &table{cells: map[[2]string]float64{}}
	for scanner := bufio.NewScanner(in); scanner.Scan(); {
		found := measured.FindStringSubmatch(scanner.Text())
		if found == nil {
			continue
		}
		ns, _ := strconv.ParseFloat(found[2], 64)
		kind, rest, _ := strings.Cut(found[1], "/")
		state, name, _ := strings.Cut(rest, "/")
		if kind == yardstick {
			t.unit = ns / 1e6
			continue
		}
		line := strings.TrimSpace(kind + " " + name)
		t.cells[[2]string{line, state}] = ns / 1e6
		t.lines, t.states = with(t.lines, line), with(t.states, state)
	}
	return t
}

func with(all []string, one string) []string {
	if slices.Contains(all, one) {
		return all
	}
	return append(all, one)
}

func (t *table) write(out io.Writer) {
	fmt.Fprintf(out, "毫秒（括号里是和 Fyne 自己的输入框里按一键相比，那里一段1000字：%.1f毫秒）\n", t.unit)
	fmt.Fprintf(out, "%-48s", "")
	for _, state := range t.states {
		fmt.Fprintf(out, "%18s", state)
	}
	fmt.Fprintln(out)
	for _, line := range t.lines {
		fmt.Fprintf(out, "%-48s", line)
		for _, state := range t.states {
			cell := "-"
			if ms, ok := t.cells[[2]string{line, state}]; ok {
				cell = fmt.Sprintf("%.1f (%.2f)", ms, ms/t.unit)
			}
			fmt.Fprintf(out, "%18s", cell)
		}
		fmt.Fprintln(out)
	}
}
