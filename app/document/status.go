package document

import (
	"errors"

	"zhicheng/forms/say"
)

// Say says whether everything typed is safe; saving tells that the applicant waits for a
// save, and dirty that something was typed since the last one.
func (s Status) Say(saving, dirty bool) (text say.Text, safe bool) {
	switch {
	case saving:
		return say.F("正在保存"), false
	case s.Elsewhere:
		return say.F("不自动存进文件，请另存"), false
	case errors.Is(s.File, ErrForeign):
		return say.F("文件在别处改过，没有存"), false
	case s.File != nil || s.Shelf != nil && dirty:
		return say.F("没有保存成，请另存"), false
	case dirty:
		return say.F("有改动，马上保存"), false
	case s.Safe == nil:
		return say.F("还没有改动"), false
	case s.Safe != s.Filed:
		return say.F("已自动保存 %s", s.At.Format("15:04")), true
	}
	return say.F("已保存 %s", s.At.Format("15:04")), true
}
