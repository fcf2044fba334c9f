package checklist

import (
	"slices"
	"strings"

	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// Part is a part of the list that can be printed or left out.
type Part string

// The parts in the order of the list. OpenClauses is Clauses without those that only
// what is in order names.
const (
	PartPage1       Part = "page1"
	PartAnswers     Part = "answers"
	PartStatement   Part = "statement"
	PartOpenClauses Part = "open-clauses"
	PartClauses     Part = "clauses"
)

// AllParts are the parts that can be chosen, in the order of the list.
var AllParts = []Part{PartPage1, PartAnswers, PartStatement, PartOpenClauses, PartClauses}

// Label says what is in a part.
func (p Part) Label() say.Text {
	return map[Part]say.Text{
		PartPage1:       say.F("第一页：结论、要办、材料、要问"),
		PartAnswers:     say.F("核对结果、我填的内容、日程"),
		PartStatement:   say.F("本人述职"),
		PartOpenClauses: say.F("条款原文：只要还没办完的"),
		PartClauses:     say.F("条款原文：提到的都要"),
	}[p]
}

// Parts are what is printed of the list; none stands for all of them.
type Parts []Part

// Has reports whether a part is printed.
func (p Parts) Has(part Part) bool {
	if len(p) == 0 {
		return true
	}
	return slices.Contains(p, part)
}

// String names the parts in the order of the list: page1,answers.
func (p Parts) String() string {
	var names []string
	for _, part := range AllParts {
		if slices.Contains(p, part) {
			names = append(names, string(part))
		}
	}
	return strings.Join(names, ",")
}

// ParseParts reads names between commas; nothing stands for all parts.
func ParseParts(text string) (Parts, error) {
	if text == "" {
		return nil, nil
	}
	var parts Parts
	for _, name := range strings.Split(text, ",") {
		part := Part(strings.TrimSpace(name))
		if !slices.Contains(AllParts, part) {
			return nil, say.Errorf("清单没有 %s 这一部分", name)
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// part collects the blocks that a part adds.
func (b *builder) part(build func()) []paper.Block {
	before := b.blocks
	b.blocks = nil
	build()
	made := b.blocks
	b.blocks = before
	return made
}

// append adds a part on pages of its own, if it is printed and there is anything in it.
func (b *builder) append(part Part, blocks []paper.Block) {
	if len(blocks) == 0 || !b.p.Parts.Has(part) {
		return
	}
	if b.begun {
		b.add(paper.PageBreak{})
	}
	b.add(blocks...)
	b.begun = true
}
