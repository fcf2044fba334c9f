package forms

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// StepOf returns the step that shows a place, whether its row is there or not, or a
// list as a whole. Every path that [Places] and [Problems] name has a step.
func StepOf(path string) (step Step, ok bool) {
	entry, _, ok := lookUp(path)
	return entry.step, ok
}

// RowOf returns the number of the row of a list in which a place is, from 0.
func RowOf(path string) (row int, ok bool) {
	entry, row, ok := lookUp(path)
	return row, ok && (entry.group == inEducation || entry.group == inAchievements) && entry.place != nil
}

// PlacesAt returns the places at paths, each once and in the order of [Places],
// without making all the others. Paths of lists as a whole and unknown ones have none.
func PlacesAt(paths []string) []Place {
	type found struct {
		pathEntry
		row int
	}
	all := map[string]found{}
	for _, path := range paths {
		if entry, row, ok := lookUp(path); ok && entry.place != nil {
			all[path] = found{entry, row}
		}
	}
	ordered := slices.SortedFunc(maps.Values(all), func(a, b found) int {
		return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.row, b.row), cmp.Compare(a.order, b.order))
	})
	places := make([]Place, len(ordered))
	for i, f := range ordered {
		places[i] = f.place(f.row)
	}
	return places
}

// pathKey names a field by its path, or by its list and the path inside a row.
type pathKey struct{ list, path string }

// pathEntry is what is known of a path: where it is in the order of places, and what
// makes the place in a row, nil for a list as a whole.
type pathEntry struct {
	step         Step
	group, order int
	place        func(row int) Place
}

// The groups of places in their order.
const (
	beforeEducation = iota
	inEducation
	beforeYears
	inYears
	beforeAchievements
	inAchievements
	afterAchievements
)

func lookUp(path string) (entry pathEntry, row int, ok bool) {
	if entry, ok := entries()[pathKey{"", path}]; ok {
		return entry, 0, true
	}
	list, rest, _ := strings.Cut(path, ".")
	number, name, _ := strings.Cut(rest, ".")
	row, err := strconv.Atoi(number)
	entry, ok = entries()[pathKey{list, name}]
	return entry, row, ok && err == nil && list != ""
}

// entries is made once: what asks for it runs with every key press.
var entries = sync.OnceValue(func() map[pathKey]pathEntry {
	all := map[pathKey]pathEntry{
		{"", educationList}:   {step: StepEducation, group: inEducation},
		{"", yearList}:        {step: StepContinuingEducation, group: inYears},
		{"", achievementList}: {step: StepStatement, group: inAchievements},
		{"", confirmedList}:   {step: StepResults},
	}
	single := func(f Field[Applicant], _ int) Place { return Of(f) }
	addEntries(all, rowsOf[Applicant]{"", beforeEducation, single}, fieldsBeforeEducation)
	addEntries(all, rowsOf[Applicant]{"", beforeYears, single}, fieldsBeforeYears)
	addEntries(all, rowsOf[Applicant]{"", beforeAchievements, single}, fieldsBeforeAchievements)
	addEntries(all, rowsOf[Applicant]{"", afterAchievements, single}, fieldsAfterAchievements)
	addEntries(all, rowsOf[Education]{educationList, inEducation, OfEducation}, educationFields)
	addEntries(all, rowsOf[TrainingYear]{yearList, inYears, OfYear}, yearFields)
	addEntries(all, rowsOf[Achievement]{achievementList, inAchievements, OfAchievement}, achievementFields)
	return all
})

// rowsOf says of fields in which list and group they are, and how a place is made of
// one.
type rowsOf[R any] struct {
	list  string
	group int
	place func(Field[R], int) Place
}

func addEntries[R any](all map[pathKey]pathEntry, in rowsOf[R], fields []Field[R]) {
	for i, f := range fields {
		all[pathKey{in.list, f.Path}] = pathEntry{f.Step, in.group, i, func(row int) Place { return in.place(f, row) }}
	}
}
