package ui

import (
	"bytes"
	"context"
	"errors"
	"image"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

const previewLongest = 1000

// picture is the photo as it was opened: what the frame moves on.
type picture struct {
	name    string
	data    []byte
	source  *photo.Source
	preview *image.NRGBA
	options photo.Options
	frame   photo.Frame
	// original is data as it is kept in the application for cropping again; nil until it is needed.
	original []byte
	// framed tells that the application holds the frame's part and not the file
	// as it came.
	framed bool
	// altered tells that the background was white already because the program made it so.
	altered bool
	// note says in Chinese why the last wish could not be met.
	note say.Text
	// made is the photo of the application that this picture became, and thumb what
	// it looks like.
	made  []byte
	thumb image.Image
	// plain is what the thumb looked like before the background was made white; nil where it was not.
	plain image.Image
	// before is the photo that this picture took the place of.
	before forms.Photo
	busy   bool
	// newest is the last wish; an answer to an older one is dropped.
	newest *wish
	// line is where wishes wait; nil before the first.
	line *wishes
}

// choosePhoto lets the applicant choose a picture.
func (w *Window) choosePhoto() {
	w.asks.ChooseOpen(say.F("选一张照片"), photo.Endings, w.loadPhoto)
}

// dropped takes a file that was dropped into the window: a photo or an
// application. A dialog that is open belongs to the application that it is about.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.window.Canvas().Overlays().Top() != nil {
		return
	}
	path := files[0].Path()
	switch {
	case photo.Named(path):
		if w.page.step != forms.StepPhoto {
			w.Go(forms.StepPhoto)
		}
		w.loadPhoto(path)
	case strings.EqualFold(filepath.Ext(path), fileEnding):
		w.keepFirst(func() { w.load(path) })
	case isNotice(path):
		w.openNotice(path)
	}
}

// loadPhoto opens a picture file.
func (w *Window) loadPhoto(path string) {
	w.openPhoto(func(ctx context.Context) (string, []byte, error) { return readPhoto(ctx, path) })
}

// largestPhoto is far above what any camera writes, in bytes.
const largestPhoto = 200 << 20

// readPhoto returns a picture file's name and content.
func readPhoto(ctx context.Context, path string) (name string, data []byte, err error) {
	if data, err = fileread.File(ctx, path, largestPhoto); err == nil && len(data) == 0 {
		err = photo.Empty
	}
	if err != nil {
		return "", nil, say.Errorf("打开照片 %s：%w", fileread.Name(path), err)
	}
	return filepath.Base(path), data, nil
}

// openPhoto opens a picture and takes it as it is where it meets the notice, and
// otherwise its part round the face. What cannot be read takes no photo's place.
func (w *Window) openPhoto(read func(context.Context) (name string, data []byte, err error)) {
	before := w.draft.View().Photo
	w.releasePictures()
	w.pictureWork(func(ctx context.Context) (picture, error) {
		name, data, err := read(ctx)
		if err != nil {
			return picture{}, err
		}
		return w.openPicture(ctx, name, data)
	}, func(p picture) {
		p.before = before
		w.picture = p
		if w.fitting(p) {
			w.takePhoto(forms.Photo{Name: p.name, Data: p.data, Facts: p.source.Facts()})
			return
		}
		w.crop()
	})
}

func (w *Window) fitting(p picture) bool { return w.notice().Photo.Fits(p.source.Facts()) }

// openPicture reads a picture in the background. One that will be taken as it is loses
// what its file says of place and time.
func (w *Window) openPicture(ctx context.Context, name string, data []byte) (p picture, err error) {
	p = picture{name: name, data: data}
	if err = w.readSource(ctx, &p); err != nil {
		return p, err
	}
	if w.fitting(p) {
		if err = w.cleanSource(ctx, &p); err != nil {
			return p, err
		}
	}
	p.preview, err = p.source.Preview(ctx, previewLongest)
	p.thumb = p.preview
	p.frame = p.source.AutoFrame(w.notice().Photo.Spec, p.options.Ratio)
	if w.fitting(p) { // the whole picture is uploaded as it is
		p.frame = photo.ByHandFrame(image.Rectangle{Max: p.source.Size()}, p.source.Size())
	}
	return p, err
}

func (w *Window) readSource(ctx context.Context, p *picture) error {
	finder, err := w.config.Finder()
	if err != nil {
		return err
	}
	p.source, err = photo.Open(ctx, p.data, finder)
	return err
}

// cleanSource takes out of the picture's file what must not go further.
func (w *Window) cleanSource(ctx context.Context, p *picture) error {
	clean, err := photo.Clean(ctx, p.data)
	if err != nil || bytes.Equal(clean, p.data) {
		return err
	}
	p.data = clean
	return w.readSource(ctx, p)
}

// pictureTrouble says why there is no other picture now.
func (w *Window) pictureTrouble(err error) {
	remedy := say.F("换一张照片。")
	if w.draft.View().Photo.Chosen() {
		remedy = say.F("换一张照片；原来的照片没有动。")
	}
	var why notPasted
	var problem photo.Problem
	switch {
	case errors.As(err, &why):
		w.pasteText(why)
	case errors.As(err, &problem):
		w.asks.Ask(say.F("打不开这张照片"), look.Column(6, look.NewText(w.Say(say.Join("；", problem.Say(), problem.Remedy())), look.Style{}),
			look.NewText(w.Say(remedy), look.Style{Ink: look.Grey})), ask.Button{Words: say.F("知道了"), Filled: true})
	default:
		w.asks.Fail(say.F("打不开这张照片"), err, remedy)
	}
}

