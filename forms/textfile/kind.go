package textfile

import (
	"bytes"
	"path/filepath"
	"strings"

	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// Kind is what a file is that comes into the program.
type Kind int

// The kinds.
const (
	Unknown     Kind = iota
	Application      // an application file
	Notice           // a notice as one file
	Picture          // a picture, also of a kind that is not read
	Written          // text, or a Word file that is read
	Refused          // a kind that is known and not read; [Refusal] says what to do
)

// Endings of files that have no other mark.
const (
	applicationEnding = ".zcapp"
	noticeEnding      = ".zcnotice"
)

// HeadSize is how many bytes of the beginning of a file tell what it is.
const HeadSize = 4096

// KindOf tells from a file's name and its first bytes, [HeadSize] of them, what it is.
// What is in the file counts more than its name.
func KindOf(name string, head []byte) Kind {
	ending := strings.ToLower(filepath.Ext(name))
	switch format := photo.Sniff(head); {
	case ending == applicationEnding:
		return Application
	case ending == noticeEnding:
		return Notice
	case format == photo.PDF:
		return Refused
	case format != photo.Unknown:
		return Picture
	case isWord(name, head):
		return Written
	case !Refusal(name, head).Empty():
		return Refused
	case photo.Named(name):
		return Picture // what is wrong with it is said there
	}
	if _, err := decodeText(head); err == nil && len(head) > 0 {
		return Written
	}
	if ending == ".txt" {
		return Written // cut in the middle of a character, or to be said of a text
	}
	return Unknown
}

const (
	zipMark = "PK\x03\x04"
	oldMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" // of Office files before 2007, and of locked ones
	rtfMark = "{\\rtf"
)

// isWord reports whether a file is a Word file that can be read.
func isWord(name string, head []byte) bool {
	return bytes.HasPrefix(head, []byte(zipMark)) && (strings.EqualFold(filepath.Ext(name), ".docx") || bytes.Contains(head, []byte(documentPart)))
}

// refusals say what to do with files of other programs, by the endings of their names.
var refusals = map[string]say.Text{
	".doc": oldWord, ".wps": oldWord, ".wpt": oldWord, ".dot": oldWord, ".rtf": oldWord, ".odt": oldWord, ".pages": oldWord,
	".xls": sheet, ".xlsx": sheet, ".et": sheet, ".csv": sheet, ".ppt": slides, ".pptx": slides, ".dps": slides,
	".zip": packed, ".rar": packed, ".7z": packed,
}

var (
	oldWord = say.F("这是旧格式的文档。用Word或WPS打开它，另存为“Word文档（.docx）”再用；或者全选、复制，粘贴到述职里。")
	locked  = say.F("这是旧格式的文档，或者加了打开密码。用Word或WPS打开它，去掉密码，另存为“Word文档（.docx）”再用。")
	sheet   = say.F("表格不能直接用。打开它，复制要用的内容，粘贴到要填的地方。")
	slides  = say.F("演示文稿不能直接用。打开它，复制要用的内容，粘贴到要填的地方。")
	packed  = say.F("这是压缩包。先解压，再把里面的文件拖进来。")
	pdf     = say.F("PDF不能直接用。里面是述职的，打开它，复制文字，粘贴到述职里；里面是照片的，把照片存成JPG再用。学历、业绩等证明材料不用放进本软件。")
)

// Refusal says what to do with a file of a kind that is not read; empty for the others.
func Refusal(name string, head []byte) say.Text {
	known := refusals[strings.ToLower(filepath.Ext(name))]
	switch {
	case photo.Sniff(head) == photo.PDF:
		return pdf
	case isWord(name, head):
		return say.Text{}
	case bytes.HasPrefix(head, []byte(rtfMark)):
		return oldWord
	case bytes.HasPrefix(head, []byte(oldMark)) && known.Empty():
		return locked
	case bytes.HasPrefix(head, []byte(zipMark)) && known.Empty():
		return packed
	}
	return known
}

// Text is what was read of a file.
type Text struct {
	Words string
	// Lost says what the file shows and could not be taken along; empty for nothing.
	Lost say.Text
}

// Decode reads the text of a file: Word or plain, told by what is in it.
func Decode(name string, data []byte) (Text, error) {
	head := data[:min(len(data), HeadSize)]
	if isWord(name, head) || strings.EqualFold(filepath.Ext(name), ".docx") && !bytes.HasPrefix(head, []byte(oldMark)) {
		return decodeWord(data)
	}
	if why := refusal(name, head); !why.Empty() {
		return Text{}, say.Errorf("%s", why)
	}
	words, err := decodeText(data)
	return Text{Words: words}, err
}

// refusal is [Refusal] with what can be no text besides.
func refusal(name string, head []byte) say.Text {
	if photo.Sniff(head) != photo.Unknown && photo.Sniff(head) != photo.PDF {
		return say.F("这是图片，不是文字。要用作证件照，到“证件照”那一页打开。")
	}
	return Refusal(name, head)
}
