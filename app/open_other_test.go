//go:build !windows

package main

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

// opener is an application that notes what it is asked to open.
type opener struct {
	fyne.App
	asked []string
	err   error
}

func (o *opener) OpenURL(u *url.URL) error {
	o.asked = append(o.asked, u.String())
	return o.err
}

func TestOpenPathAsksForTheWholePath(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	o := &opener{}
	if err := openPath(o)("自查清单 1%.pdf"); err != nil {
		t.Fatal(err)
	}
	want := (&url.URL{Scheme: "file", Path: filepath.Join(here, "自查清单 1%.pdf")}).String()
	if len(o.asked) != 1 || o.asked[0] != want {
		t.Errorf("asked for %v, want %s", o.asked, want)
	}
	o.err = errors.New("exit status 3")
	if err := openPath(o)("清单.pdf"); err == nil || err.Error() != "没有找到能打开 清单.pdf 的程序" {
		t.Errorf("it says %v", err)
	}
}
