package assets

import (
	"embed"
	"path"
	"strings"
)

//go:embed LICENSES
var licences embed.FS

// Licence is one text under which something in the programs came.
type Licence struct {
	Name string // what came: a module and its version, or data in words
	Text string
}

// licensedData names what came that is no Go module, by its file in LICENSES/, in
// the order in which it is listed.
var licensedData = []struct{ file, name string }{
	{"program.txt", "职称申报助手"},
	{"NotoSansSC.txt", "Noto Sans SC（窗口和清单的字体）"},
	{"MediaPipe.txt", "MediaPipe 的人脸和人像网络"},
	{"Unicode.txt", "Unicode 数据"},
	{"EmojiOne.txt", "EmojiOne（Fyne 自带的表情字体）"},
	{"Go.txt", "Go 标准库和运行时"},
}

// Licences returns every licence that goes with the programs: their own, those of
// fonts and data, then one for each Go module, by module path.
func Licences() []Licence {
	var all []Licence
	for _, data := range licensedData {
		all = append(all, Licence{Name: data.name, Text: licenceText(data.file)})
	}
	entries, err := licences.ReadDir("LICENSES/modules")
	if err != nil {
		panic(err) // the folder is compiled in
	}
	for _, entry := range entries {
		name, text, _ := strings.Cut(licenceText(path.Join("modules", entry.Name())), "\n")
		all = append(all, Licence{Name: name, Text: strings.TrimLeft(text, "\n")})
	}
	return all
}

func licenceText(name string) string {
	data, err := licences.ReadFile(path.Join("LICENSES", name))
	if err != nil {
		panic(err) // a test reads every file
	}
	return string(data)
}
