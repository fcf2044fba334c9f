package assets

import (
	"embed"
	"io/fs"
)

//go:generate go run samples/draw.go

//go:embed samples/*.zcapp samples/*.jpg
var samples embed.FS

// Samples returns two complete applications with their photos: a senior engineer
// of natural resources and a forestry engineer, both invented.
func Samples() fs.FS {
	sub, err := fs.Sub(samples, "samples")
	if err != nil {
		panic(err) // the folder is compiled in
	}
	return sub
}
