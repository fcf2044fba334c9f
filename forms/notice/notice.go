// Package notice is the annual notice as data: its clauses word for word, and
// beside them the numbers, dates and lists that the checks work with, each with
// the clause from which it comes.
//
// A notice is a folder of files, or one file that holds them all. clauses.txt is the
// notice's text, every line as published, cut by lines that begin with “§ ” and name
// the clause that follows. notice.json holds numbers, dates, lists and switches, never
// a condition: a new shape of requirement is a new function in package check.
// Whatever the data says is compared with the text: see [Examine].
package notice

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// Notice is one year's notice. A section that the notice does not have is nil.
type Notice struct {
	ID       string    `json:"id"`
	Version  int       `json:"version"`
	Number   string    `json:"number"`
	Year     int       `json:"year"`
	Place    string    `json:"place"`
	Issued   Day       `json:"issued"`
	Platform string    `json:"platform"`
	Contacts []Contact `json:"contacts,omitempty"`
	// Portal is the site whose account is the one for the platform.
	Portal *Named `json:"portal"`
	// Levels are the notice's names of the levels, where they are not the usual ones.
	Levels      map[forms.Level]string `json:"levels,omitempty"`
	PostAddress *Address               `json:"post_address"`
	// Specialties are those that an applicant can choose from.
	Specialties []SpecialtyName `json:"specialties"`
	// Routes are the notice's own ways of applying, next to those of package forms.
	Routes []RouteName `json:"routes,omitempty"`
	Plans  []Plan      `json:"plans"`
	// Milestones are the days that the notice sets.
	Milestones []Milestone `json:"milestones,omitempty"`
	Publicity  *Publicity  `json:"publicity"`
	// Materials are what the notice asks for, in its order.
	Materials []Material `json:"materials,omitempty"`
	// Receiver is the office that takes the papers of districts and counties.
	Receiver *Named `json:"receiver"`
	// RecommendationFee is one that the notice names without an amount.
	RecommendationFee *Named `json:"recommendation_fee"`

	Calendar   Calendar              `json:"calendar"`
	Hours      []HoursRule           `json:"hours"`
	Engineer   *Engineer             `json:"engineer"`
	Interviews []Interview           `json:"interviews,omitempty"`
	Insurance  *Insurance            `json:"insurance"`
	Verify     *Verification         `json:"verification"`
	Discipline *Discipline           `json:"discipline"`
	Photo      Photo                 `json:"photo"`
	Statement  Statement             `json:"statement"`
	Citations  map[string][]Citation `json:"citations"`
	// Informative says of clauses on which no check rests why that is so.
	Informative map[string]string `json:"informative,omitempty"`
	// Told are the notes to applicants that no check judges, by key.
	Told map[string][]Citation `json:"notes,omitempty"`
	// PassedOver are single sentences that are not used.
	PassedOver []PassedOver `json:"passed_over,omitempty"`
	// PlatformSteps are the clauses that tell of the steps on the platform.
	PlatformSteps map[PlatformStep]string `json:"platform_steps,omitempty"`
	// Absent says of numbers that the published text passes over what is known of it.
	Absent map[string]string `json:"absent,omitempty"`

	// Head and Digest are those of the file that the notice came in; zero for a folder.
	Head   Head   `json:"-"`
	Digest string `json:"-"`

	clauses []Clause
	index   map[string]int // of clauses, by their marks
	text    string         // all of it, in its own order
	starts  []block        // on which line of the text a clause begins
	english english
}

// Contact is a person whom the notice names for questions.
type Contact struct {
	Name   string `json:"name"`
	Phone  string `json:"phone"`
	Clause string `json:"clause"`
}

// Address is where papers can be sent.
type Address struct {
	Text   string `json:"text"`
	Clause string `json:"clause"`
}

// Plan is one evaluation plan (评审计划), its name exactly as the platform has it.
type Plan struct {
	Code        forms.PlanCode    `json:"code"`
	Name        string            `json:"name"`
	Short       string            `json:"short"`
	Clause      string            `json:"clause"`
	Field       string            `json:"field"` // of work, a word of the name: 林业
	Specialties []forms.Specialty `json:"specialties"`
	Level       forms.Level       `json:"level"`
	Routes      []forms.Route     `json:"routes"`
	Conditions  Conditions        `json:"conditions"`
	Hours       string            `json:"hours,omitempty"` // the id of its rule; "" for none
	Tenure      TenureRule        `json:"tenure"`
	Interview   string            `json:"interview,omitempty"` // the id of its rule; "" for none
	Fee         *Fee              `json:"fee"`
}

