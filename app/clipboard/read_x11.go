//go:build !windows && !darwin

package clipboard

import (
	"encoding/binary"
	"io"
	"slices"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"zhicheng/forms/say"
)

// patience is how long the program that copied may take for its next answer.
const patience = 5 * time.Second

// What is asked for, best first: names that programs offer copied files and
// pictures under.
var (
	fileTargets    = []string{"text/uri-list", "x-special/gnome-copied-files"}
	pictureTargets = []string{"image/png", "image/jpeg", "image/webp", "image/bmp", "image/gif"}
)

// Read returns the files that were copied in a file manager, and the copied picture
// as PNG, JPEG, WebP, BMP or GIF; either may be missing.
func Read() (files []string, picture []byte, err error) {
	s, err := openSelection()
	if err != nil {
		return nil, nil, err
	}
	defer s.close()
	owner, err := xproto.GetSelectionOwner(s.conn, s.clipboard).Reply()
	if err != nil {
		return nil, nil, say.Errorf("%w（%v）", errUnreachable, err)
	}
	if owner.Owner == xproto.WindowNone {
		return nil, nil, nil
	}
	offered, err := s.convert(s.atom("TARGETS"))
	if err != nil {
		return nil, nil, err
	}
	list, err := s.first(fileTargets, offered)
	if err != nil {
		return nil, nil, err
	}
	picture, err = s.first(pictureTargets, offered)
	return localFiles(string(list)), picture, err
}

// selection asks the program that holds the clipboard for what it has.
type selection struct {
	conn      *xgb.Conn
	window    xproto.Window
	clipboard xproto.Atom // the selection
	property  xproto.Atom // where the answers are put
	pieces    xproto.Atom // the type of an answer that comes in pieces
	timer     *time.Timer // ends the connection when patience does
}

func openSelection() (*selection, error) {
	xgb.Logger.SetOutput(io.Discard) // what goes wrong comes back as an error
	conn, err := xgb.NewConn()
	if err != nil {
		return nil, say.Errorf("%w（%v）", errUnreachable, err)
	}
	s := &selection{conn: conn, timer: time.AfterFunc(patience, conn.Close)}
	s.clipboard, s.property, s.pieces = s.atom("CLIPBOARD"), s.atom("ZHICHENG_PASTE"), s.atom("INCR")
	if s.window, err = xproto.NewWindowId(conn); err == nil {
		screen := xproto.Setup(conn).DefaultScreen(conn)
		err = xproto.CreateWindowChecked(conn, 0, s.window, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly,
			screen.RootVisual, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	}
	if err != nil {
		s.close()
		return nil, say.Errorf("%w（%v）", errUnreachable, err)
	}
	return s, nil
}

func (s *selection) close() {
	s.timer.Stop()
	s.conn.Close()
}

// atom returns the number of a name, 0 where the connection is gone.
func (s *selection) atom(name string) xproto.Atom {
	reply, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return xproto.AtomNone
	}
	return reply.Atom
}

// first returns the content under the first of the names that is offered, nil for
// none.
func (s *selection) first(names []string, offered []byte) ([]byte, error) {
	for _, name := range names {
		atom := s.atom(name)
		if atom != xproto.AtomNone && slices.Contains(atoms(offered), atom) {
			return s.convert(atom)
		}
	}
	return nil, nil
}

// atoms reads a list of them.
func atoms(list []byte) []xproto.Atom {
	var all []xproto.Atom
	for ; len(list) >= 4; list = list[4:] {
		all = append(all, xproto.Atom(binary.NativeEndian.Uint32(list)))
	}
	return all
}

// convert asks for the clipboard's content in a form, and returns nil where it has
// none.
func (s *selection) convert(target xproto.Atom) ([]byte, error) {
	xproto.ConvertSelection(s.conn, s.window, s.clipboard, target, s.property, xproto.TimeCurrentTime)
	for {
		event, err := s.next()
		if err != nil {
			return nil, err
		}
		if answer, ok := event.(xproto.SelectionNotifyEvent); ok {
			if answer.Property == xproto.AtomNone {
				return nil, nil
			}
			break
		}
	}
	value, kind, err := s.take()
	if err != nil || kind != s.pieces {
		return value, err
	}
	return s.collect()
}

// collect puts the pieces of a large content together; an empty one ends it.
func (s *selection) collect() ([]byte, error) {
	var all []byte
	for {
		event, err := s.next()
		if err != nil {
			return nil, err
		}
		changed, ok := event.(xproto.PropertyNotifyEvent)
		if !ok || changed.Atom != s.property || changed.State != xproto.PropertyNewValue {
			continue
		}
		piece, kind, err := s.take()
		switch {
		case err != nil:
			return nil, err
		case kind == xproto.AtomNone: // taken already
			continue
		case len(piece) == 0:
			return all, nil
		case len(all)+len(piece) > mostBytes:
			return nil, errTooLarge
		}
		all = append(all, piece...)
	}
}

// take returns an answer and its type, and removes it, which asks for the next piece.
func (s *selection) take() ([]byte, xproto.Atom, error) {
	reply, err := xproto.GetProperty(s.conn, true, s.window, s.property, xproto.AtomNone, 0, mostBytes/4).Reply()
	if err != nil {
		return nil, 0, say.Errorf("%w（%v）", errNoAnswer, err)
	}
	return reply.Value, reply.Type, nil
}

// next waits for the next event as long as patience lasts.
func (s *selection) next() (xgb.Event, error) {
	s.timer.Reset(patience)
	event, failure := s.conn.WaitForEvent()
	switch {
	case failure != nil:
		return nil, say.Errorf("%w（%v）", errNoAnswer, failure)
	case event == nil:
		return nil, errNoAnswer
	}
	return event, nil
}
