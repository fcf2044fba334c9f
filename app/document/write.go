package document

import (
	"context"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// shelve is the shelf's autosaver: it keeps a state for the next start, unless the
// file has it.
func (d *Document) shelve(a *forms.Applicant) error {
	d.shelves.Lock()
	defer d.shelves.Unlock()
	d.mu.Lock()
	ended, filed, draft := d.ended, d.status.Filed == a, d.draft
	d.mu.Unlock()
	switch {
	case ended:
		return nil
	case filed:
		d.unshelve()
		return nil
	}
	err := d.keep(draft, a)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.status.Shelf = err
	if err == nil {
		d.safe(a)
	}
	return err
}

// keep writes a draft, of which it makes one where there is none.
func (d *Document) keep(draft *store.Unsaved, a *forms.Applicant) error {
	if draft == nil {
		if d.options.Shelf == nil {
			return ErrNoShelf
		}
		d.mu.Lock()
		origin := store.Origin{Path: d.path, Stamp: d.stamp}
		d.mu.Unlock()
		var err error
		if draft, err = d.options.Shelf.NewUnsaved(d.options.Now(), origin); err != nil {
			return err
		}
		if d.path == "" {
			d.Ticks.keepWith(draft.KeepTicks)
		}
		d.mu.Lock()
		if d.ended { // while it was made: nobody else gives it back
			defer draft.Release()
		} else {
			d.draft = draft
		}
		d.mu.Unlock()
	}
	return draft.Save(a)
}

// safe notes that a is on a disk. mu is held.
func (d *Document) safe(a *forms.Applicant) {
	if d.status.Safe != d.newest || a == d.newest {
		d.status.Safe, d.status.At = a, d.options.Now()
	}
}

// unshelve takes off the shelf what is in the file now. shelves is held.
func (d *Document) unshelve() {
	d.mu.Lock()
	draft := d.draft
	if d.path == "" || d.ended || draft == nil {
		d.mu.Unlock()
		return
	}
	d.draft = nil
	d.mu.Unlock()
	draft.Discard()
}

// writeFile is the file's autosaver. It writes unless that would undo what others
// wrote there.
func (d *Document) writeFile(a *forms.Applicant) error {
	stamp, err := d.replace(a)
	d.mu.Lock()
	if d.ended {
		d.mu.Unlock()
		return err
	}
	d.status.File = err
	if err == nil {
		d.stamp, d.status.Filed = stamp, a
		d.safe(a)
	}
	newest := d.newest == a
	d.mu.Unlock()
	if err == nil && newest {
		d.shelves.Lock()
		defer d.shelves.Unlock()
		d.unshelve()
	}
	return err
}

func (d *Document) replace(a *forms.Applicant) (store.Stamp, error) {
	d.Hold()
	d.mu.Lock()
	ended, stamp, elsewhere := d.ended, d.stamp, d.status.Elsewhere
	d.mu.Unlock()
	switch {
	case ended:
		return stamp, nil
	case elsewhere:
		return "", ErrElsewhere
	case !stamp.Still(context.Background(), d.path):
		return "", ErrForeign
	}
	return d.save(d.path, a)
}

// KeepVersion puts a state among the last ones of the file. It blocks.
func (d *Document) KeepVersion(a *forms.Applicant) {
	if d.options.Shelf != nil && d.path != "" {
		_ = d.options.Shelf.KeepVersion(d.path, a, d.options.Now()) // the file itself is safe
	}
}

// Overwrite writes a over what another program put into the file, which stays among
// the file's earlier states. It blocks until the file is written or ctx ends.
func (d *Document) Overwrite(ctx context.Context, a *forms.Applicant) error {
	if theirs, err := store.Load(ctx, d.path); err == nil {
		d.KeepVersion(theirs)
	}
	stamp, err := store.StampOf(ctx, d.path)
	if err != nil {
		stamp = "" // it cannot be read, and the applicant chose to replace it
	}
	d.Knows(stamp, nil)
	return d.Save(ctx, a)
}
