//go:build ignore

// Command draw draws the sample photos of invented persons: what a phone or a
// studio would deliver, before anything was cropped. It runs in the folder above
// (go generate ./assets).
package main

import (
	"log"
	"os"
	"path/filepath"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

func main() {
	phone := drawn.Standing(1200, 1600)
	phone.Ground, phone.Grain, phone.Shade = drawn.OffWhite, 3, 4
	phone.HeadHeight, phone.CentreX, phone.CrownY = 620, 620, 330
	write("forestry-engineer.jpg", phone)

	studio := drawn.Standing(600, 840)
	studio.Hair, studio.Shirt, studio.Grain = drawn.Bun, drawn.Pale, 3
	write("natural-resources-senior.jpg", studio)
}

func write(name string, p drawn.Person) {
	data, err := photo.EncodeJPEG(drawn.Draw(p), 92)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("samples", name), data, 0o644); err != nil {
		log.Fatal(err)
	}
}
