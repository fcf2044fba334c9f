//go:build endtoend

package main

import (
	"strings"
	"testing"
)

// What is too long, half typed or not saved yet when the window closes is there at
// the next start, character for character.
func TestNothingTypedIsLost(t *testing.T) {
	const most, more = 1000, 200
	d := sit(t)
	d.start()
	d.click("开始填写")
	d.click("述职与业绩")
	d.paste("本人述职", 80, strings.Repeat("述", most)+strings.Repeat("余", more))
	kept, over := `"`+strings.Repeat("述", most)+`"`, `"`+strings.Repeat("余", more)+`"`
	d.drafted("the text is cut at the limit", kept)
	d.drafted("the rest is kept apart", over)
	d.find("超出的文字")

	d.click("职称与资历")
	d.clickAt(d.find("资格取得时间"), 30, 70) // below its hint of two lines
	d.until("the input has the focus", func(s State) bool { return s.Typing })
	d.hands("type", "2016-1x")
	d.drafted("half a date is kept as typed", `"qualified_date":"2016-1x"`)
	d.hands("key", "ctrl+q")
	d.click("先留着")
	if err := d.end(); err != nil {
		t.Errorf("the program ended with %v", err)
	}

	d.start()
	d.click("接着填")
	for _, want := range []string{kept, over, `"qualified_date":"2016-1x"`} {
		d.drafted("everything is back", want)
	}
}
