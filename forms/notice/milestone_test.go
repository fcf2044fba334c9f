package notice_test

import (
	"slices"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/notice"
)

// Days are rows of data: each of a kind or with a name, once, in its clause, and in an
// order that can be.
func TestMilestonesAreExamined(t *testing.T) {
	const unit = `{"kind": "unit", "day": "2020-09-23", "hour": 24, "clause": "四（二）", "remark": "过了系统不予提交"},`
	expect(t, map[string]change{
		"no unit's day":         {unit, "", "四（二）里的“2020年9月23日”没有写进来"},
		"the unit's day twice":  {unit, unit + unit, "“unit”写了两次"},
		"neither kind nor name": {`"kind": "unit", "day"`, `"day"`, "要写 kind 或者 name，只写一个"},
		"kind and name":         {`"kind": "unit", "day"`, `"kind": "unit", "name": "单位", "day"`, "要写 kind 或者 name，只写一个"},
		"an unknown kind":       {`"kind": "unit"`, `"kind": "units"`, "没有“units”，可以写的有opening、individual"},
		"an unknown actor":      {`"kind": "unit",`, `"kind": "unit", "who": ["boss"],`, "没有“boss”，可以写的有self、unit、department"},
		"a name of its own":     {`"kind": "unit", "day"`, `"name": "最晚提交", "who": ["unit"], "day"`, "通知里没有“deadline-unit”要的那一部分"},
		"a name of nowhere":     {`"kind": "unit", "day"`, `"name": "答辩", "day"`, "四（二）里没有“答辩”"},
		"a number in a remark":  {"过了系统不予提交", "过了17时不予提交", "四（二）里说这件事的地方没有“17时”"},
		"a paper in a remark":   {"过了系统不予提交", "见《办法》", "四（二）里没有“《办法》”"},
		"no cut-off":            {`{"kind": "cutoff", "day": "2020-12-31", "clause": "三（六）", "remark": "专业技术工作年限和任职年限"}`, `{"kind": "opening", "day": "2020-12-31", "clause": "三（六）"}`, "没有写 cutoff"},
		"opening after the end": {`"kind": "cutoff", "day": "2020-12-31"`, `"kind": "opening", "day": "2020-12-31"`, "个人截止不能早于开始申报"},
		"no publicity":          {"  \"publicity\": {\"days\": 5, \"clause\": \"四（二）\"},\n", "", "没有写“publicity”，原文里有“个工作日"},
		"another publicity":     {`"days": 5`, `"days": 7`, "四（二）里没有“7个工作日”，写的是“5个工作日”"},
	})
}

// Whoever asks for a day that the notice does not set gets the next that it does.
func TestDaysThatTheNoticeDoesNotSet(t *testing.T) {
	n := *shipped(t)
	all := n.Milestones
	for _, row := range []struct {
		without        []notice.MilestoneKind
		filing, closes string
	}{
		{nil, "2020-09-23", "2020-10-09"},
		{[]notice.MilestoneKind{notice.PaperDay}, "2020-09-23", "2020-09-30"},
		{[]notice.MilestoneKind{notice.IndividualDay, notice.UnitDay}, "2020-09-30", "2020-10-09"},
		{[]notice.MilestoneKind{notice.IndividualDay, notice.UnitDay, notice.SystemDay}, "2020-10-09", "2020-10-09"},
		{[]notice.MilestoneKind{notice.IndividualDay, notice.UnitDay, notice.SystemDay, notice.PaperDay}, "2020-12-31", "2020-12-31"},
	} {
		n.Milestones = nil
		for _, m := range all {
			if !slices.Contains(row.without, m.Kind) {
				n.Milestones = append(n.Milestones, m)
			}
		}
		if filing, closes := n.Filing().Day.String(), n.Closes().Day.String(); filing != row.filing || closes != row.closes {
			t.Errorf("without %q: filing %s, closes %s", row.without, filing, closes)
		}
	}
	n.Milestones = nil
	if n.Cutoff() != forms.NewDay(2020, 12, 31) || n.Has(notice.CutoffDay) {
		t.Errorf("without any day years are counted up to %s", n.Cutoff())
	}
}
