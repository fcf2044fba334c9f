//go:build !windows

package main

import "os"

// remote reports whether the screen is that of another computer.
func remote() bool { return os.Getenv("SSH_CONNECTION") != "" }
