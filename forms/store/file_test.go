package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// complete is an application with something at every place of the file.
func complete() *forms.Applicant {
	a := forms.New("shaoxing-2020")
	a.Education = make([]forms.Education, 2)
	a.Achievements = make([]forms.Achievement, 2)
	everything := forms.Demands{Years: []int{2017, 2020}}
	for _, p := range forms.Places(a, everything) {
		answers := map[forms.Kind]string{
			forms.KindDate: "2016-12", forms.KindNumber: "12.5", forms.KindText: "甲 <乙> & “丙”", forms.KindLongText: "一\n二\u2028三\t",
		}
		if p.Kind == forms.KindChoice {
			answers[forms.KindChoice] = "unsure"
		}
		p.Enter(a, answers[p.Kind])
	}
	a.Photo = forms.Photo{Name: "照片.jpg", Data: []byte{0, 1, 2, 0xff}, Whitened: true, Original: []byte{3, 4, 0xff}, Frame: forms.PhotoFrame{X: -3, Y: 4, Width: 500, Height: 700, Angle: -2.5, Quarters: 3, OfWidth: 800, OfHeight: 600}}
	a.Confirmed = []forms.Confirmation{{Check: "fee", Facts: "0123456789abcdef", Answer: "问过", Date: "2020-09-01"}}
	return a
}

func TestEncodeAndDecode(t *testing.T) {
	for name, a := range map[string]*forms.Applicant{"complete": complete(), "empty": forms.New("shaoxing-2020"), "without a notice": forms.New("")} {
		data, err := store.Encode(a)
		if err != nil {
			t.Fatal(err)
		}
		b, err := store.Decode(data)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, data)
		}
		again, err := store.Encode(b)
		if err != nil || string(again) != string(data) {
			t.Errorf("%s: saved again the file differs, %v\n%s", name, err, cmp.Diff(string(data), string(again)))
		}
		if name == "complete" && !reflect.DeepEqual(a, b) {
			t.Errorf("%s: read back it differs", name)
		}
		if !strings.HasSuffix(string(data), "}\n") || strings.Contains(string(data), "null") || strings.Contains(string(data), `\u003c`) {
			t.Errorf("%s: the file is not plain:\n%s", name, data)
		}
	}
}

