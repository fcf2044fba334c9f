// Package say has sentences as values. A sentence keeps its Chinese format and its
// arguments, and becomes text only where it is shown, in the language of who reads it.
package say

import (
	"fmt"
	"strings"
)

// Text is a sentence: a Chinese format and what is put into it. An argument that is
// a Text, or an error with one, is said in the language too; a string is what
// somebody typed and stays as it is. The zero Text says nothing. Texts are compared
// by [Text.String].
type Text struct {
	_ [0]func() // two Texts are not compared by ==
	*sentence
}

type sentence struct {
	format string
	args   []any
	joined bool // args are Texts, and the sign format is put between them
}

// F returns the sentence of a Chinese format, with the verbs of [fmt.Sprintf].
func F(format string, args ...any) Text {
	if false {
		_ = fmt.Sprintf(format, args...) // so that vet compares verbs and arguments
	}
	return Text{sentence: &sentence{format: format, args: args}}
}

// Typed returns what somebody typed, which is the same in every language.
func Typed(text string) Text {
	if text == "" {
		return Text{}
	}
	return F("%s", text)
}

// Own returns a text that brings its words in other languages, by their tags: it
// comes from data and not from the program.
func Own(chinese string, others map[string]string) Text {
	if len(others) == 0 {
		return Typed(chinese)
	}
	return F("%s", own{chinese, others})
}

type own struct {
	chinese string
	others  map[string]string
}

func (o own) String() string { return o.chinese }

// Join puts a Chinese sign such as 、 between texts, or nothing between whole
// sentences, and leaves out the empty ones.
func Join(sign string, texts ...Text) Text {
	list := &sentence{format: sign, joined: true}
	for _, t := range texts {
		if !t.Empty() {
			list.args = append(list.args, t)
		}
	}
	switch len(list.args) {
	case 0:
		return Text{}
	case 1:
		return list.args[0].(Text)
	}
	return Text{sentence: list}
}

// Empty reports whether the text says nothing.
func (t Text) Empty() bool { return t.sentence == nil }

// String returns the Chinese.
func (t Text) String() string { return t.In(nil) }

// MarshalText writes the Chinese.
func (t Text) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// In returns the text in a language, nil for Chinese.
func (t Text) In(l *Language) string {
	switch {
	case t.Empty():
		return ""
	case l == nil:
		return t.chinese()
	}
	s := speech{language: l}
	return s.complete(l.polish(s.say(t)))
}

func (t *sentence) chinese() string {
	if t.joined {
		parts := make([]string, len(t.args))
		for i, part := range t.args {
			parts[i] = part.(Text).chinese()
		}
		return strings.Join(parts, t.format)
	}
	if len(t.args) == 0 && !strings.Contains(t.format, "%") {
		return t.format
	}
	return fmt.Sprintf(t.format, t.args...)
}
