package clipboard

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience is how long the system may take. It may ask the person whether this
// program may see the clipboard.
const patience = time.Minute

// Read returns the files that were copied in Finder, and the copied picture as PNG;
// either may be missing. A file leaves its icon as a picture too, so files come first.
func Read() (files []string, picture []byte, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	path, _ := ask(ctx, "POSIX path of (the clipboard as «class furl»)")
	path = strings.TrimRight(path, "\n")
	if _, err := os.Stat(path); err == nil { // text is taken for a path too
		return []string{path}, nil, nil
	}
	printed, _ := ask(ctx, "the clipboard as «class PNGf»")
	if ctx.Err() != nil {
		return nil, nil, errNoAnswer
	}
	return nil, scriptData(printed), nil
}

// ask runs a line of AppleScript. It fails where the clipboard has nothing of the kind.
func ask(ctx context.Context, line string) (printed string, ok bool) {
	out, err := exec.CommandContext(ctx, "/usr/bin/osascript", "-e", line).Output()
	return string(out), err == nil && len(out) > 0
}
