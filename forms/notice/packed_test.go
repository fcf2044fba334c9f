package notice_test

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/notice"
)

// packed is the invented notice as one file.
func packed(t testing.TB) []byte {
	t.Helper()
	source, err := notice.Folder(os.DirFS("testdata"), "linxi-2023")
	if err != nil {
		t.Fatal(err)
	}
	return source.Pack(invented(t), notice.Head{By: "柳溪", On: "2023-07-11", Remark: "试用"})
}

func TestPackedNoticeIsTheSame(t *testing.T) {
	for _, id := range []string{"shaoxing-2020", "linxi-2023"} {
		files := os.DirFS("testdata")
		if id == "shaoxing-2020" {
			files = assets.Notices()
		}
		folder, err := notice.Folder(files, id)
		if err != nil {
			t.Fatal(err)
		}
		n, wrong, _ := notice.Examine(folder)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		data := folder.Pack(n, notice.Head{By: "某人"})
		file := notice.Unpack("x.zcnotice", data)
		m, wrong, doubts := notice.Examine(file)
		if len(wrong)+len(doubts) > 0 || len(notice.Compare(n, m)) > 0 || m.Head.By != "某人" || len(m.Digest) != 64 {
			t.Errorf("%s: %v, %v, %v, %+v", id, wrong, doubts, notice.Compare(n, m), m.Head)
		}
		for name, text := range folder.Files() {
			if !bytes.Equal(text, file.Files()[name]) {
				t.Errorf("%s: %s is another one", id, name)
			}
		}
		if again := file.Pack(m, m.Head); !bytes.Equal(again, data) {
			t.Errorf("%s: packed again it is another file", id)
		}
	}
}

// What an editor does to a file without a change of its words keeps the digest.
func TestDigestOutlivesAnEditor(t *testing.T) {
	data := string(packed(t))
	for name, text := range map[string]string{
		"a mark of order": "\ufeff" + data, "lines of Windows": strings.ReplaceAll(data, "\n", "\r\n"),
		"blanks behind lines": strings.ReplaceAll(data, "\n", " \n"), "lines at the end": data + "\n\n", "no end": strings.TrimRight(data, "\n"),
	} {
		n, wrong, doubts := notice.Examine(notice.Unpack("x", []byte(text)))
		if len(wrong)+len(doubts) > 0 || n.Digest != notice.Unpack("x", []byte(data)).Digest {
			t.Errorf("%s: %v, %v", name, wrong, doubts)
		}
	}
}

func TestDamagedPackages(t *testing.T) {
	data := string(packed(t))
	for name, row := range map[string]struct{ text, want string }{
		"another file":       {"{}", "不像是通知包"},
		"nothing":            {"", "不像是通知包"},
		"a newer format":     {strings.Replace(data, "格式：1", "格式：2", 1), "请更新软件"},
		"a newer section":    {strings.Replace(data, "需要：id", "需要：id tenure_rows", 1), "“tenure_rows”这一部分，本软件还不认识：请更新软件"},
		"another id":         {strings.Replace(data, "代号：linxi-2023", "代号：linxi-2024", 1), "代号是“linxi-2024”，数据里是“linxi-2023”"},
		"another version":    {strings.Replace(data, "版本：3", "版本：4", 1), "版本是“4”"},
		"another year":       {strings.Replace(data, "年度：2023", "年度：2024", 1), "年度是“2024”"},
		"no maker":           {strings.Replace(data, "制作人：柳溪", "制作人：", 1), "没有写制作人"},
		"an unknown line":    {strings.Replace(data, "备注：", "签名：某局\n备注：", 1), "不认识“签名：某局”"},
		"a line twice":       {strings.Replace(data, "备注：", "备注：x\n备注：", 1), "“备注”写了两次"},
		"a hidden sign":      {strings.Replace(data, "制作人：柳溪", "制作人：柳\u202e溪", 1), "看不见的字符"},
		"no data":            {strings.Replace(data, "==== 数据", "==== 数", 1), "写错了、重复了或者次序不对"},
		"data twice":         {strings.Replace(data, "==== 原文", "==== 数据", 1), "写错了、重复了或者次序不对"},
		"no text":            {data[:strings.Index(data, "==== 原文")], "没有这一部分"},
		"a changed number":   {strings.Replace(data, `"least": 24`, `"least": 25`, 1), "摘要和内容对不上"},
		"a changed clause":   {strings.Replace(data, "疫情期间", "疫情时期", 1), "摘要和内容对不上"},
		"no digest":          {data[:strings.Index(data, "摘要 sha256")], "没有摘要"},
		"too large":          {data + strings.Repeat("\n", 600_000), "通知太大"},
		"GBK":                {"\xd6\xb0\xb3\xc6", "GBK"},
		"half of it":         {data[:strings.Index(data, `"engineer"`)], "没有这一部分"},
		"too many clauses":   {strings.Replace(data, "§ 文号", manyMarks(), 1), "最多2000条"},
		"a very long string": {strings.Replace(data, `"临溪"`, `"`+strings.Repeat("溪", 2001)+`"`, 1), "最多2000个"},
	} {
		_, wrong, doubts := notice.Examine(notice.Unpack("x.zcnotice", []byte(row.text)))
		said := fmt.Sprint(append(wrong, doubts...))
		if !strings.Contains(said, row.want) || !strings.Contains(said, "x.zcnotice") || strings.Contains(said, "%!") {
			t.Errorf("%s: %.400s, want %s", name, said, row.want)
		}
	}
}

