package office

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	model "zhicheng/forms/office"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// buttons are what can be done for all rows.
func (v *View) buttons() fyne.CanvasObject {
	button := func(words say.Text, do func()) *look.Button {
		b := look.NewButton(look.Outlined, v.host.Say(words), do)
		v.actions = append(v.actions, b)
		return b
	}
	row := look.Flow(look.SmallGap,
		button(say.F("再查一遍"), v.list),
		button(say.F("全部清单存成PDF…"), v.saveLists),
		button(say.F("导出表格（CSV）…"), v.saveTable))
	row.Add(look.NewButton(look.Outlined, v.host.Say(say.F("裁一批照片…")), v.cropPhotos)) // whatever the table shows
	return row
}

// interrupt stops what is under way; what is done stays.
func (v *View) interrupt() {
	v.Stop()
	v.showProgress(say.Text{})
}

func (v *View) chooseFolder() {
	v.host.ChooseFolder(say.F("选放申报文件的文件夹"), v.ShowFolder)
}

// beginLike begins the application of a colleague of a row's applicant.
func (v *View) beginLike(i int) {
	path := v.rows[i].Path
	v.host.Background(func() func() {
		a, err := store.Load(context.Background(), path)
		return func() {
			if err != nil {
				v.tell(say.F("打不开这个文件"), say.Of(err))
				return
			}
			v.host.Begin(model.SameUnit(a))
		}
	})
}

// BeginLikeChosen begins the application of a colleague of the chosen row's applicant.
func (v *View) BeginLikeChosen() {
	if row, ok := v.Chosen(); ok && row.Usable() {
		v.beginLike(v.table.chosen)
	}
}

func (v *View) tell(title, text say.Text) {
	v.host.Ask(title, text, Answer{Words: say.F("知道了"), Filled: true})
}

// saveTable writes the rows as a table for spreadsheets.
func (v *View) saveTable() {
	rows := v.Rows()
	name := v.host.Say(say.F("申报汇总")) + ".csv"
	v.host.ChooseSave(say.F("导出表格"), name, func(path string) {
		v.host.Background(func() func() {
			data, err := model.Table(rows, v.config.Language)
			if err == nil {
				err = store.WriteFile(path, data)
			}
			return func() {
				if err != nil {
					v.tell(say.F("没有写成表格"), say.Of(err))
					return
				}
				v.done(say.F("表格写好了"), say.Typed(path), filepath.Dir(path))
			}
		})
	})
}

// done says that something was written and offers its folder.
func (v *View) done(title, text say.Text, folder string) {
	v.host.Ask(title, text, Answer{Words: say.F("关闭")},
		Answer{Words: say.F("打开所在文件夹"), Filled: true, Do: func() { v.config.Show(folder) }})
}

// saveLists writes the lists of all rows into a folder; what is there is replaced only
// where that was said.
func (v *View) saveLists() {
	rows := slices.DeleteFunc(v.Rows(), func(r model.Row) bool { return !r.Trouble.Empty() })
	v.host.ChooseFolder(say.F("清单放在哪个文件夹"), func(folder string) {
		lists := model.Lists{Reader: v.config.Reader, Printing: v.config.Printing, Folder: folder}
		lists.Printing.Made, lists.Printing.Language = v.config.Now(), v.config.Language
		v.host.Background(func() func() {
			taken := lists.Taken(rows)
			return func() { v.askLists(lists, rows, taken) }
		})
	})
}

// askLists asks what becomes of the lists that are there already.
func (v *View) askLists(lists model.Lists, rows []model.Row, taken []string) {
	if len(taken) == 0 {
		v.writeLists(lists, rows)
		return
	}
	replacing := lists
	replacing.Replace = true
	v.host.Ask(say.F("文件夹里已经有%d份清单", len(taken)), say.F("例如 %s。另起名字的会在后面加数字。", taken[0]),
		Answer{Words: say.F("取消")},
		Answer{Words: say.F("替换"), Do: func() { v.writeLists(replacing, rows) }},
		Answer{Words: say.F("另起名字"), Filled: true, Do: func() { v.writeLists(lists, rows) }})
}

