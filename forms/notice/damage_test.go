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
	"sync"
	"testing"
	"testing/fstest"

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

// change is one of the shipped notice's data, and what is said of it.
type change struct{ old, new, want string }

// expect makes each change by itself.
func expect(t *testing.T, changes map[string]change) {
	t.Helper()
	for name, row := range changes {
		files := original(t)
		if !strings.Contains(files["notice.json"], row.old) {
			t.Fatalf("%s: the data does not have %s", name, row.old)
		}
		files["notice.json"] = strings.Replace(files["notice.json"], row.old, row.new, 1)
		wrong, doubts := examined(t, files)
		if said := append(wrong, doubts...).Error(); !strings.Contains(said, row.want) {
			t.Errorf("%s: %q, want %q", name, said, row.want)
		}
	}
}

// damages collects every way to damage a value of the data: the path says which.
type damages struct {
	tree  any
	visit func(path, how string, tree any)
	// pool has the texts and numbers of the whole notice by the last key of their path,
	// quotes by their clause too: those of another clause are never in doubt.
	pool map[string][]any
	// beside is the clause of the group whose values are damaged.
	beside string
	// quoting is whether the group has a quote too, and skipped how many clauses were.
	quoting bool
	skipped int
}

// fewClauses is that one clause in so many is tried for a quote that it does not have.
const fewClauses = 20

// kin is by what the pool has a value.
func (d *damages) kin(path string) string {
	if last(path) == "quote" {
		return "quote of " + d.beside
	}
	return last(path)
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
		d.beside, _ = t["clause"].(string)
		_, d.quoting = t["quote"]
		for _, key := range slices.Sorted(maps.Keys(t)) {
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
		d.beside, _ = t["clause"].(string)
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
		d.pool[d.kin(path)] = append(d.pool[d.kin(path)], t)
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
	for _, other := range d.pool[d.kin(path)] {
		list = append(list, other.(string))
	}
	slices.Sort(list)
	if list = slices.Compact(list); d.quoting && last(path) == "clause" { // one that has not the quote is as good as another
		list = slices.DeleteFunc(list, func(string) bool { d.skipped++; return d.skipped%fewClauses != 0 })
	}
	return slices.DeleteFunc(list, func(x string) bool { return x == s })
}

// harmless are the damages of which nothing is said, and why that is allowed. The pattern
// is of the path and what was done; a row that allows nothing is refused when all damages
// are tried.
var harmless = []struct{ pattern, why string }{
	{`: reversed$`, "the order of a list has no meaning"},
	{`^calendar\.(holidays: row 7 left out|workdays\.\d: ")`, "which days are off no clause says: the maker names the arrangement that was followed"},
	{`^(informative\.[^:]*|absent\.[^:]*|passed_over\.\d+\.why): "`, "words of the maker, whose numbers, documents and annexes are compared"},
	{`^(materials|milestones)\.\d+\.who`, "who acts, no clause says"},
	{`^(citations|notes)\..*row \d+ left out$`, "the sentence is cited by another check or note too"},
	{`^citations\.(paper-review-form|export-order)\.\d\.quote: "`, "another sentence of the clause on the same subject, word for word"},
	{`^passed_over\.\d+\.quote: "`, "a sentence more is passed over that something rests on"},
	{`^materials\.\d+\.(name|or\.\d+|for|limit|format): "`, "another part of the clause, word for word"},
	{`^materials\.\d+\.(or|for|format|limit)(: row \d+)?:? left out$`, "less is said, and nothing false; the papers of the clause are looked for"},
	{`^(contacts\.1|materials\.15|portal|receiver|publicity)\.clause: "`, "another clause that says the same"},
	{`^plans\.\d\.code: "[A-Z0-9]+"`, "a code is a name of the maker's"},
	{`^plans\.1\.routes: row \d left out`, "no clause lists the routes of this plan"},
	{`^specialties\.\d\.(value|words|name)`, "words of the maker, of which the text has all"},
}

// allowed returns why a damage of which nothing is said does no harm; "" where it does.
func allowed(done string) string {
	for _, row := range harmless {
		if regexp.MustCompile(row.pattern).MatchString(done) {
			return row.why
		}
	}
	return ""
}

// each is how many damages there are to one that is tried: all of them take an hour, so that a
// run of all tests tries some, always the same ones. ZHICHENG_DAMAGES=all tries all, and a
// number n each nth.
func each(usually int) int {
	wanted := os.Getenv("ZHICHENG_DAMAGES")
	if n, err := strconv.Atoi(wanted); err == nil && n > 0 {
		return n
	}
	if wanted == "all" {
		return 1
	}
	return usually
}

// Whatever is changed in the data, something is said.
func TestDamagedDataIsFound(t *testing.T) {
	files := original(t)
	var tree any
	if err := json.Unmarshal([]byte(files["notice.json"]), &tree); err != nil {
		t.Fatal(err)
	}
	stride := each(353)
	type damage struct{ done, data string }
	damaged := make(chan damage)
	silent := make(chan string)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			files := maps.Clone(files)
			for d := range damaged {
				files["notice.json"] = d.data
				if wrong, doubts := examined(t, files); len(wrong)+len(doubts) == 0 {
					silent <- d.done
				}
			}
		})
	}
	count, tried := 0, 0
	go func() {
		d := &damages{tree: tree, pool: map[string][]any{}}
		d.fill(tree, "")
		d.visit = func(path, how string, tree any) {
			if count++; count%stride == 0 {
				tried++
				data, _ := json.Marshal(tree) // what was JSON can be
				damaged <- damage{strings.TrimPrefix(path, ".") + ": " + how, string(data)}
			}
		}
		d.each(tree, "", nil, nil)
		close(damaged)
		workers.Wait()
		close(silent)
	}()
	reasons := map[string]int{}
	for done := range silent {
		if why := allowed(done); why != "" {
			reasons[why]++
		} else {
			t.Errorf("nothing is said of %s", done)
		}
	}
	t.Logf("%d of %d single changes", tried, count)
	for _, row := range harmless {
		t.Logf("%d allowed: %s", reasons[row.why], row.why)
		if stride == 1 && reasons[row.why] == 0 {
			t.Errorf("nothing has to be allowed because %s", row.why)
		}
	}
}
