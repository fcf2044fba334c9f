package notice

import (
	"regexp"
	"slices"
	"strings"
)

// The notes: what the notice says to applicants that no check judges. Each is told
// with the materials or the days that it is about.
const (
	NoteReturned       = "returned"       // material that is sent back to be completed
	NoteReadable       = "readable"       // scans that cannot be read are sent back
	NoteStamps         = "stamps"         // whose stamps the printed forms carry
	NoteRecommendation = "recommendation" // the way of senior applications to the committee that decides
)

// Notes are all of them.
var Notes = []string{NoteReturned, NoteReadable, NoteStamps, NoteRecommendation}

// noteWords are words of which each quote of a note has one, and those by which a text that
// has no such note speaks of it.
var noteWords = map[string]struct{ own, spoken *regexp.Regexp }{
	NoteReturned:       {regexp.MustCompile(`退回|不通过`), regexp.MustCompile(`点击“退回[^”]*”`)},
	NoteReadable:       {regexp.MustCompile(`模糊|不符合|清晰`), regexp.MustCompile(`模糊不清.{0,12}退回`)},
	NoteStamps:         {regexp.MustCompile(`章`), regexp.MustCompile(`盖章后报送`)},
	NoteRecommendation: {regexp.MustCompile(`推荐|提交`), regexp.MustCompile(`评审通过人员提交`)},
}

// PassedOver is a sentence that the program does not use, and why.
type PassedOver struct {
	Clause string `json:"clause"`
	Quote  string `json:"quote"`
	Why    string `json:"why"`
}

// Note returns the words of a note; none where the notice does not say so.
func (n *Notice) Note(key string) []Citation { return n.Told[key] }

func (e *examination) examineNotes() {
	for key, citations := range e.n.Told {
		if !slices.Contains(Notes, key) {
			e.wrong(join("notes", key), "没有“%s”这种说明，可以写的有%s", key, strings.Join(Notes, "、"))
		}
		e.examineCitations(join("notes", key), citations)
		for i, c := range citations {
			if words, known := noteWords[key]; known && !words.own.MatchString(newPassage(c.Quote).text) {
				e.wrong(rowOf(join("notes", key), i)+".quote", "引的原话说的不是“%s”这种说明", key)
			}
		}
	}
	for _, key := range Notes {
		if found := noteWords[key].spoken.FindString(e.whole().text); found != "" && len(e.n.Told[key]) == 0 && !e.unread["notes"] {
			e.doubt("notes", "没有写“%s”，原文里有“%s”", key, found)
		}
	}
	for i, p := range e.n.PassedOver {
		e.examineCitations(rowOf("passed_over", i), []Citation{{p.Clause, p.Quote}})
		if slices.ContainsFunc(e.n.PassedOver[:i], func(q PassedOver) bool { return q.Clause == p.Clause && q.Quote == p.Quote }) {
			e.wrong(rowOf("passed_over", i)+".quote", "和前面引的是同一句")
		}
	}
}

// Silent returns the sentences on which nothing rests: no check, no note, no plan,
// address or contact of the data, and for which no reason is given why. A clause that
// is there for information is passed over as a whole.
func (n *Notice) Silent() []Citation {
	used := n.used()
	var silent []Citation
	for _, clause := range n.clauses {
		if n.Informative[clause.ID] != "" {
			continue
		}
		text, from := Squeeze(clause.Text), 0
		for _, sentence := range sentences(clause.Text) {
			to := from + len(sentence)
			if !slices.ContainsFunc(used[clause.ID], func(quote string) bool { return overlaps(text, quote, from, to) }) {
				silent = append(silent, Citation{clause.ID, sentence})
			}
			from = to
		}
	}
	return silent
}

// sentences cuts a clause behind full stops, semicolons and the ends of lines, without
// white space.
func sentences(text string) []string {
	lines := strings.Split(markStops.Replace(text), "\n")
	for i := range lines {
		lines[i] = Squeeze(lines[i])
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

var markStops = strings.NewReplacer("。", "。\n", "；", "；\n", ";", ";\n")

// overlaps reports whether any of a text's places of the quote has a part in common
// with a sentence.
func overlaps(text, quote string, from, to int) bool {
	for at := 0; quote != ""; {
		i := strings.Index(text[at:], quote)
		if i < 0 {
			return false
		}
		begin := at + i
		if begin < to && begin+len(quote) > from {
			return true
		}
		at = begin + len(quote)
	}
	return false
}

// used are the words of each clause that are used, without white space.
func (n *Notice) used() map[string][]string {
	used := map[string][]string{}
	use := func(clause, words string) { used[clause] = append(used[clause], Squeeze(words)) }
	for _, list := range []map[string][]Citation{n.Citations, n.Told} {
		for _, citations := range list {
			for _, c := range citations {
				use(c.Clause, c.Quote)
			}
		}
	}
	for _, p := range n.PassedOver {
		use(p.Clause, p.Quote)
	}
	for _, p := range n.Plans {
		use(p.Clause, p.Name)
		if whole, ok := n.Clause(p.Conditions.Clause); ok {
			use(whole.ID, whole.Text)
		}
	}
	for _, m := range n.Materials {
		if m.Check == "" { // the others are in the words that the check cites
			use(m.Clause, m.Name)
		}
	}
	for _, m := range n.Milestones {
		clause, _ := n.Clause(m.Clause)
		p := newPassage(clause.Text)
		for _, d := range days(p, n.Year) {
			if d.day == m.Day.Day {
				use(m.Clause, p.text[d.at:d.end])
			}
		}
	}
	for _, c := range n.Contacts {
		use(c.Clause, c.Phone)
	}
	if n.PostAddress != nil {
		use(n.PostAddress.Clause, n.PostAddress.Text)
	}
	if n.RecommendationFee != nil {
		use(n.RecommendationFee.Clause, n.RecommendationFee.Name)
	}
	return used
}
