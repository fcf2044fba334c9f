package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"zhicheng/app/ask"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// natively has the window ask the system's dialogs, of which answer plays the part.
func natively(t *testing.T, answer func(ctx context.Context) (string, error)) *desk {
	t.Helper()
	d := sit(t, nil)
	d.asks.ForOpen, d.asks.ForSave = nil, nil
	d.asks.Native = func(_ ask.FileDialog, ctx context.Context, _ []zenity.Option) (string, error) {
		return answer(ctx)
	}
	return d
}

// While a dialog of the system is open the window takes nothing else: no other
// application can come meanwhile.
func TestSystemDialogsAreModal(t *testing.T) {
	var d *desk
	d = natively(t, func(ctx context.Context) (string, error) {
		if d.asks.Open() == nil {
			t.Error("the window can be used")
		}
		before := d.window
		for _, c := range d.bar.menus()[0].commands {
			if c.do != nil {
				d.bar.unasked(c.do)()
			}
		}
		d.bar.closeUnasked()
		d.door.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("x.zcapp")})
		if d.window != before || d.work.Generation() != 0 || ctx.Err() != nil {
			t.Errorf("generation %d, %v", d.work.Generation(), ctx.Err())
		}
		return "chosen.jpg", nil
	})
	chosen := ""
	d.asks.ChooseOpen(say.F("选一张照片"), []string{".jpg"}, func(path string) { chosen = path })
	if chosen != "chosen.jpg" {
		t.Errorf("chosen is %q", chosen)
	}
}

// A file that was chosen for an application that is not open any more is not dropped
// silently.
func TestChoiceForAnotherApplicationIsSaid(t *testing.T) {
	var d *desk
	d = natively(t, func(context.Context) (string, error) {
		d.files.replace(forms.New(d.config.Notice.ID), forms.StepPlan)
		return "chosen.jpg", nil
	})
	d.asks.ChooseOpen(say.F("选一张照片"), []string{".jpg"}, func(string) { t.Error("taken for the wrong application") })
	if d.asks.Open() == nil || !strings.Contains(said(d), "没有用上") {
		t.Errorf("it says %q", said(d))
	}
}
