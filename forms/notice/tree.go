package notice

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// node is a value of a JSON text with the line on which it begins.
type node struct {
	line int
	// begin and end are offsets of the value.
	begin, end int
	kind       json.Delim // { or [, 0 for a single value
	text       any        // a single value: string, json.Number, bool or nil
	keys       []string   // of a {
	kids       []*node
}

// child returns the value of a key, nil where there is none.
func (n *node) child(key string) *node {
	if n == nil {
		return nil
	}
	if i := slices.Index(n.keys, key); i >= 0 {
		return n.kids[i]
	}
	if i, err := strconv.Atoi(key); err == nil && n.kind == '[' && i >= 0 && i < len(n.kids) {
		return n.kids[i]
	}
	return nil
}

// size is how many members a group or a list has.
func (n *node) size() int {
	if n == nil {
		return 0
	}
	return len(n.kids)
}

// single is the text of a single value.
func (n *node) single() (string, bool) {
	if n == nil {
		return "", false
	}
	text, ok := n.text.(string)
	return text, ok
}

// lineOf returns the line of the value at a path, or of the nearest group that there is.
func (n *node) lineOf(path string) int {
	if n == nil {
		return 0
	}
	line := n.line
	for _, key := range strings.Split(path, ".") {
		n = n.child(key)
		if n == nil {
			break
		}
		line = n.line
	}
	return line
}

// deepest is how many groups may be inside each other.
const deepest = 20

// treeReader builds a tree from the tokens of a JSON text.
type treeReader struct {
	decoder  *json.Decoder
	data     []byte
	at, line int // how far lines are counted
	report   func(line int, message string)
}

// parseTree reads one JSON value. A key that is there twice is reported, and the
// first is kept; what is no JSON is reported with its line, and the tree is nil.
func parseTree(data []byte, report func(line int, message string)) *node {
	r := &treeReader{decoder: json.NewDecoder(bytes.NewReader(data)), data: data, line: 1, report: report}
	r.decoder.UseNumber()
	tree, err := r.value(0)
	if err == nil {
		if rest := bytes.TrimSpace(data[r.decoder.InputOffset():]); len(rest) > 0 {
			report(lineAt(data, len(data)-len(bytes.TrimLeft(data[r.decoder.InputOffset():], " \t\r\n"))), "数据到这里已经写完了，后面多了内容")
			return nil
		}
		return tree
	}
	r.explain(err)
	return nil
}

var errTooDeep = errors.New("too deep")

func (r *treeReader) explain(err error) {
	if errors.Is(err, errTooDeep) {
		r.report(r.here(), "括号套得太深")
		return
	}
	var v any
	var wrong *json.SyntaxError
	if !errors.As(json.Unmarshal(r.data, &v), &wrong) || int(wrong.Offset) > len(r.data) {
		r.report(r.here(), "数据写错了，读不下去")
		return
	}
	at := max(0, int(wrong.Offset)-1)
	sign, _ := utf8.DecodeRune(r.data[at:])
	switch line := lineAt(r.data, at); {
	case len(bytes.TrimSpace(r.data)) == 0:
		r.report(1, "数据是空的")
	case strings.HasPrefix(wrong.Error(), "unexpected end"):
		r.report(lineAt(r.data, len(bytes.TrimRight(r.data, " \r\n\t"))), "数据没有写完，少了括号或引号")
	case strings.ContainsRune("“”，：｛｝【】", sign):
		r.report(line, fmt.Sprintf("“%c”是全角的，数据里的引号、逗号、冒号和括号要用半角的", sign))
	case sign < ' ':
		r.report(line, "引号里不能换行，也不能有制表符")
	default:
		r.report(line, fmt.Sprintf("从“%c”起看不懂，多半是前面多了或少了逗号、引号或括号", sign))
	}
}

// lineAt returns the line of a byte, counted from 1.
func lineAt(data []byte, at int) int { return 1 + bytes.Count(data[:min(at, len(data))], []byte("\n")) }

// here returns the line on which the last token ends.
func (r *treeReader) here() int {
	to := int(r.decoder.InputOffset())
	r.line += bytes.Count(r.data[r.at:to], []byte("\n"))
	r.at = to
	return r.line
}

func (r *treeReader) value(depth int) (*node, error) {
	before := int(r.decoder.InputOffset())
	token, err := r.decoder.Token()
	if err != nil {
		return nil, err
	}
	end := int(r.decoder.InputOffset())
	begin := before + len(r.data[before:end]) - len(bytes.TrimLeft(r.data[before:end], " \t\r\n:,"))
	n := &node{line: r.here(), begin: begin, end: end, text: token}
	open, ok := token.(json.Delim)
	if !ok {
		return n, nil
	}
	if depth == deepest {
		return nil, errTooDeep
	}
	n.kind, n.text = open, nil
	seen := map[string]bool{}
	for r.decoder.More() {
		if err := r.member(n, seen, depth); err != nil {
			return nil, err
		}
	}
	_, err = r.decoder.Token()
	n.end = int(r.decoder.InputOffset())
	return n, err
}

// member reads a row of a list, or a key with its value.
func (r *treeReader) member(n *node, seen map[string]bool, depth int) error {
	key, line := "", 0
	if n.kind == '{' {
		name, err := r.decoder.Token()
		if err != nil {
			return err
		}
		key, line = name.(string), r.here()
	}
	kid, err := r.value(depth + 1)
	switch {
	case err != nil:
		return err
	case seen[key] && n.kind == '{':
		r.report(line, fmt.Sprintf("“%s”写了两次，分不清用哪一个", key))
		return nil
	}
	if n.kind == '{' {
		seen[key] = true
		n.keys = append(n.keys, key)
	}
	n.kids = append(n.kids, kid)
	return nil
}
