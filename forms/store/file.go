// Package store keeps one application in one file: strict reading, atomic
// writing, and copies that survive a crash.
package store

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
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
	ErrBadText   = errors.New("文件里有读不出的字（不是UTF-8编码）")
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
	if line, ok := brokenLine(data); ok {
		return nil, fmt.Errorf("%w：第%d行", ErrBadText, line)
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

// brokenLine returns the first line, counted from 1, that is not UTF-8 or has half a
// character written as an escape: reading would silently put another sign there.
func brokenLine(data []byte) (line int, found bool) {
	for i, text := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(text) || hasHalfCharacter(text) {
			return i + 1, true
		}
	}
	return 0, false
}

// escape is \uXXXX in JSON, or a pair of backslashes, which is none.
var escape = regexp.MustCompile(`\\\\|\\u[0-9A-Fa-f]{4}`)

// hasHalfCharacter reports whether a line has one half of a surrogate pair without
// the other.
func hasHalfCharacter(line []byte) bool {
	if !bytes.Contains(line, []byte(`\u`)) {
		return false
	}
	first, end := rune(-1), 0 // a first half, and where it ends
	for _, at := range escape.FindAllIndex(line, -1) {
		unit, err := strconv.ParseUint(string(line[at[0]+2:at[1]]), 16, 16)
		if err != nil { // a pair of backslashes
			continue
		}
		r := rune(unit)
		switch {
		case first >= 0 && (at[0] != end || utf16.DecodeRune(first, r) == utf8.RuneError):
			return true
		case first >= 0:
			first = -1
		case r >= 0xDC00 && utf16.IsSurrogate(r):
			return true
		case utf16.IsSurrogate(r):
			first, end = r, at[1]
		}
	}
	return first >= 0
}

// mostNamed is how many keys an error names.
const mostNamed = 3

// named lists the first of some keys, and how many there are; each is cut where it is
// longer than a key is.
func named(keys []string) string {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	first := make([]string, min(len(keys), mostNamed))
	for i := range first {
		first[i] = fileread.Shown(keys[i], 60)
	}
	text := strings.Join(first, "、")
	if len(keys) > mostNamed {
		return fmt.Sprintf("%s等%d项", text, len(keys))
	}
	return text
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
	return fmt.Errorf("%w：%s", ErrRepeated, named(r.paths))
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
	switch {
	case len(c.unknown) > 0:
		return fmt.Errorf("%w：%s", ErrUnknown, named(c.unknown))
	case len(c.mistyped) > 0:
		return fmt.Errorf("%w：%s", ErrWrongType, named(c.mistyped))
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

// Load reads the application in the file at path and the picture that it names
// beside itself. A photo that cannot be read, or lies elsewhere, does not keep the
// application from opening: the reason stands in Photo.Trouble.
func Load(ctx context.Context, path string) (*forms.Applicant, error) {
	data, err := fileread.File(ctx, path, largestFile)
	if errors.Is(err, fileread.ErrTooLarge) {
		err = ErrTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("打开 %s：%w", fileread.Name(path), err)
	}
	a, err := Decode(data)
	if err != nil {
		return nil, fmt.Errorf("打开 %s：%w", fileread.Name(path), err)
	}
	loadPhoto(ctx, a, path)
	return a, nil
}

// loadPhoto takes only what is a picture: a file from a stranger may name any file.
func loadPhoto(ctx context.Context, a *forms.Applicant, path string) {
	if a.Photo.File == "" || len(a.Photo.Data) > 0 {
		return
	}
	data, err := fileread.Beside(ctx, path, a.Photo.File, largestFile)
	if err == nil && len(data) > 0 && photo.Sniff(data) == photo.Unknown {
		err = errNoPicture
	}
	if err != nil {
		a.Photo.Trouble = fmt.Sprintf("照片 %s：%v", fileread.Shown(a.Photo.File, 80), err)
		return
	}
	a.Photo.Data = data
}

var errNoPicture = errors.New("不是照片，没有取")

// Save writes the application to path atomically: the file holds either the old
// or the new state, whatever happens. Only its owner can read it.
func Save(path string, a *forms.Applicant) error {
	_, err := SaveStamped(path, a)
	return err
}

// SaveStamped is [Save] with the stamp of what was written.
func SaveStamped(path string, a *forms.Applicant) (Stamp, error) {
	data, err := Encode(a)
	if err != nil {
		return "", err
	}
	if err := WriteFile(path, data); err != nil {
		return "", err
	}
	return stampOf(data), nil
}
