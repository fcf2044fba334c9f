package say

import (
	"errors"
	"fmt"
	"strings"
)

// Sayer is an error, or another value, that has a sentence of its own.
type Sayer interface{ Say() Text }

// Errorf returns an error that can be said in every language, with the verbs of
// [fmt.Errorf].
func Errorf(format string, args ...any) error {
	if false {
		_ = fmt.Errorf(format, args...) // so that vet compares verbs and arguments
	}
	e := &sayable{text: F(strings.ReplaceAll(format, "%w", "%s"), args...)}
	for _, arg := range args {
		switch cause, ok := arg.(error); {
		case ok && e.cause == nil:
			e.cause = cause
		case ok:
			e.cause = errors.Join(e.cause, cause)
		}
	}
	return e
}

// sayable is an error with a Text.
type sayable struct {
	text  Text
	cause error
}

func (e *sayable) Error() string { return e.text.String() }
func (e *sayable) Say() Text     { return e.text }
func (e *sayable) Unwrap() error { return e.cause }

// Of returns the sentence of an error; one that has none is said as it is.
func Of(err error) Text {
	if s, ok := err.(Sayer); ok {
		return s.Say()
	}
	return Typed(err.Error())
}
