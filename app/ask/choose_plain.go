package ask

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// plainSize is the size of the toolkit's file dialog.
var plainSize = fyne.NewSize(760, 520)

// plainOpen is the toolkit's own dialog, for systems that have none.
func (c *Chooser) plainOpen(title say.Text, endings []string, chosen func(string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		defer file.Close()
		chosen(filepath.FromSlash(file.URI().Path()))
	}, c.window)
	d.SetTitleText(c.say(title))
	d.SetFilter(endingFilter(endings))
	c.begin(d)
	d.SetConfirmText(c.sayf("打开"))
	d.SetDismissText(c.sayf("取消"))
	d.Resize(plainSize)
	d.Show()
	c.translateTop(map[*widget.PopUp]bool{})
}

// plainFolderOpen is the toolkit's own dialog for folders.
func (c *Chooser) plainFolderOpen(title say.Text, chosen func(string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			chosen(filepath.FromSlash(folder.Path()))
		}
	}, c.window)
	d.SetTitleText(c.say(title))
	c.begin(d)
	d.SetConfirmText(c.sayf("打开"))
	d.SetDismissText(c.sayf("取消"))
	d.Resize(plainSize)
	d.Show()
	c.translateTop(map[*widget.PopUp]bool{})
}

// plainSave is the toolkit's own dialog with a question of ours before a file is
// replaced: the toolkit's is English only, and empties the file before it is written.
func (c *Chooser) plainSave(title say.Text, name string, chosen func(string)) {
	d := dialog.NewFileSave(func(fyne.URIWriteCloser, error) {}, c.window)
	d.SetTitleText(c.say(title))
	d.SetFilter(endingFilter{filepath.Ext(name)})
	d.SetFileName(name)
	c.begin(d)
	d.SetConfirmText(c.sayf("保存"))
	d.SetDismissText(c.sayf("取消"))
	d.Resize(plainSize)
	d.Show()
	if entry, confirm := c.saveParts(); confirm != nil {
		confirm.OnTapped = func() {
			c.saveAt(filepath.Join(c.plainFolder(), ended(entry.Text, name)), func(path string) {
				d.Hide()
				chosen(path)
			})
		}
	}
	c.translateTop(map[*widget.PopUp]bool{})
}

// begin lets a dialog show the folder of the application's file first, as the system's
// does; without one it shows the folder of last time.
func (c *Chooser) begin(d *dialog.FileDialog) {
	folder := c.Folder()
	if folder == "" {
		return
	}
	if location, err := storage.ListerForURI(storage.NewFileURI(filepath.Clean(folder))); err == nil {
		d.SetLocation(location)
	}
}

// saveParts are the name and the button of the dialog on top.
func (c *Chooser) saveParts() (name *widget.Entry, confirm *widget.Button) {
	top, ok := c.window.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok {
		return nil, nil
	}
	each(top.Content, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Entry:
			name = o
		case *widget.Button:
			if o.Text == c.sayf("保存") {
				confirm = o
			}
		}
	})
	return name, confirm
}

// lastFolderKey is the preference in which the toolkit's file dialog notes the folder
// that it shows.
const lastFolderKey = "fyne:fileDialogLastFolder"

// plainFolder is the folder that the toolkit's file dialog shows.
func (c *Chooser) plainFolder() string {
	address, err := storage.ParseURI(c.preferences.String(lastFolderKey))
	if err != nil {
		return ""
	}
	return address.Path()
}

// ended gives a typed name the ending of the one that was suggested.
func ended(typed, suggested string) string {
	ending := filepath.Ext(suggested)
	if strings.EqualFold(filepath.Ext(typed), ending) || photo.Named(typed) && photo.Named(suggested) {
		return typed
	}
	return typed + ending
}

var errIsFolder = say.Errorf("已经有一个文件夹叫这个名字")

// saveAt goes on with a path, after a question where a file has it. The disk is asked
// beside the window.
func (c *Chooser) saveAt(path string, chosen func(string)) {
	c.work.Run(func() func() {
		info, err := os.Stat(path)
		return func() {
			switch {
			case err == nil && info.IsDir():
				c.Fail(say.F("不能用这个名字"), errIsFolder, say.F("换一个文件名。"))
			case err == nil:
				c.Ask(say.F("替换已有的文件？"), look.NewText(fileread.Name(path), look.Style{}),
					Button{Words: say.F("取消")}, Button{Words: say.F("替换"), Tapped: func() { chosen(path) }})
			default:
				chosen(path)
			}
		}
	})
}

// translateTop says in the window's language what the dialog on top says in English
// only, and the dialogs that its buttons open. done are those that were seen to.
func (c *Chooser) translateTop(done map[*widget.PopUp]bool) {
	top, ok := c.window.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok || done[top] {
		return
	}
	done[top] = true
	each(top.Content, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			c.translateLabel(o)
		case *widget.Button:
			c.follow(o, done)
		case *container.Split:
			if places, ok := o.Leading.(*widget.List); ok {
				c.translatePlaces(places)
			}
		case *widget.GridWrap, *widget.List: // the items take the button's new action
			o.Refresh()
		}
	})
}

// follow translates what a button opens.
func (c *Chooser) follow(b *widget.Button, done map[*widget.PopUp]bool) {
	if tapped := b.OnTapped; tapped != nil {
		b.OnTapped = func() { tapped(); c.translateTop(done) }
	}
}

// translatePlaces says the names of the places at the left, which are constants of
// the toolkit.
func (c *Chooser) translatePlaces(places *widget.List) {
	update := places.UpdateItem
	places.UpdateItem = func(id widget.ListItemID, item fyne.CanvasObject) {
		update(id, item)
		each(item, func(o fyne.CanvasObject) {
			if label, ok := o.(*widget.Label); ok {
				c.translateLabel(label)
			}
		})
	}
	places.Refresh()
}

func (c *Chooser) translateLabel(label *widget.Label) {
	if said, ok := c.Toolkit()[label.Text]; ok {
		label.SetText(said)
	}
}

// each visits everything that a dialog holds.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			each(inner, visit)
		}
	case *container.Split:
		each(o.Leading, visit)
		each(o.Trailing, visit)
	case *container.Scroll:
		each(o.Content, visit)
	}
}

// endingFilter lets regular files through whose name ends so, in either case. The toolkit
// reads from what it shows and has no icon for: a pipe would keep the window waiting.
type endingFilter []string

// Matches reports whether a file is shown.
func (f endingFilter) Matches(uri fyne.URI) bool {
	if !slices.Contains(f, strings.ToLower(uri.Extension())) {
		return false
	}
	info, err := os.Stat(uri.Path())
	return err == nil && fileread.Regular(info.Mode())
}

var _ storage.FileFilter = endingFilter{}
