package photo

import (
	"bytes"
	"strings"
)

// signatures are the leading bytes of the formats that have fixed ones.
var signatures = []struct {
	prefix string
	format Format
}{
	{"\xff\xd8\xff", JPEG},
	{"\x89PNG\r\n\x1a\n", PNG},
	{"GIF87a", GIF},
	{"GIF89a", GIF},
	{"II*\x00", TIFF},
	{"MM\x00*", TIFF},
	{"%PDF-", PDF},
}

// Sniff tells a file's format from its first bytes; Unknown if it is none that is told apart.
func Sniff(data []byte) Format {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.prefix)) {
			return s.format
		}
	}
	switch {
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return WebP
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		return brandFormat(string(data[8:min(len(data), 64)]))
	case len(data) >= 18 && string(data[:2]) == "BM" && data[15] == 0 && data[16] == 0 && data[17] == 0:
		return BMP
	}
	return Unknown
}

// brandFormat tells the still pictures among the files that begin with an ISO ftyp box; brands
// is the box from its major brand on.
func brandFormat(brands string) Format {
	for _, b := range []string{"avif", "avis"} {
		if strings.HasPrefix(brands, b) {
			return AVIF
		}
	}
	for _, b := range []string{"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"} {
		if strings.HasPrefix(brands, b) {
			return HEIC
		}
	}
	return Unknown
}
