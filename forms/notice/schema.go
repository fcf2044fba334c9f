package notice

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhicheng/forms"
)

// The longest texts and lists of a notice, in characters and rows.
const (
	longestString = 2000
	longestList   = 400
)

// filler reads a tree into the structs of a notice. A key is obligatory unless its
// json tag says omitempty or it is a pointer; a number is at least 1.
type filler struct {
	wrong func(path, format string, values ...any)
}

var dayType = reflect.TypeFor[Day]()

// fill reads a value and reports what does not fit; the rest is read all the same.
func (f *filler) fill(n *node, to reflect.Value, path string) {
	switch {
	case to.Kind() == reflect.Pointer:
		if n.kind == 0 && n.text == nil { // null is a section that is not there
			return
		}
		to.Set(reflect.New(to.Type().Elem()))
		f.fill(n, to.Elem(), path)
	case to.Type() == dayType:
		f.day(n, to, path)
	case to.Kind() == reflect.Struct:
		f.group(n, to, path)
	case to.Kind() == reflect.Map:
		f.table(n, to, path)
	case to.Kind() == reflect.Slice:
		f.list(n, to, path)
	default:
		f.single(n, to, path)
	}
}

func (f *filler) group(n *node, to reflect.Value, path string) {
	if n.kind != '{' {
		f.wrong(path, "要写成 {…} 的一组")
		return
	}
	known := map[string]bool{}
	for _, k := range keysOf(to.Type()) {
		known[k.name] = true
		kid := n.child(k.name)
		switch {
		case kid != nil && k.optional && kid.text == "": // as good as left out
		case kid != nil:
			f.fill(kid, to.FieldByIndex(k.index), join(path, k.name))
		case !k.optional:
			f.wrong(join(path, k.name), "缺了“%s”", k.name)
		}
	}
	for _, key := range n.keys {
		if !known[key] {
			f.unknown(join(path, key), key)
		}
	}
}

// unknown is a key that no struct has: a slip, or something of a later program.
func (f *filler) unknown(path, key string) {
	if strings.Contains(path, ".") {
		f.wrong(path, "不认识的项目“%s”", key)
		return
	}
	f.wrong(path, "不认识的部分“%s”：写错了，或者要更新软件才能读", key)
}

func (f *filler) table(n *node, to reflect.Value, path string) {
	if n.kind != '{' {
		f.wrong(path, "要写成 {…} 的一组")
		return
	}
	to.Set(reflect.MakeMap(to.Type()))
	for i, key := range n.keys {
		here := join(path, key)
		if values := closedSets[to.Type().Key()]; values != nil && !slices.Contains(values, key) {
			f.wrong(here, "没有“%s”，可以写的有%s", key, offered(values))
			continue
		}
		value := reflect.New(to.Type().Elem()).Elem()
		f.fill(n.kids[i], value, here)
		to.SetMapIndex(reflect.ValueOf(key).Convert(to.Type().Key()), value)
	}
}

func (f *filler) list(n *node, to reflect.Value, path string) {
	switch {
	case n.kind != '[':
		f.wrong(path, "要写成 […] 的一列")
		return
	case len(n.kids) > longestList:
		f.wrong(path, "有%d项，最多%d项", len(n.kids), longestList)
		return
	}
	to.Set(reflect.MakeSlice(to.Type(), len(n.kids), len(n.kids)))
	for i, kid := range n.kids {
		f.fill(kid, to.Index(i), join(path, strconv.Itoa(i)))
	}
}

func (f *filler) day(n *node, to reflect.Value, path string) {
	text, _ := n.text.(string)
	date := forms.ParseDate(text)
	if !date.Exact() || date.First().String() != text {
		f.wrong(path, "日期要写成2020-09-23的样子，这里是“%v”", n.shown())
		return
	}
	to.Set(reflect.ValueOf(Day{date.First()}))
}

func (f *filler) single(n *node, to reflect.Value, path string) {
	switch to.Kind() {
	case reflect.Bool:
		yes, ok := n.text.(bool)
		if !ok {
			f.wrong(path, "要写 true 或 false，这里是%v", n.shown())
		}
		to.SetBool(yes)
	case reflect.Int:
		number, _ := n.text.(json.Number)
		value, err := strconv.Atoi(number.String())
		if err != nil || value < 1 || value > 1<<30 {
			f.wrong(path, "要写大于0的整数，不加引号，这里是%v", n.shown())
			return
		}
		to.SetInt(int64(value))
	case reflect.String:
		f.text(n, to, path)
	}
}