// SpecialtyName is a specialty, and the words by which the notice speaks of it.
type SpecialtyName struct {
	Value forms.Specialty `json:"value"`
	Name  string          `json:"name"`
	Words []string        `json:"words"`
}

// RouteName is a way of applying, and the word by which the notice speaks of it.
type RouteName struct {
	Value forms.Route `json:"value"`
	Name  string      `json:"name"`
}

// Conditions names the document that holds a plan's conditions.
type Conditions struct {
	Document string `json:"document"`
	Clause   string `json:"clause"`
}

// TenureRule tells where a plan's years of office are laid down.
type TenureRule string

// The tenure rules: in the notice's own annex, or in another document.
const (
	TenureEngineer TenureRule = "engineer"
	TenureExternal TenureRule = "external"
)

// Fee is a plan's fee in yuan.
type Fee struct {
	Yuan   int    `json:"yuan"`
	Clause string `json:"clause"`
}

// Named is something of which the notice says nothing but the name.
type Named struct {
	Name   string `json:"name"`
	Clause string `json:"clause"`
}

// Deadline is a day that the notice sets, up to an hour of it where it says one.
type Deadline struct {
	Day    Day    `json:"day"`
	Hour   int    `json:"hour,omitempty"`
	Clause string `json:"clause"`
}

// Chinese returns the deadline with its year: 2020年9月23日24时.
func (d Deadline) Chinese() say.Text { return d.on(d.Day.Chinese()) }

// Short returns the deadline without its year: 9月23日24时.
func (d Deadline) Short() say.Text { return d.on(d.Day.Short()) }

func (d Deadline) on(day say.Text) say.Text {
	if d.Hour == 0 {
		return day
	}
	return say.F("%s%d时", day, d.Hour)
}

// HoursRule is a rule of continuing education that plans name by its id: what it
// asks for in each of its years.
type HoursRule struct {
	ID     string `json:"id"`
	Clause string `json:"clause"`
	Years  []int  `json:"years"` // ascending
	// Rows are the hours that it asks for; none where it prints no number.
	Rows []forms.HoursRow `json:"rows,omitempty"`
	// Evidence is the key of the check of the proof of each year; "" for none.
	Evidence string       `json:"evidence,omitempty"`
	Bases    []HoursBasis `json:"bases,omitempty"`
	Learning *Learning    `json:"learning"`
}

// Learning is a platform on which hours are learned, its address as printed.
type Learning struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	Clause  string `json:"clause"`
}

// HoursBasis names the document by which some specialties' hours are counted;
// a basis that is not binding may be consulted (“可参考”).
type HoursBasis struct {
	Specialties []forms.Specialty `json:"specialties"`
	Document    string            `json:"document"`
	Binding     bool              `json:"binding"`
}

// Engineer holds the conditions of 附件3.
type Engineer struct {
	Clause      string                 `json:"clause"`
	Tenure      []Tenure               `json:"tenure"`
	Examined    []forms.EducationLevel `json:"examined,omitempty"`
	Exceptional Exceptional            `json:"exceptional"`
	// Departments are the notice's names of the departments.
	Departments map[forms.Department]string   `json:"departments,omitempty"`
	Abilities   map[forms.Department][]string `json:"abilities"`
}

// Tenure asks for years as assistant engineer; About where the notice says 左右.
type Tenure struct {
	Levels []forms.EducationLevel `json:"levels"`
	Years  int                    `json:"years"`
	About  bool                   `json:"about"`
}

// Exceptional holds the exceptional route: years with and without the education
// that is laid down, and how many of how many items.
type Exceptional struct {
	Clause             string `json:"clause"`
	YearsWithEducation int    `json:"years_with_education"`
	YearsWithout       int    `json:"years_without"`
	Items              int    `json:"items"`
	Of                 int    `json:"of"`
	// Service is the item that is met by years of work.
	Service *Service `json:"service"`
}

// Service is an item of the exceptional route that asks for years of technical work,
// fewer after a secondary education. Item is its number, from 1.
type Service struct {
	Clause         string `json:"clause"`
	Item           int    `json:"item"`
	YearsSecondary int    `json:"years_secondary"`
	YearsOther     int    `json:"years_other"`
}

