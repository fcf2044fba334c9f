package photo_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

func readOf(data []byte) func() ([]byte, error) {
	return func() ([]byte, error) { return data, nil }
}

// TestOneBadFileStopsNothing runs good, broken, unreadable and panicking files together.
func TestOneBadFileStopsNothing(t *testing.T) {
	good := drawnJPEG(t, drawn.Standing(413, 579))
	errDisk := errors.New("disk")
	tasks := []photo.Task{
		{Name: "good", Read: readOf(good)},
		{Name: "half", Read: readOf(good[:len(good)/2])},
		{Name: "disk", Read: func() ([]byte, error) { return nil, errDisk }},
		{Name: "panic", Read: func() ([]byte, error) { panic("bug") }},
		{Name: "full", Read: readOf(good)},
		{Name: "also good", Read: readOf(good)},
	}
	saved, steps := map[string]int{}, []int{}
	errFull := errors.New("full")
	done := photo.Batch{
		Spec: spec2020, Finder: newFinder(t), Workers: 3,
		Save: func(name string, out photo.Output) error {
			if name == "full" {
				return errFull
			}
			saved[name] = len(out.JPEG)
			return nil
		},
		Progress: func(_ photo.Done, finished, total int) {
			steps = append(steps, finished)
			if total != len(tasks) {
				t.Errorf("%d of %d", finished, total)
			}
		},
	}.Run(context.Background(), tasks)
	for i, want := range []error{nil, photo.Truncated, errDisk, nil, errFull, nil} {
		d := done[i]
		if d.Name != tasks[i].Name || !errors.Is(d.Err, want) && want != nil {
			t.Errorf("%s: %v", d.Name, d.Err)
		}
		if ok := d.Output != nil; ok != (d.Name == "good" || d.Name == "also good") || ok && (d.Output.JPEG != nil || d.Err != nil) {
			t.Errorf("%s: output %v, %v", d.Name, d.Output, d.Err)
		}
	}
	if done[3].Err == nil {
		t.Error("the panic was lost")
	}
	if len(saved) != 2 || saved["good"] != saved["also good"] || fmt.Sprint(steps) != "[1 2 3 4 5 6]" {
		t.Errorf("saved %v, steps %v", saved, steps)
	}
}

func TestBatchOnlyInspects(t *testing.T) {
	done := photo.Batch{Spec: spec2020}.Run(context.Background(), []photo.Task{{Name: "a", Read: readOf(drawnJPEG(t, drawn.Standing(300, 420)))}})
	if len(done) != 1 || done[0].Output != nil || done[0].Err != nil || done[0].Source.Width != 300 {
		t.Errorf("%+v", done)
	}
	if done := (photo.Batch{}).Run(context.Background(), nil); len(done) != 0 {
		t.Errorf("%+v", done)
	}
}

func TestBatchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	data := drawnJPEG(t, drawn.Standing(300, 420))
	tasks := make([]photo.Task, 20)
	for i := range tasks {
		tasks[i] = photo.Task{Name: fmt.Sprint(i), Read: readOf(data)}
	}
	done := photo.Batch{Spec: spec2020, Workers: 1, Progress: func(_ photo.Done, finished, _ int) {
		if finished == 3 {
			cancel()
		}
	}}.Run(ctx, tasks)
	for i, d := range done {
		if (i < 3) != (d.Err == nil) || i >= 3 && !errors.Is(d.Err, context.Canceled) {
			t.Errorf("%d: %v", i, d.Err)
		}
	}
}
