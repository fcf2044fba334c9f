package words

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// entry is a Chinese text or template and its English.
type entry struct{ chinese, english string }

// tables are the catalogue by topic.
func tables() [][]entry {
	return [][]entry{
		steps, labels, options, problems, findingTitles, findingNeeds, findings, scopeFindings,
		unitFindings, educationFindings, hoursFindings, tenureFindings, disciplineFindings,
		photoFindings, scheduleFindings, guideTexts, photoTexts, storeTexts, windowTexts, pageTexts, platformTexts, noticeTexts, annexTexts,
	}
}

// Bounds of what a translator keeps and looks at.
const (
	mostKept    = 4096 // results
	longestText = 4096 // bytes
	mostLooks   = 4000 // at a text and its parts
)

// Translator translates finished Chinese texts. It may be used from several
// goroutines.
type Translator struct {
	exact     map[string]string
	templates []*template

	lock   sync.Mutex
	kept   map[string]result
	failed map[string]bool // parts of the text in hand that have no English
	looks  int             // that are left for it
	used   map[string]bool // nil but in tests: the entries that were needed
}

type result struct {
	text     string
	complete bool
}

// English returns the translator into English.
func English() *Translator { return newTranslator(slices.Concat(tables()...)) }

// narrow has signs that the bundled Chinese font sets as wide as a character; in
// English they would tear the words apart.
var narrow = strings.NewReplacer("“", `"`, "”", `"`, "…", "...", "–", "-")

func newTranslator(entries []entry) *Translator {
	t := &Translator{exact: make(map[string]string, len(entries)), kept: map[string]result{}, failed: map[string]bool{}}
	for _, e := range entries {
		e.english = narrow.Replace(e.english)
		t.exact[e.chinese] = e.english
		if compiled := compile(e); len(compiled.kinds) > 0 {
			t.templates = append(t.templates, compiled)
		}
	}
	slices.SortStableFunc(t.templates, func(a, b *template) int { return cmp.Compare(b.weight, a.weight) })
	return t
}

// Translate returns the English of a text, and whether all of it was known. What
// is not known is returned as it came.
func (t *Translator) Translate(text string) (translated string, complete bool) {
	if !hasHan(text) && !strings.ContainsAny(text, chinesePunctuation) {
		return text, true
	}
	if len(text) > longestText {
		return text, false
	}
	t.lock.Lock()
	defer t.lock.Unlock()
	if len(t.kept) > mostKept {
		clear(t.kept)
	}
	clear(t.failed)
	t.looks = mostLooks
	r := t.find(text)
	t.kept[text] = r
	return r.text, r.complete
}

const chinesePunctuation = "，。；：、？！“”（）《》…—"

func hasHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// find translates a text or a part of one.
func (t *Translator) find(text string) result {
	if r, ok := t.kept[text]; ok {
		return r
	}
	if t.failed[text] || t.looks == 0 {
		return result{text, false}
	}
	t.looks--
	r := t.look(text)
	if r.complete {
		t.kept[text] = r
	} else {
		t.failed[text] = true
	}
	return r
}

func (t *Translator) look(text string) result {
	if english, ok := t.exact[text]; ok {
		t.note(text)
		return result{english, true}
	}
	if !hasHan(text) && !strings.ContainsAny(text, chinesePunctuation) || stays(text) {
		return result{text, true}
	}
	if english, ok := date(text); ok {
		return result{english, true}
	}
	for _, template := range t.templates {
		if english, ok := t.apply(template, text); ok {
			t.note(template.chinese)
			return result{english, true}
		}
	}
	if english, ok := t.joined(text); ok {
		return result{english, true}
	}
	return result{text, false}
}

func (t *Translator) note(key string) {
	if t.used != nil {
		t.used[key] = true
	}
}

// joints are the signs at which a text falls into parts, the widest first, with
// what stands between the parts in English.
var joints = []entry{{"\n", "\n"}, {"。", ". "}, {"；", ". "}, {"：", ": "}, {"、", ", "}}

// joined translates a text part by part.
func (t *Translator) joined(text string) (string, bool) {
	for _, joint := range joints {
		for from := 0; ; {
			at := strings.Index(text[from:], joint.chinese)
			if at < 0 {
				break
			}
			at += from
			from = at + len(joint.chinese)
			if english, ok := t.both(joint, text[:at], text[from:]); ok {
				return english, true
			}
		}
	}
	return "", false
}

// both translates the parts before and behind a joint. A sentence may stand in the
// catalogue with its full stop.
func (t *Translator) both(joint entry, before, behind string) (string, bool) {
	right := t.find(behind)
	if before == "" || !right.complete {
		return "", false
	}
	if sentence := before + joint.chinese; joint.chinese == "。" && behind != "" {
		if left := t.find(sentence); left.complete {
			return join(left.text, " ", right.text), true
		}
	}
	left := t.find(before)
	return join(left.text, joint.english, right.text), left.complete
}

// join puts two parts together; behind a question nothing but a space is needed.
func join(left, between, right string) string {
	if between == ". " {
		right = capital(right)
	}
	if strings.HasSuffix(left, "?") && strings.TrimSpace(between) != "" {
		between = " "
	}
	if strings.HasSuffix(left, ".") {
		between = strings.TrimPrefix(between, ".")
	}
	if right == "" {
		between = strings.TrimSuffix(between, " ")
	}
	return left + between + right
}

// capital begins a sentence.
func capital(text string) string {
	runes := []rune(text)
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}
