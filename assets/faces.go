// Package assets holds the files that are built into the programs, and nothing else.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed faces/*.tflite
var faces embed.FS

// Faces is the folder of the nets that find faces, the points of a face, and the person in a picture
// (LICENSES/MediaPipe.txt).
func Faces() fs.FS {
	folder, err := fs.Sub(faces, "faces")
	if err != nil {
		panic(err) // the name is a constant
	}
	return folder
}
