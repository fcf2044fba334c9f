package notice

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
)

var (
	idPattern   = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	codePattern = regexp.MustCompile(`^[A-Z][A-Z0-9]{0,7}$`)
	wordPattern = regexp.MustCompile(`^[a-z][a-z_]*$`)
	yearAtEnd   = regexp.MustCompile(`-(\d{4})$`)
	anyYear     = regexp.MustCompile(`\d{4}`)
)

// examineHead looks at what the notice says of itself: number, year, place, whom to ask.
func (e *examination) examineHead() {
	n := e.n
	if !idPattern.MatchString(n.ID) || len(n.ID) > 60 {
		e.wrong("id", "“%s”只能用小写字母、数字和连字号，例如 shaoxing-2021", n.ID)
	}
	if m := yearAtEnd.FindStringSubmatch(n.ID); m != nil && n.Year > 0 && m[1] != fmt.Sprint(n.Year) {
		e.wrong("id", "“%s”和年度%d对不上", n.ID, n.Year)
	}
	if number := e.own("文号").text; n.Number != "" && number != newPassage(n.Number).text {
		e.wrong("number", "“文号”里写的是“%s”，不是“%s”", number, n.Number)
	}
	if title := e.own("标题").text; n.Year > 0 && !strings.Contains(title, fmt.Sprintf("%d年", n.Year)) {
		e.wrong("year", "“标题”里没有“%d年”", n.Year)
	}
	e.examinePlace()
	e.examineIssued()
	e.examineContacts()
	if n.PostAddress != nil {
		e.named("post_address.text", n.PostAddress.Clause, n.PostAddress.Text)
	}
	if n.RecommendationFee != nil {
		e.named("recommendation_fee.name", n.RecommendationFee.Clause, n.RecommendationFee.Name)
	}
	if n.Portal != nil {
		e.within("portal.name", n.Portal.Clause, n.Portal.Name)
	}
	e.examineLevels()
	e.examinePlatform()
}

// examineLevels wants the name of a level to be in the names of its plans.
func (e *examination) examineLevels() {
	for _, level := range slices.Sorted(maps.Keys(e.n.Levels)) {
		name, plans := e.n.Levels[level], 0
		for _, p := range e.n.Plans {
			if p.Level != level {
				continue
			}
			if plans++; name != "" && !strings.Contains(p.Name, name) {
				e.wrong("levels."+string(level), "计划%s的名称里没有“%s”", p.Code, name)
			}
		}
		if plans == 0 {
			e.wrong("levels."+string(level), "没有一个评审计划是这个级别")
		}
	}
}

// division is what follows the name of a place; before another one it is part of the name,
// as in 云州市.
var division = regexp.MustCompile(`^(?:地区|[省市县区州盟旗])(?:[^省市县区州盟旗]|$)`)

// examinePlace wants the place to be whole, in front of 省, 市, 县 or 区: where the office
// that issues the notice begins with it, or else where some name of the text does.
func (e *examination) examinePlace() {
	place := e.n.Place
	if place == "" {
		return
	}
	begins := func(p passage) bool {
		return p.has(place, func(at int, begins bool) bool {
			return !begins && division.MatchString(p.text[at:]) || begins && p.edge(at, true)
		})
	}
	bare := func(id string) passage { return newPassage(documentNumber.ReplaceAllString(e.own(id).text, " ")) }
	offices := []passage{e.own(footer), e.own("印发"), e.own("标题")}
	whole := slices.ContainsFunc(e.n.clauses, func(c Clause) bool { return begins(bare(c.ID)) })
	switch {
	case !whole:
		e.wrong("place", "原文里没有“%s”后面接省、市、县或区，前面没有别的字", place)
	case !strings.HasPrefix(e.own("文号").text, string([]rune(place)[:1])) && !slices.ContainsFunc(offices, begins):
		e.wrong("place", "标题、文号和落款都不像是“%s”的", place)
	}
}

