//go:build endtoend

package main

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo/drawn"
	"zhicheng/forms/store"
)

// tally counts what a hand did: everything goes by xdotool.
type tally struct {
	clicks  int // all of the mouse
	carets  int // of them, those that only put the caret into an input that was then filled
	fields  int // inputs that were filled: a text typed or pasted counts one
	keys    int // single keys and shortcuts, without the characters of a text
	notches int // of the wheel
}

func (c *tally) note(arguments []string) {
	for i := range len(arguments) - 1 {
		switch next := arguments[i+1]; {
		case arguments[i] == "click" && (next == "4" || next == "5"):
			c.notches++
		case arguments[i] == "click":
			c.clicks++
		case arguments[i] == "key":
			c.keys++
		case arguments[i] == "type":
			c.fields++
		}
	}
}

// effort is clicks and filled fields together.
func (c *tally) effort() int { return c.clicks - c.carets + c.fields }

// The most that it may cost to come from nothing to the list.
const (
	mostEffort  = 45
	mostNotches = 10
)

// applicant is somebody with a photo and a text in the clipboard, who answers what is
// asked and sees what a person sees.
type applicant struct {
	*desk
	height float32 // of the window
}

// seenAt returns the places at which a text is drawn on what can be seen; the wheel turns
// until there is one.
func (a *applicant) seenAt(text string) []Seen {
	a.t.Helper()
	for {
		a.find(text)
		var all []Seen
		state := a.until("there is a state", func(State) bool { return true })
		low := false
		for _, s := range state.Texts {
			if s.Text == text && a.inSight(s) {
				all = append(all, s)
			}
			low = low || s.Text == text && !a.inSight(s)
		}
		if len(all) > 0 {
			return all
		}
		if !low {
			a.t.Fatalf("%q cannot be seen", text)
		}
		a.notch()
	}
}

// inSight reports whether something on the page is above the foot, with the rail's and the
// foot's own always in sight.
func (a *applicant) inSight(s Seen) bool {
	foot := a.height - 60
	return s.X < pageLeft || s.Y+s.H <= foot || s.Y > foot+8 && (strings.HasPrefix(s.Text, "下一步") || strings.HasPrefix(s.Text, "上一步"))
}

// notch turns the wheel over the page by one, and waits for it to move.
func (a *applicant) notch() {
	a.t.Helper()
	before, _ := a.state()
	a.hands("mousemove", "--window", a.window, fmt.Sprint(pageMiddle), fmt.Sprint(pageMiddle), "click", "5")
	a.until("the page moves", func(s State) bool { return !slices.Equal(s.Texts, before.Texts) })
}

// answer clicks on the answer that is nearest below a question, and sees it taken.
func (a *applicant) answer(question, answer string) {
	a.t.Helper()
	asked := a.seenAt(question)[0]
	a.choose(below(asked, a.seenAt(answer)))
}

// choose clicks on an answer, and sees it taken.
func (a *applicant) choose(at Seen) {
	a.t.Helper()
	before, _ := a.state()
	a.clickAt(at, 6, 0)
	a.until("the answer “"+at.Text+"” is taken", func(s State) bool { return !bytes.Equal(s.Draft, before.Draft) })
}

// fill types into the input that is nearest below a label.
func (a *applicant) fill(label, text string) {
	a.t.Helper()
	a.caret(label)
	a.hands("type", "--delay", "4", text)
	a.drafted("“"+text+"” is taken", text)
}

// caret puts the caret into the input below a label, unless it is there already.
func (a *applicant) caret(label string) {
	a.t.Helper()
	asked := a.seenAt(label)[0]
	state, _ := a.state()
	input := below(asked, state.Inputs)
	if input.Focused {
		return
	}
	a.carets++
	a.clickAt(input, 10, 0)
	a.until("the caret is in the input", func(s State) bool {
		return slices.ContainsFunc(s.Inputs, func(i Seen) bool { return i.Focused && i.Y == input.Y && i.X == input.X })
	})
}

// below returns what is nearest below a label and not at the left of it.
func below(label Seen, all []Seen) Seen {
	best, least := Seen{}, math.Inf(1)
	for _, s := range all {
		right, down := float64(s.X-label.X), float64(s.Y+s.H/2-label.Y-label.H/2)
		if right < -4 || down < -10 {
			continue
		}
		if far := 4*math.Max(0, down) + right; far < least {
			best, least = s, far
		}
	}
	return best
}

// next goes to the next page.
func (a *applicant) next() {
	a.t.Helper()
	state, _ := a.state()
	for _, s := range state.Texts {
		if strings.HasPrefix(s.Text, "下一步") {
			a.clickAt(s, 6, 0)
			a.until("the page turns", func(now State) bool { return heading(now) != heading(state) })
			return
		}
	}
	a.t.Fatal("no way to the next page")
}

// heading is the largest text on the page.
func heading(s State) (text string) {
	most := float32(0)
	for _, seen := range s.Texts {
		if seen.X > pageLeft && seen.H > most {
			text, most = seen.Text, seen.H
		}
	}
	return text
}

