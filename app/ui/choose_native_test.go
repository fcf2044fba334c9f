package ui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhicheng/forms/say"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"zhicheng/forms"
)

// natively has the window ask the system's dialogs, of which answer plays the part.
func natively(t *testing.T, answer func(ctx context.Context, d fileDialog) (string, error)) *desk {
	t.Helper()
	d := sit(t, nil)
	d.config.ChooseOpen, d.config.ChooseSave = nil, nil
	d.native = func(dialog fileDialog, ctx context.Context, _ []zenity.Option) (string, error) {
		return answer(ctx, dialog)
	}
	return d
}

func TestSaveDialogsOfferAFileType(t *testing.T) {
	for name, row := range map[string]struct{ kind, pattern string }{
		"张三.zcapp":   {"职称申报文件", "*.zcapp"},
		"张三自查清单.pdf": {"PDF文件", "*.pdf"},
		"照片.jpg":     {"JPG照片", "*.jpg"},
	} {
		var asked fileDialog
		d := natively(t, func(_ context.Context, dialog fileDialog) (string, error) {
			asked = dialog
			return filepath.Join("x", name), nil
		})
		chosen := ""
		d.chooseSave(say.F("保存"), name, func(path string) { chosen = path })
		if asked.kind != row.kind || !slices.Equal(asked.patterns, []string{row.pattern}) || !asked.save || asked.at != name {
			t.Errorf("%s: the dialog is %+v", name, asked)
		}
		if chosen != filepath.Join("x", name) || d.asked() != nil {
			t.Errorf("%s: chosen is %q, a dialog is open: %t", name, chosen, d.asked() != nil)
		}
	}
}

// What the program writes has a name for its kind, or the dialog shows none.
func TestEveryEndingThatIsWrittenHasAKind(t *testing.T) {
	for _, name := range []string{"a" + fileEnding, "a.pdf", "a.jpg", "a.jpeg", "a.png"} {
		if kinds[filepath.Ext(name)].Empty() {
			t.Errorf("%s is of no kind", name)
		}
	}
}

// While a dialog of the system is open the window takes nothing else: no other
// application can come meanwhile.
func TestSystemDialogsAreModal(t *testing.T) {
	var d *desk
	d = natively(t, func(ctx context.Context, _ fileDialog) (string, error) {
		if d.asked() == nil {
			t.Error("the window can be used")
		}
		before := d.window
		for _, c := range d.menus()[0].commands {
			if c.do != nil {
				d.unasked(c.do)()
			}
		}
		d.closeUnasked()
		d.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("x.zcapp")})
		if d.window != before || d.generation != 0 || ctx.Err() != nil {
			t.Errorf("generation %d, %v", d.generation, ctx.Err())
		}
		return "chosen.jpg", nil
	})
	chosen := ""
	d.chooseOpen(say.F("选一张照片"), []string{".jpg"}, func(path string) { chosen = path })
	if chosen != "chosen.jpg" {
		t.Errorf("chosen is %q", chosen)
	}
}

// A file that was chosen for an application that is not open any more is not dropped
// silently.
func TestChoiceForAnotherApplicationIsSaid(t *testing.T) {
	var d *desk
	d = natively(t, func(context.Context, fileDialog) (string, error) {
		d.replace(forms.New(d.config.Notice.ID), forms.StepPlan)
		return "chosen.jpg", nil
	})
	d.chooseOpen(say.F("选一张照片"), []string{".jpg"}, func(string) { t.Error("taken for the wrong application") })
	if d.asked() == nil || !strings.Contains(said(d), "没有用上") {
		t.Errorf("it says %q", said(d))
	}
}

func TestLeavingSystemDialogs(t *testing.T) {
	for name, row := range map[string]struct {
		leave func(d *desk)
		err   error
		plain bool
	}{
		"canceled there":   {func(*desk) {}, zenity.ErrCanceled, false},
		"取消 here":          {func(d *desk) { d.tap("取消") }, errors.New("signal: killed"), false},
		"Escape here":      {func(d *desk) { d.asked().dismiss() }, context.Canceled, false},
		"it does not work": {func(*desk) {}, errors.New("exit status 255"), true},
	} {
		var d *desk
		d = natively(t, func(ctx context.Context, _ fileDialog) (string, error) {
			row.leave(d)
			return "", row.err
		})
		plain := false
		d.choose(fileDialog{title: "x"}, func(path string) { t.Errorf("%s: chosen is %q", name, path) }, func() { plain = true })
		if plain != row.plain || d.asked() != nil {
			t.Errorf("%s: the toolkit's dialog %t, a question is open: %t", name, plain, d.asked() != nil)
		}
	}
}

func TestDialogsBelongToTheWindow(t *testing.T) {
	if n := len(ownedBy(driver.X11WindowContext{WindowHandle: 7})); n != 2 {
		t.Errorf("%d options", n)
	}
	if n := len(ownedBy(driver.MacWindowContext{NSWindow: 7})); n != 0 {
		t.Errorf("on macOS %d options", n)
	}
}
