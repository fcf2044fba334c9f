package main

const smRemoteSession = 0x1000

// remote reports whether the screen is that of a remote desktop.
func remote() bool {
	remote, _, _ := user32.NewProc("GetSystemMetrics").Call(smRemoteSession)
	return remote != 0
}
