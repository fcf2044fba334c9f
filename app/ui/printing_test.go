package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/field"
	"zhicheng/app/looktest"
	"zhicheng/app/printer"
	"zhicheng/forms"
	"zhicheng/forms/checklist"
)

// paperless is a printer that notes what it is given.
type paperless struct {
	printers []string
	lost     error  // what asking for printers ends with
	jammed   error  // what printing ends with
	during   func() // while it prints
	printed  []string
	pages    int
}

func (p *paperless) Names() ([]string, error) { return p.printers, p.lost }

func (p *paperless) Print(_ fyne.Window, name string, job printer.Job) error {
	p.printed, p.pages = append(p.printed, name), job.Pages.Count()
	p.during()
	return p.jammed
}

// printing opens the dialog of a window whose list has one page; during runs while the
// list is printed.
func printing(t *testing.T, p *paperless, during func(*desk)) *desk {
	t.Helper()
	d := sit(t, sample(t, "forestry-engineer"))
	p.during = func() { during(d) }
	d.lists.printer = p
	d.config.App.Preferences().SetString(partsKey, string(checklist.PartPage1))
	t.Cleanup(func() { d.config.App.Preferences().RemoveValue(partsKey) })
	d.lists.PrintList()
	d.tap("打印…")
	return d
}

// Nothing goes to a printer that nobody chose.
func TestPrinterIsChosen(t *testing.T) {
	p := &paperless{printers: []string{"三楼", "office"}}
	d := printing(t, p, func(*desk) {})
	d.tap("打印")
	d.key(fyne.KeyReturn)
	if len(p.printed) > 0 {
		t.Fatalf("printed on %q without being asked to", p.printed)
	}
	choice, ok := d.window.Canvas().Focused().(*field.Choice)
	if !ok {
		t.Fatal("the printers do not have the focus")
	}
	at, _ := choice.Centre("office")
	test.TapAt(choice, at)
	d.tap("打印")
	if !slices.Equal(p.printed, []string{"office"}) || p.pages != 1 {
		t.Errorf("%d pages on %q", p.pages, p.printed)
	}
	if !d.says("送去打印了") {
		t.Error("nothing is said of it")
	}
}

// Where the system has the dialog, the window says so while that is open; leaving it is no
// failure.
func TestSystemAsksForThePrinter(t *testing.T) {
	const asked = "在系统的对话框里选打印机，选好了就印。"
	for _, jammed := range []error{nil, printer.ErrNotConfirmed} {
		p := &paperless{jammed: jammed}
		d := printing(t, p, func(d *desk) {
			if !d.says(asked) || d.says("正在打印") {
				t.Errorf("%v: the window says %q meanwhile", jammed, d.words())
			}
		})
		if len(p.printed) != 1 {
			t.Errorf("asked for %q", p.printed)
		}
		if d.says("送去打印了") != (jammed == nil) || d.says("存好并打开") || d.says(asked) {
			t.Errorf("%v: says otherwise", jammed)
		}
	}
}

// What went to the printer is told even if another application was opened meanwhile.
func TestPrintingIsToldInAnother(t *testing.T) {
	d := printing(t, &paperless{}, func(d *desk) { d.work.Next() })
	if !d.says("送去打印了") {
		t.Errorf("the window says %q", d.words())
	}
}

// Every failure leads to the program that shows a PDF.
func TestPrintingElsewhere(t *testing.T) {
	for name, p := range map[string]*paperless{
		"no printer": {lost: printer.ErrNone}, "no service": {lost: errors.New("lpstat: not found")}, "jammed": {jammed: errors.New("jammed")},
	} {
		d := printing(t, p, func(*desk) {})
		d.named = filepath.Join(t.TempDir(), "清单.pdf")
		d.tap("存好并打开")
		if _, err := os.Stat(d.named); err != nil || !slices.Equal(d.shown, []string{d.named}) {
			t.Errorf("%s: shown %q, %v", name, d.shown, err)
		}
	}
}

// The parts that were ticked are printed, and kept for the next time.
func TestPartsAreKept(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	prefs := d.config.App.Preferences()
	prefs.RemoveValue(partsKey)
	t.Cleanup(func() { prefs.RemoveValue(partsKey) })
	if got := d.lists.partsOf().String(); got != "page1" {
		t.Errorf("at first %s", got)
	}
	d.lists.PrintList()
	for i, part := range []checklist.Part{checklist.PartAnswers, checklist.PartStatement, checklist.PartOpenClauses, checklist.PartClauses, checklist.PartAnswers} {
		box := looktest.All[*field.Tick](d.front())[slices.Index(checklist.AllParts, part)]
		box.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if want := []string{
			"page1,answers", "page1,answers,statement", "page1,answers,statement,open-clauses",
			"page1,answers,statement,clauses", "page1,statement,clauses",
		}[i]; d.lists.partsOf().String() != want {
			t.Errorf("after %s: %s", part, d.lists.partsOf())
		}
	}
	if got := d.lists.toPrint().printing.Parts.String(); got != "page1,statement,clauses" {
		t.Errorf("printed: %s", got)
	}
	prefs.SetString(partsKey, "rubbish")
	if got := d.lists.partsOf().String(); got != "page1" {
		t.Errorf("after rubbish %s", got)
	}
	if got := toggled(checklist.Parts{checklist.PartPage1}, checklist.PartPage1); len(got) != 1 {
		t.Error("nothing is left to print")
	}
}

// A printer and its choice are in English too, but for the printer's own name.
func TestPrintingInEnglish(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Speak("en")
	defer d.Speak("zh")
	d.lists.printer = &paperless{printers: []string{"三楼"}}
	d.lists.PrintList()
	d.tap("Print...")
	if !d.says("Choose a printer") {
		t.Error("the dialog is not in English")
	}
	d.Go(forms.StepPlan)
}
