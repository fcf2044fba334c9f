package store_test

import (
	"strings"
	"testing"

	"zhicheng/forms/store"
)

// TestFormatOneIsRead: what the program before wrote is read, and saved as what this one writes.
func TestFormatOneIsRead(t *testing.T) {
	a, err := store.Decode([]byte(`{"format": 1, "notice": "shaoxing-2020", "photo": {"name": "a.jpg", "data": "AAE="}}`))
	if err != nil || a.Photo.Whitened || a.Photo.Original != nil {
		t.Fatal(a, err)
	}
	data, err := store.Encode(a)
	if err != nil || !strings.Contains(string(data), `"format": 2`) || strings.Contains(string(data), "whitened") || strings.Contains(string(data), "original") {
		t.Errorf("%s, %v", data, err)
	}
	for text, good := range map[string]bool{`true`: true, `false`: true, `null`: true, `"yes"`: false, `1`: false, `[]`: false} {
		_, err := store.Decode([]byte(`{"format": 2, "photo": {"whitened": ` + text + `}}`))
		if (err == nil) != good {
			t.Errorf("whitened %s: %v", text, err)
		}
	}
	for text, good := range map[string]bool{`"AAE="`: true, `""`: true, `null`: true, `"***"`: false, `1`: false, `true`: false, `[]`: false} {
		_, err := store.Decode([]byte(`{"format": 2, "photo": {"name": "a.jpg", "data": "AAE=", "original": ` + text + `}}`))
		if (err == nil) != good {
			t.Errorf("original %s: %v", text, err)
		}
	}
	for text, good := range map[string]bool{
		`{"x": 1, "y": -2, "width": 5, "height": 7, "angle": -0.5, "quarters": 1, "of_width": 10, "of_height": 20}`: true,
		`{}`: true, `null`: true, `{"width": 1000000000, "angle": 400}`: true, `{"z": 1}`: false, `{"x": "1"}`: false, `{"x": 1.5}`: false, `[]`: false, `3`: false,
	} {
		_, err := store.Decode([]byte(`{"format": 2, "photo": {"name": "a.jpg", "data": "AAE=", "frame": ` + text + `}}`))
		if (err == nil) != good {
			t.Errorf("frame %s: %v", text, err)
		}
	}
}
