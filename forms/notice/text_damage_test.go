package notice_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// A number of the text that the data rests on cannot change unseen, nor can a mark.
func TestDamagedTextIsFound(t *testing.T) {
	files := original(t)
	text := files["clauses.txt"]
	for name, row := range map[string][2]string{
		"the hours":                   {"每年不少于18学时", "每年不少于20学时"},
		"the years":                   {"近四年（2017-2020年）", "近四年（2018-2021年）"},
		"the forestry hours":          {"每年达到90学时", "每年达到72学时"},
		"the cut-off":                 {"截止到2020年12月31日", "截止到2021年12月31日"},
		"a deadline":                  {"报送截止时间2020年10月9日", "报送截止时间2020年10月16日"},
		"the hour":                    {"9月23日24时", "9月23日17时"},
		"the publicity":               {"四（二）\n（二）单位审核", "四（二）\n（三）单位审核"},
		"the ban":                     {"次年起3年内", "次年起5年内"},
		"the delay":                   {"延迟2年申报", "延迟1年申报"},
		"the education":               {"2001年以后", "2002年以后"},
		"the insurance":               {"社会保险一年以上", "社会保险二年以上"},
		"the fee":                     {"评审费280元", "评审费300元"},
		"the photo":                   {"大于30K", "大于50K"},
		"the pixels":                  {"215*300", "295*413"},
		"the ratio":                   {"小于等于0.8", "小于等于0.75"},
		"the statement":               {"1000字以内", "1500字以内"},
		"the copies":                  {"评审表》（一式3份，A4", "评审表》（一式2份，A4"},
		"the paper":                   {"一式3份，A3纸", "一式3份，A4纸"},
		"a telephone":                 {"85157235", "85157236"},
		"another telephone":           {"85157235、", "85157235、85157299、"},
		"a document":                  {"浙林人〔2019〕64号", "浙林人〔2021〕64号"},
		"a plan":                      {"2020年度绍兴市林业工程专业工程师任职资格评审计划", "2020年度绍兴市林业工程专业工程师评审计划"},
		"the number":                  {"〔2020〕25号", "〔2020〕26号"},
		"the year":                    {"关于做好2020年度全市", "关于做好2021年度全市"},
		"the day of issue":            {"\n2020年8月24日\n", "\n2020年8月25日\n"},
		"the years of office":         {"助理工程师工作二年左右", "助理工程师工作三年左右"},
		"about":                       {"二年左右", "二年以上"},
		"the exceptional years":       {"不具备规定学历，担任助理工程师职务满四年", "不具备规定学历，担任助理工程师职务满五年"},
		"the items":                   {"中的三项者", "中的二项者"},
		"the later education":         {"不满2年", "不满3年"},
		"the website":                 {"（网址：https://zcps.rlsbt.zj.gov.cn）", "（网址：https://zcps.rlsbt.zj.gov.com）"},
		"a mark dropped":              {"§ 三（七）\n", ""},
		"a mark of another clause":    {"§ 三（七）\n", "§ 三（六）\n"},
		"a mark that is passed over":  {"§ 三（七）\n", "§ 三（九）\n"},
		"a mark with narrow brackets": {"§ 三（七）\n", "§ 三(七)\n"},
		"a mark with two spaces":      {"§ 三（七）\n", "§  三（七）\n"},
		"a mark without a space":      {"§ 三（七）\n", "§三（七）\n"},
		"a mark further in":           {"§ 三（七）\n", " § 三（七）\n"},
		"nothing before a mark":       {"§ 文号\n", "\n绍兴\n§ 文号\n"},
		"a clause twice":              {"§ 三（八）\n", "§ 三（七）\n（七）社保证明要求。\n§ 三（八）\n"},
		"a clause moved":              {"§ 三（一）\n", "§ 三（二）\n"},
		"a sign that is not seen":     {"不少于18学时", "不少于\u200b18学时"},
		"turned writing":              {"不少于18学时", "\u202e不少于18学时"},
		"a control":                   {"不少于18学时", "不少于\x0718学时"},
	} {
		t.Run(name, func(t *testing.T) {
			if strings.Count(text, row[0]) < 1 {
				t.Fatalf("the text does not have %q", row[0])
			}
			files["clauses.txt"] = strings.Replace(text, row[0], row[1], 1)
			wrong, doubts := examined(t, files)
			if len(wrong)+len(doubts) == 0 {
				t.Errorf("%q instead of %q is taken", row[1], row[0])
			}
			for _, f := range append(wrong, doubts...) {
				if f.Line == 0 || strings.Contains(f.Message, "%!") {
					t.Errorf("no line: %s", f)
				}
			}
		})
	}
}

// Every clause may be dropped, and every mark: neither goes unseen.
func TestNoClauseIsDroppedUnseen(t *testing.T) {
	files := original(t)
	blocks := regexp.MustCompile(`(?ms)^§ [^\n]+\n`).FindAllStringIndex(files["clauses.txt"], -1)
	text := files["clauses.txt"]
	for i, at := range blocks {
		end := len(text)
		if i+1 < len(blocks) {
			end = blocks[i+1][0]
		}
		for how, damaged := range map[string]string{
			"the clause": text[:at[0]] + text[end:], "the mark": text[:at[0]] + text[at[1]:],
			"the words": text[:at[1]] + text[end:], "twice": text[:end] + text[at[0]:end] + text[end:],
		} {
			if i%each(map[string]int{"the clause": 5, "the mark": 5, "the words": 16, "twice": 16}[how]) != 0 {
				continue
			}
			files["clauses.txt"] = damaged
			if wrong, doubts := examined(t, files); len(wrong)+len(doubts) == 0 {
				t.Errorf("%s of %q: nothing is said", how, strings.TrimSpace(text[at[0]:at[1]]))
			}
		}
	}
}

