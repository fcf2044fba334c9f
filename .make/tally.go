// Tally reads the output of go test -json from standard input and appends it to the
// file named first, then prints what a person needs: each package with its time,
// the output of what failed, and the reason of every skip. With -sum it prints what
// the whole file says instead: how many tests passed, failed and were skipped, each
// counted once however often it ran. It ends with status 1 where anything failed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// event is one line of go test -json.
type event struct {
	Action     string
	Package    string
	ImportPath string // of a build that failed
	Test       string
	Elapsed    float64
	Output     string
}

// test names one test or subtest; a name of "" is its package.
type test struct{ pack, name string }

type tally struct {
	results map[test]string
	output  map[test][]string
	failed  bool
}

func newTally() *tally {
	return &tally{results: make(map[test]string), output: make(map[test][]string)}
}

func main() {
	if len(os.Args) == 3 && os.Args[1] == "-sum" {
		os.Exit(sum(os.Args[2]))
	}
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "tally [-sum] FILE")
		os.Exit(2)
	}
	os.Exit(follow(os.Args[1]))
}

// follow copies standard input to the file and tells what happens.
func follow(name string) int {
	record, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer record.Close()
	t := newTally()
	// What earlier runs skipped has been said; whether they failed is theirs.
	if err := t.read(record, io.Discard); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	t.failed = false
	if err := t.read(io.TeeReader(os.Stdin, record), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if t.failed {
		return 1
	}
	return 0
}

// sum prints the counts of the whole record.
func sum(name string) int {
	record, err := os.Open(name)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer record.Close()
	t := newTally()
	if err := t.read(record, io.Discard); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	counts := make(map[string]int)
	failing := make(map[string]bool)
	for one, result := range t.results {
		if one.name != "" {
			counts[result]++
			failing[one.pack] = failing[one.pack] || result == "fail"
		}
	}
	for one, result := range t.results {
		if one.name == "" && result == "fail" && !failing[one.pack] {
			counts["fail"]++ // it did not build, or did not come to an end
		}
	}
	fmt.Printf("%d passed, %d failed, %d skipped\n", counts["pass"], counts["fail"], counts["skip"])
	if t.failed || counts["pass"] == 0 {
		return 1
	}
	return 0
}

func (t *tally) read(in io.Reader, out io.Writer) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			t.line(line, out)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// line takes one event; what is no event is shown as it is.
func (t *tally) line(line []byte, out io.Writer) {
	var e event
	if err := json.Unmarshal(line, &e); err != nil {
		out.Write(line)
		return
	}
	one := test{e.Package, e.Test}
	switch e.Action {
	case "output":
		t.output[one] = append(t.output[one], e.Output)
	case "build-output":
		fmt.Fprint(out, e.Output)
	case "build-fail":
		t.failed = true
	case "pass", "fail", "skip":
		t.end(one, e, out)
	}
}

// end notes the result of a test or a package. Of several runs a failure counts
// before a pass, and a pass before a skip.
func (t *tally) end(one test, e event, out io.Writer) {
	rank := map[string]int{"skip": 1, "pass": 2, "fail": 3}
	news := t.results[one] == ""
	if rank[e.Action] > rank[t.results[one]] {
		t.results[one] = e.Action
	}
	said := t.output[one]
	delete(t.output, one)
	short := strings.TrimPrefix(one.pack, "zhicheng/")
	switch {
	case e.Action == "fail":
		t.failed = true
		for _, text := range said {
			fmt.Fprint(out, text)
		}
		if one.name == "" {
			t.unfinished(one.pack, out)
			fmt.Fprintf(out, "失败  %s\n", short)
		}
	case one.name != "" && e.Action == "skip" && news:
		fmt.Fprintf(out, "跳过  %s %s：%s\n", short, one.name, reason(said))
	case one.name == "" && e.Action == "pass":
		fmt.Fprintf(out, "通过  %-28s %6.1f 秒\n", short, e.Elapsed)
	}
}

// unfinished shows what the tests of a package said that never came to an end, as
// after a panic or when time ran out.
func (t *tally) unfinished(pack string, out io.Writer) {
	for one, said := range t.output {
		if one.pack == pack {
			fmt.Fprint(out, strings.Join(said, ""))
			delete(t.output, one)
		}
	}
}

// reason is what the test said when it was skipped, without the frame around it.
func reason(said []string) string {
	var words []string
	for _, text := range said {
		text = strings.TrimSpace(text)
		if text == "" || strings.HasPrefix(text, "=== ") || strings.HasPrefix(text, "--- ") {
			continue
		}
		if _, after, found := strings.Cut(text, ": "); found {
			text = after
		}
		words = append(words, text)
	}
	return strings.Join(words, " ")
}