// An ordinary engineer of natural resources comes from nothing to the saved list.
func TestEffortToTheList(t *testing.T) {
	for _, row := range []struct {
		name string
		unit func(a *applicant)
		post func(a *applicant)
	}{
		{"enterprise", func(a *applicant) {
			a.answer("单位性质", "企业")
			a.answer("单位有主管部门吗？", "是")
		}, func(*applicant) {}},
		{"public institution", func(a *applicant) {
			a.answer("单位性质", "事业单位")
		}, func(a *applicant) {
			a.answer("是编内人员，有空缺岗位并且单位推荐，岗位信息表两个章都盖了吗？", "都是")
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if os.Getenv("ZHICHENG_EFFORT") == "" {
				t.Skip("数点击的测试要两三分钟，设了 ZHICHENG_EFFORT 才跑")
			}
			a := &applicant{desk: sit(t)}
			a.prepare()
			a.click("开始填写")
			a.questions(row.unit, row.post)
			list := a.list()
			t.Logf("%d clicks and fields (%d clicks and %d fields; %d more clicks into fields), %d keys, %d notches",
				a.effort(), a.clicks-a.carets, a.fields, a.carets, a.keys, a.notches)
			a.complete(list)
			if a.effort() > mostEffort || a.notches > mostNotches {
				t.Errorf("that is more than %d clicks and fields or %d notches", mostEffort, mostNotches)
			}
		})
	}
}

// prepare opens the program on a small laptop, and puts a photo where files are.
func (a *applicant) prepare() {
	a.t.Helper()
	a.display = screen(a.t, "1366x768x24")
	a.manage()
	var photo bytes.Buffer
	err := jpeg.Encode(&photo, drawn.Draw(drawn.Standing(600, 840)), &jpeg.Options{Quality: 95})
	if err == nil {
		err = os.WriteFile(filepath.Join(a.home, "证件照.jpg"), photo.Bytes(), 0o600)
	}
	if err != nil {
		a.t.Fatal(err)
	}
	a.start()
	a.tally = tally{}
	for _, line := range strings.Fields(a.hands("getwindowgeometry", "--shell", a.window)) {
		if height, ok := strings.CutPrefix(line, "HEIGHT="); ok {
			n, err := strconv.Atoi(height)
			if err != nil {
				a.t.Fatal(err)
			}
			a.height = float32(n)
		}
	}
}

// questions answers everything that is asked and not optional, and the two names.
func (a *applicant) questions(unit, post func(*applicant)) {
	a.answer("专业", "土地工程")
	a.answer("申报级别", "工程师")
	a.answer("申报方式", "正常")
	a.next()
	a.answer("是公务员或参照公务员法管理的人员吗？", "不是")
	a.answer("在本市就业、在职、从事所报专业的技术工作，并且是内地身份吗？", "都是")
	a.fill("姓名", "Zhang")
	a.next()
	unit(a)
	a.fill("单位名称", "Surveying")
	a.answer("单位是市直的，还是区、县（市）的？", "市直")
	a.next()
	a.answer("申报以前要办的四件事办好了吗？", "都办好了")
	a.next()
	a.answer("社会保险、人事档案、劳动关系都在本市吗？", "都在本市")
	a.answer("社保由现工作单位缴，现在正常参保缴费吗？", "都是")
	a.fill("到申报时在本市连续缴纳社保", "48")
	a.next()
	a.answer("层次", "本科")
	a.answer("取得地", "国内")
	a.fill("取得时间", "2014-06-20")
	a.answer("核验材料", "备案表")
	a.next()
	a.answer("现职称", "助理工程师")
	a.fill("资格取得时间", "2015-12-31")
	a.fill("聘任（任职）时间", "2016-01-10")
	a.next()
	for _, year := range []string{"2017", "2018", "2019", "2020"} {
		a.fill(year, "18")
	}
	a.next()
	a.photo()
	a.next()
	a.statement()
	a.next()
	a.answer("任现职期间受过处分，或者有正在被处理、调查的问题吗？", "都没有")
	post(a)
	a.next()
}

// photo chooses the photo in the dialog for files.
func (a *applicant) photo() {
	a.clickAt(a.seenAt("选照片…")[0], 6, 0)
	a.clickAt(a.find("证件照"), 6, 0)
	a.clickAt(a.find("打开"), 6, 0)
	a.find("会上传的照片")
}

// statement pastes a text that was written elsewhere.
func (a *applicant) statement() {
	text := strings.Repeat("本人从事土地工程的技术工作。", 20)
	a.copied("UTF8_STRING", []byte(text))
	a.caret("本人述职")
	a.hands("key", "ctrl+v")
	a.fields++
	a.drafted("the statement is taken", text)
}

// list saves the list as a PDF, and returns where.
func (a *applicant) list() (path string) {
	a.clickAt(a.seenAt("打印清单…")[0], 6, 0)
	a.clickAt(a.find("存为PDF…"), 6, 0)
	a.clickAt(a.find("保存"), 6, 0)
	a.until("the list is written", func(State) bool {
		found, _ := filepath.Glob(filepath.Join(a.home, "*.pdf"))
		if len(found) > 0 {
			path = found[0]
		}
		return path != "" && exists(path)
	})
	return path
}

// complete sees that nothing is open that had to be answered.
func (a *applicant) complete(list string) {
	a.t.Helper()
	state, err := a.state()
	if err != nil {
		a.t.Fatal(err)
	}
	filled, err := store.Decode(state.Draft)
	if err != nil {
		a.t.Fatal(err)
	}
	n, err := notice.Load(assets.Notices(), filled.Notice)
	if err != nil {
		a.t.Fatal(err)
	}
	for _, f := range check.Run(n, filled).Own(check.Missing) {
		if f.Step != "photo" { // its measures are not in the file
			a.t.Errorf("%s: %s", f.ID, f.Found)
		}
	}
	said, err := exec.Command("pdftotext", list, "-").Output()
	if err != nil || !strings.Contains(string(said), "没填 0") {
		a.t.Errorf("the list says that something is not filled in, or cannot be read: %v\n%s", err, said)
	}
}