func (f *filler) text(n *node, to reflect.Value, path string) {
	text, ok := n.text.(string)
	values := closedSets[to.Type()]
	switch {
	case !ok:
		f.wrong(path, "要写成加引号的文字，这里是%v", n.shown())
		return
	case values != nil && !slices.Contains(values, text):
		f.wrong(path, "没有“%s”，可以写的有%s", text, offered(values))
		return
	case utf8.RuneCountInString(text) > longestString:
		f.wrong(path, "有%d个字，最多%d个", utf8.RuneCountInString(text), longestString)
		return
	case hidden(text) != 0:
		f.wrong(path, "有看不见的字符（U+%04X），删掉重写这一项", hidden(text))
		return
	case values == nil && strings.TrimSpace(text) == "":
		f.wrong(path, "是空的")
	}
	to.SetString(text)
}

func offered(values []string) string {
	return strings.TrimSuffix(strings.Join(values, "、"), "、")
}

func (n *node) shown() string {
	switch {
	case n.kind == '{':
		return "一组"
	case n.kind == '[':
		return "一列"
	case n.text == nil:
		return "null"
	}
	return fmt.Sprint(n.text)
}

// closedSets are the values that a text of a type may have.
var closedSets = map[reflect.Type][]string{
	reflect.TypeFor[forms.Level]():          namesOf(forms.PlanLevel.Options, optionValue),
	reflect.TypeFor[forms.EducationLevel](): namesOf(forms.EducationGrade.Options, optionValue),
	reflect.TypeFor[forms.Department]():     namesOf(forms.ForestryDepartment.Options, optionValue),
	reflect.TypeFor[forms.Subject]():        namesOf(forms.Subjects, itself),
	reflect.TypeFor[forms.Reading]():        {string(forms.Together), string(forms.Each), string(forms.Unclear)},
	reflect.TypeFor[MilestoneKind]():        namesOf(milestoneKinds, func(k milestoneKind) MilestoneKind { return k.kind }),
	reflect.TypeFor[Who]():                  {string(Self), string(ByUnit), string(ByDepartment)},
	reflect.TypeFor[Condition]():            namesOf(conditions, itself),
	reflect.TypeFor[PlatformStep]():         namesOf(platformSteps, func(s platformStep) PlatformStep { return s.step }),
	reflect.TypeFor[TenureRule]():           {string(TenureEngineer), string(TenureExternal)},
}

// namesOf returns what each of some rows is written as.
func namesOf[R any, T ~string](rows []R, name func(R) T) []string {
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = string(name(row))
	}
	return names
}

func itself[T ~string](value T) T { return value }

func optionValue(o forms.Option) string { return o.Value }

// key is a key of the file and the field that it is read into.
type key struct {
	name     string
	index    []int
	optional bool
}

// keysOf returns the keys of a struct in its order, with those of what it embeds.
func keysOf(t reflect.Type) []key {
	var keys []key
	for _, field := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous || name == "" || name == "-" || !field.IsExported() {
			continue
		}
		keys = append(keys, key{name, field.Index, options == "omitempty" || field.Type.Kind() == reflect.Pointer})
	}
	return keys
}

// sectionKeys are the top keys that this program knows.
func sectionKeys() []string {
	var names []string
	for _, k := range keysOf(reflect.TypeFor[Notice]()) {
		names = append(names, k.name)
	}
	return names
}

// walk visits every single value of a notice's data with its path.
func walk(v reflect.Value, path string, visit func(path string, v reflect.Value)) {
	switch {
	case v.Kind() == reflect.Pointer && v.IsNil():
	case v.Kind() == reflect.Pointer:
		walk(v.Elem(), path, visit)
	case v.Kind() == reflect.Struct && v.Type() != dayType:
		for _, k := range keysOf(v.Type()) {
			walk(v.FieldByIndex(k.index), join(path, k.name), visit)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), rowOf(path, i), visit)
		}
	case v.Kind() == reflect.Map:
		for _, key := range v.MapKeys() {
			walk(v.MapIndex(key), join(path, key.String()), visit)
		}
	default:
		visit(path, v)
	}
}

// last is the last key of a path.
func last(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func join(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }

// rowOf is the path of a row of a list.
func rowOf(list string, i int) string { return list + "." + strconv.Itoa(i) }

// hidden returns the first character that is not seen but changes what is read: a
// control, a mark that turns the direction of writing, a space without width.
func hidden(text string) rune {
	for _, r := range text {
		switch {
		case r < ' ' && r != '\n' && r != '\r' && r != '\t', r >= 0x7F && r <= 0x9F,
			r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
			r == 0xFEFF, r == 0xAD, r == utf8.RuneError, r >= 0xE0000 && r <= 0xE007F:
			return r
		}
	}
	return 0
}
