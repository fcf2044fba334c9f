package textfile

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// Reasons why a Word file is not read.
var (
	ErrBrokenWord = say.Errorf("Word文件坏了，或者没有存完整")
	ErrLargeWord  = say.Errorf("Word文件里的文字太多，不像是述职")
)

// mostMarkup is how many bytes the text of a Word file may have with all its markup: what
// a file says of its own size is not believed.
const mostMarkup = 32 << 20

// documentPart is where the text of a Word file is.
const documentPart = "word/document.xml"

// decodeWord reads the text of a Word file: paragraphs, tabs and line breaks. What was
// deleted or hidden, the codes of fields and the second form of what is there twice are no
// text.
func decodeWord(data []byte) (Text, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Text{}, ErrBrokenWord
	}
	at := slices.IndexFunc(archive.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, documentPart) })
	if at < 0 {
		return Text{}, ErrBrokenWord
	}
	part, err := archive.File[at].Open()
	if err != nil {
		return Text{}, ErrBrokenWord
	}
	defer part.Close()
	markup := &io.LimitedReader{R: part, N: mostMarkup + 1}
	d := &wordReader{decoder: xml.NewDecoder(markup)}
	err = d.read()
	switch {
	case markup.N <= 0, errors.Is(err, ErrLargeWord):
		return Text{}, ErrLargeWord
	case err != nil:
		return Text{}, ErrBrokenWord
	}
	text := Text{Words: strings.Trim(forms.PlainLines(d.text.String()), "\n")}
	if d.numbered {
		text.Lost = say.F("Word自动编的号不是文字，没有带过来")
	}
	return text, nil
}

// wordReader walks the markup of a Word file.
type wordReader struct {
	decoder *xml.Decoder
	text    strings.Builder // of the paragraphs that have ended
	open    []*strings.Builder
	boxes   []string // paragraphs inside of the one that is open, such as text boxes
	fields  []bool   // of each open field, whether its result has begun
	hidden  bool     // the run is not shown
	chosen  []bool   // of each open alternative, whether one was taken

	numbered bool
}

// unread are elements of which nothing is text.
var unread = map[string]bool{
	"del": true, "moveFrom": true, "delText": true, "instrText": true, "delInstrText": true, "rt": true, "sectPr": true,
}

// read reads to the end.
func (d *wordReader) read() error {
	root := false
	for {
		token, err := d.decoder.Token()
		if errors.Is(err, io.EOF) && root {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			root = true
			if err := d.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			d.end(t.Name.Local)
		}
		if d.text.Len() > mostText {
			return ErrLargeWord
		}
	}
}

func (d *wordReader) start(e xml.StartElement) error {
	name := e.Name.Local
	if unread[name] || d.again(name) {
		return d.decoder.Skip()
	}
	switch name {
	case "AlternateContent":
		d.chosen = append(d.chosen, false)
	case "p":
		d.open = append(d.open, &strings.Builder{})
	case "r":
		d.hidden = false
	case "vanish":
		d.hidden = d.hidden || isOn(e)
	case "numPr":
		d.numbered = true
	case "fldChar":
		d.field(attribute(e, "fldCharType"))
	case "t":
		return d.words()
	case "tab":
		if attribute(e, "pos") == "" { // otherwise it is a stop that a paragraph has
			d.put("\t")
		}
	case "br", "cr":
		d.put("\n")
	case "noBreakHyphen":
		d.put("-")
	}
	return nil
}

// again reports whether an element is a further form of what was taken already.
func (d *wordReader) again(name string) bool {
	if name != "Choice" && name != "Fallback" || len(d.chosen) == 0 {
		return false
	}
	last := len(d.chosen) - 1
	taken := d.chosen[last]
	d.chosen[last] = true
	return taken
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isOn reads a property that is on where nothing else is said.
func isOn(e xml.StartElement) bool {
	return !slices.Contains([]string{"0", "false", "off"}, attribute(e, "val"))
}

// field follows the parts of a field: its code, its result, its end.
func (d *wordReader) field(kind string) {
	switch last := len(d.fields) - 1; {
	case kind == "begin":
		d.fields = append(d.fields, false)
	case kind == "separate" && last >= 0:
		d.fields[last] = true
	case kind == "end" && last >= 0:
		d.fields = d.fields[:last]
	}
}

// words reads what a run says.
func (d *wordReader) words() error {
	for {
		token, err := d.decoder.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.CharData:
			d.put(string(t))
		case xml.StartElement:
			if err := d.decoder.Skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// put adds to the paragraph that is open, unless it is hidden or the code of a field.
func (d *wordReader) put(text string) {
	if len(d.open) > 0 && !d.hidden && !slices.Contains(d.fields, false) {
		d.open[len(d.open)-1].WriteString(text)
	}
}

func (d *wordReader) end(name string) {
	switch {
	case name == "AlternateContent" && len(d.chosen) > 0:
		d.chosen = d.chosen[:len(d.chosen)-1]
	case name == "r":
		d.hidden = false
	case name == "p" && len(d.open) > 0:
		d.endParagraph()
	}
}

// endParagraph ends a paragraph; one inside of another, in a text box, comes after it.
func (d *wordReader) endParagraph() {
	last := len(d.open) - 1
	said := d.open[last].String()
	d.open = d.open[:last]
	if last > 0 {
		d.boxes = append(d.boxes, said)
		return
	}
	for _, paragraph := range append([]string{said}, d.boxes...) {
		d.text.WriteString(paragraph)
		d.text.WriteString("\n")
	}
	d.boxes = nil
}