func manyMarks() string {
	var b strings.Builder
	for i := range 2100 {
		fmt.Fprintf(&b, "§ %d\n%d.x\n", i+1, i+1)
	}
	return b.String() + "§ 文号"
}

// The lines of a package are those of the file, not of its parts.
func TestFaultsOfAPackageHaveItsLines(t *testing.T) {
	data := strings.Replace(string(packed(t)), `"limit": 1500`, `"limit": 1400`, 1)
	want := 1 + strings.Count(data[:strings.Index(data, `"limit": 1400`)], "\n")
	_, wrong, _ := notice.Examine(notice.Unpack("x.zcnotice", []byte(data)))
	if len(wrong) != 1 || wrong[0].Line != want {
		t.Errorf("%v, want line %d", wrong, want)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(packed(f))
	f.Add([]byte("职称申报助手通知包\n格式：1\n==== 数据\n{}\n==== 原文\n§ 一\n一、x\n摘要 sha256:00\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, wrong, _ := notice.Examine(notice.Unpack("x", data))
		if n == nil && len(wrong) == 0 {
			t.Error("no notice and nothing wrong")
		}
	})
}

// A published text is cut at its own numbers; the shipped clauses are the measure.
func TestPublishedTextIsCut(t *testing.T) {
	var text strings.Builder
	for line := range strings.Lines(original(t)["clauses.txt"]) {
		if !strings.HasPrefix(line, "§ ") {
			text.WriteString(line)
		}
	}
	pattern, err := notice.Folder(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	p, err := notice.Propose("shaoxing-2020", []byte(text.String()), pattern)
	if err != nil {
		t.Fatal(err)
	}
	m, wrong, _ := notice.Examine(p.Source)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	right, all := 0, shipped(t).Clauses()
	for _, c := range all {
		if d, ok := m.Clause(c.ID); ok && notice.Squeeze(c.Text) == notice.Squeeze(d.Text) {
			right++
		}
	}
	t.Logf("%d of %d clauses word for word", right, len(all))
	if right < len(all) {
		t.Errorf("only %d of %d clauses are cut as they are", right, len(all))
	}
}

// Every key of the data is explained, in the program and for the makers of notices.
func TestEveryKeyIsExplained(t *testing.T) {
	manual, err := os.ReadFile("../../assets/docs/通知格式.md")
	if err != nil {
		t.Fatal(err)
	}
	keys := keysOf(reflect.TypeFor[notice.Notice](), nil)
	if len(keys) < 80 {
		t.Fatalf("only %d keys", len(keys))
	}
	for _, key := range keys {
		if notice.Explained(key) == key {
			t.Errorf("%s is not explained", key)
		}
		if !strings.Contains(string(manual), "`"+key+"`") {
			t.Errorf("通知格式.md does not explain `%s`", key)
		}
	}
}

// keysOf adds the keys of a type to those that are known.
func keysOf(t reflect.Type, known []string) []string {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return keysOf(t.Elem(), known)
	case reflect.Struct:
		for _, field := range reflect.VisibleFields(t) {
			if key, _, _ := strings.Cut(field.Tag.Get("json"), ","); key != "" && key != "-" && !slices.Contains(known, key) {
				known = keysOf(field.Type, append(known, key))
			}
		}
	}
	return known
}
