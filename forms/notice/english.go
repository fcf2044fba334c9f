package notice

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"zhicheng/forms/say"
)

// english is what of a notice is said in English: its names, and some clauses by
// their numbers. What is not there stays Chinese.
type english struct {
	Names   map[string]string `json:"names"`
	Clauses map[string]string `json:"clauses"`
}

// readEnglish reads the english.json of a notice that has one.
func (n *Notice) readEnglish(files fs.FS, id string) error {
	data, err := fs.ReadFile(files, path.Join(id, "english.json"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil // not every notice has one
	case err != nil:
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&n.english); err != nil {
		return err
	}
	var errs []error
	for id := range n.english.Clauses {
		if _, ok := n.Clause(id); !ok {
			errs = append(errs, fmt.Errorf("没有条款“%s”", id))
		}
	}
	return errors.Join(errs...)
}

// Name returns a name that the notice uses, such as that of a plan, as a text.
func (n *Notice) Name(chinese string) say.Text { return inEnglish(chinese, n.english.Names[chinese]) }

// Words returns the words of a clause as a text, without the spaces around its lines.
func (n *Notice) Words(id string) say.Text {
	clause, _ := n.Clause(id)
	return inEnglish(clause.Tidy(), n.english.Clauses[id])
}

func inEnglish(chinese, english string) say.Text {
	if english == "" {
		return say.Typed(chinese)
	}
	return say.Own(chinese, map[string]string{"en": english})
}

// Tidy returns the words of a clause without the spaces around its lines.
func (c Clause) Tidy() string {
	lines := strings.Split(c.Text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}
