package notice_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// original is the shipped notice's files.
func original(t testing.TB) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, name := range []string{"notice.json", "clauses.txt", "english.json"} {
		data, err := fs.ReadFile(assets.Notices(), "shaoxing-2020/"+name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	return files
}

// examined is what is found of a notice's files.
func examined(t testing.TB, files map[string]string) (wrong, doubts notice.Faults) {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder["shaoxing-2020/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	source, err := notice.Folder(folder, "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	_, wrong, doubts = check.Examine(source)
	return wrong, doubts
}

// damages collects every way to damage a value of the data: the path says which.
type damages struct {
	tree  any
	visit func(path, how string, tree any)
	// pool has the texts and numbers of the whole notice by the last key of their path.
	pool map[string][]any
}

// each calls visit with the tree after each single change, and takes it back.
func (d *damages) each(v any, path string, set func(any), drop func()) {
	try := func(how string, value any) {
		set(value)
		d.visit(path, how, d.tree)
		set(v)
	}
	switch t := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(t)) {
			if key == "passed_over" || key == "notes" {
				continue // other words of the clause do as well
			}
			value := t[key]
			d.each(value, strings.TrimPrefix(path+"."+key, "."), func(x any) { t[key] = x }, func() { delete(t, key) })
			delete(t, key)
			d.visit(path+"."+key, "left out", d.tree)
			t[key] = value
		}
		t["added_key"] = 1
		d.visit(path, "a key added", d.tree)
		delete(t, "added_key")
	case []any:
		for i := range t {
			d.each(t[i], fmt.Sprintf("%s.%d", path, i), func(x any) { t[i] = x }, nil)
			try(fmt.Sprintf("row %d left out", i), slices.Delete(slices.Clone(t), i, i+1))
			try(fmt.Sprintf("row %d twice", i), slices.Insert(slices.Clone(t), i, t[i]))
		}
		if len(t) > 1 {
			reversed := slices.Clone(t)
			slices.Reverse(reversed)
			try("reversed", reversed)
		}
	case float64:
		for _, n := range d.numbers(path, t) {
			try(fmt.Sprintf("%g instead of %g", n, t), n)
		}
		try("as a text", strconv.Itoa(int(t)))
	case bool:
		try("turned", !t)
	case string:
		for _, s := range d.texts(path, t) {
			try(fmt.Sprintf("%q instead of %q", s, t), s)
		}
	}
}

func last(path string) string {
	parts := strings.Split(path, ".")
	for i := len(parts) - 1; i > 0; i-- {
		if _, err := strconv.Atoi(parts[i]); err != nil {
			return parts[i]
		}
	}
	return parts[0]
}

func (d *damages) fill(v any, path string) {
	switch t := v.(type) {
	case map[string]any:
		for key, value := range t {
			d.fill(value, path+"."+key)
		}
	case []any:
		for i, value := range t {
			d.fill(value, fmt.Sprintf("%s.%d", path, i))
		}
	case float64:
		d.pool["#"] = append(d.pool["#"], t)
	case string:
		d.pool[last(path)] = append(d.pool[last(path)], t)
	}
}

func (d *damages) numbers(path string, n float64) []float64 {
	list := []float64{0, -n, n - 1, n + 1, n * 10, n + 0.5, n * 1024 / 1000}
	for _, other := range d.pool["#"] {
		list = append(list, other.(float64))
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(x float64) bool { return x == n || last(path) == "version" && x > 0 && x == float64(int(x)) })
}

func (d *damages) texts(path, s string) []string {
	r := []rune(s)
	list := []string{"", s + "x", s + " \u202e", "〇" + s}
	if len(r) > 1 {
		list = append(list, string(r[1:]), string(r[:len(r)-1]))
	}
	if date := forms.ParseDate(s); date.Exact() {
		day := date.First()
		for _, other := range []forms.Day{day - 1, day + 1, day.AddYears(1), day.AddYears(-1)} {
			list = append(list, other.String())
		}
	}
	for _, other := range d.pool[last(path)] {
		list = append(list, other.(string))
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(x string) bool { return x == s })
}

// harmless are changes that contradict nothing: what the text does not say, an order
// without meaning, a remark. The pattern is of the path and what was done.
var harmless = map[string]string{
	`: reversed$`: "the order of a list has no meaning",
	`^(absent\.五|informative\..*|calendar\.source|version): ".*`:                     "a remark in words",
	`^calendar\.(from|to): "2020-(08-23|12-30)"`:                                     "the calendar is a day longer or shorter than it need be",
	`^calendar\.holidays: row 7 left out`:                                            "how long a holiday is, no clause says",
	`^calendar\.workdays\.\d: "2020-(09-26|10-11)"`:                                  "which day of a weekend is worked, no clause says",
	`^contacts\.1\.clause: "四（四）"|^contacts: row 1 left out`:                         "四（四） names the same person with the same telephone",
	`^materials\.16\.not_in: left out|^\.?materials\.16\.not_in`:                     "that a clause passes over the roster is a remark",
	`^(publicity|receiver)\.clause: "(附件2一4|四（三）)"`:                                  "the other clause says the same",
	`^materials\.15\.clause: "附件1-10"`:                                               "附件1-10 names the same form on the same paper",
	`^materials\.\d+\.(called|remark|who|or)`:                                        "words of our own, and what no clause says",
	`^materials\.\d+\.(name|for|format|limit|or\.\d): `:                              "another verbatim part of the clause",
	`^materials\.\d+\.(for|format|limit|not_in): left out`:                           "less is said, and nothing false",
	`^milestones\.\d\.(remark|who)`:                                                  "words of our own",
	`^plans\.\d\.code: "[A-Z]+"`:                                                     "a code is a name of our own",
	`^plans\.1\.routes: row \d left out`:                                             "no clause lists the routes of this plan",
	`^\.?informative`:                                                                "[check.Cover] tells of it",
	`^citations\..*(row \d left out|left out|row \d twice)`:                          "which clauses a check cites is looked at with the checks",
	`^citations\..*quote: `:                                                          "another verbatim part of the clause",
	`^specialties\.\d\.(value|words)|^specialties\.\d\.name: ".*" instead of "林业工程"`: "words of our own, of which the text has all",
}

// Whatever is changed in the data, something is said: the whole list of single
// changes takes minutes, so that a part of it is tried, another one each day.
// ZHICHENG_DAMAGES=all tries all.
func TestDamagedDataIsFound(t *testing.T) {
	files := original(t)
	var tree any
	if err := json.Unmarshal([]byte(files["notice.json"]), &tree); err != nil {
		t.Fatal(err)
	}
	stride := 211
	if os.Getenv("ZHICHENG_DAMAGES") == "all" {
		stride = 1
	}
	first := time.Now().YearDay() % stride
	count, tried := 0, 0
	d := &damages{tree: tree, pool: map[string][]any{}}
	d.fill(tree, "")
	d.visit = func(path, how string, tree any) {
		count++
		done := path + ": " + how
		if count%stride != first || slices.ContainsFunc(slices.Collect(maps.Keys(harmless)), func(p string) bool { return regexp.MustCompile(p).MatchString(done) }) {
			return
		}
		tried++
		data, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		files["notice.json"] = string(data)
		if wrong, doubts := examined(t, files); len(wrong)+len(doubts) == 0 {
			t.Errorf("nothing is said of %s", done)
		}
	}
	d.each(tree, "", nil, nil)
	t.Logf("%d of %d single changes", tried, count)
}
