//go:build endtoend

package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/go-gl/glfw/v3.3/glfw"

	"zhicheng/app/field"
	"zhicheng/app/ui"
	"zhicheng/forms/store"
)

// State is what the end-to-end test sees of the window.
type State struct {
	Step  string `json:"step"`
	Dirty bool   `json:"dirty"`
	// Typing says that an input takes what is typed.
	Typing bool            `json:"typing"`
	Texts  []Seen          `json:"texts"`
	Inputs []Seen          `json:"inputs"` // with the texts in them
	Draft  json.RawMessage `json:"draft"`
	// Scale is how many pixels the toolkit's unit is, and Expected what was expected
	// before the window was there.
	Scale, Expected float32
}

// Seen is a text with the rectangle that it takes, in pixels of the window.
type Seen struct {
	Text       string  `json:"text"`
	X, Y, W, H float32 `json:",omitempty"`
	Focused    bool    `json:",omitempty"` // an input that takes what is typed
}

// watch answers on the socket in ZHICHENG_WATCH with the window's state.
func watch(window *ui.Window) error {
	address := os.Getenv("ZHICHENG_WATCH")
	if address == "" {
		return nil
	}
	listener, err := net.Listen("unix", address)
	if err != nil {
		return fmt.Errorf("观察窗口：%w", err)
	}
	go func() {
		_ = http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			var state State
			fyne.DoAndWait(func() { state = seen(window) })
			_ = json.NewEncoder(w).Encode(state)
		}))
	}()
	return nil
}

func seen(window *ui.Window) State {
	c := window.Fyne().Canvas()
	draft, _ := store.Encode(window.Draft().View())
	_, typing := c.Focused().(fyne.Shortcutable)
	state := State{Step: string(window.Step()), Dirty: window.Draft().Dirty(), Draft: draft, Typing: typing, Scale: c.Scale()}
	if monitor := glfw.GetPrimaryMonitor(); monitor != nil {
		state.Expected = scaleOn(monitor)
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(root)
	collect(root, origin.Subtract(root.Position()), c.Scale(), &state)
	return state
}

func collect(o fyne.CanvasObject, at fyne.Position, scale float32, seen *State) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	switch o := o.(type) {
	case *canvas.Text:
		seen.Texts = append(seen.Texts, placed(o.Text, at, o.MinSize(), scale))
	case *fyne.Container:
		for _, inner := range o.Objects {
			collect(inner, at, scale, seen)
		}
	case fyne.Widget:
		if input, ok := o.(*field.Entry); ok {
			box := placed(input.Text(), at, input.Size(), scale)
			box.Focused = input.Focused()
			seen.Inputs = append(seen.Inputs, box)
		}
		for _, inner := range test.WidgetRenderer(o).Objects() {
			collect(inner, at, scale, seen)
		}
	}
}

func placed(text string, at fyne.Position, size fyne.Size, scale float32) Seen {
	return Seen{Text: text, X: at.X * scale, Y: at.Y * scale, W: size.Width * scale, H: size.Height * scale}
}
