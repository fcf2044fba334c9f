package notice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Part is a part of a notice: a file of its folder, or a section of its one file.
type Part int

// The parts, in the order in which a notice's one file has them.
const (
	PartHead Part = iota
	PartData
	PartEnglish
	PartText
)

// Fault is something wrong with a notice, or, where Doubt, something that its maker
// should look at. Line counts from 1 in the file that holds the part; 0 where the
// part is not there. Where is the path of a value in the data, or a clause.
type Fault struct {
	File    string
	Part    Part
	Line    int
	Where   string
	Message string
	Doubt   bool
}

// String returns the fault as one line: notice.json 第12行（dates.paper.day）：……
func (f Fault) String() string {
	where := f.File
	if f.Line > 0 {
		where = strings.TrimSpace(fmt.Sprintf("%s 第%d行", f.File, f.Line))
	}
	if f.Where != "" {
		where += "（" + f.Where + "）"
	}
	return where + "：" + f.Message
}

// Faults are everything found wrong with a notice, in file order. As an error it is
// one line a fault.
type Faults []Fault

// Error returns the faults, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].String()
	}
	return strings.Join(lines, "\n")
}

// split returns what is wrong and what is in doubt, each in file order.
func (f Faults) split() (wrong, doubts Faults) {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Line, b.Line))
	})
	for _, fault := range f {
		if fault.Doubt {
			doubts = append(doubts, fault)
		} else {
			wrong = append(wrong, fault)
		}
	}
	return wrong, doubts
}

// mostFaults is how many faults are collected: a file that is no notice at all would
// have one in every line.
const mostFaults = 500
