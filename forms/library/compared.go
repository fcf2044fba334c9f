package library

import (
	"bufio"
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// comparedName is the file, next to the installed notices, of which of them were compared
// with the official text: a digest and a day on each line.
const comparedName = "compared.txt"

// compared returns the days, by the digests of the notices. Another digest is another
// notice: what was changed since was not compared.
func (l Library) compared() map[string]forms.Date {
	days := map[string]forms.Date{}
	if len(l.Folders) == 0 {
		return days
	}
	data, err := os.ReadFile(filepath.Join(l.Folders[0], comparedName))
	if err != nil {
		return days // nothing was compared yet
	}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		digest, day, _ := strings.Cut(lines.Text(), " ")
		if date := forms.ParseDate(day); date.Exact() {
			days[digest] = date
		}
	}
	return days
}

// Remember keeps that an installed notice was compared with the official text on a day,
// and returns the notice that says so.
func (l Library) Remember(ctx context.Context, e Entry, day forms.Date) (Entry, error) {
	installed, err := l.ByID(ctx, e.Notice.ID)
	if err != nil || installed.Origin != Installed || installed.Notice.Digest != e.Notice.Digest {
		return e, say.Errorf("装好的通知才记得下对照的日子")
	}
	days := l.compared()
	days[e.Notice.Digest] = day
	var text strings.Builder
	for _, digest := range slices.Sorted(maps.Keys(days)) {
		text.WriteString(digest + " " + days[digest].First().String() + "\n")
	}
	if err := store.WriteFile(filepath.Join(l.Folders[0], comparedName), []byte(text.String())); err != nil {
		return e, err
	}
	e.Compared = day
	return e, nil
}
