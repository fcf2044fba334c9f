package words

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
)

// verbsOf returns the verbs of a format by the number of their argument.
func verbsOf(format string) map[int]string {
	verbs := map[int]string{}
	next := 1
	for i, p := range pieces(format) {
		if i%2 == 0 {
			continue
		}
		if p.number == 0 {
			p.number = next
		}
		next = p.number + 1
		verbs[p.number] = p.text
	}
	return verbs
}

func TestEntriesAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range slices.Concat(tables()...) {
		if seen[e.chinese] {
			t.Errorf("twice: %s", e.chinese)
		}
		seen[e.chinese] = true
		if !hasHan(e.chinese) && !strings.ContainsAny(e.chinese, chinesePunctuation) {
			t.Errorf("no Chinese: %s", e.chinese)
		}
		if e.english == "" || strings.TrimRight(e.english, " ") != e.english && hasHan(e.chinese) {
			t.Errorf("%s: the English is %q", e.chinese, e.english)
		}
		if strings.ContainsAny(e.english, "!") {
			t.Errorf("an exclamation mark: %s", e.english)
		}
		chinese, english := verbsOf(e.chinese), verbsOf(e.english)
		for number, verb := range english {
			if verb == "v" && chinese[number] == "s" {
				english[number] = "s"
			}
		}
		if !maps.Equal(chinese, english) {
			t.Errorf("%s has %v, the English has %v", e.chinese, chinese, english)
		}
		for i, text := range compile(e).between {
			if text == "" && i > 0 && i < len(chinese) {
				t.Errorf("nothing between two arguments: %s", e.chinese)
			}
		}
	}
}

func TestEnglishOfEntriesIsEnglish(t *testing.T) {
	for _, e := range slices.Concat(tables()...) {
		if rest := leftover(e.english); hasHan(rest) && e.chinese != e.english && !kin(e) {
			t.Errorf("%s\n is half Chinese: %s", e.chinese, e.english)
		}
	}
}

// kin reports an entry that keeps a name as the platform has it.
func kin(e entry) bool {
	verb := strings.NewReplacer("%[1]d", "%d", "%[2]v", "%s")
	return verb.Replace(e.english) == e.chinese
}

func TestTranslate(t *testing.T) {
	translator := English()
	for _, row := range []struct{ chinese, english string }{
		{"", ""},
		{"plain, 12", "plain, 12"},
		{"是", "Yes"},
		{"2020年9月23日", "23 September 2020"},
		{"2020年9月", "September 2020"},
		{"9月23日", "23 September"},
		{"《国外学历学位认证书》", "《国外学历学位认证书》"},
		{"浙自然发〔2020〕15号", "浙自然发〔2020〕15号"},
		{"2020年度自然资源领域高级工程师任职资格评审计划", "2020年度自然资源领域高级工程师任职资格评审计划"},
		{"4年1个月15天", "4 years, 1 month, 15 days"},
		{"1年0个月11天", "1 year, 0 months, 11 days"},
		{"2018年一般公需12.5学时，要求18学时，差5.5", "2018: 12.5 general public hours. 18 are required, 5.5 short"},
		{"本科（2016年6月20日）有备案表", "Bachelor (本科) (20 June 2016) has a registration form (备案表)"},
		{"还没填：专业、申报级别", "Not answered yet: Specialty, Level applied for"},
		{"还没填：现在在绍兴就业吗、是在职人员吗", "Not answered yet: Do you work in Shaoxing now? Are you in active service (在职)?"},
		{"您选的是“2020年度甲乙评审计划”，与专业、级别一致", `You chose "2020年度甲乙评审计划". It agrees with specialty and level`},
		{"答复：可以（电话里说的）（2020-09-10）", "Answer: 可以（电话里说的） (2020-09-10)"},
		{"保存 我的申报.zcapp：没有权限写到这个文件夹，换一个地方保存", "Saving 我的申报.zcapp: You have no permission to write to this folder. Save it elsewhere"},
		{"头部占照片高度的61%", "The head takes 61% of the height"},
		{"1件要办", "1 to do"},
	} {
		if english, complete := translator.Translate(row.chinese); english != row.english || !complete {
			t.Errorf("%s:\n got  %s (%t)\n want %s", row.chinese, english, complete, row.english)
		}
	}
}

