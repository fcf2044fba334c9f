package ui

import "zhicheng/app/ask"

// suggestedName names a file after the applicant.
func suggestedName(w *Window) string {
	if name := ask.FileName(w.draft.View().Person.Name); name != "" {
		return name
	}
	return w.sayf("职称申报")
}
