package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/crop"
	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/forms"
)

// stops goes through the open page by Tab, and has visit look at each stop.
func stops(d *desk, visit func(fyne.CanvasObject)) {
	var all []fyne.Focusable
	d.window.Canvas().Unfocus()
	for {
		test.FocusNext(d.window.Canvas())
		focused := d.window.Canvas().Focused()
		if focused == nil || len(all) > 0 && focused == all[0] || len(all) > 300 {
			return
		}
		all = append(all, focused)
		visit(focused.(fyne.CanvasObject))
	}
}

func TestEverythingIsReachedByTab(t *testing.T) {
	for _, name := range samples {
		d := sit(t, sample(t, name))
		for _, page := range d.Pages() {
			page.Open()
			reached := map[fyne.CanvasObject]bool{}
			stops(d, func(o fyne.CanvasObject) { reached[o] = true })
			walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
				switch o := o.(type) {
				case *look.Button:
					if !reached[o] {
						t.Errorf("%s %s: the button “%s” is not reached", name, page.Name, o.Label())
					}
				case *field.Choice, *field.Entry, *stepItem, *crop.Cropper:
					if !reached[o] {
						t.Errorf("%s %s: %T is not reached", name, page.Name, o)
					}
				}
			})
		}
	}
}

func TestFocusStaysInSight(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	for _, step := range forms.Steps {
		d.Go(step)
		stops(d, func(o fyne.CanvasObject) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			middle := at.Y + min(o.Size().Height, 200)/2
			if middle < 0 || middle > d.window.Canvas().Size().Height {
				t.Errorf("%s: %T stands at %v while it has the focus", step, o, at)
			}
		})
	}
}

// A whole answered page without a mouse: arrows, Space, digits, Enter.
func TestAnsweringByKeyboardAlone(t *testing.T) {
	d := sit(t, nil)
	key := func(name fyne.KeyName) { d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	d.Shortcut(control(fyne.Key2))
	if d.Step() != forms.StepScope {
		t.Fatalf("the keys lead to %s", d.Step())
	}
	next := func() { // the next question, past the links of the last one's result
		test.FocusNext(d.window.Canvas())
		for range 5 {
			if _, ok := d.window.Canvas().Focused().(*field.Choice); ok {
				return
			}
			test.FocusNext(d.window.Canvas())
		}
	}
	next()
	key(fyne.KeySpace)
	next() // three at once: not all
	key(fyne.KeyRight)
	key(fyne.KeyReturn)
	next()
	key(fyne.KeyRight)
	key(fyne.KeyReturn)
	next()
	d.window.Canvas().Focused().TypedRune('3')
	s := d.draft.View().Scope
	if s.CivilServant != forms.NotCivilServant || s.EmployedHere != forms.No || s.InService != forms.YesNoOpen {
		t.Errorf("answered %+v", s)
	}
	d.Shortcut(control(fyne.KeyPageDown))
	if d.Step() != page.StepStop { // who does not work in Shaoxing
		t.Errorf("the page key leads to %s", d.Step())
	}
	d.Shortcut(&fyne.ShortcutUndo{})
	if d.Step() != forms.StepScope || d.draft.View().Scope.InService != "" {
		t.Errorf("undo shows %s", d.Step())
	}
}

func TestEscapeLeavesADialog(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "张三")
	d.Shortcut(control(fyne.KeyN))
	if d.asks.Open() == nil {
		t.Fatal("nothing is asked")
	}
	d.Shortcut(control(fyne.Key3))
	if d.Step() != forms.StepScope {
		t.Error("the keys turn the page under a dialog")
	}
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.asks.Open() != nil || d.draft.View().Person.Name != "张三" {
		t.Error("Escape does not leave the dialog")
	}
}

func TestEveryShortcutIsItsOwn(t *testing.T) {
	d := sit(t, nil)
	seen := map[string]string{}
	for _, m := range d.bar.menus() {
		for _, c := range m.commands {
			if c.shortcut == nil {
				continue
			}
			name := c.shortcut.ShortcutName()
			if other, ok := seen[name]; ok {
				t.Errorf("%s and %s share %s", c.words, other, name)
			}
			seen[name] = c.words.String()
		}
	}
}

func TestEveryMenuSpeaksEnglish(t *testing.T) {
	d := sit(t, nil)
	d.Speak("en")
	for _, menu := range d.window.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.ContainsAny(item.Label, "打开保存新建撤销重做") {
				t.Errorf("the menu says %s", item.Label)
			}
		}
	}
}