// takePhoto puts a photo into the application, made from the picture as it stands.
func (w *Window) takePhoto(made forms.Photo) {
	made.Whitened = made.Whitened || w.picture.altered
	w.picture.made = made.Data
	w.pictures.keep(w.picture)
	w.edit(forms.PhotoFile.Path, func(a *forms.Applicant) {
		a.Photo = made
	})
}

// crop makes the photo from the frame. Where that fails the photo stays that was made
// of this picture before; a picture of which none was made is taken as it is, so that
// the checks say what is wrong with it.
func (w *Window) crop() {
	p := w.picture
	if p.source == nil || p.preview == nil {
		return
	}
	good, was := w.pictures.of(w.draft.View().Photo.Data)
	var out photo.Output
	w.pictureWork(func(ctx context.Context) (picture, error) {
		var err error
		out, err = p.source.Encode(ctx, w.notice().Photo.Spec, p.options)
		if ctx.Err() != nil {
			return p, ctx.Err()
		}
		p.note = cropTrouble(err)
		if err == nil && out.ByMask {
			p.note = edgesNote
		}
		if p.framed = len(out.JPEG) > 0; !p.framed {
			err = w.cleanSource(ctx, &p)
			return p, err
		}
		return w.framedPicture(ctx, p, out)
	}, func(p picture) {
		w.picture = p
		switch {
		case p.framed:
			w.takePhoto(forms.Photo{
				Name: strings.TrimSuffix(p.name, filepath.Ext(p.name)) + ".jpg", Data: out.JPEG, Facts: out.Facts, Whitened: out.Whitened,
				Original: p.original,
			})
		case was && good.source == p.source:
			w.goBack(good, p.note)
		default:
			w.takePhoto(forms.Photo{Name: p.name, Data: p.data, Facts: p.source.Facts()})
		}
	})
}

// framedPicture is a picture of which a photo was made: its looks, before whitening too, and the
// original for cropping again.
func (w *Window) framedPicture(ctx context.Context, p picture, out photo.Output) (picture, error) {
	p.frame, p.plain = out.Frame, nil
	var err error
	if p.thumb, err = thumbOf(ctx, out.JPEG); err != nil {
		return p, err
	}
	if out.Whitened {
		cut, _, err := p.source.Crop(ctx, w.config.Notice.Photo.Spec, photo.Options{Frame: &out.Frame})
		if err != nil {
			return p, err
		}
		p.plain = cut
	}
	if p.original == nil {
		p.original, err = photo.Original(ctx, p.data)
	}
	return p, err
}

// goBack shows the picture again as it was when the photo was made of it.
func (w *Window) goBack(good picture, note say.Text) {
	good.line, good.note = w.picture.line, note
	w.picture = good
}

// thumbOf is a small look of a photo.
func thumbOf(ctx context.Context, data []byte) (image.Image, error) {
	source, err := photo.Open(ctx, data, nil)
	if err != nil {
		return nil, err
	}
	return source.Preview(ctx, thumbPixels)
}

// edgesNote asks to look at what was cut out of a background that is not plain; the original is next
// to it on the page.
var edgesNote = say.F("背景不是单色，是把人抠出来换的白底，请和原照片对着看头发、衣服的边缘")

// cropTrouble says why the frame's part could not be made.
func cropTrouble(err error) say.Text {
	var problem photo.Problem
	var refusal photo.Refusal
	switch {
	case errors.As(err, &problem):
		return say.Join("；", problem.Say(), problem.Remedy())
	case errors.As(err, &refusal):
		return refusal.Say()
	case err != nil:
		return say.Of(err)
	}
	return say.Text{}
}

// autoCrop gives up the frame by hand.
func (w *Window) autoCrop() {
	w.picture.options.Frame = nil
	w.crop()
}

// whiten makes the background white, or leaves it as it was.
func (w *Window) whiten() {
	w.picture.options.Whiten = !w.picture.options.Whiten
	w.crop()
}

// moveFrame takes the applicant's own frame.
func (w *Window) moveFrame(rect image.Rectangle) {
	frame := photo.ByHandFrame(rect, w.picture.source.Size())
	w.picture.frame, w.picture.options.Frame = frame, &frame
	w.crop()
}

// photoBack puts the photo back that the opened picture took the place of.
func (w *Window) photoBack() {
	before := w.picture.before
	w.edit(forms.PhotoFile.Path, func(a *forms.Applicant) { a.Photo = before })
	w.refreshPhoto()
}

// savePhoto writes the photo that will be uploaded into a file of its own.
func (w *Window) savePhoto() {
	p := w.draft.View().Photo
	w.asks.ChooseSave(say.F("保存证件照"), p.FileName(), func(path string) {
		w.work.Run(func() func() {
			err := store.WriteFile(path, p.Data)
			return func() {
				if err != nil {
					w.asks.Fail(say.F("没有保存成"), err, say.F("换一个位置再试。"))
				}
			}
		})
	})
}

func (w *Window) refreshPhoto() {
	if w.page != nil && w.page.step == forms.StepPhoto {
		w.page.update()
	}
}
