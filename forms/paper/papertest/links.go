package papertest

import (
	"errors"
	"fmt"

	"zhicheng/forms/paper"
)

// Links reports anchors that are used twice and links that lead nowhere; such links are
// printed as plain text.
func Links(doc *paper.Document) error {
	anchors := make(map[string]int)
	var links []string
	for _, block := range doc.Blocks {
		anchor, used := blockLinks(block)
		if anchor != "" {
			anchors[anchor]++
		}
		links = append(links, used...)
	}
	var problems []error
	for anchor, times := range anchors {
		if times > 1 {
			problems = append(problems, fmt.Errorf("链接目标 %s 有%d处", anchor, times))
		}
	}
	for _, link := range links {
		if link != "" && anchors[link] == 0 {
			problems = append(problems, fmt.Errorf("没有链接目标 %s", link))
		}
	}
	return errors.Join(problems...)
}

// blockLinks returns a block's own anchor and the anchors that it leads to.
func blockLinks(block paper.Block) (anchor string, links []string) {
	switch b := block.(type) {
	case paper.Head:
		return "", pairLinks(b.Facts)
	case paper.Heading:
		return b.Anchor, nil
	case paper.Paragraph:
		for _, run := range b.Runs {
			links = append(links, run.Link)
		}
	case paper.Finding:
		return b.Anchor, []string{b.Clause.Anchor}
	case paper.TaskList:
		for _, task := range b.Tasks {
			links = append(links, task.Clause.Anchor)
		}
	case paper.Table:
		for _, row := range b.Rows {
			for _, cell := range row {
				links = append(links, cell.Link)
			}
		}
	case paper.KeyValues:
		return "", pairLinks(b.Items)
	case paper.Clause:
		return b.Anchor, nil
	}
	return "", links
}

func pairLinks(items []paper.KeyValue) []string {
	links := make([]string, len(items))
	for i, pair := range items {
		links[i] = pair.Link
	}
	return links
}
