package crop

import (
	"bytes"
	"context"
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// job is something slow to do to the picture, and what is done with what came of
// it.
type job struct {
	work func(context.Context) (Picture, error)
	then func(Picture)
}

// queue has one job done at a time. Of those that come meanwhile only the newest
// waits: while a key is held on the frame they come faster than photos can be made.
type queue struct {
	stop func() // ends the job under way; nil while there is none
	next *job
}

// work does something slow to the picture and shows the page again. The work
// that an older job still takes ends without an answer.
func (e *Editor) work(work func(context.Context) (Picture, error), then func(Picture)) {
	if e.picture.queue == nil {
		e.picture.queue = &queue{}
	}
	queue := e.picture.queue
	queue.next = &job{work, then}
	e.picture.Busy, e.picture.newest, e.picture.trial = true, queue.next, nil
	e.host.PhotoChanged()
	if queue.stop != nil {
		queue.stop()
		return
	}
	e.begin(queue)
}

// begin begins with the job that waits.
func (e *Editor) begin(queue *queue) {
	current := queue.next
	if current == nil || queue.stop != nil {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	queue.next, queue.stop = nil, stop
	e.run(func() func() {
		p, err := current.work(ctx)
		return func() {
			stop()
			queue.stop = nil
			e.answer(current, p, err)
			e.begin(queue)
		}
	})
}

// answer takes what came of a job, unless a newer one was made since.
func (e *Editor) answer(current *job, p Picture, err error) {
	if current != e.picture.newest {
		return
	}
	e.picture.Busy = false
	if err != nil {
		e.host.PhotoChanged()
		e.trouble(err)
		return
	}
	p.queue, p.made, p.Busy = e.picture.queue, e.picture.made, false
	current.then(p)
	e.host.PhotoChanged()
}

// stop ends what is being done to the picture; nothing comes of it.
func (e *Editor) stop() {
	queue := e.picture.queue
	if queue == nil || queue.stop == nil {
		return
	}
	queue.next = nil
	queue.stop()
	e.picture.Busy, e.picture.newest = false, nil
	if good, was := e.pictures.of(e.host.Draft().View().Photo.Data); was {
		e.goBack(good, say.Text{})
	}
	e.host.PhotoChanged()
}

// Drop forgets the picture, and the jobs with it.
func (e *Editor) Drop() {
	if queue := e.picture.queue; queue != nil && queue.stop != nil {
		queue.next = nil
		queue.stop()
	}
	e.picture = Picture{}
}

// pictures are those that photos of the application were made from, oldest first:
// undo brings the frame back with the photo.
type pictures []Picture

const (
	// mostPictures is how many photos can be undone with their frame.
	mostPictures = 50
	// mostSources is from how many files they come; an opened file is large.
	mostSources = 2
)

func (all *pictures) keep(p Picture) {
	p.queue, p.newest, p.trial, p.turned = nil, nil, nil, nil
	*all = append(*all, p)
	for len(*all) > mostPictures || all.sources() > mostSources {
		*all = slices.Delete(*all, 0, 1)
	}
}

// release gives back what pictures hold that are not looked at while another
// one is opened.
func (e *Editor) release() {
	for _, p := range append(e.pictures, e.picture) {
		if p.Source != nil {
			p.Source.Release()
		}
	}
}

func (all *pictures) sources() int {
	seen := map[*photo.Source]bool{}
	for _, p := range *all {
		seen[p.upright] = true
	}
	return len(seen)
}

// of returns the picture that became a photo.
func (all *pictures) of(data []byte) (Picture, bool) {
	for _, p := range slices.Backward(*all) {
		if bytes.Equal(p.made, data) {
			return p, true
		}
	}
	return Picture{}, false
}

// follow brings the picture to the application's photo, where that is not what
// the picture became: an opened file, undo, or an earlier version brought it.
func (e *Editor) follow() {
	p := e.host.Draft().View().Photo
	if bytes.Equal(e.picture.made, p.Data) {
		return
	}
	e.Drop()
	if known, ok := e.pictures.of(p.Data); ok {
		e.picture = known
		return
	}
	e.picture.made = p.Data
	if len(p.Data) == 0 || p.Facts.Problem != "" {
		return
	}
	e.release()
	e.work(func(ctx context.Context) (Picture, error) { return e.reopen(ctx, p) },
		func(opened Picture) { e.picture = opened })
}

// reopen opens what the application's photo was cut out of, for cropping it again; the photo itself
// where that is not known or cannot be read.
func (e *Editor) reopen(ctx context.Context, p forms.Photo) (Picture, error) {
	if len(p.Original) > 0 {
		opened, err := e.openPicture(ctx, p.FileName(), p.Original)
		if err == nil {
			opened.original, opened.framed, opened.Options.Whiten = p.Original, true, p.Whitened
			if err = opened.restore(ctx, p.Frame, e.host.Draft().Notice().Photo.Spec); err != nil {
				return opened, err
			}
			opened.Thumb, err = thumbOf(ctx, p.Data)
			return opened, err
		}
		if ctx.Err() != nil {
			return opened, err
		}
	}
	opened, err := e.openPicture(ctx, p.FileName(), p.Data)
	opened.altered = p.Whitened
	return opened, err
}
