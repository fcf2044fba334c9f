package ask

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2/lang"
)

// Toolkit is what the toolkit says in English, in the window's language.
type Toolkit map[string]string

//go:embed toolkit.json
var toolkitTexts []byte

// Teach has the toolkit's own few words, such as those of an input's menu, follow the
// window and not the system; language is that of the window.
func Teach(language string) Toolkit {
	var all map[string]Toolkit
	if err := json.Unmarshal(toolkitTexts, &all); err != nil {
		panic(fmt.Sprintf("toolkit.json: %v", err)) // compiled in, and read by every test
	}
	texts, err := json.Marshal(all[language])
	if err != nil {
		panic(err)
	}
	// A system whose language the toolkit does not know keeps the toolkit's words.
	_ = lang.AddTranslationsForLocale(texts, lang.SystemLocale())
	return all[language]
}
