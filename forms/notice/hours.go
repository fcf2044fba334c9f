package notice

import (
	"errors"
	"fmt"
	"slices"

	"zhicheng/forms"
)

// validateHours reports rules of continuing education that cannot be judged.
func (n *Notice) validateHours() error {
	var errs []error
	keys := map[string]bool{}
	for i, r := range n.Hours {
		if r.ID == "" || slices.ContainsFunc(n.Hours[:i], func(q HoursRule) bool { return q.ID == r.ID }) {
			errs = append(errs, fmt.Errorf("学时规则“%s”没有名字或重复", r.ID))
		}
		if len(r.Years) == 0 || !slices.IsSorted(r.Years) || len(slices.Compact(slices.Clone(r.Years))) < len(r.Years) {
			errs = append(errs, fmt.Errorf("学时规则“%s”的年度要从早到晚、不重复", r.ID))
		}
		if len(r.Rows) == 0 && r.Evidence == "" {
			errs = append(errs, fmt.Errorf("学时规则“%s”什么也没有要", r.ID))
		}
		for _, row := range r.Rows {
			errs = append(errs, validateHoursRow(row, keys))
		}
	}
	return errors.Join(errs...)
}

func validateHoursRow(row forms.HoursRow, keys map[string]bool) error {
	again := keys[row.Check]
	keys[row.Check] = true
	several := len(row.Subjects) > 1
	known := slices.Contains([]forms.Reading{"", forms.Together, forms.Each, forms.Unclear}, row.Reading)
	switch {
	case row.Check == "" || again:
		return fmt.Errorf("学时要求“%s”没有名字或重复", row.Check)
	case row.Least <= 0:
		return fmt.Errorf("%s：最少学时要大于0", row.Check)
	case len(row.Subjects) == 0:
		return fmt.Errorf("%s：没有写科目", row.Check)
	case !known || several != (row.Reading != ""):
		return fmt.Errorf("%s：几个科目要写 reading（together、each 或 unclear），一个科目不写", row.Check)
	}
	for _, subject := range row.Subjects {
		if !slices.Contains(forms.Subjects, subject) {
			return fmt.Errorf("%s：没有科目“%s”", row.Check, subject)
		}
	}
	return nil
}
