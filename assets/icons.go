package assets

import "embed"

//go:embed icons/*.svg icons/app.png
var icons embed.FS

// Icon returns the SVG drawing of the given name, and nil where there is none.
// The drawings are the project's own. Black stands for the colour in which an
// icon is shown and white for what lies on it; only "app" has colours of its own.
func Icon(name string) []byte {
	data, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil
	}
	return data
}

// AppIcon returns the program's own icon as a PNG of 128×128 pixels, drawn from
// icons/app.svg; drawing that at each start takes a tenth of a second.
func AppIcon() []byte {
	data, err := icons.ReadFile("icons/app.png")
	if err != nil {
		panic(err) // the file is compiled in
	}
	return data
}
