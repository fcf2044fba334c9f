// Package textfile reads what people write a statement in: text files in the usual
// encodings, and Word files. It also tells what a file is that comes into the program.
package textfile

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// Largest is how many bytes of a file are read: a Word file may have pictures in it.
const Largest = 64 << 20

// mostText is how many bytes a text may have, far above any statement.
const mostText = 4 << 20

// Reasons why a text is not read.
var (
	errNotText    = say.Errorf("这不是文本文件，或者编码不认识")
	errBrokenText = say.Errorf("文本有读不出的字，文件可能坏了或者没有存完整")
)

// decodeText reads a text file: UTF-16 with its mark, UTF-8, UTF-16 without a mark
// where it is mostly Chinese, or GB 18030. What would be read with a wrong or a
// lost character is refused.
func decodeText(data []byte) (string, error) {
	if len(data) > mostText {
		return "", fileread.ErrTooLarge
	}
	for mark, order := range map[string]binary.ByteOrder{"\xFF\xFE": binary.LittleEndian, "\xFE\xFF": binary.BigEndian} {
		if units, marked := bytes.CutPrefix(data, []byte(mark)); marked {
			return decodeMarked(units, order)
		}
	}
	if plain := bytes.TrimPrefix(data, []byte("\ufeff")); utf8.Valid(plain) && readable(string(plain)) {
		return forms.PlainLines(string(plain)), nil
	}
	if text, ok := chineseUTF16(data); ok {
		return forms.PlainLines(text), nil
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) || !readable(string(text)) {
		return "", errNotText
	}
	return forms.PlainLines(string(text)), nil
}

func decodeMarked(data []byte, order binary.ByteOrder) (string, error) {
	text, ok := decodeUTF16(data, order)
	switch {
	case !ok:
		return "", errBrokenText
	case !readable(text):
		return "", errNotText
	}
	return forms.PlainLines(text), nil
}

// decodeUTF16 is strict: half a character makes ok false.
func decodeUTF16(data []byte, order binary.ByteOrder) (text string, ok bool) {
	if len(data)%2 != 0 {
		return "", false
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	decoded := utf16.Decode(units)
	again := utf16.Encode(decoded) // half a pair comes back as U+FFFD
	return string(decoded), slices.Equal(units, again)
}

// chineseUTF16 reads UTF-16 without a mark in the byte order that gives more
// everyday Chinese, which has to be most of the text.
func chineseUTF16(data []byte) (text string, ok bool) {
	most := 0
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		read, whole := decodeUTF16(data, order)
		if !whole || !readable(read) {
			continue
		}
		if n := everyday(read); n > most && 2*n > utf8.RuneCountInString(read) {
			text, most = read, n
		}
	}
	return text, most > 0
}

// everyday counts the Chinese characters of GB 2312. Latin letters read in the
// wrong byte order, and other bytes that are no text, give Chinese characters too,
// but mostly rare ones.
func everyday(text string) int {
	encoder := encoding.ReplaceUnsupported(simplifiedchinese.GBK.NewEncoder())
	data, err := encoder.Bytes([]byte(text))
	if err != nil {
		return 0
	}
	n := 0
	for i := 0; i+1 < len(data); i++ {
		if data[i] < 0x81 {
			continue
		}
		if data[i] >= 0xB0 && data[i] <= 0xF7 && data[i+1] >= 0xA1 {
			n++
		}
		i++
	}
	return n
}

// readable reports whether a text has no control characters but tabs and line
// ends: others are signs that the file is something else.
func readable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r'
	})
}
