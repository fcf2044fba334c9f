package notice

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"zhicheng/forms/say"
)

// Difference is something that two notices say differently.
type Difference struct {
	Path     string // of the value, or "原文"
	Label    string // what it is, in Chinese
	Old, New string // "" where one does not have it
}

// Text returns the difference as one line.
func (d Difference) Text() say.Text {
	old, new := d.Old, d.New
	switch {
	case old == "":
		return say.F("%s：新加的，%s", say.Typed(d.Label), new)
	case new == "":
		return say.F("%s：没有了，原来是%s", say.Typed(d.Label), old)
	}
	return say.F("%s：%s → %s", say.Typed(d.Label), old, new)
}

// leaf is a value of a notice's data.
type leaf struct{ path, label, value string }

// Compare returns what is different: the values of the data, then the clauses.
// Where in the notice something stands, and why, is not compared.
func Compare(a, b *Notice) []Difference {
	differences := compareLeaves(a.leaves(), b.leaves())
	for _, c := range b.clauses {
		old, ok := a.Clause(c.ID)
		switch {
		case !ok:
			differences = append(differences, Difference{"原文", "条款" + c.ID, "", excerpt(c.Text)})
		case newPassage(old.Text).text != newPassage(c.Text).text:
			from, to := apart(newPassage(old.Text).text, newPassage(c.Text).text)
			differences = append(differences, Difference{"原文", "条款" + c.ID, from, to})
		}
	}
	for _, c := range a.clauses {
		if _, ok := b.Clause(c.ID); !ok {
			differences = append(differences, Difference{"原文", "条款" + c.ID, excerpt(c.Text), ""})
		}
	}
	return differences
}

func compareLeaves(a, b []leaf) []Difference {
	var differences []Difference
	for _, l := range b {
		i := slices.IndexFunc(a, func(m leaf) bool { return m.path == l.path })
		switch {
		case i < 0:
			differences = append(differences, Difference{l.path, l.label, "", l.value})
		case a[i].value != l.value:
			differences = append(differences, Difference{l.path, l.label, a[i].value, l.value})
		}
	}
	for _, l := range a {
		if !slices.ContainsFunc(b, func(m leaf) bool { return m.path == l.path }) {
			differences = append(differences, Difference{l.path, l.label, l.value, ""})
		}
	}
	return differences
}

// leaves are the values of the data in its order. A row of a list goes by the name
// that it has, so that a row that was put in before it moves nothing.
func (n *Notice) leaves() []leaf {
	var all []leaf
	v := reflect.ValueOf(n).Elem()
	for _, k := range keysOf(v.Type()) {
		switch k.name {
		case "citations", "informative", "absent", "passed_over", "platform_steps", "notes":
		default:
			all = appendLeaves(all, v.FieldByIndex(k.index), leaf{path: k.name, label: Explained(k.name)})
		}
	}
	return all
}

func appendLeaves(all []leaf, v reflect.Value, at leaf) []leaf {
	switch {
	case v.Kind() == reflect.Pointer:
		if v.IsNil() {
			return all
		}
		return appendLeaves(all, v.Elem(), at)
	case v.Type() == dayType:
		at.value = v.Interface().(Day).String()
	case v.Kind() == reflect.Struct:
		for _, k := range keysOf(v.Type()) {
			if k.name == "clause" || k.name == "not_in" || k.name == "check" {
				continue
			}
			path := join(at.path, k.name)
			all = appendLeaves(all, v.FieldByIndex(k.index), leaf{path: path, label: at.label + "·" + Explained(k.name)})
		}
		return all
	case v.Kind() == reflect.Map:
		for _, key := range v.MapKeys() {
			all = appendLeaves(all, v.MapIndex(key), leaf{path: join(at.path, key.String()), label: at.label + "·" + key.String()})
		}
		return all
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && v.Type().Elem() != dayType:
		for i := range v.Len() {
			name, called := rowName(v.Index(i), i)
			all = appendLeaves(all, v.Index(i), leaf{path: join(at.path, name), label: at.label + called})
		}
		return all
	case v.Kind() == reflect.Slice:
		words := make([]string, v.Len())
		for i := range words {
			words[i] = fmt.Sprint(v.Index(i).Interface())
		}
		at.value = strings.Join(words, "、")
	default:
		at.value = fmt.Sprint(v.Interface())
	}
	if at.value == "" || at.value == "0" {
		return all
	}
	return append(all, at)
}

// rowName is by what a row is found again, and what it is called.
func rowName(row reflect.Value, i int) (name, called string) {
	text := func(field string) string {
		if f := row.FieldByName(field); f.IsValid() && f.Kind() == reflect.String {
			return f.String()
		}
		return ""
	}
	for _, field := range []string{"Code", "ID", "Kind", "Value", "Check", "Document", "Name"} {
		if name = text(field); name == "" {
			continue
		}
		switch field {
		case "Kind":
			return name, Explained(name)
		case "Check":
			return name, cmp.Or(text("Called"), text("Name"), name)
		}
		return name, name
	}
	return fmt.Sprint(i + 1), fmt.Sprint(i + 1)
}

// longestExcerpt is how many characters of a clause a difference shows.
const longestExcerpt = 60

func excerpt(text string) string {
	runes := []rune(newPassage(text).text)
	if len(runes) > longestExcerpt {
		return string(runes[:longestExcerpt]) + "…"
	}
	return string(runes)
}

// apart returns the parts of two texts around the first and the last difference.
func apart(a, b string) (from, to string) {
	x, y := []rune(a), []rune(b)
	begin := 0
	for begin < min(len(x), len(y)) && x[begin] == y[begin] {
		begin++
	}
	end := 0
	for end < min(len(x), len(y))-begin && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	begin = max(0, begin-8)
	end = max(0, end-8)
	return "…" + excerpt(string(x[begin:len(x)-end])) + "…", "…" + excerpt(string(y[begin:len(y)-end])) + "…"
}