func TestUnknownTextStaysAsItCame(t *testing.T) {
	translator := English()
	for _, text := range []string{
		"鼎鼐", "还没填：鼎鼐", "本科（鼎鼐）", strings.Repeat("字", longestText), "《甲》鼎《乙》",
		strings.Repeat("鼎、", 60), strings.Repeat("鼎（", 40), strings.Repeat("甲；", 40),
	} {
		if got, complete := translator.Translate(text); got != text || complete {
			t.Errorf("%s became %s (%t)", text, got, complete)
		}
	}
}

func TestKeptResultsAreBounded(t *testing.T) {
	translator := English()
	for i := range mostKept * 3 {
		translator.Translate(strings.Repeat("字", 1+i%900) + "鼎" + strings.Repeat("乙", i/900))
	}
	if len(translator.kept) > mostKept+1000 {
		t.Errorf("%d results are kept", len(translator.kept))
	}
}

func TestSeveralGoroutinesAsk(t *testing.T) {
	translator := English()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for year := range 200 {
				text := fmt.Sprintf("%d年一般公需12学时", 2000+year)
				want := fmt.Sprintf("%d: 12 general public hours", 2000+year)
				if got, _ := translator.Translate(text); got != want {
					t.Errorf("%s became %s", text, got)
				}
			}
		})
	}
	group.Wait()
}

// Two templates of the same weight that both fit would make the result a matter of
// their order.
func TestNoTextCanBeReadInTwoWays(t *testing.T) {
	translator := English()
	for _, text := range corpus(t) {
		if _, exact := translator.exact[text]; exact || stays(text) {
			continue
		}
		if _, isDate := date(text); isDate {
			continue
		}
		first := (*template)(nil)
		english := ""
		for _, m := range translator.templates {
			if first != nil && m.weight < first.weight {
				break
			}
			got, ok := translator.apply(m, text)
			switch {
			case !ok:
			case first == nil:
				first, english = m, got
			case got != english:
				t.Errorf("%s\n is %q by %s\n and %q by %s", text, english, first.chinese, got, m.chinese)
			}
		}
	}
}

// samples stand in a text of the source where something is put in.
var samples = []string{"X", "7", "2020年9月23日", "9月23日", "本科（2016年6月20日）", "国外", "破格", "专业"}

// fits reports whether a text of the source is translated with a sample in its
// holes.
func fits(translator *Translator, text string) bool {
	for _, sample := range samples {
		whole := strings.NewReplacer(hole, sample, holeWhole, "7", holeFloat, "0.7").Replace(text)
		if _, complete := translator.Translate(whole); complete {
			return true
		}
	}
	// A format by itself, as in a table of titles.
	_, exact := translator.exact[text]
	return exact
}

func TestEveryTextOfTheSourceHasEnglish(t *testing.T) {
	translator := English()
	excused := map[string]bool{}
	count := 0
	for _, folder := range scanned {
		for _, f := range scan(t, folder) {
			count++
			if _, ok := excuses[f.show()]; ok {
				excused[f.show()] = true
				if fits(translator, f.text) {
					t.Errorf("%s: is excused and has English: %s", f.at, f.show())
				}
				continue
			}
			if !fits(translator, f.text) {
				t.Errorf("%s: no English: %s", f.at, f.show())
			}
		}
	}
	for text := range excuses {
		if !excused[text] {
			t.Errorf("an excuse for what is not there: %s", text)
		}
	}
	if count < 900 {
		t.Errorf("only %d texts were found in the source", count)
	}
}

func TestNoEntryIsLeftOver(t *testing.T) {
	translator := English()
	translator.used = map[string]bool{}
	for _, folder := range scanned {
		for _, f := range scan(t, folder) {
			fits(translator, f.text)
			if _, exact := translator.exact[f.text]; exact {
				translator.note(f.text)
			}
		}
	}
	for _, text := range corpus(t) {
		translator.Translate(text)
	}
	for _, e := range slices.Concat(tables()...) {
		if !translator.used[e.chinese] {
			t.Errorf("nobody says: %s", e.chinese)
		}
	}
}
