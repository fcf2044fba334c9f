package clipboard

import (
	"encoding/hex"
	"net/url"
	"strings"
)

// localFiles returns the paths in a list of addresses, one in a line (RFC 2483), as
// file managers copy files; lines that name no file of this computer are left out.
func localFiles(list string) []string {
	var paths []string
	for _, line := range strings.Split(strings.Trim(list, "\x00"), "\n") {
		address, err := url.Parse(strings.TrimSpace(line))
		if err != nil || address.Scheme != "file" || address.Path == "" {
			continue
		}
		if address.Host == "" || address.Host == "localhost" {
			paths = append(paths, address.Path)
		}
	}
	return paths
}

// scriptData reads what osascript prints of a picture: «data PNGf89504E47…».
func scriptData(printed string) []byte {
	_, digits, ok := strings.Cut(printed, "«data ")
	const kind = 4 // letters between data and the digits
	if !ok || len(digits) < kind {
		return nil
	}
	digits, _, _ = strings.Cut(digits[kind:], "»")
	data, err := hex.DecodeString(strings.TrimSpace(digits))
	if err != nil {
		return nil
	}
	return data
}
