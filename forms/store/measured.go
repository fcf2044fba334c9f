package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"path/filepath"
	"sync"

	"zhicheng/forms/fileread"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// mostMeasured is how many pictures' measures are kept, and mostMeasuredBytes how large
// their file is at most.
const (
	mostMeasured      = 2000
	mostMeasuredBytes = 8 << 20
)

// Measured are measures of pictures by a digest of their bytes: to look for faces takes
// much longer than to read a file. It holds numbers, no pictures and no names. A nil one
// knows nothing. Its methods may be called by several goroutines.
type Measured struct {
	path    string // "" keeps it in memory alone
	version string // of the program that measured

	mu      sync.Mutex
	facts   map[string]photo.Facts
	changed bool
}

// measuredFile is how measures are written.
type measuredFile struct {
	Version string                 `json:"version"`
	Facts   map[string]photo.Facts `json:"facts"`
}

// Measured returns the measures that this version of the program has made; those of
// another are none. Without a shelf they last as long as they are used.
func (s *Shelf) Measured(version string) *Measured {
	m := &Measured{version: version, facts: map[string]photo.Facts{}}
	if s == nil {
		return m
	}
	m.path = filepath.Join(s.folder, "measured.json")
	var kept measuredFile
	data, err := fileread.File(context.Background(), m.path, mostMeasuredBytes)
	if err == nil && json.Unmarshal(data, &kept) == nil && kept.Version == version && kept.Facts != nil {
		m.facts = kept.Facts
	}
	return m
}

func digest(picture []byte) string {
	sum := sha256.Sum256(picture)
	return hex.EncodeToString(sum[:])
}

// Of returns the measures of a picture.
func (m *Measured) Of(picture []byte) (photo.Facts, bool) {
	if m == nil {
		return photo.Facts{}, false
	}
	name := digest(picture)
	m.mu.Lock()
	defer m.mu.Unlock()
	facts, ok := m.facts[name]
	return facts, ok
}

// Add notes the measures of a picture.
func (m *Measured) Add(picture []byte, facts photo.Facts) {
	if m == nil {
		return
	}
	name := digest(picture)
	m.mu.Lock()
	defer m.mu.Unlock()
	for other := range m.facts {
		if len(m.facts) < mostMeasured {
			break
		}
		delete(m.facts, other) // any: it is measured again
	}
	m.facts[name], m.changed = facts, true
}

// Keep writes what was added; only time is lost where that fails.
func (m *Measured) Keep() error {
	if m == nil || m.path == "" {
		return nil
	}
	m.mu.Lock()
	changed, facts := m.changed, maps.Clone(m.facts)
	m.changed = false
	m.mu.Unlock()
	if !changed {
		return nil
	}
	data, err := json.Marshal(measuredFile{m.version, facts})
	if err != nil {
		return say.Errorf("记住照片的测量：%w", err)
	}
	return WriteFile(m.path, data)
}
