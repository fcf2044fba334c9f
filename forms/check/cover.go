package check

import (
	"maps"
	"slices"

	"zhicheng/forms/notice"
)

// Coverage compares the clauses of a notice with the checks.
type Coverage struct {
	Citing        map[string][]string // clause → the keys of the checks that rest on it
	Informing     map[string]string   // clause → why no check is needed
	Uncited       []string            // clauses with neither
	WithoutClause []string            // checks that no clause backs
	Silent        []notice.Citation   // sentences of the other clauses on which nothing rests
}

// Cover returns the coverage of a notice. It is complete where Uncited,
// WithoutClause and Silent are empty.
func Cover(n *notice.Notice) Coverage {
	c := Coverage{Citing: map[string][]string{}, Informing: n.Informative, Silent: n.Silent()}
	for _, check := range offered(n) {
		if !check.Standing && len(n.Cite(check.Key)) == 0 && !slices.Contains(c.WithoutClause, check.Key) {
			c.WithoutClause = append(c.WithoutClause, check.Key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(retired)) {
		if n.OnPaper() && len(n.Cite(key)) == 0 {
			c.WithoutClause = append(c.WithoutClause, key)
		}
	}
	for _, key := range keys(All(n)) {
		cites := n.Cite(key)
		for _, cite := range cites {
			c.rests(cite.Clause, key)
		}
	}
	for _, key := range notice.Notes {
		for _, cite := range n.Note(key) {
			c.rests(cite.Clause, "notes/"+key)
		}
	}
	for _, p := range n.Plans {
		if p.Tenure == notice.TenureExternal {
			c.rests(p.Conditions.Clause, TenureExternal+"/"+string(p.Code))
		}
	}
	if named := n.RecommendationFee; named != nil {
		c.rests(named.Clause, Fee)
	}
	for _, clause := range n.Clauses() {
		if len(c.Citing[clause.ID]) == 0 && n.Informative[clause.ID] == "" {
			c.Uncited = append(c.Uncited, clause.ID)
		}
	}
	return c
}

// rests notes once that something rests on a clause.
func (c *Coverage) rests(clause, key string) {
	if !slices.Contains(c.Citing[clause], key) {
		c.Citing[clause] = append(c.Citing[clause], key)
	}
}

// keys returns the keys of the checks, each once, in their order.
func keys(checks []Check) []string {
	var list []string
	for _, c := range checks {
		if len(list) == 0 || list[len(list)-1] != c.Key {
			list = append(list, c.Key)
		}
	}
	return list
}
