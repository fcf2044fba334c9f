//go:build !windows && !darwin

package ui

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

func systemPrinter() printer { return lp{} }

// lpPatience is how long the print service may take to answer.
const lpPatience = 15 * time.Second

// names asks for the printers; there has to be one.
func (lp) names() ([]string, error) {
	out, err := run(nil, "lpstat", "-e")
	if err != nil {
		return nil, err
	}
	names := strings.Fields(out)
	if len(names) == 0 {
		return nil, errNoPrinter
	}
	return names, nil
}

// print hands the list over as a PDF, through a pipe: nothing of it stays on the disk.
func (lp) print(_ fyne.Window, name string, job job) error {
	data, err := job.pdf()
	if err != nil {
		return err
	}
	_, err = run(data, "lp", "-d", name, "-t", job.title, "-o", "media=A4", "-")
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
