package store_test

import (
	"errors"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// A notice that the program does not carry goes with the application; without one the
// file has the id alone, as ever.
func TestNoticeGoesWithTheApplication(t *testing.T) {
	a := forms.New("hangzhou-2023")
	plain, err := store.Encode(a)
	if err != nil || !strings.Contains(string(plain), "\"format\": 2,\n  \"notice\": \"hangzhou-2023\",\n") {
		t.Errorf("%v: %.80s", err, plain)
	}
	a.NoticeCopy = forms.NoticeCopy{Version: 3, SHA256: "ab", File: "第一行\n“第二行”\n"}
	full, err := store.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{plain, full} {
		b, err := store.Decode(data)
		if err != nil || b.Notice != "hangzhou-2023" {
			t.Fatalf("%v: %.200s", err, data)
		}
		if strings.Contains(string(data), "sha256") && b.NoticeCopy != a.NoticeCopy {
			t.Errorf("read again: %+v", b.NoticeCopy)
		}
	}
	for text, want := range map[string]error{
		`{"format": 2, "notice": {"id": "x", "town": "y"}}`:    store.ErrUnknown,
		`{"format": 2, "notice": {"id": 7}}`:                   store.ErrWrongType,
		`{"format": 2, "notice": {"id": "x", "version": "1"}}`: store.ErrWrongType,
		`{"format": 2, "notice": ["x"]}`:                       store.ErrWrongType,
		`{"format": 2, "notice": {"id": "x", "id": "y"}}`:      store.ErrRepeated,
		`{"format": 2, "notice": true}`:                        store.ErrWrongType,
	} {
		if _, err := store.Decode([]byte(text)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}
