package main

import (
	"errors"
	"fmt"

	"zhicheng/forms/fileread"
	"zhicheng/forms/store"
)

// shown is a path as it can be printed on a terminal.
func shown(path string) string { return fileread.Shown(path, longestPath) }

// longestPath is how many characters of a path are printed.
const longestPath = 200

// may asks a guard about an output, and says how to replace what is there.
func may(g *store.Guard, out string) error { return replacing(g.May(out)) }

// replacing adds to a refusal how to replace what is there.
func replacing(err error) error {
	if errors.Is(err, store.ErrThere) {
		return fmt.Errorf("%w，要替换请加 -f", err)
	}
	return err
}
