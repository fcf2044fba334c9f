//go:build endtoend

package main

import (
	"fmt"
	"image"
	"image/color"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"zhicheng/app/look"
)

// manage starts a window manager, as every desktop has one: windows get a frame, and
// learn their sizes later.
func (d *desk) manage() {
	d.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if d.managed() {
			return
		}
	}
	d.t.Fatal("openbox does not manage windows")
}

// managed starts the window manager and reports whether it took the screen: it gives up
// at once on a screen that is not quite there yet.
func (d *desk) managed() bool {
	d.t.Helper()
	manager := exec.Command("openbox", "--sm-disable")
	manager.Env = d.environment()
	if err := manager.Start(); err != nil {
		d.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = manager.Wait()
		close(ended)
	}()
	end := func() {
		_ = manager.Process.Kill()
		<-ended
	}
	for deadline := time.Now().Add(patience / 12); time.Now().Before(deadline); {
		ask := exec.Command("xdotool", "get_desktop")
		ask.Env = d.environment()
		if ask.Run() == nil {
			d.t.Cleanup(end)
			return true
		}
	}
	end()
	return false
}

// drawn takes a picture of the whole screen.
func (d *desk) drawn() *image.RGBA {
	d.t.Helper()
	xgb.Logger.SetOutput(io.Discard) // it speaks of every display that asks for no password
	x, err := xgb.NewConnDisplay(d.display)
	if err != nil {
		d.t.Fatal(err)
	}
	defer x.Close()
	root := xproto.Setup(x).DefaultScreen(x)
	reply, err := xproto.GetImage(x, xproto.ImageFormatZPixmap, xproto.Drawable(root.Root),
		0, 0, root.WidthInPixels, root.HeightInPixels, ^uint32(0)).Reply()
	if err != nil {
		d.t.Fatal(err)
	}
	picture := image.NewRGBA(image.Rect(0, 0, int(root.WidthInPixels), int(root.HeightInPixels)))
	for i := 0; i+3 < len(reply.Data); i += 4 { // blue, green, red and nothing
		copy(picture.Pix[i:], []byte{reply.Data[i+2], reply.Data[i+1], reply.Data[i], 255})
	}
	return picture
}

// filled returns where a filled button is drawn: the largest patch of its colour.
func filled(picture *image.RGBA) (bounds image.Rectangle) {
	ink := color.RGBAModel.Convert(look.New(look.Light).Color(fyne.ThemeColorName(look.Accent), 0)).(color.RGBA)
	seen := map[image.Point]bool{}
	most := 0
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			if patch, count := flood(picture, image.Pt(x, y), ink, seen); count > most {
				bounds, most = patch, count
			}
		}
	}
	return bounds
}

// flood returns the bounds of the patch of a colour around a point, and how many
// pixels it has.
func flood(picture *image.RGBA, from image.Point, ink color.RGBA, seen map[image.Point]bool) (bounds image.Rectangle, count int) {
	for points := []image.Point{from}; len(points) > 0; {
		p := points[len(points)-1]
		points = points[:len(points)-1]
		if !p.In(picture.Rect) || picture.RGBAAt(p.X, p.Y) != ink || seen[p] {
			continue
		}
		seen[p] = true
		count++
		bounds = bounds.Union(image.Rectangle{Min: p, Max: p.Add(image.Pt(1, 1))})
		points = append(points, p.Add(image.Pt(1, 0)), p.Sub(image.Pt(1, 0)), p.Add(image.Pt(0, 1)), p.Sub(image.Pt(0, 1)))
	}
	return bounds, count
}

// hit clicks on the middle of the filled button that is drawn, and waits for the step
// that it leads to.
func (d *desk) hit(step string) {
	d.t.Helper()
	var at image.Rectangle
	d.until("a filled button is drawn and stays where it is", func(State) bool {
		before := at
		at = filled(d.drawn())
		return at.Dx() > 40 && at.Dy() > 20 && at == before
	})
	middle := at.Min.Add(at.Max).Div(2)
	d.hands("mousemove", fmt.Sprint(middle.X), fmt.Sprint(middle.Y), "click", "1")
	d.until(fmt.Sprintf("a click at %v, in the middle of the button drawn at %v, opens %s", middle, at, step), func(s State) bool {
		return s.Step == step && strings.Contains(fmt.Sprint(s.Texts), "下一步")
	})
}

// A desktop shows the window under the entry of its menu that names the window's class.
func TestWindowBelongsToItsMenuEntry(t *testing.T) {
	entry, err := os.ReadFile("../.make/packaging/linux/zhicheng.desktop")
	if err != nil {
		t.Fatal(err)
	}
	_, named, _ := strings.Cut(string(entry), "\nStartupWMClass=")
	named, _, _ = strings.Cut(named, "\n")
	d := sit(t)
	d.start()
	for _, part := range []string{"--class", "--classname"} {
		if found := strings.Fields(d.hands("search", "--onlyvisible", part, "^"+named+"$")); !slices.Contains(found, d.window) {
			t.Errorf("%s %q is of the windows %v, not of %s", part, named, found, d.window)
		}
	}
}

// On the screens that applicants have, everything drawn is where a click finds it, and
// the way to the next step is on the screen.
func TestDrawnIsWhereItIsClicked(t *testing.T) {
	for _, row := range []struct {
		size, scale string
	}{{"1366x768", "1"}, {"1024x600", "1.5"}, {"1366x768", "1.5"}, {"1920x1080", "1"}, {"1280x720", "1"}} {
		t.Run(row.size+" at "+row.scale, func(t *testing.T) {
			d := sit(t)
			d.display = screen(t, row.size+"x24")
			d.extra = []string{"FYNE_SCALE=" + row.scale}
			d.manage()
			d.start()
			state, err := d.state()
			if err != nil || state.Scale != state.Expected {
				t.Errorf("the toolkit's unit is %g pixels, expected before: %g, %v", state.Scale, state.Expected, err)
			}
			d.hit("plan")
			d.hit("scope")
		})
	}
}
