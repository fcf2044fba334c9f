// Package store keeps one application in one file: strict reading, atomic
// writing, and copies that survive a crash.
package store

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"zhicheng/forms"
)

// Extension is the ending of application files.
const Extension = ".zcapp"

// largestFile is far above any application with a photo inside.
const largestFile = 200 << 20

// Reasons why a file is refused; [Decode] wraps them.
var (
	ErrEmpty     = errors.New("文件是空的")
	ErrNotJSON   = errors.New("文件不是申报文件，或者没有写完整")
	ErrTooNew    = errors.New("文件是更新版本的软件存的，请先更新软件")
	ErrUnknown   = errors.New("文件里有不认识的项目")
	ErrRepeated  = errors.New("文件里同一个项目写了不止一次，分不清用哪一个")
	ErrTooLarge  = errors.New("文件太大，不像是申报文件")
	ErrNoFormat  = errors.New("文件里没有写明格式（format），不像是申报文件")
	ErrBadFormat = errors.New("文件里的格式（format）要是正整数")
	ErrWrongType = errors.New("文件里有的项目类型不对")
	ErrBadPhoto  = errors.New("文件里的照片坏了")
)

// Decode reads an application. An unknown key, and one that stands twice in a
// group, is an error that names it; what cannot be read as a date or a number is
// kept as typed.
func Decode(data []byte) (*forms.Applicant, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, ErrEmpty
	}
	var tree map[string]any
	if err := unmarshal(data, &tree); err != nil || tree == nil {
		return nil, ErrNotJSON
	}
	if err := checkOnce(data); err != nil {
		return nil, err
	}
	if err := checkFormat(tree); err != nil {
		return nil, err
	}
	if err := checkShape(tree); err != nil {
		return nil, err
	}
	a := &forms.Applicant{}
	if err := json.Unmarshal(data, a); err != nil {
		return nil, wrongType(err)
	}
	a.Format = forms.FileFormat
	a.Statement.Text = forms.PlainLines(a.Statement.Text)
	a.Statement.Overflow = forms.PlainLines(a.Statement.Overflow)
	return a, nil
}

// unmarshal reads exactly one JSON value; its numbers stay as they are written.
func unmarshal(data []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(to); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("后面还有别的内容")
	}
	return nil
}

// checkOnce refuses a key that stands twice in one group: which of the values was
// meant cannot be told, and reading would drop one of them.
func checkOnce(data []byte) error {
	r := &repetitions{Decoder: json.NewDecoder(bytes.NewReader(data))}
	r.UseNumber() // a number too large to be one is still what was typed
	if err := r.value(""); err != nil {
		return ErrNotJSON
	}
	if len(r.paths) == 0 {
		return nil
	}
	slices.Sort(r.paths)
	return fmt.Errorf("%w：%s", ErrRepeated, strings.Join(slices.Compact(r.paths), "、"))
}

// repetitions collects the paths that stand in a file more than once.
type repetitions struct {
	*json.Decoder
	paths []string
}

func (r *repetitions) value(path string) error {
	token, err := r.Token()
	if err != nil || token != json.Delim('{') && token != json.Delim('[') {
		return err
	}
	seen := map[string]bool{}
	for row := 0; r.More(); row++ {
		key := strconv.Itoa(row)
		if token == json.Delim('{') {
			name, err := r.Token()
			if err != nil {
				return err
			}
			key = name.(string)
		}
		here := strings.TrimPrefix(path+"."+key, ".")
		if seen[key] {
			r.paths = append(r.paths, here)
		}
		seen[key] = true
		if err := r.value(here); err != nil {
			return err
		}
	}
	_, err = r.Token()
	return err
}

func checkFormat(tree map[string]any) error {
	if tree["format"] == nil {
		return ErrNoFormat
	}
	number, _ := tree["format"].(json.Number)
	switch format, err := number.Int64(); {
	case err != nil || format < 1:
		return ErrBadFormat
	case format > forms.FileFormat:
		return fmt.Errorf("%w（文件格式%d，本软件到%d）", ErrTooNew, format, forms.FileFormat)
	}
	return nil
}

func wrongType(err error) error {
	var wrong *json.UnmarshalTypeError
	var picture base64.CorruptInputError
	switch {
	case errors.As(err, &picture):
		return fmt.Errorf("%w：photo.data", ErrBadPhoto)
	case errors.As(err, &wrong):
		return fmt.Errorf("%w：%s", ErrWrongType, wrong.Field)
	}
	return ErrNotJSON
}

// checkShape compares the file with a complete application: its keys, which
// differ in case too, and where text, lists and groups stand.
func checkShape(tree map[string]any) error {
	known, err := shape()
	if err != nil {
		return err
	}
	c := &comparison{}
	c.walk("", tree, known)
	slices.Sort(c.unknown)
	slices.Sort(c.mistyped)
	switch {
	case len(c.unknown) > 0:
		return fmt.Errorf("%w：%s", ErrUnknown, strings.Join(c.unknown, "、"))
	case len(c.mistyped) > 0:
		return fmt.Errorf("%w：%s", ErrWrongType, strings.Join(c.mistyped, "、"))
	}
	return nil
}

