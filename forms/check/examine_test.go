package check_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"zhicheng/assets"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// changed is the shipped notice with changes to its data.
func changed(t *testing.T, changes ...string) (wrong, doubts notice.Faults) {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{"notice.json", "clauses.txt", "english.json"} {
		data, err := fs.ReadFile(assets.Notices(), "shaoxing-2020/"+name)
		if err != nil {
			t.Fatal(err)
		}
		folder["shaoxing-2020/"+name] = &fstest.MapFile{Data: data}
	}
	data := folder["shaoxing-2020/notice.json"]
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(string(data.Data), changes[i]) {
			t.Fatalf("the notice does not have %q", changes[i])
		}
		data.Data = []byte(strings.Replace(string(data.Data), changes[i], changes[i+1], 1))
	}
	source, err := notice.Folder(folder, "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	_, wrong, doubts = check.Examine(source)
	return wrong, doubts
}

// The program reads the notices that it carries without examining them again.
func TestNoticesInTheRepositoryAreClean(t *testing.T) {
	notices := map[string]fs.FS{"linxi-2023": os.DirFS("../notice/testdata")}
	carried, err := fs.ReadDir(assets.Notices(), ".")
	if err != nil || len(carried) == 0 {
		t.Fatal(carried, err)
	}
	for _, folder := range carried {
		notices[folder.Name()] = assets.Notices()
	}
	for id, files := range notices {
		source, err := notice.Folder(files, id)
		if err != nil {
			t.Fatal(err)
		}
		_, wrong, doubts := check.Examine(source)
		if len(wrong) > 0 || len(doubts) > 0 && id != "linxi-2023" {
			t.Errorf("%s: %v\n%v", id, wrong, doubts)
		}
	}
}

// A citation under a wrong name, for a section that is not there, or of words about
// something else is refused; a check without one is told of.
func TestCitationsAreCompared(t *testing.T) {
	for name, row := range map[string]struct {
		changes []string
		want    string
	}{
		"a slip in the name": {[]string{`"fee": [`, `"fees": [`}, "没有“fees”这项检查"},
		"no section":         {[]string{`  "insurance": {"clause": "三（七）", "months": 12},` + "\n", ""}, "引了也不会检查"},
		"words of another": {
			[]string{"公务员（含参照公务员法管理的工作人员）不得参加专业技术人才职称评审", "符合相应条件，可参加自然资源工程和林业工程专业中、高级专业技术资格评审和推荐"},
			"引的原话说的不是",
		},
		"no citation": {[]string{`    "photo-ratio": [{"clause": "附件1-4", "quote": "照片宽高比大于等于0.65且小于等于0.8"}],` + "\n", ""}, "“photo-ratio”没有引一句原话"},
		"no reason":   {[]string{`    "二": "标题",` + "\n", ""}, "没有检查引“二”"},
	} {
		wrong, doubts := changed(t, row.changes...)
		said := fmt.Sprint(append(wrong, doubts...))
		if !strings.Contains(said, row.want) || strings.Contains(said, "%!") {
			t.Errorf("%s: %s, want %s", name, said, row.want)
		}
	}
}

// A check for which a notice cites nothing is not made.
func TestNoCitationNoCheck(t *testing.T) {
	n := invented(t)
	for _, key := range []string{"scope-civil-servant", "photo-ratio", "deadline-paper", "statement-length"} {
		delete(n.Citations, key)
		if slices.ContainsFunc(check.All(n), func(c check.Check) bool { return c.Key == key }) {
			t.Errorf("%s is made without a citation", key)
		}
	}
}
