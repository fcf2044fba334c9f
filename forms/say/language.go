package say

import (
	"fmt"
	"strings"
)

// Language is a language besides Chinese.
type Language struct {
	// Tag names the language, such as “en”.
	Tag string
	// Formats has the format of each Chinese format, and of the signs between texts.
	// What is not there is said in Chinese.
	Formats map[string]string
	// Join puts a sign of this language between two texts; nil does just that.
	Join func(left, sign, right string) string
	// Polish corrects a whole sentence, such as the plural after a 1; nil changes
	// nothing. What was typed is not in the sentence yet.
	Polish func(said string) string
}

func (l *Language) format(chinese string) string {
	if own, ok := l.Formats[chinese]; ok {
		return own
	}
	return chinese
}

func (l *Language) polish(said string) string {
	if l.Polish == nil {
		return said
	}
	return l.Polish(said)
}

// speech says one sentence. What was typed is put in at the end, so that nothing
// changes it.
type speech struct {
	language *Language
	typed    []string
}

// firstPlaceholder is the first sign of a private use area of Unicode; the i-th after
// it holds the place of the i-th typed text.
const firstPlaceholder = '\U000F0000'

// verbatim keeps a text that nothing may change, and returns the sign in its place.
func (s *speech) verbatim(text string) string {
	s.typed = append(s.typed, text)
	return string(firstPlaceholder + rune(len(s.typed)-1))
}

// complete puts what was typed in its places.
func (s *speech) complete(said string) string {
	if len(s.typed) == 0 {
		return said
	}
	var whole strings.Builder
	for _, r := range said {
		if i := int(r - firstPlaceholder); i >= 0 && i < len(s.typed) {
			whole.WriteString(s.typed[i])
		} else {
			whole.WriteRune(r)
		}
	}
	return whole.String()
}

func (s *speech) say(t Text) string {
	if t.Empty() {
		return ""
	}
	format := s.language.format(t.format)
	if t.joined {
		return s.join(format, t.args)
	}
	if len(t.args) == 0 && !strings.Contains(format, "%") {
		return format
	}
	args := make([]any, len(t.args))
	for i, arg := range t.args {
		args[i] = s.argument(arg)
	}
	return fmt.Sprintf(format, args...)
}

func (s *speech) argument(arg any) any {
	switch arg := arg.(type) {
	case Text:
		return s.say(arg)
	case Sayer:
		return s.say(arg.Say())
	case error:
		return s.say(Typed(arg.Error()))
	case own:
		if words, ok := arg.others[s.language.Tag]; ok {
			return s.verbatim(words)
		}
		return s.verbatim(arg.chinese)
	case string:
		return s.verbatim(arg)
	}
	return arg
}

func (s *speech) join(sign string, texts []any) string {
	said := ""
	for i, t := range texts {
		switch part := s.say(t.(Text)); {
		case i == 0:
			said = part
		case s.language.Join == nil:
			said += sign + part
		default:
			said = s.language.Join(said, sign, part)
		}
	}
	return said
}
