package main

import (
	"fmt"
	"os"

	"github.com/ncruces/zenity"

	"zhicheng/app/ui"
)

// complain says why the program cannot start, where the applicant sees it: in a
// box of the system, or else on the terminal.
func complain(message string) {
	fmt.Fprintln(os.Stderr, message)
	_ = zenity.Error(message, zenity.Title(ui.ProductName), zenity.OKLabel("知道了"))
}
