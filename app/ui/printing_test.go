package ui

import (
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/field"
	"zhicheng/forms"
	"zhicheng/forms/checklist"
)

// paperless is a printer that notes what it is given.
type paperless struct {
	printers []string
	lost     error // what asking for printers ends with
	jammed   error // what printing ends with
	printed  []string
	pages    int
}

func (p *paperless) names() ([]string, error) { return p.printers, p.lost }

func (p *paperless) print(_ fyne.Window, name string, job job) error {
	p.printed, p.pages = append(p.printed, name), job.pages.Count()
	return p.jammed
}

// printing opens the dialog of a window whose list has one page.
func printing(t *testing.T, p *paperless) *desk {
	t.Helper()
	d := sit(t, sample(t, "forestry-engineer"))
	d.printer = p
	d.config.App.Preferences().SetString(partsKey, string(checklist.PartPage1))
	t.Cleanup(func() { d.config.App.Preferences().RemoveValue(partsKey) })
	d.printList()
	d.tap("打印…")
	return d
}

// Nothing goes to a printer that nobody chose.
func TestPrinterIsChosen(t *testing.T) {
	p := &paperless{printers: []string{"三楼", "office"}}
	d := printing(t, p)
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

// Where the system has the dialog, no other is shown; leaving it is no failure.
func TestSystemAsksForThePrinter(t *testing.T) {
	for _, jammed := range []error{nil, errNotConfirmed} {
		p := &paperless{jammed: jammed}
		d := printing(t, p)
		if len(p.printed) != 1 {
			t.Errorf("asked for %q", p.printed)
		}
		if d.says("送去打印了") != (jammed == nil) || d.says("存好并打开") {
			t.Errorf("%v: says otherwise", jammed)
		}
	}
}

// Every failure leads to the program that shows a PDF.
func TestPrintingElsewhere(t *testing.T) {
	for name, p := range map[string]*paperless{
		"no printer": {lost: errNoPrinter}, "no service": {lost: errors.New("lpstat: not found")}, "jammed": {jammed: errors.New("jammed")},
	} {
		d := printing(t, p)
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
	if got := partsOf(d.Window).String(); got != "page1,answers,statement,clauses" {
		t.Errorf("at first %s", got)
	}
	d.printList()
	for i, part := range []checklist.Part{checklist.PartAnswers, checklist.PartStatement, checklist.PartOpenClauses} {
		var boxes []*tickBox
		walk(d.window.Canvas().Overlays().Top(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
			if b, ok := o.(*tickBox); ok {
				boxes = append(boxes, b)
			}
		})
		box := boxes[slices.Index(checklist.AllParts, part)]
		box.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if want := []string{"page1,statement,clauses", "page1,clauses", "page1,open-clauses"}[i]; partsOf(d.Window).String() != want {
			t.Errorf("after %s: %s", part, partsOf(d.Window))
		}
	}
	if got := d.toPrint().printing.Parts.String(); got != "page1,open-clauses" {
		t.Errorf("printed: %s", got)
	}
	prefs.SetString(partsKey, "rubbish")
	if got := partsOf(d.Window).String(); got != "page1,answers,statement,clauses" {
		t.Errorf("after rubbish %s", got)
	}
	if got := toggled(checklist.Parts{checklist.PartPage1}, checklist.PartPage1); len(got) != 1 {
		t.Error("nothing is left to print")
	}
}

func TestPageOnPaper(t *testing.T) {
	for _, c := range []struct {
		name  string
		paper sheetOfPaper
		want  image.Rectangle
	}{
		{"A4 with margins of 5 mm", sheetOfPaper{4961, 7016, 118, 118, 600, 600}, image.Rect(-118, -118, 4843, 6898)},
		{"A3: at its own size", sheetOfPaper{7016, 9921, 0, 0, 600, 600}, image.Rect(0, 0, 4961, 7016)},
		{"A5: half as large", sheetOfPaper{1748, 2480, 0, 0, 300, 300}, image.Rect(0, 4, 1748, 2476)},
		{"Letter: lower, in the middle", sheetOfPaper{2550, 3300, 0, 0, 300, 300}, image.Rect(108, 0, 2441, 3300)},
		{"other dots across than down", sheetOfPaper{4961, 3508, 0, 0, 600, 300}, image.Rect(0, 0, 4961, 3508)},
	} {
		got := c.paper.place()
		for _, gap := range []int{got.Min.X - c.want.Min.X, got.Min.Y - c.want.Min.Y, got.Max.X - c.want.Max.X, got.Max.Y - c.want.Max.Y} {
			if gap < -2 || gap > 2 {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
		if c.paper.left == 0 && !got.In(image.Rect(0, 0, c.paper.width+1, c.paper.height+1)) {
			t.Errorf("%s: %v is beyond the paper", c.name, got)
		}
	}
}

func TestBitmapOfAPage(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 2, 2))
	for i, c := range []color.RGBA{{1, 2, 3, 255}, {4, 5, 6, 255}, {7, 8, 9, 255}, {10, 11, 12, 255}} {
		picture.SetRGBA(i%2, i/2, c)
	}
	if got := bitmap(picture); !slices.Equal(got, []byte{9, 8, 7, 12, 11, 10, 0, 0, 3, 2, 1, 6, 5, 4, 0, 0}) {
		t.Errorf("%v", got)
	}
}

// A printer and its choice are in English too, but for the printer's own name.
func TestPrintingInEnglish(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Speak("en")
	defer d.Speak("zh")
	d.printer = &paperless{printers: []string{"三楼"}}
	d.printList()
	d.tap("Print...")
	if !d.says("Choose a printer") {
		t.Error("the dialog is not in English")
	}
	d.Go(forms.StepPlan)
}
