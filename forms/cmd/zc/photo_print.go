package main

import (
	"fmt"
	"io"

	"zhicheng/forms/check"
	"zhicheng/forms/photo"
)

type photoJSON struct {
	Source         sourceJSON     `json:"source"`
	Face           faceJSON       `json:"face"`
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
}

type outputJSON struct {
	File     string `json:"file"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
	Bytes    int    `json:"bytes"`
	Whitened bool   `json:"whitened"`
}

func (r photoResult) json() photoJSON {
	f, box := r.source, r.source.Face.Box
	j := photoJSON{
		Source: sourceJSON{r.in, f.Format, f.Width, f.Height, f.Bytes, f.Orientation},
		Face: faceJSON{
			Count: f.Face.Count, Tilt: f.Face.Tilt, Quality: f.Face.Score,
			Box: [4]int{box.Min.X, box.Min.Y, box.Dx(), box.Dy()},
		},
		Background:     backgroundJSON{f.Background.Verdict, f.Background.Lightness, f.Background.Chroma},
		SourceFindings: jsonFindings(r.sourceFindings()),
		OutputFindings: jsonFindings(r.outputFindings()),
	}
	if r.frame != nil {
		rect := r.frame.Rect
		j.Crop = &cropJSON{r.frame.By, rect.Min.X, rect.Min.Y, rect.Dx(), rect.Dy()}
	}
	if o := r.output; o != nil {
		j.Output = &outputJSON{r.out, o.Width, o.Height, o.Bytes, r.whitened}
	}
	return j
}

var cropNames = map[photo.FrameBy]string{
	photo.ByFace: "按脸的位置裁剪", photo.ByCentre: "没有找到脸，按中间裁剪", photo.ByHand: "按您定的框裁剪",
}

// write prints the result for people.
func (r photoResult) write(out io.Writer) error {
	w := &lines{out: out}
	w.say("原照片 %s", shown(r.in))
	w.photoFindings(r.sourceFindings())
	if r.output != nil {
		w.say("\n裁好的照片 %s（%s%s）", shown(r.out), cropNames[r.frame.By], map[bool]string{true: "，背景已变白"}[r.whitened])
		w.photoFindings(r.outputFindings())
	}
	return w.err
}

func (w *lines) photoFindings(findings []check.Finding) {
	for _, f := range findings {
		word := f.Outcome.Word()
		if f.Advice {
			word = "建议"
		}
		w.say("  %s  %s：%s", word, f.Title, f.Found)
		if f.Remedy != "" {
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
	return worst.Outcome.Word(), detail
}
