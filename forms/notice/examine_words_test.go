package notice_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"zhicheng/forms/notice"
)

// A number, a document or an annex in words of the notice's maker is one that the part of
// the clause says which the words are about.
func TestWordsOfTheMakerAreCompared(t *testing.T) {
	expect(t, map[string]change{
		"the hour of another day":           {`"clause": "四（一）"},`, `"clause": "四（一）", "remark": "过了24时不予提交"},`, "四（一）里说这件事的地方没有“24时”"},
		"digits of a year":                  {"只留给公示，不是个人申报的日期", "20日以前公示", "四（一）里说这件事的地方没有“20日”"},
		"a day of another milestone":        {"只留给公示，不是个人申报的日期", "23日以后公示", "四（一）里说这件事的地方没有“23日”"},
		"other working days":                {"只留给公示，不是个人申报的日期", "留给4个工作日的公示", "四（一）里说这件事的地方没有“4个工作日”"},
		"a day of no milestone":             {"邮寄按寄出还是收到算，通知没有写", "10月23日起收", "四（四）里说这件事的地方没有“10月23日”"},
		"years in words":                    {`"remark": "任现职以来，有代表性"`, `"remark": "近九年的"`, "附件1-7里说这件事的地方没有“九年”"},
		"an hour in a remark on a material": {`"remark": "手机扫码在线签署"`, `"remark": "过了24时不能签"`, "附件1-5里说这件事的地方没有“24时”"},
		"the number of another sentence":    {`"remark": "要哪几个月的，通知没有写"`, `"remark": "一年的"`, "三（七）里说这件事的地方没有“一年”"},
		"another annex":                     {`"说明林业工程师的条件在附件3"`, `"说明林业工程师的条件在附件6"`, "二（四）里没有“附件6”"},
		"an annex with a longer number":     {`"说明林业工程师的条件在附件3"`, `"说明林业工程师的条件在附件33"`, "二（四）里没有“附件33”"},
		"an annex in a reason":              {`"办法在附件1里逐条检查"`, `"办法在附件4里逐条检查"`, "四（一）里没有“附件4”"},
		"an annex that is not there":        {`"从四直接到六"`, `"内容在附件9"`, "原文里没有“附件9”"},
		"a number in a reason":              {`"由单位做；申报步骤里写了等单位审核"`, `"由单位做；等7天"`, "四（二）里说这件事的地方没有“7天”"},
	})
}

// What is said with the right number is taken, however the number is written.
func TestRightNumbersInWordsAreTaken(t *testing.T) {
	for old, new := range map[string]string{
		`"remark": "过了系统不予提交"`:        `"remark": "过了24时系统不予提交，公示五个工作日"`,
		`"remark": "只留给公示，不是个人申报的日期"`: `"remark": "到9月30日止"`,
		`"remark": "任现职以来，有代表性"`:      `"remark": "任现职以来，两样就够"`,
		`"二": "标题"`:                           `"二": "标题；一条一条写在下面"`,
		`"why": "办法在附件1里逐条检查"`:                `"why": "办法在附件1里"`,
		`"remark": "邮寄按寄出还是收到算，通知没有写"`:        `"remark": "10月9日以前送到"`,
		`"called": "委托评审手续", "who": ["unit"]`: `"called": "委托评审手续", "who": ["unit", "self"]`,
	} {
		files := original(t)
		files["notice.json"] = strings.Replace(files["notice.json"], old, new, 1)
		files["english.json"] = "{}"
		if wrong, doubts := examined(t, files); len(wrong)+len(doubts) > 0 {
			t.Errorf("%s: %s", new, append(wrong, doubts...))
		}
	}
}

// A place is whole, and so is the name of the English.
func TestPartsOfNamesAreRefused(t *testing.T) {
	expect(t, map[string]change{
		"half of the place": {`"place": "绍兴"`, `"place": "绍"`, "原文里没有“绍”后面接"},
		"the other half":    {`"place": "绍兴"`, `"place": "兴"`, "原文里没有“兴”后面接"},
		"a telephone left out": {`,
    {"name": "谢钟鑫", "phone": "85109697", "clause": "落款"}`, "", "落款里的电话85109697没有写进来"},
		"a step left out":         {`"login": "附件1-1", `, "", "没有写“login”，附件1-1像是这一步"},
		"a clause of another":     {`"days": 5, "clause": "四（二）"`, `"days": 5, "clause": "四（一）"`, "“publicity-window”引的不是四（一）"},
		"a quote that ends early": {`在线签署《专业技术资格申报材料真实性保证书》"}`, `在线签署《专业技术资格申报材料真实性保证"}`, "前面或后面少引了字"},
		"the words of another":    {`"quote": "要求每年达到90学时"`, `"quote": "继续教育学时取得和认定请参照《浙江省林业专业技术人员继续教育学时登记细则》（浙林人〔2017〕32号）"`, "引的原话里没有“90学时”"},
	})
	files := original(t)
	files["english.json"] = strings.Replace(files["english.json"], "At most 1000 characters", "At most 1500 characters", 1)
	if wrong, _ := examined(t, files); !strings.Contains(wrong.Error(), "英文里的1500，中文里没有") {
		t.Errorf("another number in the English: %v", wrong)
	}
	yunzhou := map[string]string{"云州": "", "云": "原文里没有“云”后面接", "州": "原文里没有“州”后面接"}
	for place, want := range yunzhou {
		if said := placed(t, place); !strings.Contains(said, want) || want == "" && said != "" {
			t.Errorf("%s: %q, want %q", place, said, want)
		}
	}
}

// placed is what is said of the invented notice of 云州 where it is said to be of a place.
func placed(t *testing.T, place string) string {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{"notice.json", "clauses.txt"} {
		data, err := os.ReadFile("testdata/yunzhou-2024/" + name)
		if err != nil {
			t.Fatal(err)
		}
		folder["yunzhou-2024/"+name] = &fstest.MapFile{Data: []byte(strings.Replace(string(data), `"place": "云州"`, `"place": "`+place+`"`, 1))}
	}
	source, err := notice.Folder(folder, "yunzhou-2024")
	if err != nil {
		t.Fatal(err)
	}
	_, wrong, _ := notice.Examine(source)
	return wrong.Error()
}
