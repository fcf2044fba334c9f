package photo

import (
	"path/filepath"
	"slices"
	"strings"
)

// Endings are those of the files that can be opened, and of HEIC, whose refusal says
// what to do.
var Endings = []string{".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".heic"}

// Named reports whether a file's name has the ending of a picture.
func Named(path string) bool { return slices.Contains(Endings, strings.ToLower(filepath.Ext(path))) }
