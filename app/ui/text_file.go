package ui

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"zhicheng/forms"
)

// largestText is far above any statement.
const largestText = 4 << 20

var errNotText = errors.New("这不是文本文件，或者编码不认识")

// decodeText reads a text file: UTF-8, UTF-16 with its mark, or GB 18030.
func decodeText(data []byte) (string, error) {
	switch {
	case len(data) > largestText:
		return "", errors.New("文件太大，不像是一份述职")
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", errNotText
		}
		return forms.PlainLines(string(text)), nil
	case bytes.IndexByte(data, 0) >= 0:
		return "", errNotText
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return forms.PlainLines(string(data)), nil
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return "", errNotText
	}
	return forms.PlainLines(string(text)), nil
}

// openText puts a text file into the statement; what was there before stays in
// the history.
func (w *Window) openText() {
	w.chooseOpen("打开文本文件", []string{".txt"}, func(path string) {
		w.background(func() func() {
			data, err := os.ReadFile(path)
			text := ""
			if err == nil {
				text, err = decodeText(data)
			}
			return func() {
				if err != nil {
					w.fail("读不了这个文本", fmt.Errorf("打开 %s：%w", filepath.Base(path), err), "用记事本打开它，另存为UTF-8编码再试；或者复制后粘贴。")
					return
				}
				w.takeText(text)
			}
		})
	})
}

func (w *Window) takeText(text string) {
	head, rest := splitAt(text, w.draft.Notice().Statement.Limit)
	w.draft.Edit("", func(a *forms.Applicant) { a.Statement = forms.Statement{Text: head, Overflow: rest} })
}
