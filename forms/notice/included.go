package notice

import (
	"regexp"
	"strings"
)

// includes is how a notice says that a day counts itself, right after the day.
var includes = regexp.MustCompile(`^(?:前|以前|之前|止)?[（(]?(?:含|包括)`)

// CountsItself reports whether the notice says that a last day itself is in time: by an
// hour, or by （含当天） after it.
func (n *Notice) CountsItself(m Milestone) bool {
	if m.Hour > 0 {
		return true
	}
	c, _ := n.Clause(m.Clause)
	_, after, found := strings.Cut(c.Text, m.Day.Short().String())
	return found && includes.MatchString(after)
}
