package words

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?(?:\.\d+)?([a-z])`)

// verbsOf returns the verbs of a format by the number of their argument.
func verbsOf(format string) map[int]string {
	verbs := map[int]string{}
	next := 1
	for _, m := range verb.FindAllStringSubmatch(strings.ReplaceAll(format, "%%", ""), -1) {
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		verbs[next] = m[2]
		next++
	}
	return verbs
}

func TestEntriesAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range slices.Concat(tables()...) {
		if seen[e.chinese] {
			t.Errorf("twice: %s", e.chinese)
		}
		seen[e.chinese] = true
		if e.english == "" || strings.ContainsAny(e.english, "!’‘") {
			t.Errorf("%s: the English is %q", e.chinese, e.english)
		}
		if said := fmt.Sprintf(strings.ReplaceAll(e.english, "%d", "%v"), 1, 2, 3, 4, 5, 6, 7, 8, 9); strings.Contains(strings.Split(said, "%!(EXTRA")[0], "%!(") {
			t.Errorf("%s: the English is no format: %s", e.chinese, said)
		}
		chinese, english := verbsOf(e.chinese), verbsOf(e.english)
		for number, verb := range english {
			if verb == "v" && chinese[number] == "s" || verb == "s" && chinese[number] == "v" {
				english[number] = chinese[number]
			}
		}
		if !maps.Equal(chinese, english) {
			t.Errorf("%s has %v, the English has %v", e.chinese, chinese, english)
		}
	}
}
