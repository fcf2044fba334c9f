package say_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"zhicheng/forms/say"
)

var english = &say.Language{
	Tag: "en",
	Formats: map[string]string{
		"%d年%s%d学时": "%d: %[3]d hours of %[2]s", "专业科目": "professional subjects", "%s，%s": "%[2]s after %[1]s",
		"打开 %s：%s": "Opening %s: %s", "没有这个文件": "there is no such file", "、": ", ", "还差100%%": "100%% short",
	},
	Join: func(left, sign, right string) string { return left + sign + strings.Replace(right, "p", "P", 1) },
	Polish: func(said string) string {
		return strings.ReplaceAll(strings.ReplaceAll(said, " 1 hours", " 1 hour"), "file", "FILE")
	},
}

func TestASentenceIsSaidInBothLanguages(t *testing.T) {
	subject := say.F("专业科目")
	for _, row := range []struct {
		text             say.Text
		chinese, english string
	}{
		{say.Text{}, "", ""},
		{subject, "专业科目", "professional subjects"},
		{say.F("%d年%s%d学时", 2018, subject, 12), "2018年专业科目12学时", "2018: 12 hours of professional subjects"},
		{say.F("%d年%s%d学时", 2018, subject, 1), "2018年专业科目1学时", "2018: 1 hour of professional subjects"},
		{say.F("还差100%%"), "还差100%", "100% short"},
		{say.F("没有英文"), "没有英文", "没有英文"},
		{say.Join("、", subject, say.Text{}, subject), "专业科目、专业科目", "professional subjects, Professional subjects"},
		{say.Join("、"), "", ""},
		{say.Join("、", subject), "专业科目", "professional subjects"},
		{say.Own("绍兴", map[string]string{"en": "Shaoxing"}), "绍兴", "Shaoxing"},
		{say.Own("绍兴", map[string]string{"fr": "Shaoxing"}), "绍兴", "绍兴"},
		{say.Own("绍兴", nil), "绍兴", "绍兴"},
		{say.Typed(""), "", ""},
	} {
		if got := row.text.String(); got != row.chinese {
			t.Errorf("%q, want %q", got, row.chinese)
		}
		if got := row.text.In(english); got != row.english {
			t.Errorf("%s in English: %q, want %q", row.chinese, got, row.english)
		}
		if row.text.Empty() != (row.chinese == "") {
			t.Errorf("%q: empty is %t", row.chinese, row.text.Empty())
		}
	}
}

// What somebody typed is never looked up, never formatted and never corrected, however
// deep in a sentence it is.
func TestWhatIsTypedIsNeverTouched(t *testing.T) {
	for _, typed := range []string{"专业科目", "%d年%s", " 1 hours of file", "100%", "、", "\U000F0000\U000F0001", "x\U000F0001", ""} {
		inner := say.F("%s，%s", typed, say.F("专业科目"))
		for _, text := range []say.Text{say.F("%s，%s", inner, typed), say.Join("、", say.Typed(typed), inner, say.Typed(typed))} {
			got, all := text.In(english), strings.Count(text.String(), typed)
			if typed != "" && strings.Count(got, typed) < min(all, 2) {
				t.Errorf("%q became %q", typed, got)
			}
		}
	}
	got := say.F("%s，%s", "乙\U000F0000", "甲\U000F0001").In(english)
	if got != "甲\U000F0001 after 乙\U000F0000" {
		t.Errorf("signs of the private area are mixed up: %q", got)
	}
}

func TestAnErrorIsSaid(t *testing.T) {
	missing := say.Errorf("没有这个文件")
	err := say.Errorf("打开 %s：%w", "专业科目", missing)
	if got := err.Error(); got != "打开 专业科目：没有这个文件" {
		t.Error(got)
	}
	if got := say.Of(err).In(english); got != "Opening 专业科目: there is no such FILE" {
		t.Error(got)
	}
	if !errors.Is(err, missing) || errors.Unwrap(err) != missing {
		t.Error("the cause is lost")
	}
	if got := say.Of(fmt.Errorf("system: %w", err)).In(english); !strings.HasPrefix(got, "system: ") {
		t.Error(got)
	}
	both := say.Errorf("%w；%w", missing, fs.ErrExist)
	if !errors.Is(both, missing) || !errors.Is(both, fs.ErrExist) {
		t.Error("one of two causes is lost")
	}
	if got := say.Of(say.Errorf("打开 %s：%w", "x", errors.New("专业科目"))).In(english); got != "Opening x: 专业科目" {
		t.Error(got)
	}
}

func TestJSONHoldsTheChinese(t *testing.T) {
	data, err := say.F("%d年%s%d学时", 2018, say.F("专业科目"), 12).MarshalText()
	if string(data) != "2018年专业科目12学时" || err != nil {
		t.Errorf("%s, %v", data, err)
	}
}
