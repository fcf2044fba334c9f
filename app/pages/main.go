// Command pages draws every page of the window as a PNG picture, without a
// display.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/app/ui"
	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// wish is what the command line asks for.
type wish struct {
	folder, file, size, language string
	dark, all                    bool
	scale                        float64
}

func run(arguments []string, out io.Writer) error {
	var w wish
	set := flag.NewFlagSet("pages", flag.ContinueOnError)
	set.StringVar(&w.folder, "out", "out/pages", "图片放在哪个文件夹")
	set.StringVar(&w.file, "file", "", "要显示的申报文件；不写就是空白申报")
	set.StringVar(&w.size, "size", "1024x700", "窗口大小，例如1920x1080")
	set.StringVar(&w.language, "lang", "zh", "zh 或 en")
	set.Float64Var(&w.scale, "scale", 1, "放大倍数，1到2；图片的像素是窗口大小乘它")
	set.BoolVar(&w.dark, "dark", false, "深色")
	set.BoolVar(&w.all, "all", false, "两种语言、浅色和深色、1024x700和1920x1080都画，各放一个子文件夹")
	if err := set.Parse(arguments); err != nil {
		return err
	}
	for _, one := range w.each() {
		size, err := parseSize(one.size)
		if err != nil {
			return err
		}
		if err := one.draw(size, out); err != nil {
			return err
		}
	}
	return nil
}

// each returns the pictures to draw one set after the other.
func (w wish) each() []wish {
	if !w.all {
		return []wish{w}
	}
	var sets []wish
	for _, language := range []string{"zh", "en"} {
		for _, dark := range []bool{false, true} {
			for _, size := range []string{"1024x700", "1920x1080"} {
				one := w
				one.language, one.dark, one.size = language, dark, size
				shade := map[bool]string{false: "light", true: "dark"}[dark]
				one.folder = filepath.Join(w.folder, strings.Join([]string{language, shade, size}, "-"))
				sets = append(sets, one)
			}
		}
	}
	return sets
}

func parseSize(text string) (fyne.Size, error) {
	var width, height int
	if n, err := fmt.Sscanf(text, "%dx%d", &width, &height); n != 2 || err != nil || float32(width) < ui.SmallestWidth || float32(height) < ui.SmallestHeight {
		return fyne.Size{}, fmt.Errorf("窗口大小“%s”看不懂，要写成1024x700的样子，最小%.0fx%.0f", text, ui.SmallestWidth, ui.SmallestHeight)
	}
	return fyne.NewSize(float32(width), float32(height)), nil
}

// draw writes a picture of everything that the window can show.
func (w wish) draw(size fyne.Size, out io.Writer) error {
	if err := os.MkdirAll(w.folder, 0o755); err != nil {
		return fmt.Errorf("建文件夹：%w", err)
	}
	application := test.NewApp()
	mode := look.Light
	if w.dark {
		mode = look.Dark
	}
	application.Settings().SetTheme(look.New(mode))
	window, err := w.window(application)
	if err != nil {
		return err
	}
	defer window.Fyne().Close()
	if c, ok := window.Fyne().Canvas().(test.WindowlessCanvas); ok {
		c.SetScale(float32(w.scale))
	}
	window.Fyne().Resize(size)
	for i, page := range window.Pages() {
		page.Open()
		name := filepath.Join(w.folder, fmt.Sprintf("%02d-%s.png", i, page.Name))
		if err := capture(window.Fyne(), name); err != nil {
			return err
		}
		fmt.Fprintln(out, name)
	}
	return nil
}

func (w wish) window(application fyne.App) (*ui.Window, error) {
	n, err := notice.Load(assets.Notices(), assets.CurrentNotice)
	if err != nil {
		return nil, err
	}
	config := ui.Config{
		App: application, Notice: n, Library: library.Library{Own: assets.Notices(), Default: assets.CurrentNotice}, Finder: finder, Fonts: fonts, AtOnce: true, Now: time.Now, Language: w.language, Samples: assets.Samples(), Manual: assets.Manual,
	}
	window := ui.New(config, forms.New(n.ID))
	if w.file == "" {
		return window, nil
	}
	a, err := document.Load(context.Background(), w.file, finder)
	if err != nil {
		return nil, err
	}
	from := document.Source{Notice: n, Library: config.Library}
	if _, err := from.NoticeOf(context.Background(), a); err != nil {
		return nil, err
	}
	window.Begin([]string{w.file}) // under the notice that is in it
	return window, nil
}

func finder() (*photo.Finder, error) { return photo.NewFinder(assets.Faces()) }

func fonts() (*paper.Fonts, error) {
	return paper.NewFonts(assets.FontRegular, assets.FontBold)
}

func capture(window fyne.Window, name string) (err error) {
	file, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("写图片：%w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return png.Encode(file, window.Canvas().Capture())
}