func (v *View) writeLists(lists model.Lists, rows []model.Row) {
	ctx := v.begin()
	v.host.Background(func() func() {
		written, troubles := 0, []say.Text(nil)
		fonts, err := v.config.Fonts()
		if err == nil {
			lists.Fonts = fonts
			lists.Write(ctx, rows, func(i int, made model.Made) {
				if made.Path != "" {
					written++
				} else {
					troubles = append(troubles, say.Join("：", say.Typed(filepath.Base(rows[i].Path)), made.Trouble))
				}
				v.tellProgress(ctx, say.F("正在写清单，%d／%d", written+len(troubles), len(rows)))
			})
		}
		return func() {
			v.end(ctx)
			if err != nil {
				v.tell(say.F("没有写成清单"), say.Of(err))
				return
			}
			v.done(say.F("写好了%d份清单", written), failures(troubles), lists.Folder)
		}
	})
}

// begin begins something that can be stopped.
func (v *View) begin() context.Context {
	v.Stop()
	ctx, stop := context.WithCancel(context.Background())
	v.stop = stop
	return ctx
}

// end ends it; where it was stopped, something else may have begun.
func (v *View) end(ctx context.Context) {
	if ctx.Err() == nil {
		v.interrupt()
	}
}

// tellProgress says how far something is, from another goroutine.
func (v *View) tellProgress(ctx context.Context, text say.Text) {
	v.host.Do(func() {
		if ctx.Err() == nil {
			v.showProgress(text)
		}
	})
}

// mostFailures is how many failures are listed.
const mostFailures = 8

// failures lists what failed.
func failures(troubles []say.Text) say.Text {
	if len(troubles) == 0 {
		return say.F("全部写好，没有出错的。")
	}
	shown := troubles[:min(len(troubles), mostFailures)]
	lines := append([]say.Text{say.F("有%d份没有做成：", len(troubles))}, shown...)
	if more := len(troubles) - len(shown); more > 0 {
		lines = append(lines, say.F("还有%d份", more))
	}
	return say.Join("\n", lines...)
}

// cropPhotos crops the photos of one folder into another.
func (v *View) cropPhotos() {
	v.host.ChooseFolder(say.F("选放照片的文件夹"), func(from string) {
		v.host.ChooseFolder(say.F("裁好的照片放在哪个文件夹"), func(to string) {
			v.host.Background(func() func() {
				list, err := model.Pictures(to, from)
				taken := 0
				for _, p := range list {
					if store.NewGuard(model.SourcePhoto, false).May(p.Out) != nil {
						taken++
					}
				}
				return func() { v.askPhotos(list, taken, err, to) }
			})
		})
	})
}

func (v *View) askPhotos(list []model.Picture, taken int, err error, to string) {
	switch {
	case err != nil:
		v.tell(say.F("没有裁照片"), say.Of(err))
	case taken == 0:
		v.crop(list, false, to)
	default:
		v.host.Ask(say.F("文件夹里已经有%d张同名的照片", taken), say.F("不替换的话，只裁另外的%d张。原照片在任何情况下都不会被替换。", len(list)-taken),
			Answer{Words: say.F("取消")},
			Answer{Words: say.F("替换"), Do: func() { v.crop(list, true, to) }},
			Answer{Words: say.F("不替换"), Filled: true, Do: func() { v.crop(list, false, to) }})
	}
}

func (v *View) crop(list []model.Picture, replace bool, to string) {
	ctx := v.begin()
	v.host.Background(func() func() {
		faces, err := v.config.Reader.Finder()
		var made []model.Picture
		if err == nil {
			made = model.Photos{
				Spec: v.config.Spec, Finder: faces, Options: photo.Options{Ratio: photo.FiveSeven}, Replace: replace,
				Progress: func(finished, total int) { v.tellProgress(ctx, say.F("正在裁照片，%d／%d", finished, total)) },
			}.Crop(ctx, list)
		}
		return func() {
			v.end(ctx)
			if err != nil {
				v.tell(say.F("没有裁照片"), say.Of(err))
				return
			}
			v.tellCropped(made, to)
		}
	})
}

func (v *View) tellCropped(made []model.Picture, to string) {
	var troubles []say.Text
	for _, p := range made {
		if p.Err != nil {
			troubles = append(troubles, say.Join("：", say.Typed(filepath.Base(p.In)), say.Of(p.Err)))
		}
	}
	v.done(say.F("裁好了%d张照片", len(made)-len(troubles)), failures(troubles), to)
}