// examineIssued compares the day of issue with where a notice has it, its end.
func (e *examination) examineIssued() {
	if e.unread["issued"] {
		return
	}
	var found []dayHit
	for _, p := range []passage{e.own(footer), e.own("印发"), e.whole()} {
		if found = days(p, e.n.Year); len(found) > 0 {
			break
		}
	}
	said := slices.ContainsFunc(found, func(d dayHit) bool { return d.day == e.n.Issued.Day })
	if !said {
		e.wrong("issued", "“落款”里没有“%s”", e.n.Issued.Chinese())
	}
}

// examineContacts looks at names and telephones; where a clause lists them apart,
// they have to be in the same order.
func (e *examination) examineContacts() {
	last := map[string][2]int{}
	for i, c := range e.n.Contacts {
		path := rowOf("contacts", i)
		e.named(path+".name", c.Clause, c.Name)
		e.named(path+".phone", c.Clause, c.Phone)
		text := e.own(c.Clause).text
		at := [2]int{strings.Index(text, newPassage(c.Name).text), strings.Index(text, newPassage(c.Phone).text)}
		before, ok := last[c.Clause]
		if ok && (at[0] > before[0]) != (at[1] > before[1]) {
			e.wrong(path+".phone", "%s里姓名和电话的先后和这里不一样，看看是不是配错了", c.Clause)
		}
		last[c.Clause] = at
		if slices.Contains(e.n.Contacts[:i], c) {
			e.wrong(path, "和前面的重复")
		}
	}
	e.examineTelephones()
}

var (
	digits    = regexp.MustCompile(`\d+(?:-\d+)?`)
	telephone = regexp.MustCompile(`^((0\d{2,3}-?)?\d{7,8}|1[3-9]\d{9})$`)
)

// examineTelephones doubts a telephone of the text that the data does not have; that of
// the address to which papers are sent is part of the address.
func (e *examination) examineTelephones() {
	known := ""
	for _, c := range e.n.Contacts {
		known += c.Phone + " "
	}
	for _, c := range e.n.clauses {
		text := e.own(c.ID).text
		if !strings.Contains(text, "电话") && !strings.Contains(text, "联系") {
			continue
		}
		for _, number := range digits.FindAllString(text, -1) {
			if telephone.MatchString(number) && !strings.Contains(known, number) {
				e.doubt("contacts", "%s里的电话%s没有写进来", c.ID, number)
			}
		}
	}
}

func (e *examination) examinePlatform() {
	site := e.n.Platform
	if site == "" {
		return
	}
	p := e.own(e.n.Filing().Clause)
	if !strings.Contains(p.text, "http") {
		p = e.whole()
	}
	if !p.says(site) {
		e.wrong("platform", "个人申报的条款里没有这个网址“%s”", site)
	}
}

// examineHour compares the hour behind the day in the clause with that of the data.
func (e *examination) examineHour(path string, d Deadline) {
	p := e.own(d.Clause)
	hours := []hit{}
	without := false
	for _, day := range days(p, e.n.Year) {
		if day.day != d.Day.Day {
			continue
		}
		rest := passage{text: strings.TrimPrefix(p.text[day.end:], "前")}
		found := unitHour.hits(rest)
		hours, without = append(hours, found...), without || len(found) == 0
	}
	said := slices.ContainsFunc(hours, func(h hit) bool { return h.value == d.Hour })
	if !said && len(hours) == 1 {
		e.fix(path+".hour", fmt.Sprint(hours[0].value))
	}
	switch {
	case d.Hour == 0 && len(hours) > 0 && !without:
		e.wrong(path+".hour", "%s里写到了%d时，这里没有写 hour", d.Clause, hours[0].value)
	case d.Hour > 24:
		e.wrong(path+".hour", "没有%d时", d.Hour)
	case d.Hour > 0 && !said:
		e.wrong(path+".hour", "%s里这一天后面没有“%d时”", d.Clause, d.Hour)
	}
}

// holidaySource is the name that the yearly arrangement of the holidays has.
var holidaySource = regexp.MustCompile(`^《?国务院办公厅关于\d{4}年部分节假日安排的通知》?$`)

