// Package look is how everything looks: the palette, the theme with the program's
// own font, icons and marks, and the few shapes from which pages are put
// together. It knows no question, no step and no rule.
//
// Pages are made of objects whose height follows from their width: Chinese
// sentences wrap. [Height] asks any object for it, and the layouts of this package
// use it, so that a page has its right height at once for every width.
package look
