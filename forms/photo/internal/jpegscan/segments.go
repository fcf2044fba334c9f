package jpegscan

import (
	"bytes"
	"iter"
)

// Segment is one marker segment of a file. That of a scan holds the entropy-coded data too.
type Segment struct {
	Marker byte
	Body   []byte // without marker and length
	// Start and End are where it begins in the file and where the next one may begin.
	Start, End int
}

// IsEnd reports whether this is the end marker, after which a file has nothing more to say.
func (s Segment) IsEnd() bool { return s.Marker == markEOI }

// IsScan reports whether this is a scan.
func (s Segment) IsScan() bool { return s.Marker == markSOS }

// Segments goes through a file as image/jpeg does: stray bytes between segments are stepped over,
// and the last segment is the end marker, or the last whole one where that is missing.
func Segments(data []byte) iter.Seq[Segment] {
	return func(yield func(Segment) bool) {
		for pos := min(2, len(data)); ; {
			start := nextMarker(data, pos)
			if start+1 >= len(data) {
				return
			}
			s := Segment{Marker: data[start+1], Start: start, End: start + 2}
			if !s.IsEnd() && !s.measure(data) {
				return
			}
			if !yield(s) || s.IsEnd() {
				return
			}
			pos = s.End
		}
	}
}

// measure finds a segment's body and its end. It reports whether the file holds all of it.
func (s *Segment) measure(data []byte) bool {
	body := s.Start + 4
	if body > len(data) {
		return false
	}
	length := int(data[s.Start+2])<<8 | int(data[s.Start+3])
	s.End = s.Start + 2 + length
	if length < 2 || s.End > len(data) {
		return false
	}
	s.Body = data[body:s.End]
	if s.Marker == markSOS {
		s.End = nextMarker(data, s.End)
	}
	return true
}

// nextMarker is where the next marker is that is neither stuffing nor a restart marker; the end
// of the data if there is none.
func nextMarker(data []byte, pos int) int {
	for {
		n := bytes.IndexByte(data[pos:], 0xff)
		if n < 0 || pos+n+1 >= len(data) {
			return len(data)
		}
		pos += n
		switch next := data[pos+1]; {
		case next == 0xff:
			pos++ // fill bytes
		case next == 0 || next >= markRST0 && next < markRST0+8:
			pos += 2
		default:
			return pos
		}
	}
}