// shape is an application with one row in every list, as JSON.
func shape() (any, error) {
	a := forms.New("")
	a.Education = make([]forms.Education, 1)
	a.Achievements = make([]forms.Achievement, 1)
	a.Confirmed = make([]forms.Confirmation, 1)
	a.ContinuingEducation = forms.ContinuingEducation{1000: {}}
	a.Photo = forms.Photo{File: "-", Name: "-", Data: []byte{0}}
	data, err := json.Marshal(a)
	if err != nil {
		return nil, err
	}
	var tree any
	return tree, json.Unmarshal(data, &tree)
}

var fourDigits = regexp.MustCompile(`^\d{4}$`)

// comparison collects the paths of a file that a complete application does not
// have, or has as something else.
type comparison struct{ unknown, mistyped []string }

func (c *comparison) walk(path string, found, known any) {
	switch k := known.(type) {
	case map[string]any:
		c.group(path, found, k)
	case []any:
		c.list(path, found, k)
	default:
		switch found.(type) {
		case bool, map[string]any, []any:
			c.mistyped = append(c.mistyped, path)
		}
	}
}

func (c *comparison) group(path string, found any, known map[string]any) {
	f, ok := found.(map[string]any)
	if !ok && found != nil {
		c.mistyped = append(c.mistyped, path)
	}
	for key, value := range f {
		like, ok := known[key]
		if path == "continuing_education" {
			like, ok = known["1000"], fourDigits.MatchString(key)
		}
		here := strings.TrimPrefix(path+"."+key, ".")
		if !ok {
			c.unknown = append(c.unknown, here)
			continue
		}
		c.walk(here, value, like)
	}
}

func (c *comparison) list(path string, found any, known []any) {
	f, ok := found.([]any)
	if !ok && found != nil {
		c.mistyped = append(c.mistyped, path)
	}
	fixed := len(known) > 1 // as the abilities of 附件3; other lists have one row here
	for i, value := range f {
		here := fmt.Sprintf("%s.%d", path, i)
		if fixed && i >= len(known) {
			c.unknown = append(c.unknown, here)
			continue
		}
		c.walk(here, value, known[0])
	}
}

// Encode writes an application as it stands in its file: readable JSON with every
// key, in a fixed order.
func Encode(a *forms.Applicant) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(filled(a)); err != nil {
		return nil, fmt.Errorf("写出申报内容：%w", err)
	}
	return out.Bytes(), nil
}

// filled writes empty lists as [] and {} instead of null, and a photo that was
// read into the application itself, so that a moved original loses nothing.
func filled(a *forms.Applicant) *forms.Applicant {
	b := *a
	b.Format = forms.FileFormat
	if len(b.Photo.Data) > 0 {
		b.Photo = forms.Photo{Name: b.Photo.FileName(), Data: b.Photo.Data}
	}
	if b.Education == nil {
		b.Education = []forms.Education{}
	}
	if b.Achievements == nil {
		b.Achievements = []forms.Achievement{}
	}
	if b.Confirmed == nil {
		b.Confirmed = []forms.Confirmation{}
	}
	if b.ContinuingEducation == nil {
		b.ContinuingEducation = forms.ContinuingEducation{}
	}
	return &b
}

// Load reads the application in the file at path and the bytes of its photo. A
// photo that cannot be read does not keep the application from opening: the
// reason stands in Photo.Trouble.
func Load(path string) (*forms.Applicant, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("打开 %s：%w", filepath.Base(path), err)
	}
	a, err := Decode(data)
	if err != nil {
		return nil, fmt.Errorf("打开 %s：%w", filepath.Base(path), err)
	}
	loadPhoto(a, filepath.Dir(path))
	return a, nil
}

func loadPhoto(a *forms.Applicant, folder string) {
	if a.Photo.File == "" || len(a.Photo.Data) > 0 {
		return
	}
	name := filepath.FromSlash(a.Photo.File)
	if !filepath.IsAbs(name) {
		name = filepath.Join(folder, name)
	}
	data, err := readFile(name)
	if err != nil {
		a.Photo.Trouble = fmt.Sprintf("照片 %s：%v", a.Photo.File, err)
		return
	}
	a.Photo.Data = data
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("没有这个文件")
	case errors.Is(err, fs.ErrPermission):
		return nil, errors.New("没有权限读这个文件")
	case err != nil:
		return nil, fmt.Errorf("读不了：%w", err)
	case info.IsDir():
		return nil, errIsFolder
	case info.Size() > largestFile:
		return nil, ErrTooLarge
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("读不了：%w", err)
	}
	return data, nil
}

// Save writes the application to path atomically: the file holds either the old
// or the new state, whatever happens. Only its owner can read it.
func Save(path string, a *forms.Applicant) error {
	data, err := Encode(a)
	if err != nil {
		return err
	}
	return WriteFile(path, data)
}
