package assets

import _ "embed"

// Manual is what 帮助 shows of how to use the program, in Markdown.
//
//go:embed docs/使用说明.md
var Manual string
