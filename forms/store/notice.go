package store

import (
	"encoding/json"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// written is an application as it is in its file: the notice is an id, or a group with
// a copy of the notice.
type written struct {
	Format int `json:"format"`
	Notice any `json:"notice"`
	*forms.Applicant
}

// namedNotice is the group.
type namedNotice struct {
	ID string `json:"id"`
	forms.NoticeCopy
}

func noticeOf(a *forms.Applicant) any {
	if a.NoticeCopy == (forms.NoticeCopy{}) {
		return a.Notice
	}
	return namedNotice{a.Notice, a.NoticeCopy}
}

// noticeIn takes the group out of a tree and leaves the id in its place.
func noticeIn(tree map[string]any) (namedNotice, error) {
	group, ok := tree["notice"].(map[string]any)
	if !ok {
		id, isText := tree["notice"].(string)
		if !isText && tree["notice"] != nil {
			return namedNotice{}, say.Errorf("%w：%s", ErrWrongType, "notice")
		}
		return namedNotice{ID: id}, nil
	}
	var n namedNotice
	keys := map[string]any{"id": &n.ID, "version": &n.Version, "sha256": &n.SHA256, "file": &n.File}
	var unknown, mistyped []string
	for key, value := range group {
		to, known := keys[key]
		if !known {
			unknown = append(unknown, "notice."+key)
			continue
		}
		data, err := json.Marshal(value)
		if err == nil {
			err = json.Unmarshal(data, to)
		}
		if err != nil {
			mistyped = append(mistyped, "notice."+key)
		}
	}
	if n.ID == "" && len(mistyped) == 0 {
		mistyped = append(mistyped, "notice.id")
	}
	switch {
	case len(unknown) > 0:
		return n, say.Errorf("%w：%s", ErrUnknown, named(unknown))
	case len(mistyped) > 0:
		return n, say.Errorf("%w：%s", ErrWrongType, named(mistyped))
	}
	n.File = strings.ReplaceAll(n.File, "\r\n", "\n")
	tree["notice"] = n.ID
	return n, nil
}
