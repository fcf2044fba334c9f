package ui

import (
	"errors"
	"path/filepath"
	"runtime"
	"slices"

	"zhicheng/app/ask"
	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/app/printer"
	"zhicheng/forms"
	"zhicheng/forms/checklist"
	"zhicheng/forms/say"
)

// PrintList asks which parts of the list are wanted, and whether on paper or as a file.
func (l *lists) PrintList() {
	content := look.Column(4, look.NewText(l.w.sayf("要哪几部分"), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	for _, box := range l.partBoxes() {
		content.Add(look.Row(0, box))
	}
	l.w.asks.Ask(say.F("打印清单"), content, ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("存为PDF…"), Tapped: func() { l.saveList(l.offerList) }},
		ask.Button{Words: say.F("打印…"), Filled: true, Tapped: func() { l.choosePrinter() }})
}

// partsKey keeps the parts that were chosen last.
const partsKey = "parts"

// partsOf are the parts of the list that are printed and shown. At first it is page 1, which
// is complete in itself: that is what is handed in; the rest is for the applicant.
func (l *lists) partsOf() checklist.Parts {
	parts, err := checklist.ParseParts(l.w.config.App.Preferences().String(partsKey))
	if err != nil || len(parts) == 0 {
		return checklist.Parts{checklist.PartPage1}
	}
	return parts
}

// partBoxes are the boxes to tick, one for each part.
func (l *lists) partBoxes() []*field.Tick {
	boxes := make([]*field.Tick, len(checklist.AllParts))
	update := func() {
		parts := l.partsOf()
		for i, part := range checklist.AllParts {
			boxes[i].Mark(slices.Contains(parts, part))
		}
	}
	for i, part := range checklist.AllParts {
		boxes[i] = field.NewTick(l.w, part.Label(), part.Label(), func() {
			l.w.config.App.Preferences().SetString(partsKey, toggled(l.partsOf(), part).String())
			update()
		})
	}
	update()
	return boxes
}

// toggled adds a part or takes it away. One part stays, and of the clauses there are
// either all or those of what is open.
func toggled(parts checklist.Parts, part checklist.Part) checklist.Parts {
	without := func(drop checklist.Part) checklist.Parts {
		return slices.DeleteFunc(slices.Clone(parts), func(p checklist.Part) bool { return p == drop })
	}
	if slices.Contains(parts, part) {
		if rest := without(part); len(rest) > 0 {
			return rest
		}
		return parts
	}
	switch part {
	case checklist.PartClauses:
		parts = without(checklist.PartOpenClauses)
	case checklist.PartOpenClauses:
		parts = without(checklist.PartClauses)
	}
	return append(parts, part)
}

// saveList writes the list as a PDF where the applicant says.
func (l *lists) saveList(then func(path string)) {
	l.w.asks.ChooseSave(say.F("保存清单"), l.w.sayf("%s自查清单", suggestedName(l.w))+".pdf", func(path string) {
		l.writeList(path, func() { then(path) })
	})
}

func (l *lists) offerList(path string) { l.offer(say.F("清单写好了"), path) }

// offer offers what can be done with a file that was written.
func (l *lists) offer(title say.Text, path string) {
	l.w.asks.Ask(title, look.NewText(path, look.Style{}),
		ask.Button{Words: say.F("关闭")},
		ask.Button{Words: say.F("打开所在文件夹"), Tapped: func() { l.openPath(filepath.Dir(path)) }},
		ask.Button{Words: say.F("打开"), Filled: true, Tapped: func() { l.openPath(path) }})
}

// printKeys are what prints in the program that shows a PDF.
func printKeys() string {
	if runtime.GOOS == "darwin" {
		return "⌘P"
	}
	return "Ctrl+P"
}

// printElsewhere saves the list and opens it in the program that shows a PDF, where it
// can be printed.
func (l *lists) printElsewhere() {
	l.w.asks.Ask(say.F("用看PDF的程序打印"), look.NewText(l.w.sayf("这里不能直接打印：先把清单存成PDF，打开以后按%s。", say.Typed(printKeys())), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("存好并打开"), Filled: true, Tapped: func() {
			l.saveList(l.openPath)
		}})
}

// choosePrinter lays the list out and lets the applicant choose a printer, never the
// default one by itself: that may be in another office.
func (l *lists) choosePrinter() {
	to := l.printer
	if to == nil {
		to = printer.System()
	}
	list, job := l.toPrint(), printer.Job{Title: l.w.sayf("%s自查清单", suggestedName(l.w))}
	busy := l.w.asks.Wait(say.F("正在准备打印"))
	l.w.work.Run(func() func() {
		names, err := to.Names()
		if err == nil {
			job.Pages, err = l.compose(list)
		}
		return func() {
			busy()
			switch {
			case err != nil:
				l.printElsewhere()
			case names == nil: // until the system's own dialog is there, which may take seconds, this says what comes
				waiting := l.w.asks.Ask(say.F("打印清单"), look.NewText(l.w.sayf("在系统的对话框里选打印机，选好了就印。"), look.Style{}))
				l.sendTo(to, "", job, waiting.Close)
			default:
				l.askPrinter(to, names, job)
			}
		}
	})
}

// askPrinter shows the printers, none of them chosen.
func (l *lists) askPrinter(to printer.Printer, names []string, job printer.Job) {
	options := make([]forms.Option, len(names))
	for i, name := range names {
		options[i] = forms.Option{Value: name, Label: say.Typed(name)}
	}
	choice := field.NewChoice(l.w, options, true)
	l.w.asks.Ask(say.F("选一台打印机"), choice, ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("用看PDF的程序打印"), Tapped: func() { l.printElsewhere() }},
		ask.Button{Words: say.F("打印"), Filled: true, Tapped: func() {
			if choice.Chosen() == "" {
				l.askPrinter(to, names, job)
				return
			}
			l.sendTo(to, choice.Chosen(), job, l.w.asks.Wait(say.F("正在打印")))
		}})
	l.w.window.Canvas().Focus(choice)
}

// sendTo prints, and where that fails offers the program that shows a PDF; busy ends
// what says that it goes on.
func (l *lists) sendTo(to printer.Printer, name string, job printer.Job, busy func()) {
	l.w.work.RunAnyway(func() func() {
		err := to.Print(l.w.window, name, job)
		return func() {
			busy()
			switch {
			case errors.Is(err, printer.ErrNotConfirmed):
			case err != nil:
				l.printElsewhere()
			default:
				l.w.asks.Tell(say.F("送去打印了"), say.F("一共%d页。到打印机那里看一眼有没有印齐。", job.Pages.Count()))
			}
		}
	})
}
