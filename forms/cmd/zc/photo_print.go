package main

import (
	"fmt"
	"image"
	"io"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

type photoJSON struct {
	Source         sourceJSON     `json:"source"`
	Face           faceJSON       `json:"face"`
	Faces          []oneFaceJSON  `json:"faces"`
	Mask           *maskJSON      `json:"mask"`
	Background     backgroundJSON `json:"background"`
	Crop           *cropJSON      `json:"crop"`
	Output         *outputJSON    `json:"output"`
	SourceFindings []findingJSON  `json:"source_findings"`
	OutputFindings []findingJSON  `json:"output_findings"`
}

type sourceJSON struct {
	File        string       `json:"file"`
	Format      photo.Format `json:"format"`
	Width       int          `json:"width"`
	Height      int          `json:"height"`
	Bytes       int          `json:"bytes"`
	Orientation int          `json:"orientation"`
}

type faceJSON struct {
	Count   int     `json:"count"`
	Tilt    float64 `json:"tilt"`
	Box     [4]int  `json:"box"`
	Quality float64 `json:"quality"`
}

// oneFaceJSON is one of the faces, the largest first, as --face counts them.
type oneFaceJSON struct {
	Box   [4]int  `json:"box"`
	Tilt  float64 `json:"tilt"`
	Score float64 `json:"score"`
}

// maskJSON is how undecided the search for the person was, 0 to 1.
type maskJSON struct {
	Uncertainty float64 `json:"uncertainty"`
}

type backgroundJSON struct {
	Verdict   photo.BackgroundVerdict `json:"verdict"`
	Lightness float64                 `json:"lightness"`
	Chroma    float64                 `json:"chroma"`
}

type cropJSON struct {
	By     photo.FrameBy `json:"by"`
	X      int           `json:"x"`
	Y      int           `json:"y"`
	Width  int           `json:"width"`
	Height int           `json:"height"`
	Angle  float64       `json:"angle"`
}

type outputJSON struct {
	File     string `json:"file"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
	Bytes    int    `json:"bytes"`
	Whitened bool   `json:"whitened"`
	// ByMask: the person was cut out of a background of no plain colour.
	ByMask bool `json:"by_mask"`
}

func (r photoResult) json() photoJSON {
	f := r.source
	j := photoJSON{
		Source: sourceJSON{r.in, f.Format, f.Width, f.Height, f.Bytes, f.Orientation},
		Face: faceJSON{
			Count: f.Face.Count, Tilt: f.Face.Tilt, Quality: 100 * f.Face.Score,
			Box: corners(f.Face.Box),
		},
		Background:     backgroundJSON{f.Background.Verdict, f.Background.Lightness, f.Background.Chroma},
		SourceFindings: jsonFindings(r.sourceFindings()),
		OutputFindings: jsonFindings(r.outputFindings()),
	}
	j.Faces = make([]oneFaceJSON, len(r.seen.Faces))
	for i, face := range r.seen.Faces {
		j.Faces[i] = oneFaceJSON{corners(face.Box), face.Tilt, face.Score}
	}
	if r.seen.Masked {
		j.Mask = &maskJSON{r.seen.Uncertainty}
	}
	if r.frame != nil {
		rect := r.frame.Rect
		j.Crop = &cropJSON{r.frame.By, rect.Min.X, rect.Min.Y, rect.Dx(), rect.Dy(), r.frame.Angle}
	}
	if o := r.output; o != nil {
		j.Output = &outputJSON{r.out, o.Width, o.Height, o.Bytes, r.whitened, r.byMask}
	}
	return j
}

// corners are a rectangle's left and upper edge, width and height.
func corners(r image.Rectangle) [4]int { return [4]int{r.Min.X, r.Min.Y, r.Dx(), r.Dy()} }

var cropNames = map[photo.FrameBy]string{
	photo.ByFace: "按脸的位置裁剪", photo.ByCentre: "没有找到脸，按中间裁剪", photo.ByHand: "按您定的框裁剪",
	photo.ByWhole: "用的是整张，只改了格式和大小",
}

// write prints the result for people.
func (r photoResult) write(out io.Writer) error {
	w := &lines{out: out}
	w.say("原照片 %s", shown(r.in))
	w.photoFindings(r.sourceFindings())
	if r.output != nil {
		w.say("\n裁好的照片 %s（%s%s）", shown(r.out), cropNames[r.frame.By], map[bool]string{true: "，底色处理过"}[r.whitened])
		if r.whitened {
			w.say(say.F("  提醒  %s", forms.WhitenedNote).String())
		}
		if r.byMask {
			w.say("  提醒  背景不是单色，是把人抠出来换的白底，请和原照片对着看头发、衣服的边缘")
		}
		w.photoFindings(r.outputFindings())
	}
	return w.err
}

func (w *lines) photoFindings(findings []check.Finding) {
	for _, f := range findings {
		word := f.Outcome.Word()
		if f.Advice {
			word = say.F("建议")
		}
		w.say("  %s  %s：%s", word, f.Title, f.Found)
		if !f.Remedy.Empty() {
			w.say("        %s", f.Remedy)
		}
	}
}

// summary is one line of the table of many photos.
func (r photoResult) summary() (word, detail string) {
	if r.err != nil {
		return "没做成", r.err.Error()
	}
	worst := check.Finding{Outcome: check.Pass}
	for _, f := range r.judged() {
		if !f.Advice && f.Outcome > worst.Outcome {
			worst = f
		}
	}
	detail = cropNames[r.frame.By]
	if worst.Outcome != check.Pass {
		detail = fmt.Sprintf("%s：%s", worst.Title, worst.Found)
	}
	return worst.Outcome.Word().String(), detail
}
