package ui

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

// pictureEndings are the files that can be opened as a photo, and HEIC, whose
// refusal says what to do.
var pictureEndings = []string{".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".heic"}

const previewLongest = 1000

// picture is the photo as it was opened: what the frame moves on.
type picture struct {
	name    string
	data    []byte
	source  *photo.Source
	preview *image.NRGBA
	options photo.Options
	frame   photo.Frame
	// framed tells that the application holds the frame's part and not the file
	// as it came.
	framed bool
	// note says in Chinese why the last wish could not be met.
	note string
	// made is the photo of the application that this picture became.
	made []byte
	busy bool
	// newest is the last wish; an answer to an older one is dropped.
	newest *wish
	// line is where wishes wait; nil before the first.
	line *wishes
}

// choosePhoto lets the applicant choose a picture.
func (w *Window) choosePhoto() {
	w.chooseOpen("选一张照片", pictureEndings, w.loadPhoto)
}

// dropped takes a file that was dropped into the window: a photo or an
// application. A dialog that is open belongs to the application that it is about.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.window.Canvas().Overlays().Top() != nil {
		return
	}
	path := files[0].Path()
	switch {
	case isPicture(path):
		if w.page.step != forms.StepPhoto {
			w.Go(forms.StepPhoto)
		}
		w.loadPhoto(path)
	case strings.EqualFold(filepath.Ext(path), fileEnding):
		w.keepFirst(func() { w.load(path) })
	}
}

// loadPhoto opens a picture file.
func (w *Window) loadPhoto(path string) {
	w.openPhoto(func() (string, []byte, error) { return readPhoto(path) })
}

// readPhoto returns a picture file's name and content.
func readPhoto(path string) (name string, data []byte, err error) {
	name = filepath.Base(path)
	data, err = os.ReadFile(path)
	if err == nil && len(data) == 0 {
		err = photo.Empty
	}
	if err != nil {
		return "", nil, fmt.Errorf("打开照片 %s：%w", name, err)
	}
	return name, data, nil
}

// openPhoto opens a picture and takes it as it is where it meets the notice, and
// otherwise its part round the face.
func (w *Window) openPhoto(read func() (name string, data []byte, err error)) {
	w.pictureWork(func(ctx context.Context) (picture, error) {
		name, data, err := read()
		if err != nil {
			return picture{}, err
		}
		return w.openPicture(ctx, name, data)
	}, func(p picture) {
		fits := w.config.Notice.Photo.Fits(p.source.Facts())
		w.picture = p
		if fits || p.source.Facts().Problem != "" {
			w.takePhoto(p.name, p.data, p.source.Facts())
			return
		}
		w.crop()
	})
}

// openPicture reads a picture in the background.
func (w *Window) openPicture(ctx context.Context, name string, data []byte) (picture, error) {
	finder, err := w.config.Finder()
	if err != nil {
		return picture{}, err
	}
	source, err := photo.Open(ctx, data, finder)
	p := picture{name: name, data: data, source: source}
	var problem photo.Problem
	if errors.As(err, &problem) {
		return p, nil // the facts carry it, and the checks say what to do
	}
	if err != nil {
		return p, err
	}
	p.preview, err = source.Preview(ctx, previewLongest)
	p.frame = source.AutoFrame(w.config.Notice.Photo.Spec, p.options.Ratio)
	if w.config.Notice.Photo.Fits(source.Facts()) { // the whole picture is uploaded as it is
		p.frame = photo.ByHandFrame(image.Rectangle{Max: source.Size()}, source.Size())
	}
	return p, err
}

// pictureTrouble says why there is no other picture now.
func (w *Window) pictureTrouble(err error) {
	var why notPasted
	if errors.As(err, &why) {
		w.pasteText(why)
		return
	}
	w.fail("打不开这张照片", err, "换一张照片；原来的照片没有动。")
}

// takePhoto puts a photo into the application, made from the picture as it stands.
func (w *Window) takePhoto(name string, data []byte, facts photo.Facts) {
	w.picture.made = data
	w.pictures.keep(w.picture)
	w.edit(forms.PhotoFile.Path, func(a *forms.Applicant) {
		a.Photo = forms.Photo{Name: name, Data: data, Facts: facts}
	})
}

// crop makes the photo from the frame.
func (w *Window) crop() {
	p := w.picture
	if p.source == nil || p.preview == nil {
		return
	}
	var out photo.Output
	w.pictureWork(func(ctx context.Context) (picture, error) {
		var err error
		out, err = p.source.Encode(ctx, w.config.Notice.Photo.Spec, p.options)
		p.note = cropTrouble(err)
		p.framed = len(out.JPEG) > 0
		if out.Frame.Rect != (image.Rectangle{}) {
			p.frame = out.Frame
		}
		return p, nil
	}, func(p picture) {
		w.picture = p
		if !p.framed {
			w.takePhoto(p.name, p.data, p.source.Facts())
			return
		}
		w.takePhoto(strings.TrimSuffix(p.name, filepath.Ext(p.name))+".jpg", out.JPEG, out.Facts)
	})
}

// cropTrouble says why the frame's part could not be made.
func cropTrouble(err error) string {
	var problem photo.Problem
	var refusal photo.Refusal
	switch {
	case errors.As(err, &problem):
		return problem.Error() + "；" + problem.Remedy()
	case errors.As(err, &refusal):
		return refusal.Error()
	case err != nil:
		return err.Error()
	}
	return ""
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

// savePhoto writes the photo that will be uploaded into a file of its own.
func (w *Window) savePhoto() {
	p := w.draft.View().Photo
	w.chooseSave("保存证件照", p.FileName(), func(path string) {
		w.background(func() func() {
			err := store.WriteFile(path, p.Data)
			return func() {
				if err != nil {
					w.fail("没有保存成", err, "换一个位置再试。")
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
