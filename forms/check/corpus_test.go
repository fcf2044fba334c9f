package check_test

import (
	"bytes"
	"context"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
	"zhicheng/forms/store"
)

var update = flag.Bool("update", false, "draw the photos of the corpus again")

const corpus = "testdata/corpus"

// expectation reads a companion file: a sentence on the person, then the checks of
// each outcome, each once. Those of no outcome are not applicable.
func expectation(t *testing.T, path string) map[string]check.Outcome {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]check.Outcome{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		word, names, ok := strings.Cut(line, ":")
		if strings.HasPrefix(line, "#") {
			continue
		}
		outcome, known := words[word]
		if !ok || !known {
			t.Fatalf("%s: %q names no outcome", path, line)
		}
		names = strings.ReplaceAll(" "+names+" ", " standing ", " "+strings.Join(standing, " ")+" ")
		for _, name := range strings.Fields(names) {
			for _, id := range identifiers(t, name) {
				if _, twice := want[id]; twice {
					t.Fatalf("%s names %s twice", path, id)
				}
				want[id] = outcome
			}
		}
	}
	for _, rule := range rules {
		if _, named := want[rule.id]; !named {
			want[rule.id] = check.NotApplicable
		}
	}
	return want
}

// TestCorpus holds what the program finds of people as different as real ones
// against what was read out of the notice for them by hand.
func TestCorpus(t *testing.T) {
	if *update {
		drawPhotos(t)
	}
	files, err := filepath.Glob(filepath.Join(corpus, "*.zcapp"))
	if err != nil || len(files) < 20 {
		t.Fatalf("only %d people in the corpus: %v", len(files), err)
	}
	measure := measurer(t)
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".zcapp")
		t.Run(name, func(t *testing.T) {
			a, err := store.Load(context.Background(), path)
			if err != nil {
				t.Fatal(err)
			}
			a.Photo = measure(a.Photo)
			want := expectation(t, strings.TrimSuffix(path, ".zcapp")+".expect")
			report := check.Run(shipped(t), a)
			for _, f := range report.Findings {
				if f.Outcome != want[f.ID] {
					t.Errorf("%s is %s (%s), want %s", f.ID, f.Outcome, f.Found, want[f.ID])
				}
			}
			if len(report.Problems) > 0 {
				t.Errorf("problems %v", report.Problems)
			}
		})
	}
}

// measurer measures each of the corpus's photos once.
func measurer(t *testing.T) func(forms.Photo) forms.Photo {
	var mutex sync.Mutex
	known := map[string]photo.Facts{}
	return func(p forms.Photo) forms.Photo {
		mutex.Lock()
		defer mutex.Unlock()
		facts, ok := known[p.File]
		if !ok {
			measured, err := p.Measured(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			facts = measured.Facts
			known[p.File] = facts
		}
		p.Facts = facts
		return p
	}
}

// drawPhotos draws an invented person for each of the corpus's photos.
func drawPhotos(t *testing.T) {
	blue := drawn.Standing(480, 672)
	blue.Ground = drawn.Blue
	for name, person := range map[string]drawn.Person{
		"white.jpg": drawn.Standing(480, 672), "blue.jpg": blue,
		"small.jpg": drawn.Standing(215, 300), "social-card.jpg": drawn.Standing(358, 441),
	} {
		person.Grain = 8
		data, err := photo.EncodeJPEG(drawn.Draw(person), 95)
		if err != nil {
			t.Fatal(err)
		}
		write(t, name, data)
	}
	var inside bytes.Buffer
	if err := png.Encode(&inside, drawn.Draw(drawn.Standing(240, 336))); err != nil {
		t.Fatal(err)
	}
	write(t, "png-inside.jpg", inside.Bytes())
}

func write(t *testing.T, name string, data []byte) {
	if err := os.WriteFile(filepath.Join(corpus, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