// Interview is a rule of interviews that plans name by its id: the routes that lead to one,
// and the years since a later education below which there is one (0: no such rule). Check
// is the key of its check, Name what the clause calls it.
type Interview struct {
	ID                  string        `json:"id"`
	Check               string        `json:"check"`
	Name                string        `json:"name"`
	Clause              string        `json:"clause"`
	Routes              []forms.Route `json:"routes"`
	LaterEducationYears int           `json:"later_education_years,omitempty"`
}

// Insurance asks for months of social insurance without a break.
type Insurance struct {
	Clause string `json:"clause"`
	Months int    `json:"months"`
}

// Verification asks for proof of domestic education obtained since a year.
type Verification struct {
	Clause    string `json:"clause"`
	SinceYear int    `json:"since_year"`
}

// Discipline holds the delays after a sanction and after a cancelled evaluation,
// in years.
type Discipline struct {
	Clause     string `json:"clause"`
	DelayYears int    `json:"delay_years"`
	BanYears   int    `json:"ban_years"`
}

// Statement is the limit of 本人述职 in characters.
type Statement struct {
	Clause string `json:"clause"`
	Limit  int    `json:"limit"`
}

// Citation is a clause and the words in it on which a check rests.
type Citation struct {
	Clause string `json:"clause"`
	Quote  string `json:"quote"`
}

// Plan returns the plan with the given code.
func (n *Notice) Plan(code forms.PlanCode) (Plan, bool) {
	i := slices.IndexFunc(n.Plans, func(p Plan) bool { return p.Code == code })
	if i < 0 {
		return Plan{}, false
	}
	return n.Plans[i], true
}

// PlanFor returns the plan of a specialty at a level.
func (n *Notice) PlanFor(specialty forms.Specialty, level forms.Level) (Plan, bool) {
	i := slices.IndexFunc(n.Plans, func(p Plan) bool {
		return p.Level == level && slices.Contains(p.Specialties, specialty)
	})
	if i < 0 {
		return Plan{}, false
	}
	return n.Plans[i], true
}

// Demands returns which groups of questions the applicant's plan asks; without a
// plan those that every plan asks.
func (n *Notice) Demands(a *forms.Applicant) forms.Demands {
	all := forms.Demands{NoUnitDay: !n.Has(UnitDay) && (n.Publicity == nil || !n.Has(SystemDay)), NoPapers: !n.Has(PaperDay)}
	plan, ok := n.Plan(a.Plan.Code)
	if !ok {
		return all
	}
	hours := n.HoursOf(plan)
	return forms.Demands{
		NoUnitDay: all.NoUnitDay, NoPapers: all.NoPapers,
		Years:      hours.Years,
		Running:    n.Cutoff().Year(),
		Hours:      hours.Rows,
		Evidence:   hours.Evidence != "",
		Conditions: plan.Tenure == TenureEngineer,
		Abilities:  n.Abilities(a.ForestryEngineer.Department),
		Items:      n.items(plan),
		Routes:     plan.Routes,
		Later:      n.InterviewOf(plan).LaterEducationYears > 0,
	}
}

// Abilities is how many abilities a department of the notice has: the most of any where
// none is chosen.
func (n *Notice) Abilities(d forms.Department) int {
	most := 0
	if n.Engineer == nil {
		return 0
	}
	for department, ids := range n.Engineer.Abilities {
		if d == department {
			return len(ids)
		}
		most = max(most, len(ids))
	}
	return most
}

// items is from how many items the exceptional route of a plan picks.
func (n *Notice) items(p Plan) int {
	if p.Tenure != TenureEngineer || n.Engineer == nil {
		return 0
	}
	return n.Engineer.Exceptional.Of
}

// InterviewOf returns the rule of interviews of a plan; the zero rule asks for none.
func (n *Notice) InterviewOf(p Plan) Interview {
	i := slices.IndexFunc(n.Interviews, func(i Interview) bool { return i.ID == p.Interview })
	if i < 0 {
		return Interview{}
	}
	return n.Interviews[i]
}

// HoursOf returns the rule of continuing education of a plan; the zero rule asks for
// nothing.
func (n *Notice) HoursOf(p Plan) HoursRule {
	i := slices.IndexFunc(n.Hours, func(r HoursRule) bool { return r.ID == p.Hours })
	if i < 0 {
		return HoursRule{}
	}
	return n.Hours[i]
}

// Silence is what “通知没有写” means under a notice that is not the program's own: whether
// the official text is silent too, only its maker has seen.
func Silence() say.Text {
	return say.F("说“通知没有写”的，是做好的这一份里没有，请再看原文。")
}
