package ui

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
	"zhicheng/forms/say"
)

// plainSize is the size of the toolkit's file dialog.
var plainSize = fyne.NewSize(760, 520)

// plainOpen is the toolkit's own dialog, for systems that have none.
func (w *Window) plainOpen(title say.Text, endings []string, chosen func(string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		defer file.Close()
		chosen(file.URI().Path())
	}, w.window)
	d.SetTitleText(w.Say(title))
	d.SetFilter(endingFilter(endings))
	d.SetConfirmText(w.sayf("打开"))
	d.SetDismissText(w.sayf("取消"))
	d.Resize(plainSize)
	d.Show()
	w.translateTop(map[*widget.PopUp]bool{})
}

// plainSave is the toolkit's own dialog with a question of ours before a file is
// replaced: the toolkit's is English only, and empties the file before it is written.
func (w *Window) plainSave(title say.Text, name string, chosen func(string)) {
	d := dialog.NewFileSave(func(fyne.URIWriteCloser, error) {}, w.window)
	d.SetTitleText(w.Say(title))
	d.SetFileName(name)
	d.SetConfirmText(w.sayf("保存"))
	d.SetDismissText(w.sayf("取消"))
	d.Resize(plainSize)
	d.Show()
	if entry, confirm := w.saveParts(); confirm != nil {
		confirm.OnTapped = func() {
			w.saveAt(filepath.Join(w.plainFolder(), ended(entry.Text, name)), func(path string) {
				d.Hide()
				chosen(path)
			})
		}
	}
	w.translateTop(map[*widget.PopUp]bool{})
}

// saveParts are the name and the button of the dialog on top.
func (w *Window) saveParts() (name *widget.Entry, confirm *widget.Button) {
	top, ok := w.window.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok {
		return nil, nil
	}
	each(top.Content, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Entry:
			name = o
		case *widget.Button:
			if o.Text == w.sayf("保存") {
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
func (w *Window) plainFolder() string {
	address, err := storage.ParseURI(w.config.App.Preferences().String(lastFolderKey))
	if err != nil {
		return ""
	}
	return address.Path()
}

// ended gives a typed name the ending of the one that was suggested.
func ended(typed, suggested string) string {
	ending := filepath.Ext(suggested)
	if strings.EqualFold(filepath.Ext(typed), ending) || isPicture(typed) && isPicture(suggested) {
		return typed
	}
	return typed + ending
}

var errIsFolder = say.Errorf("已经有一个文件夹叫这个名字")

// saveAt goes on with a path, after a question where a file has it. The disk is asked
// beside the window.
func (w *Window) saveAt(path string, chosen func(string)) {
	w.background(func() func() {
		info, err := os.Stat(path)
		return func() {
			switch {
			case err == nil && info.IsDir():
				w.fail(say.F("不能用这个名字"), errIsFolder, say.F("换一个文件名。"))
			case err == nil:
				w.ask(say.F("替换已有的文件？"), look.NewText(fileread.Name(path), look.Style{}),
					button{words: say.F("取消")}, button{words: say.F("替换"), tapped: func() { chosen(path) }})
			default:
				chosen(path)
			}
		}
	})
}

// translateTop says in the window's language what the dialog on top says in English
// only, and the dialogs that its buttons open. done are those that were seen to.
func (w *Window) translateTop(done map[*widget.PopUp]bool) {
	top, ok := w.window.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok || done[top] {
		return
	}
	done[top] = true
	each(top.Content, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			w.translateLabel(o)
		case *widget.Button:
			w.follow(o, done)
		case *container.Split:
			if places, ok := o.Leading.(*widget.List); ok {
				w.translatePlaces(places)
			}
		case *widget.GridWrap, *widget.List: // the items take the button's new action
			o.Refresh()
		}
	})
}

// follow translates what a button opens.
func (w *Window) follow(b *widget.Button, done map[*widget.PopUp]bool) {
	if tapped := b.OnTapped; tapped != nil {
		b.OnTapped = func() { tapped(); w.translateTop(done) }
	}
}

// translatePlaces says the names of the places at the left, which are constants of
// the toolkit.
func (w *Window) translatePlaces(places *widget.List) {
	update := places.UpdateItem
	places.UpdateItem = func(id widget.ListItemID, item fyne.CanvasObject) {
		update(id, item)
		each(item, func(o fyne.CanvasObject) {
			if label, ok := o.(*widget.Label); ok {
				w.translateLabel(label)
			}
		})
	}
	places.Refresh()
}

func (w *Window) translateLabel(label *widget.Label) {
	if said, ok := w.words.toolkit[label.Text]; ok {
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

// endingFilter lets files through whose name ends so, in either case.
type endingFilter []string

// Matches reports whether a file is shown.
func (f endingFilter) Matches(uri fyne.URI) bool {
	return slices.Contains(f, strings.ToLower(uri.Extension()))
}

var _ storage.FileFilter = endingFilter{}
