package textfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
)

const (
	openBody  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="x"><w:body>`
	closeBody = `<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>`
)

// wordFile packs the body of a document.
func wordFile(t testing.TB, body string) []byte {
	t.Helper()
	return archive(t, map[string]string{"[Content_Types].xml": "<Types/>", documentPart: openBody + body + closeBody, "word/media/image1.png": "x"})
}

func archive(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	for name, text := range parts {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func TestWordFiles(t *testing.T) {
	field := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	box := func(text string) string {
		return `<w:r><w:txbxContent><w:p>` + run(text) + `</w:p></w:txbxContent></w:r>`
	}
	for name, row := range map[string]struct{ body, want string }{
		"paragraphs": {`<w:p>` + run("一") + `</w:p><w:p/><w:p>` + run("二") + `</w:p>`, "一\n\n二"},
		"runs":       {`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">会稽 </w:t></w:r>` + run("山") + `</w:p>`, "会稽 山"},
		"tab and break": {
			`<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t><w:noBreakHyphen/></w:r></w:p>`,
			"\t甲\n乙\n丙-",
		},
		"deleted":              {`<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins>` + run("加") + `</w:ins><w:moveFrom>` + run("走") + `</w:moveFrom><w:moveTo>` + run("来") + `</w:moveTo></w:p>`, "加来"},
		"field":                {`<w:p>` + field("begin") + `<w:r><w:instrText>PAGE \* ` + `</w:instrText></w:r>` + run("码") + field("separate") + run("3") + field("end") + run("页") + `</w:p>`, "3页"},
		"nested fields":        {`<w:p>` + field("begin") + `<w:r><w:instrText>IF </w:instrText></w:r>` + field("begin") + field("separate") + run("内") + field("end") + field("separate") + run("外") + field("end") + `</w:p>`, "外"},
		"field without result": {`<w:p>` + field("begin") + `<w:r><w:instrText>X</w:instrText></w:r>` + field("end") + run("后") + `</w:p>`, "后"},
		"simple field":         {`<w:p><w:fldSimple w:instr="DATE">` + run("2020年") + `</w:fldSimple></w:p>`, "2020年"},
		"stray end":            {`<w:p>` + field("end") + field("separate") + run("在") + `</w:p>`, "在"},
		"alternatives": {
			`<w:p>` + run("前") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps">` + box("框") + `</mc:Choice><mc:Fallback>` + box("框") + `</mc:Fallback></mc:AlternateContent></w:r>` + run("后") + `</w:p>`,
			"前后\n框",
		},
		"only a fallback":       {`<w:p><mc:AlternateContent><mc:Fallback>` + run("备") + `</mc:Fallback></mc:AlternateContent></w:p>`, "备"},
		"hidden":                {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r></w:p>`, "见"},
		"hidden paragraph mark": {`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>` + run("见") + `</w:p>`, "见"},
		"ruby":                  {`<w:p><w:r><w:ruby><w:rt>` + run("yin") + `</w:rt><w:rubyBase>` + run("音") + `</w:rubyBase></w:ruby></w:r></w:p>`, "音"},
		"table":                 {`<w:tbl><w:tr><w:tc><w:p>` + run("甲") + `</w:p></w:tc><w:tc><w:p>` + run("乙") + `</w:p></w:tc></w:tr></w:tbl>`, "甲\n乙"},
		"link":                  {`<w:p><w:hyperlink>` + run("网址") + `</w:hyperlink></w:p>`, "网址"},
		"content control":       {`<w:sdt><w:sdtContent><w:p>` + run("控件") + `</w:p></w:sdtContent></w:sdt>`, "控件"},
		"entities":              {`<w:p>` + run("A&amp;B &lt;1&gt;") + `</w:p>`, "A&B <1>"},
		"empty":                 {``, ""},
	} {
		got, err := Decode("述职.docx", wordFile(t, row.body))
		if err != nil || got.Words != row.want || !got.Lost.Empty() {
			t.Errorf("%s: %q, %v, %v; want %q", name, got.Words, got.Lost, err, row.want)
		}
	}
}

func TestNumbersOfWordAreSaidToBeLost(t *testing.T) {
	got, err := Decode("a.docx", wordFile(t, `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>第一</w:t></w:r></w:p>`))
	if err != nil || got.Words != "第一" || got.Lost.Empty() {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestBrokenWordFiles(t *testing.T) {
	good := wordFile(t, `<w:p><w:r><w:t>好</w:t></w:r></w:p>`)
	large := `<w:p><w:r><w:t>` + strings.Repeat("字", mostText/3+10) + `</w:t></w:r></w:p>`
	for name, row := range map[string]struct {
		data []byte
		want error
	}{
		"cut":              {good[:len(good)/2], ErrBrokenWord},
		"no document":      {archive(t, map[string]string{"word/other.xml": "x"}), ErrBrokenWord},
		"not closed":       {archive(t, map[string]string{documentPart: openBody + "<w:p>"}), ErrBrokenWord},
		"no markup":        {archive(t, map[string]string{documentPart: ""}), ErrBrokenWord},
		"unknown entity":   {archive(t, map[string]string{documentPart: `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`}), ErrBrokenWord},
		"too much text":    {wordFile(t, large), ErrLargeWord},
		"a bomb of markup": {archive(t, map[string]string{documentPart: openBody + strings.Repeat(" ", mostMarkup)}), ErrLargeWord},
		"only called docx": {[]byte("本人从事"), ErrBrokenWord},
	} {
		if got, err := Decode("a.docx", row.data); !errors.Is(err, row.want) {
			t.Errorf("%s: %.20q, %v", name, got.Words, err)
		}
	}
}

// Whatever a statement holds, it comes out of a Word file as it went in.
func TestWordFileRoundTrip(t *testing.T) {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\t", `</w:t><w:tab/><w:t xml:space="preserve">`)
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.StringMatching("[一-龥，。<>&a-z \t]{0,20}"), 1, 8).Draw(t, "lines")
		body := ""
		for _, line := range lines {
			body += `<w:p><w:r><w:t xml:space="preserve">` + escape.Replace(line) + `</w:t></w:r></w:p>`
		}
		var data bytes.Buffer
		w := zip.NewWriter(&data)
		part, _ := w.Create(documentPart)
		fmt.Fprint(part, openBody+body+closeBody)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		got, err := Decode("a.docx", data.Bytes())
		if want := strings.Trim(forms.PlainLines(strings.Join(lines, "\n")), "\n"); err != nil || got.Words != want {
			t.Fatalf("%q, %v; want %q", got.Words, err, want)
		}
	})
}

func TestKinds(t *testing.T) {
	word := string(wordFile(t, "<w:p/>"))
	jpeg := "\xff\xd8\xff\xe0\x00\x10JFIF\x00"
	for _, row := range []struct {
		name, head string
		want       Kind
		says       string
	}{
		{"张三.ZCAPP", "{}", Application, ""},
		{"下一年.zcnotice", "{}", Notice, ""},
		{"照片.jpg", jpeg, Picture, ""},
		{"没有名字", jpeg, Picture, ""},
		{"照片.jpg", "<html>", Picture, ""},
		{"证书.jpg", "%PDF-1.7", Refused, "PDF"},
		{"证书.pdf", "%PDF-1.4", Refused, "证明材料"},
		{"述职.docx", word, Written, ""},
		{"述职", word, Written, ""},
		{"述职.txt", "本人从事林业", Written, ""},
		{"述职", "本人从事林业", Written, ""},
		{"述职.txt", "\x00\x01\x02", Written, ""},
		{"述职.doc", oldMark, Refused, "另存为"},
		{"述职.wps", oldMark, Refused, "WPS"},
		{"述职.docx", oldMark, Refused, "密码"},
		{"述职.rtf", `{\rtf1`, Refused, "旧格式"},
		{"述职.doc", `{\rtf1`, Refused, "旧格式"},
		{"表.xlsx", zipMark, Refused, "表格"},
		{"稿.pptx", zipMark, Refused, "演示"},
		{"包.zip", zipMark, Refused, "压缩包"},
		{"什么.bin", "\x00\x01\x02", Unknown, ""},
		{"空", "", Unknown, ""},
	} {
		if got := KindOf(row.name, []byte(row.head)); got != row.want {
			t.Errorf("%s %.8q: %d, want %d", row.name, row.head, got, row.want)
		}
		says := Refusal(row.name, []byte(row.head)).String()
		if (says != "") != (row.want == Refused) || !strings.Contains(says, row.says) {
			t.Errorf("%s %.8q says %q", row.name, row.head, says)
		}
	}
}

func TestWhatIsNoTextSaysWhatToDo(t *testing.T) {
	for name, row := range map[string]struct{ data, want string }{
		"述职.doc":  {oldMark, "另存为"},
		"述职.docx": {oldMark, "密码"},
		"证书.pdf":  {"%PDF-1.4", "PDF不能直接用"},
		"照片.jpg":  {"\xff\xd8\xff\xe0", "这是图片"},
	} {
		if _, err := Decode(name, []byte(row.data)); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	got, err := Decode("述职.txt", []byte("本人\r\n从事"))
	if err != nil || got.Words != "本人\n从事" {
		t.Errorf("%+v, %v", got, err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("a.docx", wordFile(f, `<w:p><w:r><w:t>好</w:t></w:r></w:p>`))
	f.Add("a.txt", []byte("本人"))
	f.Add("a.docx", []byte(zipMark))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		got, err := Decode(name, data)
		if err == nil && got.Words != forms.PlainLines(got.Words) {
			t.Fatalf("%q is no plain text", got.Words)
		}
		KindOf(name, data[:min(len(data), HeadSize)])
	})
}

func FuzzMarkup(f *testing.F) {
	f.Add(`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r></w:p>`)
	f.Add(`<mc:AlternateContent><mc:Choice/><mc:Fallback><w:p><w:p/></w:p></mc:Fallback></mc:AlternateContent>`)
	f.Fuzz(func(t *testing.T, body string) {
		got, err := Decode("a.docx", wordFile(t, body))
		if err != nil && !errors.Is(err, ErrBrokenWord) && !errors.Is(err, ErrLargeWord) {
			t.Fatal(err)
		}
		if got.Words != forms.PlainLines(got.Words) {
			t.Fatalf("%q is no plain text", got.Words)
		}
	})
}
