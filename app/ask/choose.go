package ask

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/ncruces/zenity"

	"zhicheng/app/com"
	"zhicheng/app/look"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Chooser lets the applicant choose files.
type Chooser struct {
	*Asker
	// ForOpen and ForSave stand in for the dialogs; nil opens them.
	ForOpen func(title string, endings []string, chosen func(path string))
	ForSave func(title, name string, chosen func(path string))
	// ForFolder stands in for the dialog in which a folder is chosen.
	ForFolder func(title string, chosen func(folder string))
	// Toolkit gives the toolkit's words in the window's language.
	Toolkit func() Toolkit
	// Folder is where the application's file lies, with a separator at its end, "" where
	// it has none.
	Folder func() string

	preferences fyne.Preferences // of the toolkit's own dialog
	// Native stands in for the system's dialogs; nil shows them.
	Native func(FileDialog, context.Context, []zenity.Option) (string, error)
}

// NewChooser returns what asks for files; the toolkit notes in preferences where it was
// last.
func NewChooser(asker *Asker, preferences fyne.Preferences) *Chooser {
	return &Chooser{Asker: asker, preferences: preferences}
}

// FileDialog is a dialog of the system in which a file is chosen.
type FileDialog struct {
	title    string
	kind     string   // what the files are called that can be chosen
	patterns []string // of their names
	at       string   // the folder to begin in, or the path that is proposed
	save     bool     // for a file to write, not for one to read
	folder   bool     // for a folder
}

// show shows the dialog, owned by the program's window, and returns the path that was
// chosen. Ending the context closes it.
func (d FileDialog) show(ctx context.Context, owned []zenity.Option) (string, error) {
	defer com.Apartment()()
	options := append(owned, zenity.Context(ctx), zenity.Title(d.title), zenity.Filename(d.at))
	if d.folder {
		return zenity.SelectFile(append(options, zenity.Directory())...)
	}
	options = append(options, zenity.FileFilters{{Name: d.kind, Patterns: d.patterns, CaseFold: true}})
	if d.save {
		return zenity.SelectFileSave(append(options, zenity.ConfirmOverwrite())...)
	}
	return zenity.SelectFile(options...)
}

// ownedBy makes a dialog belong to a window, so that it stays in front of it. On
// macOS, where a dialog is another program's, it would need the user's permission.
func ownedBy(window any) []zenity.Option {
	switch c := window.(type) {
	case driver.WindowsWindowContext:
		return []zenity.Option{zenity.Attach(c.HWND)}
	case driver.X11WindowContext:
		return []zenity.Option{zenity.Attach(int(c.WindowHandle)), zenity.Modal()}
	}
	return nil
}

// ChooseOpen lets the applicant choose a file with one of the endings, by the
// system's own dialog where there is one.
func (c *Chooser) ChooseOpen(title say.Text, endings []string, chosen func(path string)) {
	if c.ForOpen != nil {
		c.ForOpen(title.String(), endings, chosen)
		return
	}
	c.choose(FileDialog{title: c.say(title), kind: c.sayf("可以选的文件"), patterns: patterns(endings...), at: c.Folder()},
		chosen, func() { c.plainOpen(title, endings, chosen) })
}

// ChooseSave lets the applicant name a file to write. A name that gets its ending
// here was not asked about by the system's dialog.
func (c *Chooser) ChooseSave(title say.Text, name string, then func(path string)) {
	name = proposed(name, c.sayf("职称申报"))
	chosen := func(path string) {
		if full := ended(path, name); full != path {
			c.saveAt(full, then)
			return
		}
		then(path)
	}
	if c.ForSave != nil {
		c.ForSave(title.String(), name, chosen)
		return
	}
	ending := filepath.Ext(name)
	c.choose(FileDialog{title: c.say(title), kind: c.say(kinds[ending]), patterns: patterns(ending), at: filepath.Join(c.Folder(), name), save: true},
		chosen, func() { c.plainSave(title, name, then) })
}

// ChooseFolder lets the applicant choose a folder.
func (c *Chooser) ChooseFolder(title say.Text, chosen func(folder string)) {
	if c.ForFolder != nil {
		c.ForFolder(title.String(), chosen)
		return
	}
	c.choose(FileDialog{title: c.say(title), at: c.Folder(), folder: true}, chosen, func() { c.plainFolderOpen(title, chosen) })
}

// kinds are what files are called that the program writes, by their endings.
var kinds = map[string]say.Text{
	store.Extension: say.F("职称申报文件"), ".pdf": say.F("PDF文件"), ".ics": say.F("日历文件"), ".csv": say.F("表格文件"),
	".jpg": say.F("JPG照片"), ".jpeg": say.F("JPG照片"), ".png": say.F("PNG照片"),
}

// patterns of names with an ending.
func patterns(endings ...string) []string {
	all := make([]string, len(endings))
	for i, ending := range endings {
		all[i] = "*" + ending
	}
	return all
}

// choose shows the system's dialog and goes on with what was chosen in it, or with
// the toolkit's own dialog where the system has none. Meanwhile the window takes
// nothing but 取消.
func (c *Chooser) choose(d FileDialog, chosen func(path string), plain func()) {
	show := c.Native
	if show == nil {
		show = FileDialog.show
		if !zenity.IsAvailable() {
			plain()
			return
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	waiting := c.Ask(say.Typed(d.title), look.NewText(c.sayf("在系统的对话框里选，选好了这里接着办。"), look.Style{}), Button{Words: say.F("取消"), Tapped: cancel})
	waiting.Left = cancel
	generation, owned := c.work.Generation(), c.owned()
	c.work.RunAnyway(func() func() {
		path, err := show(d, ctx, owned)
		return func() {
			waiting.Close()
			switch {
			case errors.Is(err, zenity.ErrCanceled) || ctx.Err() != nil:
			case err != nil:
				plain()
			case generation != c.work.Generation():
				c.Tell(say.F("刚才选的文件没有用上"), say.F("选文件的时候打开了另一份申报。还要用那个文件，请再选一次。"))
			default:
				chosen(path)
			}
			cancel()
		}
	})
}

// owned are the options of a dialog that belongs to the window.
func (c *Chooser) owned() (owned []zenity.Option) {
	if native, ok := c.window.(driver.NativeWindow); ok {
		native.RunNative(func(context any) { owned = ownedBy(context) })
	}
	return owned
}
