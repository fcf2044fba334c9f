// Hello is the smallest window that the toolkit makes, as large as the program's: what
// starting the program is compared with.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.New().NewWindow("hello")
	window.SetContent(widget.NewLabel("hello"))
	window.Resize(fyne.NewSize(1120, 740))
	window.ShowAndRun()
}
