package notice

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// Fields are the fields of work for which the notice has plans: 自然资源、林业.
func (n *Notice) Fields() say.Text {
	var fields []string
	var names []say.Text
	for _, p := range n.Plans {
		if !slices.Contains(fields, p.Field) {
			fields, names = append(fields, p.Field), append(names, n.Name(p.Field))
		}
	}
	return say.Join("、", names...)
}

// Answers returns the answers that a choice offers to the applicant: the notice's
// where the question is about what it offers.
func (n *Notice) Answers(question forms.Info, a *forms.Applicant) []forms.Option {
	all := n.answers(question)
	offered := func(forms.Option) bool { return true }
	switch routes := n.Demands(a).Routes; {
	case question.Path == forms.PlanLevel.Path:
		offered = func(o forms.Option) bool {
			return slices.ContainsFunc(n.Plans, func(p Plan) bool { return string(p.Level) == o.Value })
		}
	case question.Path == forms.PlanRoute.Path && routes != nil:
		offered = func(o forms.Option) bool { return slices.Contains(routes, forms.Route(o.Value)) }
	}
	return slices.DeleteFunc(all, func(o forms.Option) bool { return !offered(o) })
}

// answers returns every answer that a choice has under the notice.
func (n *Notice) answers(question forms.Info) []forms.Option {
	var all []forms.Option
	switch question.Path {
	case forms.PlanSpecialty.Path:
		for _, s := range n.Specialties {
			all = append(all, forms.Option{Value: string(s.Value), Label: n.Name(s.Name)})
		}
		return append(all, forms.Option{Value: string(forms.SpecialtyOther), Label: say.F("其他")})
	case forms.PlanChoice.Path:
		for _, p := range n.Plans {
			all = append(all, forms.Option{Value: string(p.Code), Label: n.Name(p.Name)})
		}
		return all
	case forms.PlanLevel.Path:
		return renamed(n, question.Options, func(value string) string { return n.Levels[forms.Level(value)] })
	case forms.ForestryDepartment.Path:
		if n.Engineer != nil {
			return renamed(n, question.Options, func(value string) string { return n.Engineer.Departments[forms.Department(value)] })
		}
	case forms.PlanRoute.Path:
		all = append(all, forms.Option{Value: string(forms.RouteNormal), Label: say.F("正常")},
			forms.Option{Value: string(forms.RouteExceptional), Label: say.F("破格")})
		for _, r := range n.Routes {
			all = append(all, forms.Option{Value: string(r.Value), Label: n.Name(r.Name)})
		}
		return append(all, forms.Option{Value: string(forms.RouteUnsure), Label: say.F("不确定")})
	}
	return slices.Clone(question.Options)
}

// renamed are answers by the names that the notice gives them, where it gives any.
func renamed(n *Notice, options []forms.Option, name func(value string) string) []forms.Option {
	all := slices.Clone(options)
	for i := range all {
		if chinese := name(all[i].Value); chinese != "" {
			all[i].Label = n.Name(chinese)
		}
	}
	return all
}

// Offers reports whether an answer to a choice is one under the notice; so is none.
func (n *Notice) Offers(question forms.Info, answer string) bool {
	return answer == "" || slices.ContainsFunc(n.answers(question), func(o forms.Option) bool { return o.Value == answer })
}

// Label returns an answer as people read it: the beginning of the answer itself where
// the question has no such answer under the notice.
func (n *Notice) Label(question forms.Info, answer string) say.Text {
	question.Options = n.answers(question)
	return question.OptionLabel(answer)
}

// Shown is [forms.Place.Shown] with the names that the notice gives to answers.
func (n *Notice) Shown(p forms.Place, a *forms.Applicant) say.Text {
	p.Options = n.answers(p.Info)
	return p.Shown(a)
}