// A notice whose quotes are new and whose numbers are last year's is refused, and
// every number is named with what the clause says.
func TestStaleNumbersAreRefused(t *testing.T) {
	files := original(t)
	for old, fresh := range map[string]string{"不少于18学时": "不少于20学时", "达到90学时": "达到96学时", "1000字以内": "1200字以内", "280元": "320元", "大于30K": "大于40K"} {
		for name := range files {
			files[name] = strings.ReplaceAll(files[name], old, fresh)
		}
	}
	wrong, _ := examined(t, files)
	said := wrong.Error()
	for _, want := range []string{
		"hours.0.rows.0.least）：三（三）2里没有“18学时”，写的是“20学时”", "hours.1.rows.0.least）：三（三）3（2）里没有“90学时”，写的是“96学时”",
		"hours.1.rows.2.least）：三（三）3（2）里没有“18学时”，写的是“20学时”", "statement.limit）：附件1-6里没有“1000字”，写的是“1200字”",
		"plans.0.fee.yuan）：六（三）里没有“280元”，写的是“320元”", "photo.bytes_fail_at_most）：附件1-4里没有30000到30720字节这个大小，写的是“40K”",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	if len(wrong) != 7 { // and the English of one of them
		t.Errorf("%d faults, want 7:\n%s", len(wrong), said)
	}
}

// All faults are told at once, in the order of the file, with their lines.
func TestFaultsAreInOrder(t *testing.T) {
	files := original(t)
	for _, change := range [][2]string{
		{`"version": 1`, `"version": 0`},
		{`"hours": "evidence"`, `"hours": "weekly"`},
		{`"copies": 3`, `"copys": 3`},
		{`"about": true`, `"about": "true"`},
		{`"months": 12`, `"months": 6`},
		{`"limit": 1000`, `"limit": -1`},
	} {
		files["notice.json"] = strings.Replace(files["notice.json"], change[0], change[1], 1)
	}
	wrong, _ := examined(t, files)
	line := 0
	for _, f := range wrong {
		if f.Line < line || f.Line == 0 {
			t.Errorf("out of order: %s", f)
		}
		line = f.Line
	}
	said := wrong.Error()
	for _, want := range []string{"version", "plans.0.hours", "copys", "materials.15.copies", "about", "insurance.months", "statement.limit"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
}

func TestBrokenDataIsExplained(t *testing.T) {
	whole := original(t)["notice.json"]
	for name, row := range map[string]struct{ data, want string }{
		"a full-width comma": {strings.Replace(whole, `"year": 2020,`, `"year": 2020，`, 1), "第5行：“，”是全角的"},
		"full-width quotes":  {strings.Replace(whole, `"year"`, `“year”`, 1), "第5行：““”是全角的"},
		"no comma":           {strings.Replace(whole, `"year": 2020,`, `"year": 2020`, 1), "第6行：从“\"”起看不懂"},
		"a comma too many":   {strings.Replace(whole, "\n}\n", ",\n}\n", 1), "起看不懂"},
		"cut off":            {whole[:strings.Index(whole, `"calendar"`)], "数据没有写完"},
		"something behind":   {whole + "{}", "后面多了内容"},
		"nothing":            {"", "数据"},
		"a key twice":        {strings.Replace(whole, `"year": 2020,`, `"year": 2020, "year": 2021,`, 1), "第5行：“year”写了两次"},
		"another case":       {strings.Replace(whole, `"year"`, `"Year"`, 1), "不认识的部分“Year”"},
		"UTF-16":             {"\xff\xfe{\x00}\x00", "UTF-16"},
		"GBK":                {"{\"place\": \"\xc9\xdc\xd0\xcb\"}", "GBK"},
		"broken UTF-8":       {"{\"place\": \"\xe7\xbb\x8d\xe5\x85\"}", "第1行：这一行有读不出的字"},
		"a deep one":         {strings.Repeat("[", 100_000), "括号套得太深"},
		"a list":             {"[]", "要写成 {…} 的一组"},
		"a mark of order":    {"\ufeff" + whole, ""},
		"lines of Windows":   {strings.ReplaceAll(whole, "\n", "\r\n"), ""},
		"too large":          {whole + strings.Repeat(" ", 600_000), "通知太大"},
	} {
		t.Run(name, func(t *testing.T) {
			files := original(t)
			files["notice.json"] = row.data
			wrong, _ := examined(t, files)
			if row.want == "" && len(wrong) > 0 || row.want != "" && !strings.Contains(fmt.Sprint(wrong), row.want) {
				t.Errorf("got %v, want %q", wrong, row.want)
			}
		})
	}
}

// FuzzExamine: whatever a file holds, reading it ends, and what is said has a file.
func FuzzExamine(f *testing.F) {
	files := original(f)
	f.Add(files["notice.json"], files["clauses.txt"], files["english.json"])
	f.Add(`{"plans": [{}], "hours": [{"rows": [{}]}]}`, "§ 一\n一、x", "{}")
	f.Fuzz(func(t *testing.T, data, text, english string) {
		wrong, doubts := examined(t, map[string]string{"notice.json": data, "clauses.txt": text, "english.json": english})
		for _, fault := range append(wrong, doubts...) {
			if fault.File == "" || fault.Message == "" || strings.Contains(fault.Message, "%!") {
				t.Errorf("%+v", fault)
			}
		}
	})
}
