package notice

import "slices"

// Shifted returns the notice as it would be the given number of years later if only
// its years moved on: cut-off, days, and the years of continuing education. It is for
// looking ahead; its clauses still say what they said, and its calendar is that of its
// own year.
func (n *Notice) Shifted(years int) *Notice {
	m := *n
	m.Year += years
	m.Milestones = slices.Clone(m.Milestones)
	for i := range m.Milestones {
		day := &m.Milestones[i].Day
		day.Day = day.AddYears(years)
	}
	m.Issued.Day = m.Issued.AddYears(years)
	m.Hours = slices.Clone(m.Hours)
	for i := range m.Hours {
		rule := &m.Hours[i]
		rule.Years = slices.Clone(rule.Years)
		for k := range rule.Years {
			rule.Years[k] += years
		}
	}
	return &m
}