func (e *examination) examineCalendar() {
	c := e.n.Calendar
	if e.unread["calendar"] || e.unread["calendar.from"] || e.unread["calendar.to"] {
		return
	}
	for i, m := range e.n.Milestones {
		if m.Day.Day != 0 && m.Kind != CutoffDay && !c.Covers(m.Day.Day) {
			e.wrong(rowOf("milestones", i)+".day", "日历没有包括%s", m.Day)
		}
	}
	if !c.Covers(e.n.Issued.Day) && !e.unread["issued"] {
		e.wrong("calendar.from", "日历没有包括发通知那天%s", e.n.Issued)
	}
	if c.Source != "" && !strings.Contains(c.Source, fmt.Sprint(e.n.Year)) {
		e.wrong("calendar.source", "没有写是%d年的放假安排：照国务院办公厅的通知改好日历，再写上", e.n.Year)
	}
	if c.Source != "" && !holidaySource.MatchString(c.Source) {
		e.doubt("calendar.source", "“%s”不是“国务院办公厅关于…年部分节假日安排的通知”", c.Source)
	}
	_, month, day := c.From.Date()
	if c.From != e.n.Issued && (month != 1 || day != 1) {
		e.doubt("calendar.from", "日历要从发通知那天或者1月1日起")
	}
	if _, month, day = c.To.Date(); month != 12 || day != 31 {
		e.doubt("calendar.to", "日历要到12月31日止")
	}
	e.ascending("calendar.holidays", c.Holidays)
	e.ascending("calendar.workdays", c.Workdays)
	for i, d := range c.Workdays {
		weekend := d.Weekday() == time.Sunday || d.Weekday() == time.Saturday
		if !weekend || slices.Contains(c.Holidays, d) {
			e.wrong(rowOf("calendar.workdays", i), "%s不是周末，或者在放假的日子里，不能是调休上班", d)
		}
	}
	e.examineHolidays()
	e.examineRuns()
}

// examineRuns doubts a week off without the weekend days that are usually worked for
// it: all of its working days but three or four.
func (e *examination) examineRuns() {
	c := e.n.Calendar
	for i := 0; i < len(c.Holidays); {
		end := i + 1
		for end < len(c.Holidays) && c.Holidays[end].Day == c.Holidays[end-1].Day+1 {
			end++
		}
		first, last := c.Holidays[i].Day, c.Holidays[end-1].Day
		weekdays, worked := 0, 0
		for d := first; d <= last; d++ {
			if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
				weekdays++
			}
		}
		for _, d := range c.Workdays {
			if d.Day >= first-14 && d.Day <= last+14 {
				worked++
			}
		}
		if end-i >= 7 && worked != weekdays-3 && worked != weekdays-4 {
			e.doubt("calendar.workdays", "%s起放假%d天，前后调休上班%d天：核对一下放假安排", first, end-i, worked)
		}
		i = end
	}
}

// examineHolidays doubts a holiday with a hole in it, and a national day that is none.
func (e *examination) examineHolidays() {
	c := e.n.Calendar
	for i := 1; i < len(c.Holidays); i++ {
		if gap := c.Holidays[i].Day - c.Holidays[i-1].Day; gap > 1 && gap < 4 {
			e.wrong(rowOf("calendar.holidays", i), "%s和%s之间断了", c.Holidays[i-1], c.Holidays[i])
		}
	}
	for d := c.From.Day; d <= c.To.Day && d < c.From.Day+800; d++ {
		_, m, day := d.Date()
		public := m == 1 && day == 1 || m == 5 && day == 1 || m == 10 && day <= 3
		if public && !slices.Contains(c.Holidays, Day{d}) {
			e.wrong("calendar.holidays", "%s是法定节假日，这里没有", d)
		}
	}
}

func (e *examination) ascending(path string, list []Day) {
	for i, d := range list {
		switch {
		case !e.n.Calendar.Covers(d.Day):
			e.wrong(rowOf(path, i), "%s不在日历的起止之内", d)
		case i > 0 && d.Day <= list[i-1].Day:
			e.wrong(rowOf(path, i), "%s要排在后面，日子从早到晚，不重复", d)
		}
	}
}
