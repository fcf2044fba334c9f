package notice

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Extension is the ending of a notice's one file.
const Extension = ".zcnotice"

// A notice's one file is plain text, to be read and changed in any editor: lines about
// it, its parts below lines of their own, and a digest as its last line.
const (
	firstLine  = "职称申报助手通知包"
	partMark   = "==== "
	digestMark = "摘要 sha256:"
	fileFormat = "1"
)

// partMarks are the lines above the parts.
var partMarks = map[Part]string{PartData: "数据", PartEnglish: "英文", PartText: "原文"}

// Head is what a notice's one file says about itself and nobody has proved: who made
// it, when, and a remark.
type Head struct{ By, On, Remark string }

// Keys of the head's lines, in their order.
const (
	headFormat   = "格式"
	headID       = "代号"
	headVersion  = "版本"
	headNumber   = "文号"
	headYear     = "年度"
	headPlace    = "地区"
	headBy       = "制作人"
	headOn       = "制作日期"
	headRemark   = "备注"
	headSections = "需要"
)

var headKeys = []string{headFormat, headID, headVersion, headNumber, headYear, headPlace, headBy, headOn, headRemark, headSections}

// longestHead is how many characters a line of the head has at most.
const longestHead = 200

// Pack writes a notice as one file.
func (s Source) Pack(n *Notice, h Head) []byte {
	var out strings.Builder
	out.WriteString(firstLine + "\n")
	values := map[string]string{
		headFormat: fileFormat, headID: n.ID, headVersion: fmt.Sprint(n.Version), headNumber: n.Number, headYear: fmt.Sprint(n.Year),
		headPlace: n.Place, headBy: h.By, headOn: h.On, headRemark: h.Remark, headSections: strings.Join(s.sections(), " "),
	}
	for _, key := range headKeys {
		out.WriteString(key + "：" + strings.Join(strings.Fields(values[key]), " ") + "\n")
	}
	for _, part := range []Part{PartData, PartEnglish, PartText} {
		if p := s.parts[part]; p.there {
			out.WriteString(partMark + partMarks[part] + "\n" + strings.TrimRight(string(bytesWithoutMark(p.data)), "\r\n") + "\n")
		}
	}
	text := out.String()
	return []byte(text + digestMark + digest(canonical(text)) + "\n")
}

// sections are the top keys of the data.
func (s Source) sections() []string {
	tree := parseTree(s.parts[PartData].data, func(int, string) {})
	if tree == nil {
		return nil
	}
	return tree.keys
}

// canonical is a text whose digest is not changed by an editor: no mark of the byte
// order, line ends of Unix, nothing behind a line.
func canonical(text string) string {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t\r")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}

func digest(canonical string) string {
	sum := sha256.Sum256([]byte(canonical))
	return hex.EncodeToString(sum[:])
}

// Unpack reads a notice's one file. What is wrong with it is found by [Examine].
func Unpack(name string, data []byte) Source {
	s := Source{Name: name, packed: true}
	for i := range s.parts {
		s.parts[i].name = name
	}
	if line, message := encoding(bytes.TrimPrefix(data, []byte("\ufeff"))); message != "" || len(data) > Largest {
		if message == "" {
			message = fmt.Sprintf("通知太大，最多%dK", Largest>>10)
		}
		s.early = append(s.early, Fault{Line: line, Message: message})
		return s
	}
	if line, _, _ := strings.Cut(strings.TrimPrefix(string(data), "\ufeff"), "\n"); strings.TrimSpace(line) != firstLine {
		s.early = append(s.early, Fault{Line: 1, Message: fmt.Sprintf("第一行要是“%s”，这不像是通知包", firstLine)})
		return s
	}
	text, stored := cutDigest(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"))
	s.Digest = digest(canonical(text))
	s.cutParts(strings.Split(text, "\n"))
	last := strings.Count(text, "\n") + 1
	switch {
	case stored == "":
		s.early = append(s.early, Fault{Line: last, Message: "最后没有摘要，文件可能没有存完整", Doubt: true})
	case stored != s.Digest:
		s.early = append(s.early, Fault{Line: last, Message: "摘要和内容对不上：做好以后改过", Doubt: true})
	}
	return s
}

// cutDigest takes the last line away where it is a digest.
func cutDigest(text string) (rest, stored string) {
	text = strings.TrimRight(text, " \t\r\n")
	i := strings.LastIndexByte(text, '\n')
	if stored, ok := strings.CutPrefix(text[i+1:], digestMark); ok {
		return text[:i+1], stored
	}
	return text + "\n", ""
}

// cutParts finds the parts below their marks; what is above the first is the head.
func (s *Source) cutParts(lines []string) {
	current, begin := PartHead, 0
	end := func(at int) {
		p := &s.parts[current]
		p.above, p.there, p.data = begin, true, []byte(strings.Join(lines[begin:at], "\n"))
	}
	for i, line := range lines {
		mark, ok := strings.CutPrefix(strings.TrimRight(line, " \t"), partMark)
		if !ok {
			continue
		}
		end(i)
		next := PartHead
		for part, name := range partMarks {
			if name == mark {
				next = part
			}
		}
		if next == PartHead || next <= current {
			s.early = append(s.early, Fault{Line: i + 1, Message: fmt.Sprintf("这里的“%s”写错了、重复了或者次序不对：要先数据、再英文（可以没有）、再原文", line)})
			return
		}
		current, begin = next, i+1
	}
	end(len(lines))
}

// readHead reads the lines above the parts, and compares them with the data.
func (e *examination) readHead() {
	lines := strings.Split(string(e.part(PartHead)), "\n")
	report := func(i int, format string, values ...any) {
		e.add(Fault{Part: PartHead, Line: i + 1, Message: fmt.Sprintf(format, values...)})
	}
	values := map[string]string{}
	at := map[string]int{}
	for i, line := range lines[1:] {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		key, value, ok := strings.Cut(line, "：")
		if !ok {
			key, value, ok = strings.Cut(line, ":")
		}
		_, again := values[key]
		switch {
		case !ok || !slices.Contains(headKeys, key):
			report(i+1, "不认识“%s”，要更新软件，或者删掉这一行", line)
		case again:
			report(i+1, "“%s”写了两次", key)
		case key != headSections && len([]rune(value)) > longestHead || hidden(value) != 0:
			report(i+1, "“%s”太长，或者有看不见的字符", key)
		}
		values[key], at[key] = strings.TrimSpace(value), i+1
	}
	e.compareHead(values, func(key, format string, args ...any) { report(at[key], format, args...) })
	e.n.Head = Head{values[headBy], values[headOn], values[headRemark]}
}

func (e *examination) compareHead(values map[string]string, report func(key, format string, values ...any)) {
	if format := values[headFormat]; format != fileFormat {
		report(headFormat, "通知包的格式是“%s”，本软件读的是%s：请更新软件", cmp.Or(format, "没有写"), fileFormat)
	}
	for key, want := range map[string]string{
		headID: e.n.ID, headVersion: fmt.Sprint(e.n.Version), headNumber: e.n.Number, headYear: fmt.Sprint(e.n.Year), headPlace: e.n.Place,
	} {
		if values[key] != want {
			report(key, "%s是“%s”，数据里是“%s”", key, values[key], want)
		}
	}
	for _, section := range strings.Fields(values[headSections]) {
		if !slices.ContainsFunc(sectionKeys(), func(k string) bool { return k == section }) {
			report(headSections, "要用到“%s”这一部分，本软件还不认识：请更新软件", section)
		}
	}
	if values[headBy] == "" {
		report(headBy, "没有写制作人")
	}
}
