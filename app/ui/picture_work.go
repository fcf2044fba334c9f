package ui

import (
	"bytes"
	"context"
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// wish is something slow to do to the picture, and what is done with what came of
// it.
type wish struct {
	work func(context.Context) (picture, error)
	then func(picture)
}

// wishes has one wish done at a time. Of those that come meanwhile only the newest
// waits: while a key is held on the frame they come faster than photos can be made.
type wishes struct {
	stop func() // ends the work on the wish under way; nil while there is none
	next *wish
}

// pictureWork does something slow to the picture and shows the page again. The work
// that an older wish still takes ends without an answer.
func (w *Window) pictureWork(work func(context.Context) (picture, error), then func(picture)) {
	if w.picture.line == nil {
		w.picture.line = &wishes{}
	}
	line := w.picture.line
	line.next = &wish{work, then}
	w.picture.busy, w.picture.newest = true, line.next
	w.refreshPhoto()
	if line.stop != nil {
		line.stop()
		return
	}
	w.grant(line)
}

// grant begins with the wish that waits.
func (w *Window) grant(line *wishes) {
	granted := line.next
	if granted == nil || line.stop != nil {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	line.next, line.stop = nil, stop
	w.work.Run(func() func() {
		p, err := granted.work(ctx)
		return func() {
			stop()
			line.stop = nil
			w.answer(granted, p, err)
			w.grant(line)
		}
	})
}

// answer takes what came of a wish, unless a newer one was made since.
func (w *Window) answer(granted *wish, p picture, err error) {
	if granted != w.picture.newest {
		return
	}
	w.picture.busy = false
	if err != nil {
		w.refreshPhoto()
		w.pictureTrouble(err)
		return
	}
	p.line, p.made, p.busy = w.picture.line, w.picture.made, false
	granted.then(p)
	w.refreshPhoto()
}

// stopPicture ends what is being done to the picture; nothing comes of it.
func (w *Window) stopPicture() {
	line := w.picture.line
	if line == nil || line.stop == nil {
		return
	}
	line.next = nil
	line.stop()
	w.picture.busy, w.picture.newest = false, nil
	if good, was := w.pictures.of(w.draft.View().Photo.Data); was {
		w.goBack(good, say.Text{})
	}
	w.refreshPhoto()
}

// dropPicture forgets the picture, and the wishes with it.
func (w *Window) dropPicture() {
	if line := w.picture.line; line != nil && line.stop != nil {
		line.next = nil
		line.stop()
	}
	w.picture = picture{}
}

// pictures are those that photos of the application were made from, oldest first:
// undo brings the frame back with the photo.
type pictures []picture

const (
	// mostPictures is how many photos can be undone with their frame.
	mostPictures = 50
	// mostSources is from how many files they come; an opened file is large.
	mostSources = 2
)

func (all *pictures) keep(p picture) {
	p.line, p.newest = nil, nil
	*all = append(*all, p)
	for len(*all) > mostPictures || all.sources() > mostSources {
		*all = slices.Delete(*all, 0, 1)
	}
}

// releasePictures gives back what pictures hold that are not looked at while another
// one is opened.
func (w *Window) releasePictures() {
	for _, p := range append(w.pictures, w.picture) {
		if p.source != nil {
			p.source.Release()
		}
	}
}

func (all *pictures) sources() int {
	seen := map[*photo.Source]bool{}
	for _, p := range *all {
		seen[p.source] = true
	}
	return len(seen)
}

// of returns the picture that became a photo.
func (all *pictures) of(data []byte) (picture, bool) {
	for _, p := range slices.Backward(*all) {
		if bytes.Equal(p.made, data) {
			return p, true
		}
	}
	return picture{}, false
}

// followPhoto brings the picture to the application's photo, where that is not what
// the picture became: an opened file, undo, or an earlier version brought it.
func (w *Window) followPhoto() {
	p := w.draft.View().Photo
	if bytes.Equal(w.picture.made, p.Data) {
		return
	}
	w.dropPicture()
	if known, ok := w.pictures.of(p.Data); ok {
		w.picture = known
		return
	}
	w.picture.made = p.Data
	if len(p.Data) == 0 || p.Facts.Problem != "" {
		return
	}
	w.releasePictures()
	w.pictureWork(func(ctx context.Context) (picture, error) { return w.reopen(ctx, p) },
		func(opened picture) { w.picture = opened })
}

// reopen opens what the application's photo was cut out of, for cropping it again; the photo itself
// where that is not known or cannot be read.
func (w *Window) reopen(ctx context.Context, p forms.Photo) (picture, error) {
	if len(p.Original) > 0 {
		opened, err := w.openPicture(ctx, p.FileName(), p.Original)
		if err == nil {
			opened.original, opened.framed, opened.options.Whiten = p.Original, true, p.Whitened
			opened.thumb, err = thumbOf(ctx, p.Data)
			return opened, err
		}
		if ctx.Err() != nil {
			return opened, err
		}
	}
	opened, err := w.openPicture(ctx, p.FileName(), p.Data)
	opened.altered = p.Whitened
	return opened, err
}
