package clipboard

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"time"

	"zhicheng/forms/say"
)

// patience is how long the system may take. It may ask the person whether this
// program may see the clipboard.
const patience = time.Minute

// Read returns the file that was copied in Finder, and the copied picture as PNG;
// either may be missing. A file leaves its icon as a picture, which is not taken.
func Read() (files []string, picture []byte, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	path, err := ask(ctx, "POSIX path of (the clipboard as «class furl»)")
	if err != nil {
		return nil, nil, err
	}
	path = strings.TrimRight(path, "\n")
	if _, err := os.Stat(path); err == nil { // text is taken for a path too
		return []string{path}, nil, nil
	}
	printed, err := ask(ctx, "the clipboard as «class PNGf»")
	if err != nil {
		return nil, nil, err
	}
	if picture = scriptData(printed); len(picture) > mostBytes {
		return nil, nil, errTooLarge
	}
	return nil, picture, nil
}

// ask runs a line of AppleScript; it returns nothing where the clipboard has nothing
// of the kind.
func ask(ctx context.Context, line string) (printed string, err error) {
	out, err := exec.CommandContext(ctx, "/usr/bin/osascript", "-e", line).Output()
	var refused *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", errNoAnswer
	case errors.As(err, &refused):
		return "", nil
	case err != nil:
		return "", say.Errorf("%w（%v）", errUnreachable, err)
	}
	return string(out), nil
}
