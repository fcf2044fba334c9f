//go:build !windows && !darwin

package printer

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// lp prints by the programs of CUPS.
type lp struct{}

// System returns the way to paper that this system has.
func System() Printer { return lp{} }

// lpPatience is how long the print service may take to answer.
const lpPatience = 15 * time.Second

// Names asks for the printers; there has to be one.
func (lp) Names() ([]string, error) {
	out, err := run(nil, "lpstat", "-e")
	if err != nil {
		return nil, err
	}
	names := strings.Fields(out)
	if len(names) == 0 {
		return nil, ErrNone
	}
	return names, nil
}

// Print hands the list over as a PDF, through a pipe: nothing of it stays on the disk.
func (lp) Print(_ fyne.Window, name string, job Job) error {
	data, err := job.pdf()
	if err != nil {
		return err
	}
	_, err = run(data, "lp", "-d", name, "-t", job.Title, "-o", "media=A4", "-")
	return err
}

// run runs a program with what it reads, and returns what it writes.
func run(input *bytes.Buffer, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), lpPatience)
	defer cancel()
	command := exec.CommandContext(ctx, name, args...)
	if input != nil {
		command.Stdin = input
	}
	var out, said bytes.Buffer
	command.Stdout, command.Stderr = &out, &said
	if err := command.Run(); err != nil {
		return "", fmt.Errorf("%s: %w: %s", name, err, said.String())
	}
	return out.String(), nil
}
