package ask

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// longestName is how many bytes of a file's name are proposed: systems take 255, and
// words and an ending come behind it.
const longestName = 150

// reserved are names of devices on Windows, whatever ending follows.
var reserved = []string{
	"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
	"COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
	"LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
}

// FileName makes of a text the name of a file, without an ending, that every system
// takes; "" where nothing is left.
func FileName(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r), !unicode.IsPrint(r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	cut := 0
	for i, r := range text {
		if next := i + len(string(r)); next <= longestName {
			cut = next
		}
	}
	text = strings.Trim(text[:cut], " .") // Windows drops them at the end, elsewhere a dot hides a file
	stem, _, _ := strings.Cut(text, ".")
	if slices.ContainsFunc(reserved, func(name string) bool { return strings.EqualFold(name, strings.TrimSpace(stem)) }) {
		return ""
	}
	return text
}

// proposed is a name that every system takes for the one that is to be proposed, with its
// ending and without folders: a photo is called as somebody else's file says.
func proposed(name, otherwise string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	ending := filepath.Ext(name)
	stem := cmp.Or(FileName(strings.TrimSuffix(name, ending)), otherwise)
	if ending = FileName(ending); ending != "" {
		return stem + "." + ending
	}
	return stem
}