// edited is the file of a complete application with one value in place of another.
func edited(t *testing.T, path string, value any) []byte {
	t.Helper()
	data, err := store.Encode(complete())
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	at, keys := tree, strings.Split(path, ".")
	for _, key := range keys[:len(keys)-1] {
		switch inner := at.(type) {
		case map[string]any:
			at = inner[key]
		case []any:
			at = inner[key[0]-'0']
		}
	}
	last := keys[len(keys)-1]
	if list, ok := at.([]any); ok {
		list[last[0]-'0'] = value
	} else {
		at.(map[string]any)[last] = value
	}
	data, err = json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Every key that a complete application does not have is named with its path.
func TestUnknownKeys(t *testing.T) {
	for _, path := range []string{
		"note", "Format", "Plan", "plan.Code", "plan.kode", "applicant.id_number", "education.1.school", "education.0.Level",
		"achievements.1.prize", "confirmed.0.who", "continuing_education.2017.hours", "continuing_education.abc", "continuing_education.20170",
		"continuing_education.02017", "forestry_engineer.abilities", "photo.size", "statement.html", "discipline.reason", "schedule.TODAY",
	} {
		_, err := store.Decode(edited(t, path, ""))
		if !errors.Is(err, store.ErrUnknown) || !strings.HasSuffix(err.Error(), "："+path) {
			t.Errorf("%s: %v", path, err)
		}
	}
	_, err := store.Decode([]byte(`{"format":1,"b":1,"a":2,"plan":{"x":null}}`))
	if err == nil || err.Error() != "文件里有不认识的项目：a、b、plan.x" {
		t.Errorf("three unknown keys: %v", err)
	}
	long := []string{"yes", "yes", "yes", "yes", "yes"}
	if _, err := store.Decode(edited(t, "forestry_engineer.ability", long)); err == nil || !strings.HasSuffix(err.Error(), "：forestry_engineer.ability.4") {
		t.Errorf("a fifth ability: %v", err)
	}
}

// A key that stands twice is named: taking one of the two values would lose the
// other silently. Two rows of a list may well be the same.
func TestRepeatedKeys(t *testing.T) {
	for text, want := range map[string]string{
		`{"format":1,"format":1}`:                                                                                       "format",
		`{"format":1,"format":9}`:                                                                                       "format",
		`{"format":1,"plan":{"code":"FE"},"plan":{"level":"x"}}`:                                                        "plan",
		`{"format":1,"plan":{"code":"FE","code":"FE"}}`:                                                                 "plan.code",
		`{"format":1,"plan":{"code":"FE","c\u006fde":null}}`:                                                            "plan.code",
		`{"format":1,"plan":{"code":"","code":"","code":""}}`:                                                           "plan.code",
		`{"format":1,"education":[{},{"level":"","level":"x"}]}`:                                                        "education.1.level",
		`{"format":1,"continuing_education":{"2017":{},"2017":{}}}`:                                                     "continuing_education.2017",
		`{"format":1,"statement":{"text":"b","text":"a"},"photo":{"name":"","data":"","name":""},"plan":{"x":1,"x":2}}`: "photo.name、plan.x、statement.text",
	} {
		_, err := store.Decode([]byte(text))
		if !errors.Is(err, store.ErrRepeated) || err.Error() != "文件里同一个项目写了不止一次，分不清用哪一个："+want {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{
		`{"format":1,"education":[{"level":"master"},{"level":"master"}],"forestry_engineer":{"ability":["yes","yes"]}}`,
		`{"format":1,"plan":{"code":"code"},"title":{"current":"plan"},"education":[],"achievements":[]}`,
	} {
		if _, err := store.Decode([]byte(text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestWrongTypes(t *testing.T) {
	for path, value := range map[string]any{
		"plan": "FE", "plan.code": true, "plan.level": 3, "notice": 2020, "education": map[string]any{}, "education.0": "master", "education.1.award_date": true,
		"education.0.award_date": []string{"2016"}, "achievements": "none", "insurance.continuous_months": map[string]any{}, "continuing_education": []any{},
		"continuing_education.2017": 18, "continuing_education.2017.general_public": false, "confirmed.0": 1, "confirmed": true, "statement": "述职",
		"statement.text": 5, "forestry_engineer.ability": "yes", "forestry_engineer.ability.2": 1, "photo": "photo.jpg", "discipline.cancelled_year": []int{2018},
		"applicant.name": map[string]any{"first": "三"}, "format": "1", "schedule.today": true,
	} {
		_, err := store.Decode(edited(t, path, value))
		switch {
		case path == "format":
			if !errors.Is(err, store.ErrBadFormat) {
				t.Errorf("%s: %v", path, err)
			}
		case !errors.Is(err, store.ErrWrongType) || !strings.Contains(err.Error(), strings.Split(path, ".")[0]):
			t.Errorf("%s: %v", path, err)
		case strings.Contains(err.Error(), "json"):
			t.Errorf("%s: the message is not for people: %v", path, err)
		}
	}
	if _, err := store.Decode(edited(t, "photo.data", "no base64!")); !errors.Is(err, store.ErrBadPhoto) {
		t.Errorf("a broken photo: %v", err)
	}
}

// Absent, null and "" all mean: not answered yet.
func TestNotAnswered(t *testing.T) {
	want, err := store.Encode(forms.New("shaoxing-2020"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		`{"format":1,"notice":"shaoxing-2020"}`,
		`{"format":1,"notice":"shaoxing-2020","plan":null,"education":null,"continuing_education":null,"photo":null,"confirmed":null,"statement":null}`,
		`{"format":1,"notice":"shaoxing-2020","plan":{"code":null,"level":""},"title":{"qualified_date":null},"insurance":{"continuous_months":null}}`,
		`{"format":1,"notice":"shaoxing-2020","education":[],"achievements":[],"continuing_education":{}}`,
	} {
		a, err := store.Decode([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got, _ := store.Encode(a); string(got) != string(want) {
			t.Errorf("%s is\n%s", text, got)
		}
	}
}

func TestBadFiles(t *testing.T) {
	good, err := store.Encode(complete())
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		data string
		want error
	}{
		"empty":             {"", store.ErrEmpty},
		"white space":       {" \n\t", store.ErrEmpty},
		"only a BOM":        {"\ufeff", store.ErrEmpty},
		"not JSON":          {"申报文件", store.ErrNotJSON},
		"UTF-16":            {"\xff\xfe{\x00}\x00", store.ErrNotJSON},
		"a list":            {"[]", store.ErrNotJSON},
		"a text":            {`"format"`, store.ErrNotJSON},
		"null":              {"null", store.ErrNotJSON},
		"a zip file":        {"PK\x03\x04", store.ErrNotJSON},
		"half":              {string(good[:len(good)/2]), store.ErrNotJSON},
		"without its end":   {string(good[:len(good)-3]), store.ErrNotJSON},
		"two of them":       {string(good) + string(good), store.ErrNotJSON},
		"something behind":  {string(good) + "x", store.ErrNotJSON},
		"very deep":         {strings.Repeat("[", 20_000), store.ErrNotJSON},
		"no format":         {"{}", store.ErrNoFormat},
		"format null":       {`{"format":null}`, store.ErrNoFormat},
		"format 0":          {`{"format":0}`, store.ErrBadFormat},
		"format -1":         {`{"format":-1}`, store.ErrBadFormat},
		"format 1.5":        {`{"format":1.5}`, store.ErrBadFormat},
		"format as a text":  {`{"format":"1"}`, store.ErrBadFormat},
		"format 3":          {`{"format":3}`, store.ErrTooNew},
		"format 3 and more": {`{"format":3,"plans":[]}`, store.ErrTooNew},
		"format 1e3":        {`{"format":1e3}`, store.ErrBadFormat},
		"a huge format":     {`{"format":1e999}`, store.ErrBadFormat},
	} {
		if _, err := store.Decode([]byte(row.data)); !errors.Is(err, row.want) {
			t.Errorf("%s: %v, want %v", name, err, row.want)
		}
	}
	if _, err := store.Decode([]byte(`{"format":3}`)); err.Error() != "文件是更新版本的软件存的，请先更新软件（文件格式3，本软件到2）" {
		t.Errorf("a newer file: %v", err)
	}
}

func TestWhatPeopleWriteByHand(t *testing.T) {
	a, err := store.Decode([]byte("\ufeff\r\n" + `{"format": 1, "insurance": {"continuous_months": 44}, "continuing_education": {"2018": {"general_public": 12.5, "total": 9e1, "professional": 1e400}},
		"discipline": {"cancelled_year": 2018}, "title": {"qualified_date": 20161231, "appointed_date": "去年"}, "statement": {"text": "一\r\n二\r三", "overflow": "四\r\n"}}`))
	if err != nil {
		t.Fatal(err)
	}
	y := a.ContinuingEducation[2018]
	for want, got := range map[string]string{
		"44": a.Insurance.ContinuousMonths.Text(), "12.5": y.GeneralPublic.Text(), "90": y.Total.Text(), "1e400": y.Professional.Text(),
		"2018": a.Discipline.CancelledYear.Text(), "2016-12-31": a.Title.QualifiedDate.Text(), "去年": a.Title.AppointedDate.Text(),
		"一\n二\n三": a.Statement.Text, "四\n": a.Statement.Overflow,
	} {
		if got != want {
			t.Errorf("read %q, want %q", got, want)
		}
	}
	if a.Title.AppointedDate.Problem().Empty() || y.Professional.Problem().Empty() {
		t.Error("what cannot be read is no problem")
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	huge := write("huge.zcapp", "{")
	if err := os.Truncate(huge, 201<<20); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "nowhere.zcapp"): "打开 nowhere.zcapp：没有这个文件",
		folder:                                 "打开 " + filepath.Base(folder) + "：这是一个文件夹，不是文件",
		write("empty.zcapp", ""):               "打开 empty.zcapp：文件是空的",
		write("x.zcapp", "x"):                  "打开 x.zcapp：文件不是申报文件，或者没有写完整",
		write("new.zcapp", `{"format":9}`):     "打开 new.zcapp：文件是更新版本的软件存的，请先更新软件（文件格式9，本软件到2）",
		huge:                                   "打开 huge.zcapp：文件太大，不像是申报文件",
	} {
		if _, err := store.Load(context.Background(), path); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

// FuzzDecode holds that no file, however broken, panics, and that what is read
// is written back as it was read.
func FuzzDecode(f *testing.F) {
	good, err := store.Encode(complete())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	for _, text := range []string{`{"format":1}`, `{"format":1,"education":[null]}`, `{"format":1,"plan":{"code":"FE"},"plan":{"level":"x"}}`, "\ufeff{}", "[", `{"format":1,"continuing_education":{"2017":{"total":1e-7}}}`} {
		f.Add([]byte(text))
	}
	f.Add([]byte(`{"format":1,"plan":{"x":[{}],"\u0078":""}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := store.Decode(data)
		if err != nil {
			if strings.Contains(err.Error(), "json") || strings.Contains(err.Error(), "cannot") {
				t.Fatalf("the message is not for people: %v", err)
			}
			return
		}
		first, err := store.Encode(a)
		if err != nil {
			t.Fatal(err)
		}
		b, err := store.Decode(first)
		if err != nil {
			t.Fatalf("%v\n%s", err, first)
		}
		second, err := store.Encode(b)
		if err != nil || string(second) != string(first) {
			t.Fatalf("%v\n%s\n%s", err, first, second)
		}
	})
}

// A number with its unit is read from a file as it is from the keyboard.
func TestUnitsAreReadFromFiles(t *testing.T) {
	a, err := store.Decode([]byte(`{"format": 1, "insurance": {"continuous_months": "1年"}, "discipline": {"cancelled_year": "2016年"},
  "continuing_education": {"2018": {"general_public": "18学时", "total": "90"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	data, err := store.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	b, err := store.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []*forms.Applicant{a, b} {
		y := a.ContinuingEducation[2018]
		if a.Insurance.ContinuousMonths.Value() != forms.Whole(12) || a.Discipline.CancelledYear.Value() != forms.Whole(2016) ||
			y.GeneralPublic.Value() != forms.Whole(18) || y.GeneralPublic.Text() != "18学时" || y.Total.Text() != "90" {
			t.Errorf("%v, %v, %v", a.Insurance, a.Discipline, y)
		}
	}
}
