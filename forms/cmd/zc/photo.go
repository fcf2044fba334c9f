package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/fileread"
	"zhicheng/forms/notice"
	"zhicheng/forms/office"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

// photoJob is what is asked for each picture of one call.
type photoJob struct {
	notice  *notice.Notice
	finder  *photo.Finder
	options photo.Options
	force   bool
}

// photoResult is what came of one picture.
type photoResult struct {
	in, out  string
	source   photo.Facts
	seen     photo.Seen
	frame    *photo.Frame
	output   *photo.Facts
	whitened bool
	byMask   bool // the person was cut out
	err      error
	notice   *notice.Notice
}

// photo judges a picture and, where an output is named, crops it.
func (p *program) photo(args []string) (int, error) {
	set := p.flags("photo", "[--json] [--ratio 5:7|3:4] [--face N] [--whole] [--whiten] [-f] 照片 [输出.jpg]\n      zc photo --out 文件夹 [--json|--csv] [--ratio 5:7|3:4] [--face N] [--whole] [--whiten] [-f] 照片或文件夹…")
	asJSON := set.Bool("json", false, "输出 JSON")
	asCSV := set.Bool("csv", false, "多张照片时输出 CSV 表")
	ratio := set.String("ratio", photo.FiveSeven.String(), "裁剪的宽高比，5:7 或 3:4")
	face := set.Int("face", 0, "照片里有几张脸时，按第几张裁剪；从大到小数，1是最大的；批量时每张照片都按它，没有这张脸的说明后跳过")
	whole := set.Bool("whole", false, "不裁，只改格式和大小；像素和宽高比已经符合时用")
	whiten := set.Bool("whiten", false, "把均匀的背景变成白色")
	folder := set.String("out", "", "批量：把裁好的照片写到这个文件夹")
	force := set.Bool("f", false, "输出文件已经存在时替换它")
	p.noticeFlag(set)
	words, err := parse(set, args, 1, manyFiles)
	if err != nil {
		return statusUnused, err
	}
	if *face < 0 {
		return statusUnused, errors.New("--face 后面是第几张脸，从1数起")
	}
	job, err := p.newPhotoJob(*ratio, *whiten, *force)
	if err != nil {
		return statusUnused, err
	}
	job.options.Face, job.options.Whole = *face, *whole
	if *folder != "" {
		return p.photos(job, *folder, words, listing{json: *asJSON, csv: *asCSV})
	}
	if len(words) > 2 {
		set.Usage()
		return statusUnused, errUsage
	}
	return p.onePhoto(job, words, *asJSON)
}

// manyFiles is more than a command line holds.
const manyFiles = 1 << 20

func (p *program) newPhotoJob(ratio string, whiten, force bool) (photoJob, error) {
	r, err := photo.ParseRatio(ratio)
	if err != nil {
		return photoJob{}, err
	}
	entry, err := p.noticeOf(&forms.Applicant{})
	if err != nil {
		return photoJob{}, err
	}
	finder, err := theFinder()
	if err != nil {
		return photoJob{}, err
	}
	return photoJob{entry.Notice, finder, photo.Options{Ratio: r, Whiten: whiten}, force}, nil
}

// theFinder is read once, when a picture is first looked at.
var theFinder = sync.OnceValues(func() (*photo.Finder, error) {
	finder, err := photo.NewFinder(assets.Faces())
	if err != nil {
		return nil, fmt.Errorf("准备人脸检测：%w", err)
	}
	return finder, nil
})

func (p *program) onePhoto(job photoJob, words []string, asJSON bool) (int, error) {
	in, out := words[0], ""
	if len(words) == 2 {
		out = words[1]
	}
	result := p.make(job, in, out)
	if result.err != nil {
		return statusUnused, result.err
	}
	var err error
	if asJSON {
		err = writeJSON(p.out, result.json())
	} else {
		err = result.write(p.out)
	}
	if err != nil {
		return statusUnused, fmt.Errorf("写出结果：%w", err)
	}
	return result.status(), nil
}

// make judges the picture at in and, with an out, writes the cropped one there
// and judges what was written.
func (p *program) make(job photoJob, in, out string) (r photoResult) {
	r = photoResult{in: in, out: out, notice: job.notice}
	if out != "" {
		if r.err = may(store.NewGuard(office.SourcePhoto, job.force, in), out); r.err != nil {
			return r
		}
	}
	data, err := office.ReadPicture(p.ctx, in)
	if errors.Is(err, fileread.ErrFolder) {
		err = errors.New("这是一个文件夹，批量处理请加 --out 文件夹")
	}
	if err != nil {
		r.err = fmt.Errorf("照片 %s：%w", shown(in), err)
		return r
	}
	source, err := photo.Open(p.ctx, data, job.finder)
	if err != nil {
		r.err = fmt.Errorf("照片 %s：%w", shown(in), office.WithRemedy(err))
		return r
	}
	r.source, r.seen = source.Facts(), source.Seen()
	frame, err := source.FrameFor(job.notice.Photo.Spec, job.options)
	if err != nil {
		r.err = fmt.Errorf("裁剪 %s：%w", in, err)
		return r
	}
	r.frame = &frame
	if out != "" {
		r.err = p.crop(job, source, &r)
	}
	return r
}

func (p *program) crop(job photoJob, source *photo.Source, r *photoResult) error {
	made, err := source.Encode(p.ctx, job.notice.Photo.Spec, job.options)
	if err != nil && !errors.Is(err, photo.ErrOutsideSpec) {
		return fmt.Errorf("裁剪 %s：%w", shown(r.in), office.WithRemedy(err))
	}
	if err := office.SaveVerified(r.out, made.JPEG); err != nil {
		return err
	}
	r.frame, r.output, r.whitened, r.byMask = &made.Frame, &made.Facts, made.Whitened, made.ByMask
	return nil
}

// sourceFindings and outputFindings judge the file as it came and as it was
// written.
func (r photoResult) sourceFindings() []check.Finding {
	return check.RunPhoto(r.notice, filepath.Base(r.in), r.source)
}

func (r photoResult) outputFindings() []check.Finding {
	if r.output == nil {
		return nil
	}
	return append(check.RunPhoto(r.notice, filepath.Base(r.out), *r.output), check.RoomAdvice(*r.frame))
}

// judged returns the findings that decide the exit status.
func (r photoResult) judged() []check.Finding {
	if r.output != nil {
		return r.outputFindings()
	}
	return r.sourceFindings()
}

// status is good where the rule is met in every reading; advice does not count.
func (r photoResult) status() int {
	for _, f := range r.judged() {
		if !f.Advice && f.Outcome != check.Pass {
			return statusBad
		}
	}
	return statusGood
}
