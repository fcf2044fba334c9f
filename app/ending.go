package main

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"fyne.io/fyne/v2"

	"zhicheng/forms/store"
)

// recordCrashes has the runtime write to the shelf what it says when it ends the
// program on a bug, and returns the record of an earlier crash that nobody was told
// of, "" for none.
func recordCrashes(shelf *store.Shelf) (crashed string) {
	crashed = shelf.Crashed()
	if file, err := shelf.CrashFile(); err == nil { // without it crashes are not recorded
		_ = debug.SetCrashOutput(file, debug.CrashOptions{})
		_ = file.Close() // the runtime has its own
	}
	return crashed
}

// quitOnHangup ends the program in order, with a last save, when the terminal that it
// was started from is closed. The toolkit does so when the program is interrupted or
// terminated.
func quitOnHangup(application fyne.App) {
	if signal.Ignored(syscall.SIGHUP) { // nohup
		return
	}
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	go func() {
		<-hangup
		fyne.Do(application.Quit)
	}()
}
