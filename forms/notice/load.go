package notice

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"zhicheng/forms"
)

// ErrNone is why a notice that is not there cannot be loaded.
var ErrNone = errors.New("没有这份通知")

// Load reads the notice in folder id of files. An unknown key, a clause that the
// text does not have, and a quote that is not verbatim are errors.
func Load(files fs.FS, id string) (*Notice, error) {
	n, err := load(files, id)
	if err != nil {
		return nil, fmt.Errorf("读取通知 %s：%w", id, err)
	}
	return n, nil
}

func load(files fs.FS, id string) (*Notice, error) {
	numbers, err := fs.ReadFile(files, path.Join(id, "notice.json"))
	if err != nil {
		return nil, ErrNone
	}
	text, err := fs.ReadFile(files, path.Join(id, "clauses.txt"))
	if err != nil {
		return nil, errors.New("没有 clauses.txt")
	}
	n := &Notice{}
	decoder := json.NewDecoder(bytes.NewReader(numbers))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(n); err != nil {
		return nil, fmt.Errorf("notice.json：%w", err)
	}
	if n.clauses, err = parseClauses(string(text)); err != nil {
		return nil, fmt.Errorf("clauses.txt：%w", err)
	}
	if err := n.readEnglish(files, id); err != nil {
		return nil, fmt.Errorf("english.json：%w", err)
	}
	if n.ID != id {
		return nil, fmt.Errorf("notice.json 的 id 是“%s”，文件夹是“%s”", n.ID, id)
	}
	return n, n.validate(numbers)
}

func (n *Notice) validate(numbers []byte) error {
	return errors.Join(
		n.validateClauses(numbers),
		n.validateQuotes(),
		n.validateNotes(),
		n.validatePlans(),
		n.validateHours(),
		n.validateCalendar(),
		n.Photo.Validate(),
	)
}

// validateClauses looks at every "clause" in the file, wherever it stands.
func (n *Notice) validateClauses(numbers []byte) error {
	var tree any
	if err := json.Unmarshal(numbers, &tree); err != nil {
		return err
	}
	var errs []error
	walk(tree, func(key, value string) {
		if _, ok := n.Clause(value); key == "clause" && !ok {
			errs = append(errs, fmt.Errorf("没有条款“%s”", value))
		}
	})
	for id := range n.Informative {
		if _, ok := n.Clause(id); !ok {
			errs = append(errs, fmt.Errorf("informative：没有条款“%s”", id))
		}
	}
	return errors.Join(errs...)
}

func walk(tree any, visit func(key, value string)) {
	switch t := tree.(type) {
	case map[string]any:
		for key, value := range t {
			if text, ok := value.(string); ok {
				visit(key, text)
			}
			walk(value, visit)
		}
	case []any:
		for _, value := range t {
			walk(value, visit)
		}
	}
}

func (n *Notice) validateQuotes() error {
	var errs []error
	for key, citations := range n.Citations {
		for _, c := range citations {
			clause, _ := n.Clause(c.Clause)
			if c.Quote == "" || !strings.Contains(Squeeze(clause.Text), Squeeze(c.Quote)) {
				errs = append(errs, fmt.Errorf("%s：%s里没有原话“%s”", key, c.Clause, c.Quote))
			}
		}
	}
	return errors.Join(errs...)
}

func (n *Notice) validatePlans() error {
	var errs []error
	for i, p := range n.Plans {
		clause, _ := n.Clause(p.Clause)
		if !strings.Contains(Squeeze(clause.Text), Squeeze(p.Name)) {
			errs = append(errs, fmt.Errorf("%s里没有计划“%s”", p.Clause, p.Name))
		}
		if slices.ContainsFunc(n.Plans[:i], func(q Plan) bool { return q.Code == p.Code }) {
			errs = append(errs, fmt.Errorf("计划代码%s重复", p.Code))
		}
		errs = append(errs, n.validateRules(p))
	}
	return errors.Join(errs...)
}

// validateRules reports a plan's rule for which the notice has no section.
func (n *Notice) validateRules(p Plan) error {
	interview := map[InterviewRule]bool{
		"": true, InterviewNatural: n.Interviews.Natural != nil, InterviewForestry: n.Interviews.Forestry != nil,
	}
	tenure := map[TenureRule]bool{TenureExternal: true, TenureEngineer: n.Engineer != nil}
	switch {
	case p.Hours != "" && n.HoursOf(p).Years == nil:
		return fmt.Errorf("计划%s要的学时规则“%s”没有写", p.Code, p.Hours)
	case !interview[p.Interview]:
		return fmt.Errorf("计划%s要的面试规则“%s”没有写", p.Code, p.Interview)
	case !tenure[p.Tenure]:
		return fmt.Errorf("计划%s要的年限规则“%s”没有写", p.Code, p.Tenure)
	}
	return nil
}

func (n *Notice) validateCalendar() error {
	for _, d := range []Deadline{n.Dates.Individual, n.Dates.Unit, n.Dates.System, n.Dates.Paper} {
		if !n.Calendar.Covers(d.Day.Day) {
			return fmt.Errorf("日历没有包括%s", d.Day)
		}
	}
	if n.Dates.PublicityDays <= 0 {
		return errors.New("公示天数要大于0")
	}
	if hour := n.Dates.Unit.Hour; hour < 0 || hour > 24 {
		return fmt.Errorf("没有%d时", hour)
	}
	return errors.Join(n.validatePapers(), n.validateAbilities())
}

func (n *Notice) validatePapers() error {
	for _, p := range []Paper{n.Papers.ReviewForm, n.Papers.Roster} {
		if _, ok := n.Clause(p.NotIn); !ok && p.NotIn != "" {
			return fmt.Errorf("not_in：没有条款“%s”", p.NotIn)
		}
		if p.Copies <= 0 {
			return errors.New("纸质材料的份数要大于0")
		}
	}
	return nil
}

func (n *Notice) validateAbilities() error {
	if n.Engineer == nil {
		return nil
	}
	for department, ids := range n.Engineer.Abilities {
		if len(ids) != forms.AbilityCount {
			return fmt.Errorf("部门%s要有%d条能力条件", department, forms.AbilityCount)
		}
		for _, id := range ids {
			if _, ok := n.Clause(id); !ok {
				return fmt.Errorf("部门%s：没有条款“%s”", department, id)
			}
		}
	}
	return nil
}
