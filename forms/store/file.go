// Package store keeps one application in one file: strict reading, atomic
// writing, and copies that survive a crash.
package store

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// Extension is the ending of application files.
const Extension = ".zcapp"

// largestFile is far above any application with a photo inside.
const largestFile = 200 << 20

// Reasons why a file is refused; [Decode] wraps them.
var (
	ErrEmpty     = say.Errorf("文件是空的")
	ErrNotJSON   = say.Errorf("文件不是申报文件，或者没有写完整")
	ErrTooNew    = say.Errorf("文件是更新版本的软件存的，请先更新软件")
	ErrUnknown   = say.Errorf("文件里有不认识的项目")
	ErrRepeated  = say.Errorf("文件里同一个项目写了不止一次，分不清用哪一个")
	ErrTooLarge  = say.Errorf("文件太大，不像是申报文件")
	ErrNoFormat  = say.Errorf("文件里没有写明格式（format），不像是申报文件")
	ErrBadFormat = say.Errorf("文件里的格式（format）要是正整数")
	ErrWrongType = say.Errorf("文件里有的项目类型不对")
	ErrBadPhoto  = say.Errorf("文件里的照片坏了")
	ErrBadText   = say.Errorf("文件里有读不出的字（不是UTF-8编码）")
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
		return nil, say.Errorf("%w：第%d行", ErrBadText, line)
	}
	if err := checkOnce(data); err != nil {
		return nil, err
	}
	if err := checkFormat(tree); err != nil {
		return nil, err
	}
	group, err := noticeIn(tree)
	if err != nil {
		return nil, err
	}
	if err := checkShape(tree); err != nil {
		return nil, err
	}
	a := &forms.Applicant{}
	if err := json.Unmarshal(data, &written{Applicant: a}); err != nil {
		return nil, wrongType(err)
	}
	a.Notice, a.NoticeCopy = group.ID, group.NoticeCopy
	a.Format = forms.FileFormat
	a.Reread()
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
	return say.Errorf("%w：%s", ErrRepeated, named(r.paths))
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
		return say.Errorf("%w（文件格式%d，本软件到%d）", ErrTooNew, format, forms.FileFormat)
	}
	return nil
}

func wrongType(err error) error {
	var wrong *json.UnmarshalTypeError
	var picture base64.CorruptInputError
	switch {
	case errors.As(err, &picture):
		return say.Errorf("%w：%s", ErrBadPhoto, "photo")
	case errors.As(err, &wrong):
		return say.Errorf("%w：%s", ErrWrongType, wrong.Field)
	}
	return ErrNotJSON
}

// Encode writes an application as it stands in its file: readable JSON with every
// key, in a fixed order.
func Encode(a *forms.Applicant) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	b := filled(a)
	if err := encoder.Encode(written{b.Format, noticeOf(b), b}); err != nil {
		return nil, say.Errorf("写出申报内容：%w", err)
	}
	return out.Bytes(), nil
}

// filled writes empty lists as [] and {} instead of null, and a photo that was
// read into the application itself, so that a moved original loses nothing. What the
// photo's file says of place and time is not written, wherever it came from.
func filled(a *forms.Applicant) *forms.Applicant {
	b := *a
	b.Format = forms.FileFormat
	if len(b.Photo.Data) > 0 {
		clean, _ := b.Photo.Clean(context.Background()) // only a context could object
		b.Photo = forms.Photo{Name: clean.FileName(), Data: clean.Data, Whitened: clean.Whitened, Original: clean.Original, Frame: clean.Frame}
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
		return nil, say.Errorf("打开 %s：%w", fileread.Name(path), err)
	}
	a, err := Decode(data)
	if err != nil {
		return nil, say.Errorf("打开 %s：%w", fileread.Name(path), err)
	}
	loadPhoto(ctx, a, path)
	return a, ctx.Err()
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
		a.Photo.Trouble = say.F("照片 %s：%v", fileread.Shown(a.Photo.File, 80), err)
		return
	}
	a.Photo.Data = data
}

var errNoPicture = say.Errorf("不是照片，没有取")

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
