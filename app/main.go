// The program 职称申报助手: a window in which an engineer prepares the application
// for a professional title, all on this computer.
package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"zhicheng/app/clipboard"
	"zhicheng/app/look"
	"zhicheng/app/ui"
	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

// metadata agrees with FyneApp.toml, which is read only beside the program.
var metadata = fyne.AppMetadata{ID: "cn.zhicheng.assistant", Name: ui.ProductName, Version: assets.Version, Build: 1}

// gcPercent keeps the heap near what is used: most of it are the two fonts, which
// live as long as the program.
const gcPercent = 40

// memoryInAll is where garbage is collected at once, be it while starting up: a large
// picture takes most of it.
const memoryInAll = 520 << 20

func main() {
	if err := run(os.Args[1:]); err != nil {
		complain(err.Error())
		os.Exit(2)
	}
}

// session is one run of the program, as far as its end has to be seen to.
type session struct {
	shelf  *store.Shelf // nil keeps nothing for the next start
	said   *toolkitLog
	window *ui.Window // nil until it is made
	shown  bool
}

func run(arguments []string) (err error) {
	s := &session{shelf: shelf(), said: watchLog()}
	crashed := recordCrashes(s.shelf)
	defer func() {
		if bug := recover(); bug != nil {
			err = s.rescue(bug, debug.Stack())
		}
	}()
	letOthersRaise()
	if ui.HandOver(s.shelf, arguments) {
		return nil
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(memoryInAll)
	listenForDocuments()
	app.SetMetadata(metadata)
	application := app.NewWithID(metadata.ID)
	closeFolder(application.Storage().RootURI().Path())
	application.SetIcon(look.AppIcon())
	ui.Zoomed(application)
	ui.Appear(application)
	if err := s.open(application, arguments); err != nil {
		return err
	}
	s.window.TellOfCrash(crashed)
	ui.Attend(s.window, fyne.Do)
	quitOnHangup(application)
	atLogout(func() { _ = s.window.Rescue() }) // nobody is left to be told
	application.Run()
	_ = s.window.Rescue() // a system that shuts down does not ask for the window to be closed
	return nil
}

// open makes the window and shows it.
func (s *session) open(application fyne.App, arguments []string) error {
	fontsRead := readFonts()
	config, err := configure(application, s.shelf)
	if err != nil {
		return err
	}
	s.window = ui.New(config, forms.New(config.Notice.ID))
	fontsRead()
	if err := watch(s.window); err != nil {
		return err
	}
	s.window.Begin(arguments)
	openDocuments(s.window.Open)
	application.Lifecycle().SetOnStarted(settle)
	fitScreen(s.window.Fyne())
	nameWindows()
	s.window.Show()
	if s.shown = isShown(s.window.Fyne()); !s.shown {
		return errors.New(s.noWindow(nil))
	}
	return nil
}

// settle gives back what starting up took, once the first page is surely shown.
func settle() {
	time.AfterFunc(time.Second, func() {
		debug.SetGCPercent(gcPercent)
		debug.FreeOSMemory()
	})
}

func configure(application fyne.App, shelf *store.Shelf) (ui.Config, error) {
	n, err := notice.Trusted(assets.Notices(), assets.CurrentNotice)
	if err != nil {
		return ui.Config{}, err
	}
	return ui.Config{
		App: application, Notice: n, Library: library.Usual(assets.Notices(), assets.CurrentNotice), Finder: sync.OnceValues(finder), Fonts: fonts, Shelf: shelf,
		Paste: clipboard.Read, OpenPath: openPath(application), Now: time.Now,
		Fit: fitScreen, Samples: assets.Samples(), Manual: assets.Manual,
		Version: metadata.Version, Licences: licences(),
	}, nil
}

// finder looks for faces in photos.
func finder() (*photo.Finder, error) { return photo.NewFinder(assets.Faces()) }

// fonts are those of the printed list.
func fonts() (*paper.Fonts, error) {
	return paper.NewFonts(assets.FontRegular, assets.FontBold)
}

// shelf opens the program's own folder. Without one the program works, but keeps
// nothing for the next start.
func shelf() *store.Shelf {
	folder, err := os.UserConfigDir()
	if err != nil {
		return nil
	}
	s, err := store.OpenShelf(filepath.Join(folder, "zhicheng"))
	if err != nil {
		return nil
	}
	return s
}
