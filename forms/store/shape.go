package store

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// checkShape compares the file with a complete application: its keys, which
// differ in case too, and where text, lists and groups stand.
func checkShape(tree map[string]any) error {
	known, err := shape()
	if err != nil {
		return err
	}
	c := &comparison{}
	c.walk("", tree, known)
	switch {
	case len(c.unknown) > 0:
		return say.Errorf("%w：%s", ErrUnknown, named(c.unknown))
	case len(c.mistyped) > 0:
		return say.Errorf("%w：%s", ErrWrongType, named(c.mistyped))
	}
	return nil
}

// shape is an application with one row in every list, as JSON.
func shape() (any, error) {
	a := forms.New("")
	a.Education = make([]forms.Education, 1)
	a.Achievements = make([]forms.Achievement, 1)
	a.Confirmed = []forms.Confirmation{{Found: "?"}} // left out where it is empty
	a.ContinuingEducation = forms.ContinuingEducation{1000: {}}
	a.Photo = forms.Photo{File: "-", Name: "-", Data: []byte{0}, Whitened: true, Original: []byte{0}, Frame: forms.PhotoFrame{Width: 1}}
	data, err := json.Marshal(a)
	if err != nil {
		return nil, err
	}
	var tree any
	return tree, json.Unmarshal(data, &tree)
}

var fourDigits = regexp.MustCompile(`^\d{4}$`)

// comparison collects the paths of a file that a complete application does not
// have, or has as something else.
type comparison struct{ unknown, mistyped []string }

func (c *comparison) walk(path string, found, known any) {
	switch k := known.(type) {
	case map[string]any:
		c.group(path, found, k)
	case []any:
		c.list(path, found, k)
	case bool:
		if _, ok := found.(bool); !ok && found != nil {
			c.mistyped = append(c.mistyped, path)
		}
	default:
		switch found.(type) {
		case bool, map[string]any, []any:
			c.mistyped = append(c.mistyped, path)
		}
	}
}

func (c *comparison) group(path string, found any, known map[string]any) {
	f, ok := found.(map[string]any)
	if !ok && found != nil {
		c.mistyped = append(c.mistyped, path)
	}
	for key, value := range f {
		like, ok := known[key]
		if path == "continuing_education" {
			like, ok = known["1000"], fourDigits.MatchString(key)
		}
		here := strings.TrimPrefix(path+"."+key, ".")
		if !ok {
			c.unknown = append(c.unknown, here)
			continue
		}
		c.walk(here, value, like)
	}
}

func (c *comparison) list(path string, found any, known []any) {
	f, ok := found.([]any)
	if !ok && found != nil {
		c.mistyped = append(c.mistyped, path)
	}
	fixed := len(known) > 1 // as the abilities of 附件3; other lists have one row here
	for i, value := range f {
		here := fmt.Sprintf("%s.%d", path, i)
		if fixed && i >= len(known) {
			c.unknown = append(c.unknown, here)
			continue
		}
		c.walk(here, value, known[0])
	}
}

// mostNamed is how many keys an error names.
const mostNamed = 3

// named lists the first of some keys, and how many there are; each is cut where it is
// longer than a key is.
func named(keys []string) say.Text {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	first := make([]say.Text, min(len(keys), mostNamed))
	for i := range first {
		first[i] = say.Typed(fileread.Shown(keys[i], 60))
	}
	text := say.Join("、", first...)
	if len(keys) > mostNamed {
		return say.F("%s等%d项", text, len(keys))
	}
	return text
}
