package crop

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// notPasted says that the clipboard gave no picture; cause is nil where it has none.
type notPasted struct{ cause error }

func (e notPasted) Error() string { return e.Say().String() }

// Say says what was attempted.
func (e notPasted) Say() say.Text {
	if e.cause == nil {
		return say.F("剪贴板里没有照片")
	}
	return say.F("粘贴照片：%s", e.cause)
}

func (e notPasted) Unwrap() error { return e.cause }

// pasted takes a picture out of the clipboard, in the background. The file comes
// first: it is the picture as it was made, and beside it may lie one of its looks.
func pasted(ctx context.Context, e *Editor) (name string, data []byte, err error) {
	if e.Copied == nil {
		return "", nil, notPasted{}
	}
	files, copied, err := e.Copied()
	for _, path := range files {
		if !photo.Named(path) {
			continue
		}
		if name, data, err = readPhoto(ctx, path); err == nil {
			return name, data, nil
		}
	}
	if len(copied) > 0 {
		return e.sayf("粘贴的照片%s", pictureEnding(copied)), copied, nil
	}
	return "", nil, notPasted{err}
}

// pictureEnding is the ending for a picture that has no name yet.
func pictureEnding(data []byte) string {
	switch photo.Sniff(data) {
	case photo.JPEG:
		return ".jpg"
	case photo.WebP:
		return ".webp"
	case photo.BMP:
		return ".bmp"
	case photo.GIF:
		return ".gif"
	}
	return ".png"
}

// pasteText opens the picture whose path is in the clipboard as text. Where there is
// none it says why nothing was pasted, and what to do.
func pasteText(e *Editor, why notPasted) {
	line, _, _ := strings.Cut(strings.TrimSpace(fyne.CurrentApp().Clipboard().Content()), "\n")
	path := fileread.Copied(line)
	switch {
	case photo.Named(path):
		e.Load(path)
	case why.cause != nil:
		e.asks.Explain(say.F("没有贴成"), why.Say(), say.F("再复制一次再贴；或者把照片存成文件，拖到窗口里。"))
	default:
		e.asks.Tell(why.Say(), say.F("在看图软件、浏览器或微信里右键点照片，选“复制”，或者截一张图，再来粘贴。照片文件也可以直接拖到窗口里。"))
	}
}
