package ui

import (
	"context"
	"time"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// showVersions offers the earlier states of the file; taking one is an edit like
// any other and can be undone.
func (k *keeper) showVersions() {
	if k.w.config.Shelf == nil || k.w.doc.Path() == "" {
		k.w.asks.Tell(say.F("以前的版本"), say.F("存成文件以后，每次打开和保存时的样子都会留下最近十份。"))
		return
	}
	versions := k.w.config.Shelf.Versions(k.w.doc.Path())
	list := look.Column(look.SmallGap)
	var d *ask.Dialog
	for _, v := range versions {
		list.Add(look.Row(0, look.NewButton(look.Outlined, moment(v.Saved), func() {
			d.Close()
			k.takeVersion(v.Path)
		})))
	}
	if len(versions) == 0 {
		list.Add(look.NewText(k.w.sayf("还没有以前的版本。"), look.Style{}))
	}
	d = k.w.asks.Ask(say.F("以前的版本"), list, ask.Button{Words: say.F("关闭"), Filled: true})
}

func moment(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05") }

func (k *keeper) takeVersion(path string) {
	k.w.work.Run(func() func() {
		a, err := document.Load(context.Background(), path, k.w.config.Finder)
		return func() {
			if err != nil {
				k.w.asks.Fail(say.F("打不开这个版本"), err, say.F("换一个版本。"))
				return
			}
			k.takeState(a)
		}
	})
}

// takeState goes on with another state of the application, as an edit that can be
// undone.
func (k *keeper) takeState(a *forms.Applicant) {
	k.w.crop.Drop()
	k.w.draft.Edit("", func(now *forms.Applicant) { *now = *a })
	k.w.Go(k.w.Step())
}
