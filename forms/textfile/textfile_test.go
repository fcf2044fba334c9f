package textfile

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"zhicheng/forms"
)

// inUTF16 writes units in a byte order, without a mark.
func inUTF16(order binary.AppendByteOrder, units ...uint16) []byte {
	var data []byte
	for _, u := range units {
		data = order.AppendUint16(data, u)
	}
	return data
}

func TestUTF16WithoutMark(t *testing.T) {
	for _, want := range []string{
		"本人从事林业技术工作", "林业", "工作三年。", "主持完成“会稽山”项目3项，\n获奖2次。", "2016年任助理工程师\t从事𠮷野家造林",
	} {
		units := utf16.Encode([]rune(strings.ReplaceAll(want, "\n", "\r\n")))
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			got, err := decodeText(inUTF16(order, units...))
			if err != nil || got != want {
				t.Errorf("%v: %q is read as %q, %v", order, want, got, err)
			}
		}
	}
}

func TestTextThatWouldLoseCharactersIsRefused(t *testing.T) {
	little := func(units ...uint16) []byte {
		return inUTF16(binary.LittleEndian, append([]uint16{0xFEFF}, units...)...)
	}
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("本人从事"))
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		data []byte
		want error
	}{
		"UTF-16, an odd byte":              {append(little('本'), 0xBA), errBrokenText},
		"UTF-16, half a pair":              {little('本', 0xD800, '人'), errBrokenText},
		"UTF-16, halves the wrong way":     {little('本', 0xDC00, 0xD800), errBrokenText},
		"UTF-16, half a pair at the end":   {inUTF16(binary.BigEndian, 0xFEFF, '本', 0xD842), errBrokenText},
		"UTF-16 with NUL":                  {little('本', 0, '人'), errNotText},
		"UTF-16 with an escape":            {little('本', 0x1B), errNotText},
		"UTF-32":                           {[]byte{0xFF, 0xFE, 0, 0, 0x2C, 0x67, 0, 0}, errNotText},
		"UTF-8 with NUL":                   {[]byte("本人\x00"), errNotText},
		"UTF-8 with a bell":                {[]byte("\ufeff本人\a"), errNotText},
		"UTF-8 with a C1 control":          {[]byte("本人\u0085"), errNotText},
		"UTF-8, its last byte cut":         {[]byte("本人从事林业。")[:20], errNotText},
		"GB 18030 with NUL":                {append(gb, 0), errNotText},
		"GB 18030, its last byte cut":      {gb[:len(gb)-1], errNotText},
		"UTF-16 without mark, an odd byte": {append(inUTF16(binary.LittleEndian, '本', '人', '从'), 0x00), errNotText},
		"UTF-16 without mark, few Chinese": {inUTF16(binary.LittleEndian, '本', 'a', 'b', 'c'), errNotText},
		"UTF-16 without mark, half a pair": {inUTF16(binary.LittleEndian, '业', '人', 0xD842, '从', '事'), errNotText},
	} {
		got, err := decodeText(row.data)
		if !errors.Is(err, row.want) {
			t.Errorf("%s: read as %q, %v", name, got, err)
		}
	}
}

// A replacement character that the writer of the file put there is text.
func TestReplacementCharacterOfTheFileStays(t *testing.T) {
	for name, data := range map[string][]byte{
		"UTF-8": []byte("本\ufffd人"), "UTF-16": inUTF16(binary.BigEndian, 0xFEFF, '本', 0xFFFD, '人'),
	} {
		if got, err := decodeText(data); err != nil || got != "本\ufffd人" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// Chinese texts of the usual length are read as they were written, whichever of
// the encodings of Notepad they are in.
func TestStatementsInEveryEncoding(t *testing.T) {
	han := rapid.Map(rapid.IntRange(0, 3754), func(i int) rune { // the first level of GB 2312, in its rows of 94
		two, _ := simplifiedchinese.GB18030.NewDecoder().Bytes([]byte{byte(0xB0 + i/94), byte(0xA1 + i%94)})
		return []rune(string(two))[0]
	})
	sign := rapid.SampledFrom([]rune("，。；“”（）2016\n a%"))
	rapid.Check(t, func(t *rapid.T) {
		var runes []rune
		for range rapid.IntRange(2, 60).Draw(t, "sentences") {
			runes = append(runes, rapid.SliceOfN(han, 4, 12).Draw(t, "words")...)
			runes = append(runes, sign.Draw(t, "sign"))
		}
		want := string(runes)
		gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(want))
		if err != nil {
			t.Fatal(err)
		}
		units := utf16.Encode(runes)
		for name, data := range map[string][]byte{
			"UTF-8": []byte(want), "GB 18030": gb,
			"UTF-16LE": inUTF16(binary.LittleEndian, units...), "UTF-16BE": inUTF16(binary.BigEndian, units...),
		} {
			if got, err := decodeText(data); err != nil || got != forms.PlainLines(want) {
				t.Fatalf("%s: %q is read as %q, %v", name, want, got, err)
			}
		}
	})
}

func TestTextFilesInEveryEncoding(t *testing.T) {
	const want = "主持完成“会稽山”项目。\n第二行"
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(want))
	if err != nil {
		t.Fatal(err)
	}
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(want))
	if err != nil {
		t.Fatal(err)
	}
	big, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(want))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"utf-8": []byte(want), "utf-8 with mark": []byte("\ufeff" + want), "crlf": []byte(strings.ReplaceAll(want, "\n", "\r\n")),
		"gb18030": gb, "utf-16le": little, "utf-16be": big,
	} {
		got, err := decodeText(data)
		if err != nil || got != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for name, data := range map[string][]byte{"binary": {0x50, 0, 0x4B, 3}, "odd bytes": {0xFF, 0xFF, 0xFF}} {
		if got, err := decodeText(data); err == nil {
			t.Errorf("%s was read as %q", name, got)
		}
	}
}
