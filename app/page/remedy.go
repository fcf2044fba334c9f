package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// remedy is what to do about a finding: the first sentence, and the link that shows the
// others, none where there are no more.
func remedy(p *Page, f check.Finding) (text *look.Text, more []fyne.CanvasObject) {
	whole := p.room.Say(f.Remedy)
	first, isMore := firstSentence(whole)
	text = look.NewText(first, look.Style{})
	if !isMore {
		return text, nil
	}
	return text, []fyne.CanvasObject{toggle(p, "more:"+f.ID, say.F("更多"), func(open bool) {
		if open {
			text.Set(whole)
		} else {
			text.Set(first)
		}
	})}
}

// toggle is a link that shows more and hides it again.
func toggle(p *Page, key string, more say.Text, show func(open bool)) *look.Button {
	link := look.NewButton(look.Link, "", nil).WithArrow("down")
	turn := func() {
		show(p.opened[key])
		if p.opened[key] {
			link.SetLabel(p.room.sayf("收起"))
			link.SetIcon("up")
		} else {
			link.SetLabel(p.room.Say(more))
			link.SetIcon("down")
		}
	}
	turn()
	link.OnTapped = func() {
		p.opened[key] = !p.opened[key]
		turn()
		p.arrange()
	}
	link.OnFocus = p.Reveal
	return link
}

// shortRemedy is how many characters are shown whole.
const shortRemedy = 48

// firstSentence returns a text up to where its first sentence or part of one ends, outside
// of brackets, and whether there is more.
func firstSentence(text string) (first string, more bool) {
	if forms.Characters(text) <= shortRemedy {
		return text, false
	}
	depth := 0
	for i, r := range text {
		depth += strings.Count("（(“[", string(r)) - strings.Count("）)”]", string(r))
		end := i + len(string(r))
		stop := strings.ContainsRune("。；", r) || strings.ContainsRune(".;", r) && strings.HasPrefix(text[end:], " ")
		if rest := strings.TrimSpace(text[end:]); depth == 0 && stop && rest != "" {
			return strings.TrimRight(text[:i], "；;。.") + "…", true
		}
	}
	return text, false
}
