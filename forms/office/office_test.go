package office_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/library"
	"zhicheng/forms/office"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

var finder = sync.OnceValues(func() (*photo.Finder, error) { return photo.NewFinder(assets.Faces()) })

// today is inside the notice's dates.
var today = forms.NewDay(2020, time.September, 10)

func reader() office.Reader {
	return office.Reader{Notice: notices.For, Finder: finder, Today: today}
}

var notices = library.Library{Own: assets.Notices(), Default: "shaoxing-2020"}

// sample is one of the program's own applications, as it is in its file.
func sample(t testing.TB, name string) *forms.Applicant {
	t.Helper()
	a, err := store.Load(t.Context(), filepath.Join("..", "..", "assets", "samples", name+".zcapp"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// plain is a sample without its photo, which takes long to measure.
func plain(t testing.TB, name string) *forms.Applicant {
	t.Helper()
	a := sample(t, name)
	a.Photo = forms.Photo{}
	return a
}

func save(t testing.TB, folder, name string, a *forms.Applicant) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := store.Save(path, a); err != nil {
		t.Fatal(err)
	}
	return path
}

func put(t testing.TB, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read reads a folder and returns its rows by the names of the files.
func read(t testing.TB, r office.Reader, folder string) map[string]office.Row {
	t.Helper()
	rows, left, err := office.Files(folder)
	if err != nil || left != 0 {
		t.Fatal(left, err)
	}
	all := map[string]office.Row{} // of what is told twice the second counts
	r.Read(t.Context(), rows, func(i int, row office.Row) {
		if row.Path != rows[i].Path {
			t.Errorf("row %d is %s, not %s", i, row.Path, rows[i].Path)
		}
		all[filepath.Base(row.Path)] = row
	})
	if len(all) != len(rows) {
		t.Fatalf("%d of %d rows were told", len(all), len(rows))
	}
	return all
}

// A row says what the window says of the same file.
func TestRowIsWhatTheChecksFind(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"forestry-engineer", "natural-resources-senior"} {
		save(t, folder, name+".zcapp", sample(t, name))
	}
	faces, err := finder()
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range read(t, reader(), folder) {
		a := sample(t, strings.TrimSuffix(name, ".zcapp"))
		if a.Photo, err = a.Photo.Measured(t.Context(), faces); err != nil {
			t.Fatal(err)
		}
		entry, err := notices.For(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		rules := check.NewRules(entry.Notice)
		rules.Today = forms.OnDay(today)
		report := rules.Run(a)
		for _, o := range []check.Outcome{check.Fail, check.Missing, check.Todo, check.Confirm} {
			if want := len(report.Own(o)); row.Counts[o] != want {
				t.Errorf("%s: %d %s, want %d", name, row.Counts[o], o, want)
			}
		}
		plan, _ := entry.Notice.Plan(a.Plan.Code)
		if row.Name != a.Person.Name || row.Unit != a.Unit.Name || row.Plan.String() != plan.Short {
			t.Errorf("%s: %q %q %q", name, row.Name, row.Unit, row.Plan)
		}
		if verdict, _ := report.Headline(); row.Verdict.String() != verdict.String() {
			t.Errorf("%s: the verdict is %q", name, row.Verdict)
		}
		if !row.Usable() || row.Unmeasured || row.Changed.IsZero() || row.Size == 0 {
			t.Errorf("%s: %+v", name, row)
		}
	}
}

// Photos come last, so that the table is there at once; what was measured before is not
// measured again.
func TestPhotosComeLast(t *testing.T) {
	folder, r := t.TempDir(), reader()
	r.Measured = (*store.Shelf)(nil).Measured("test")
	save(t, folder, "甲.zcapp", sample(t, "forestry-engineer"))
	save(t, folder, "乙.zcapp", plain(t, "forestry-engineer"))
	rows, _, err := office.Files(folder)
	if err != nil {
		t.Fatal(err)
	}
	told := func() (names []string) {
		r.Read(t.Context(), rows, func(_ int, row office.Row) {
			name := row.Name + filepath.Base(row.Path)
			if row.Unmeasured {
				name += "…"
			}
			names = append(names, name)
		})
		slices.Sort(names[:2])
		return names
	}
	name := sample(t, "forestry-engineer").Person.Name
	if got := told(); !slices.Equal(got, []string{name + "乙.zcapp", name + "甲.zcapp…", name + "甲.zcapp"}) {
		t.Errorf("told are %q", got)
	}
	r.Finder = func() (*photo.Finder, error) { return nil, fmt.Errorf("looked at again") }
	if got := told(); !slices.Equal(got, []string{name + "乙.zcapp", name + "甲.zcapp"}) {
		t.Errorf("told again are %q", got)
	}
}

// What was ticked off on the platform is no longer counted, as in the window.
func TestTicksCount(t *testing.T) {
	folder, r := t.TempDir(), reader()
	var err error
	if r.Shelf, err = store.OpenShelf(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	path := save(t, folder, "甲.zcapp", plain(t, "forestry-engineer"))
	before := read(t, r, folder)["甲.zcapp"]
	entry, err := notices.For(t.Context(), plain(t, "forestry-engineer"))
	if err != nil {
		t.Fatal(err)
	}
	ticks := store.Ticks{Notice: entry.Notice.ID, Done: map[string][]string{}}
	for _, step := range guide.Platform(entry.Notice, plain(t, "forestry-engineer"), check.Run(entry.Notice, plain(t, "forestry-engineer"))) {
		ticks.Done[step.Clause] = nil
	}
	if err := r.Shelf.KeepTicks(path, ticks); err != nil {
		t.Fatal(err)
	}
	if after := read(t, r, folder)["甲.zcapp"]; after.Counts[check.Todo] >= before.Counts[check.Todo] {
		t.Errorf("%d to do before the ticks, %d after", before.Counts[check.Todo], after.Counts[check.Todo])
	}
}

func TestWhatCannotBeReadSaysWhy(t *testing.T) {
	folder := t.TempDir()
	good := save(t, folder, "好.zcapp", plain(t, "forestry-engineer"))
	data, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"空.zcapp":     "文件是空的",
		"断.zcapp":     "没有写完整",
		"新.zcapp":     "更新版本的软件存的",
		"别的.zcapp":    "不是申报文件",
		"生人.zcapp":    "本软件没有这份通知",
		"大.ZCAPP":     "文件太大",
		"有别的项目.zcapp": "不认识的项目",
	}
	put(t, folder, "空.zcapp", "")
	put(t, folder, "断.zcapp", string(data[:len(data)/2]))
	put(t, folder, "新.zcapp", strings.Replace(string(data), `"format": 2`, `"format": 99`, 1))
	put(t, folder, "别的.zcapp", "PK\x03\x04")
	put(t, folder, "生人.zcapp", `{"format":2,"notice":"yunzhou-2030"}`)
	put(t, folder, "有别的项目.zcapp", `{"format":2,"secret":1}`)
	if err := os.Truncate(put(t, folder, "大.ZCAPP", ""), 201<<20); err != nil {
		t.Fatal(err)
	}
	put(t, folder, ".~写着.zcapp", "x")
	put(t, folder, "照片.jpg", "x")
	if err := os.Mkdir(filepath.Join(folder, "夹.zcapp"), 0o700); err != nil {
		t.Fatal(err)
	}
	rows := read(t, reader(), folder)
	if len(rows) != len(want)+1 || !rows["好.zcapp"].Usable() {
		t.Errorf("%d rows: %v", len(rows), rows)
	}
	for name, why := range want {
		row := rows[name]
		if row.Usable() || !row.Read() || !strings.Contains(row.Trouble.String(), why) {
			t.Errorf("%s: %q, want %s", name, row.Trouble, why)
		}
	}
}

func TestFolderThatIsNotThere(t *testing.T) {
	if _, _, err := office.Files(filepath.Join(t.TempDir(), "无")); err == nil || strings.Contains(err.Error(), "no such") {
		t.Errorf("the error is %v", err)
	}
}

func TestReadingIsStopped(t *testing.T) {
	folder := t.TempDir()
	for i := range 20 {
		save(t, folder, fmt.Sprintf("%02d.zcapp", i), forms.New("shaoxing-2020"))
	}
	rows, _, err := office.Files(folder)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	told, unread := 0, 0
	reader().Read(ctx, rows, func(_ int, row office.Row) {
		stop()
		told++
		if !row.Usable() {
			unread++
			if row.Trouble.String() != office.ErrStopped.Error() {
				t.Errorf("%s says %q", row.Path, row.Trouble)
			}
		}
	})
	if told != len(rows) || unread == 0 {
		t.Errorf("%d told, %d of them not read", told, unread)
	}
}

func TestNext(t *testing.T) {
	complete := plain(t, "forestry-engineer")
	for name, row := range map[string]struct {
		change func(*forms.Applicant)
		want   string
		day    bool
	}{
		"empty":  {func(a *forms.Applicant) { *a = *forms.New("shaoxing-2020") }, "填完", true},
		"barred": {func(a *forms.Applicant) { a.Scope.CivilServant = forms.CivilServant }, check.Barred.String(), false},
		"failed": {func(a *forms.Applicant) {
			y := a.ContinuingEducation[2018]
			y.GeneralPublic = forms.ParseNumber("0")
			y.Evidence = forms.No
			a.ContinuingEducation[2018] = y
		}, "2018", true},
		"expired": {func(a *forms.Applicant) { a.Schedule.Today = forms.ParseDate("2021-03-01") }, "", false},
	} {
		a := complete.Clone()
		row.change(a)
		folder := t.TempDir()
		save(t, folder, "甲.zcapp", a)
		got := read(t, reader(), folder)["甲.zcapp"]
		if !strings.Contains(got.Next.What.String(), row.want) || got.Next.What.Empty() || (got.Next.Day != 0) != row.day {
			t.Errorf("%s: next is %q on %v (%v)", name, got.Next.What, got.Next.Day, got.Counts)
		}
	}
}

func TestSort(t *testing.T) {
	row := func(name string, day forms.Day, o check.Outcome) office.Row {
		return office.Row{Path: name, Name: name, Next: office.Next{Day: day}, Outcome: o}
	}
	rows := []office.Row{row("张三", 5, check.Todo), row("李四", 0, check.Fail), row("", 2, 0), row("陈五", 9, check.Pass)}
	for by, want := range map[office.Order]string{
		office.ByName: "陈五李四张三", office.ByNext: "张三陈五李四", office.ByOutcome: "李四张三陈五",
	} {
		sorted := slices.Clone(rows)
		office.Sort(sorted, by)
		got := ""
		for _, r := range sorted {
			got += r.Name
		}
		if got != want {
			t.Errorf("order %d is %s, want %s", by, got, want)
		}
	}
}
