package photo

import (
	"fmt"
	"image"
)

// Format is a kind of file, told from its content and never from its name.
type Format string

// The formats that are told apart. Only the first five can be read.
const (
	JPEG    Format = "jpeg"
	PNG     Format = "png"
	WebP    Format = "webp"
	BMP     Format = "bmp"
	GIF     Format = "gif"
	HEIC    Format = "heic"
	AVIF    Format = "avif"
	TIFF    Format = "tiff"
	PDF     Format = "pdf"
	Unknown Format = ""
)

// Profile names the colours a file's numbers stand for.
type Profile string

// The colour profiles that are told apart. All but ProfileOther are converted to sRGB.
const (
	ProfileNone      Profile = ""           // no profile, read as sRGB
	ProfileSRGB      Profile = "srgb"       // sRGB, said explicitly
	ProfileDisplayP3 Profile = "display_p3" // what phones write
	ProfileMatrix    Profile = "matrix"     // another profile of three primaries, such as Adobe RGB
	ProfileOther     Profile = "other"      // a profile this package does not convert
)

// Facts is what was measured of one picture file. It is plain and comparable; it holds numbers
// and no judgement of them. All lengths are pixels of the upright picture, that is after the
// EXIF orientation was applied.
type Facts struct {
	// Problem is why the picture could not be used, "" if it could. With a problem the fields
	// hold what was found before it.
	Problem Problem `json:"problem,omitempty"`
	Format  Format  `json:"format"`
	Width   int     `json:"width"`
	Height  int     `json:"height"`
	// Bytes is the size of the file.
	Bytes int `json:"bytes"`
	// Orientation is the EXIF tag, 1 to 8; 1 where there is none.
	Orientation int `json:"orientation"`
	// DPI is the density in the JFIF header in dots per inch, 0 where none is said.
	DPI     int     `json:"dpi,omitempty"`
	Profile Profile `json:"profile,omitempty"`
	// PrintColours: the file holds the four inks of a printing press (CMYK), which not every form
	// takes.
	PrintColours bool `json:"print_colours,omitempty"`
	// MissingEnd: the JPEG's end marker is missing, yet the whole picture is there.
	MissingEnd bool `json:"missing_end,omitempty"`
	// Suspect: the JPEG decodes without an error, but the picture seems to be broken from some row
	// on, as after a damaged byte. An estimate, for a person to look at.
	Suspect bool `json:"suspect,omitempty"`
	// TrailingBytes counts what follows the JPEG's end marker.
	TrailingBytes int `json:"trailing_bytes,omitempty"`
	// Turn is how many degrees clockwise (90, 180, 270) the picture must be turned still so that
	// the face stands upright: its orientation tag is wrong. Width and Height are the picture's
	// before this turn; Face and every Frame are in the pixels after it.
	Turn       int        `json:"turn,omitempty"`
	Face       Face       `json:"face"`
	Background Background `json:"background"`
	Quality    Quality    `json:"quality"`
}

// BytesInK is the size of the file as notices and people write it, a K being 1000 bytes: 83.2K, 1.04M.
// It is rounded down, so that no limit seems to be passed.
func (f Facts) BytesInK() string {
	if f.Bytes < 1_000_000 {
		return fmt.Sprintf("%d.%dK", f.Bytes/1000, f.Bytes%1000/100)
	}
	return fmt.Sprintf("%d.%02dM", f.Bytes/1_000_000, f.Bytes%1_000_000/10_000)
}

// Face is a face that was found. Facts hold the largest one.
type Face struct {
	// Count is the number of faces in the picture.
	Count int `json:"count"`
	// Box is the square round the face, from above the brows to the chin.
	Box image.Rectangle `json:"box"`
	// Score is how sure the detector is, 0 to 1; faces begin at 0.7.
	Score float64 `json:"score"`
	// Tilt in degrees, positive when the head leans clockwise; from the line between the eyes.
	Tilt     float64     `json:"tilt"`
	LeftEye  image.Point `json:"left_eye"`  // the one at the left in the picture
	RightEye image.Point `json:"right_eye"` // the one at the right in the picture
	// Crown and Chin are the rows where the head ends, hair included; an estimate.
	Crown int `json:"crown"`
	Chin  int `json:"chin"`
}

// BackgroundVerdict says what the background looks like. It is an estimate.
type BackgroundVerdict string

// The background verdicts; "" where nothing was judged.
const (
	White     BackgroundVerdict = "white"
	NearWhite BackgroundVerdict = "near_white"
	Other     BackgroundVerdict = "other"
)

// Doubt is why a background's verdict is not to be relied on; "" where it is.
type Doubt string

// The doubts.
const (
	LittleSeen Doubt = "little_seen" // the person hides nearly all of it
	Undecided  Doubt = "undecided"   // where the person ends was not to be told
	Mixed      Doubt = "mixed"       // part of it is white, something else is in the picture too
)

// Background is an estimate from what is not the person, or, where nobody looked for a person, from
// the area that is connected to the picture's upper border.
type Background struct {
	Verdict BackgroundVerdict `json:"verdict"`
	Doubt   Doubt             `json:"doubt,omitempty"`
	// Lightness is the dark end (5th percentile) of CIE L*, 0 to 100.
	Lightness float64 `json:"lightness"`
	// Chroma is the colourful end (95th percentile) of CIE C*, 0 is grey.
	Chroma float64 `json:"chroma"`
	// Share of the picture that the judged area takes, 0 to 1.
	Share float64 `json:"share"`
	// Unevenness is the spread (95th less 5th percentile) of L*.
	Unevenness float64 `json:"unevenness"`
	// Foreign is the share of the judged area that is dark or coloured, 0 to 1, and Where it is.
	Foreign float64 `json:"foreign"`
	Where   Sides   `json:"where"`
}

// Quality holds measures for advice beyond the notice; shares are 0 to 1.
type Quality struct {
	// Sharpness is the spread of fine detail in the face against its contrast; below about
	// SharpnessLow a face looks blurred.
	Sharpness float64 `json:"sharpness"`
	// Wideness is how wide the face is for its height, by the whole face and by eyes and nose; from
	// WidenessLeast to WidenessMost in pictures that were not stretched.
	Wideness float64 `json:"wideness"`
	// FineDetail is how much of the face's detail is as fine as the pixels are; below FineDetailLow
	// the picture looks enlarged. 0 where it is not known: in a picture of so many pixels that it is
	// reduced anyway.
	FineDetail float64 `json:"fine_detail"`
	// Lightness is the median CIE L* of the face.
	Lightness float64 `json:"lightness"`
	// Dark and Burnt are the shares of the face that are nearly black or burnt out.
	Dark  float64 `json:"dark"`
	Burnt float64 `json:"burnt"`
	// Greyscale: the picture has no colours.
	Greyscale bool `json:"greyscale"`
	// HeadShare is crown to chin over the picture's height.
	HeadShare float64 `json:"head_share"`
	// TopShare is the room above the crown over the picture's height.
	TopShare float64 `json:"top_share"`
	// OffCentre is how far the head stands right of the middle, over the picture's width;
	// negative to the left.
	OffCentre float64 `json:"off_centre"`
	// ShoulderShare is the width of the figure at the picture's foot over the picture's width, 0
	// where the background does not tell.
	ShoulderShare float64 `json:"shoulder_share"`
}
