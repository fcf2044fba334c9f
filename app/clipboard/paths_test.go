package clipboard

import (
	"slices"
	"testing"
)

func TestLocalFiles(t *testing.T) {
	for list, want := range map[string][]string{
		"":                                       nil,
		"file:///home/a/%E7%85%A7.png\r\n":       {"/home/a/照.png"},
		"file:///a.png\r\nfile:///b%20c.jpg\r\n": {"/a.png", "/b c.jpg"},
		"copy\nfile:///a.png\nfile:///b.png":     {"/a.png", "/b.png"},
		"cut\nfile://localhost/a.png\x00":        {"/a.png"},
		"# named so\r\nhttps://example.org/a.png\r\nfile://h/a":  nil,
		"/home/a.png\nfile:\nfile:///%zz\nfile:///good.png\r\n ": {"/good.png"},
	} {
		if got := localFiles(list); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", list, got, want)
		}
	}
}

func TestScriptData(t *testing.T) {
	for printed, want := range map[string]string{
		"«data PNGf89504E470D0A»\n": "\x89PNG\r\n",
		"«data PNGf»":               "",
		"«data PN":                  "",
		"«data PNGf89504»":          "",
		"missing value\n":           "",
		"":                          "",
	} {
		if got := scriptData(printed); string(got) != want {
			t.Errorf("%q: %q, want %q", printed, got, want)
		}
	}
}
