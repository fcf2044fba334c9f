package crop

import (
	"bytes"
	"context"
	"errors"
	"image"
	"path/filepath"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Pixels of the longer side of what is shown: of the picture, and of the photo that is
// made, which is enough for twice its size on a screen of three dots to the unit.
const (
	previewLongest = 1000
	thumbPixels    = 672
)

// Picture is the photo as it was opened: what the frame moves on.
type Picture struct {
	Name    string
	Data    []byte
	Source  *photo.Source
	Preview *image.NRGBA // nil while none is opened
	Options photo.Options
	Frame   photo.Frame
	// Note says why the last wish could not be met.
	Note say.Text
	// Thumb is what the photo looks like that was made of it, and Plain what that looked
	// like before the background was made white; nil where it was not.
	Thumb, Plain image.Image
	// Busy tells that something is being done to it.
	Busy bool

	// upright is Source before it was turned by quarters clockwise.
	upright  *photo.Source
	quarters int
	// shape is the ratio that the frame keeps by hand, the zero ratio for none.
	shape photo.Ratio
	// wished says why the frame is not where it was wished.
	wished say.Text
	// turned is a preview turned by an angle in degrees, turnedOf which; nil for a rough look.
	turned   *image.NRGBA
	turnedBy float64
	turnedOf *image.NRGBA
	tilting  tilting
	// trial is the photo with a white background that the applicant may take.
	trial *trial

	// original is Data as it is kept in the application for cropping again; nil until it is needed.
	original []byte
	// framed tells that the application holds the frame's part and not the file
	// as it came.
	framed bool
	// altered tells that the background was white already because the program made it so.
	altered bool
	// made is the photo of the application that this picture became.
	made []byte
	// before is the photo that this picture took the place of.
	before forms.Photo
	// newest is the last job; an answer to an older one is dropped.
	newest *job
	// queue is where jobs wait; nil before the first.
	queue *queue
}

// Choose lets the applicant choose a picture.
func (e *Editor) Choose() {
	e.asks.ChooseOpen(say.F("选一张照片"), photo.Endings, e.Load)
}

// Load opens a picture file.
func (e *Editor) Load(path string) {
	e.openBy(func(ctx context.Context) (string, []byte, error) { return readPhoto(ctx, path) })
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

// openBy opens a picture and takes it as it is where it meets the notice, and
// otherwise its part round the face. What cannot be read takes no photo's place.
func (e *Editor) openBy(read func(context.Context) (name string, data []byte, err error)) {
	before := e.host.Draft().View().Photo
	e.release()
	e.work(func(ctx context.Context) (Picture, error) {
		name, data, err := read(ctx)
		if err != nil {
			return Picture{}, err
		}
		return e.openPicture(ctx, name, data)
	}, func(p Picture) {
		p.before = before
		e.picture = p
		if e.fitting(p) {
			e.take(forms.Photo{Name: p.Name, Data: p.Data, Facts: p.Source.Facts()})
			return
		}
		e.crop()
	})
}

func (e *Editor) fitting(p Picture) bool { return e.host.Draft().Notice().Photo.Fits(p.Source.Facts()) }

// openPicture reads a picture in the background. One that will be taken as it is loses
// what its file says of place and time.
func (e *Editor) openPicture(ctx context.Context, name string, data []byte) (p Picture, err error) {
	p = Picture{Name: name, Data: data}
	if err = e.readSource(ctx, &p); err != nil {
		return p, err
	}
	if e.fitting(p) {
		if err = e.cleanSource(ctx, &p); err != nil {
			return p, err
		}
	}
	p.Preview, err = p.Source.Preview(ctx, previewLongest)
	p.Thumb, p.upright = p.Preview, p.Source
	spec := e.host.Draft().Notice().Photo.Spec
	p.Frame = p.Source.AutoFrame(spec, p.Options.Ratio)
	if e.fitting(p) { // the whole picture is uploaded as it is
		p.Frame = photo.ByHandFrame(image.Rectangle{Max: p.Source.Size()}, p.Source.Size())
	}
	p.shape = ratioOf(p.Frame.Rect, spec)
	p.turn()
	return p, err
}

func (e *Editor) readSource(ctx context.Context, p *Picture) error {
	finder, err := e.Finder()
	if err != nil {
		return err
	}
	p.Source, err = photo.Open(ctx, p.Data, finder)
	return err
}

// cleanSource takes out of the picture's file what must not go further.
func (e *Editor) cleanSource(ctx context.Context, p *Picture) error {
	clean, err := photo.Clean(ctx, p.Data)
	if err != nil || bytes.Equal(clean, p.Data) {
		return err
	}
	p.Data = clean
	return e.readSource(ctx, p)
}

// trouble says why there is no other picture now.
func (e *Editor) trouble(err error) {
	remedy := say.F("换一张照片。")
	if e.host.Draft().View().Photo.Chosen() {
		remedy = say.F("换一张照片；原来的照片没有动。")
	}
	var why notPasted
	var problem photo.Problem
	switch {
	case errors.As(err, &why):
		pasteText(e, why)
	case errors.As(err, &problem):
		e.asks.Explain(say.F("打不开这张照片"), say.Join("；", problem.Say(), problem.Remedy()), remedy)
	default:
		e.asks.Explain(say.F("打不开这张照片"), say.Of(err), remedy)
	}
}

// take puts a photo into the application, made from the picture as it stands.
func (e *Editor) take(made forms.Photo) {
	made.Whitened = made.Whitened || e.picture.altered
	e.picture.made = made.Data
	e.pictures.keep(e.picture)
	e.host.Edit(forms.PhotoFile.Path, func(a *forms.Applicant) {
		a.Photo = made
	})
}

// crop makes the photo from the frame. Where that fails the photo stays that was made
// of this picture before; a picture of which none was made is taken as it is, so that
// the checks say what is wrong with it.
func (e *Editor) crop() {
	p := e.picture
	e.picture.wished = say.Text{}
	if p.Source == nil || p.Preview == nil {
		return
	}
	good, was := e.pictures.of(e.host.Draft().View().Photo.Data)
	var out photo.Output
	e.work(func(ctx context.Context) (Picture, error) {
		var err error
		out, err = p.Source.Encode(ctx, e.host.Draft().Notice().Photo.Spec, p.Options)
		if ctx.Err() != nil {
			return p, ctx.Err()
		}
		p.Note = noteOn(p, out, err)
		if p.framed = len(out.JPEG) > 0; !p.framed {
			err = e.cleanSource(ctx, &p)
			return p, err
		}
		return e.framedPicture(ctx, p, out)
	}, func(p Picture) {
		e.picture = p
		switch {
		case p.framed:
			e.takeMade(out)
		case was && good.of(p.Data):
			e.goBack(good, p.Note)
		default:
			e.take(forms.Photo{Name: p.Name, Data: p.Data, Facts: p.Source.Facts()})
		}
	})
}

// takeMade puts the photo that was made of the picture into the application.
func (e *Editor) takeMade(out photo.Output) {
	p := e.picture
	e.take(forms.Photo{
		Name: strings.TrimSuffix(p.Name, filepath.Ext(p.Name)) + ".jpg", Data: out.JPEG, Facts: out.Facts, Whitened: out.Whitened,
		Original: p.original, Frame: p.kept(),
	})
}

// framedPicture is a picture of which a photo was made: its looks, before whitening too, and the
// original for cropping again.
func (e *Editor) framedPicture(ctx context.Context, p Picture, out photo.Output) (Picture, error) {
	p.Frame, p.Plain = out.Frame, nil
	if p.Options.Frame == nil {
		p.shape = ratioOf(p.Frame.Rect, e.host.Draft().Notice().Photo.Spec)
	}
	p.turn()
	var err error
	if p.Thumb, err = thumbOf(ctx, out.JPEG); err != nil {
		return p, err
	}
	if out.Whitened {
		cut, _, err := p.Source.Crop(ctx, e.host.Draft().Notice().Photo.Spec, photo.Options{Frame: &out.Frame})
		if err != nil {
			return p, err
		}
		p.Plain = cut
	}
	if p.original == nil {
		p.original, err = photo.Original(ctx, p.Data)
	}
	return p, err
}

// goBack shows the picture again as it was when the photo was made of it.
func (e *Editor) goBack(good Picture, note say.Text) {
	good.queue, good.Note = e.picture.queue, note
	e.picture = good
}

// thumbOf is a small look of a photo.
func thumbOf(ctx context.Context, data []byte) (image.Image, error) {
	source, err := photo.Open(ctx, data, nil)
	if err != nil {
		return nil, err
	}
	return source.Preview(ctx, thumbPixels)
}

// noteOn says what of a wish could not be met, or what to look at.
func noteOn(p Picture, out photo.Output, err error) say.Text {
	switch {
	case err != nil:
		return cropTrouble(err)
	case out.ByMask:
		return edgesNote
	}
	return p.wished
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

// Auto gives up the frame by hand.
func (e *Editor) Auto() {
	e.picture.Options.Frame = nil
	e.crop()
}

// Whiten shows what a white background would look like, for the applicant to take or not; or it
// gives the background back.
func (e *Editor) Whiten() {
	if e.picture.Options.Whiten {
		e.picture.Options.Whiten = false
		e.crop()
		return
	}
	hand{e}.tryWhite()
}

// Move takes the applicant's own frame in the picture as it is shown, which is turned by the frame's
// angle.
func (e *Editor) Move(rect image.Rectangle) { hand{e}.place(rect) }

// back puts the photo back that the opened picture took the place of.
func (e *Editor) back() {
	before := e.picture.before
	e.host.Edit(forms.PhotoFile.Path, func(a *forms.Applicant) { a.Photo = before })
	e.host.PhotoChanged()
}

// Save writes the photo that will be uploaded into a file of its own.
func (e *Editor) Save() {
	p := e.host.Draft().View().Photo
	e.asks.ChooseSave(say.F("保存证件照"), p.FileName(), func(path string) {
		e.run(func() func() {
			err := store.WriteFile(path, p.Data)
			return func() {
				if err != nil {
					e.asks.Explain(say.F("没有保存成"), say.Of(err), say.F("换一个位置再试。"))
				}
			}
		})
	})
}
