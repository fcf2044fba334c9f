package assets

import (
	"embed"
	"io/fs"
)

//go:embed notices
var notices embed.FS

// CurrentNotice is the notice under which a new application is made.
const CurrentNotice = "shaoxing-2020"

// Notices returns the folders of the notices, each named by its id.
func Notices() fs.FS {
	sub, err := fs.Sub(notices, "notices")
	if err != nil {
		panic(err) // the folder is compiled in
	}
	return sub
}
