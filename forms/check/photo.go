package check

import (
	"path/filepath"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// RunPhoto judges one picture file by the photo rules alone, and adds the advice
// that goes beyond the notice.
func RunPhoto(n *notice.Notice, name string, measured photo.Facts) []Finding {
	a := forms.New(n.ID)
	a.Photo = forms.Photo{File: name, Facts: measured}
	var findings []Finding
	f := &facts{Applicant: a, notice: n}
	for _, c := range All(n) {
		if c.Step == forms.StepPhoto {
			findings = append(findings, c.run(f))
		}
	}
	return append(findings, Advice(n.Photo.Spec, measured)...)
}

// onPhoto judges a photo that is there and can be measured.
func onPhoto(f *facts, measured func(photo.Facts) bool, judge func(photo.Facts) Finding) Finding {
	p := f.Photo
	switch {
	case !p.Chosen():
		return missing(forms.PhotoFile.Info)
	case !p.Trouble.Empty():
		r := missing(forms.PhotoFile.Info)
		r.Found, r.Remedy = p.Trouble, say.F("重新选照片")
		return r
	case !measured(p.Facts):
		r := missing(forms.PhotoFile.Info)
		r.Found, r.Remedy = say.F("照片读不了，量不出来"), say.F("换一张能打开的照片")
		return r
	}
	return judge(p.Facts)
}

func hasBytes(p photo.Facts) bool      { return p.Bytes > 0 || p.Problem != "" }
func hasPixels(p photo.Facts) bool     { return p.Width > 0 && p.Height > 0 }
func hasBackground(p photo.Facts) bool { return p.Problem == "" && p.Background.Verdict != "" }

var formatNames = map[photo.Format]string{
	photo.JPEG: "JPG", photo.PNG: "PNG", photo.WebP: "WebP", photo.BMP: "BMP", photo.GIF: "GIF",
	photo.HEIC: "HEIC", photo.AVIF: "AVIF", photo.TIFF: "TIFF", photo.PDF: "PDF",
}

// photoFormat holds 附件1-4: 「格式为JPG或JPEG格式」. The content decides, then the name.
var photoFormat = Check{
	ID: PhotoFormat, Title: say.F("照片格式"), Step: forms.StepPhoto, judge: judgePhotoFormat,
	Reads: paths(forms.PhotoFile), needs: saying(say.F("JPG或JPEG")),
}

func judgePhotoFormat(f *facts) Finding {
	return onPhoto(f, hasBytes, func(p photo.Facts) Finding {
		spec := f.notice.Photo.Spec
		extension := strings.ToLower(filepath.Ext(f.Photo.FileName()))
		named := extension == ".jpg" || extension == ".jpeg"
		name := formatNames[p.Format]
		switch {
		case p.Problem != "": // whatever it is called, there is nothing to crop
			return fail(p.Problem.Say(), p.Problem.Remedy())
		case p.Format == photo.JPEG && named:
			return pass(say.F("文件内容是JPG，扩展名%s", extension))
		case p.Format == photo.JPEG && extension == "":
			return fail(say.F("文件内容是JPG，扩展名却是“”"), cropping(spec, p, say.F("用“%s”另存，或把扩展名改成.jpg", remaking(spec, p))))
		case p.Format == photo.JPEG:
			return fail(say.F("文件内容是JPG，扩展名却是“%s”", extension), cropping(spec, p, say.F("用“%s”另存，或把扩展名改成.jpg", remaking(spec, p))))
		case name == "":
			return fail(say.F("文件内容不是照片"), say.F("选一张JPG照片"))
		case named:
			return fail(say.F("扩展名是%s，但里面是%s", extension, name), cropping(spec, p, say.F("用“%s”另存成JPG；只改扩展名不行", remaking(spec, p))))
		}
		return fail(say.F("文件内容是%s，不是JPG", name), cropping(spec, p, say.F("用“%s”另存成JPG", remaking(spec, p))))
	})
}

// photoFileSize holds 附件1-4: 「文件大于30K且小于1M」. K may be 1000 or 1024 bytes.
var photoFileSize = Check{
	ID: PhotoFileSize, Title: say.F("照片文件大小"), Step: forms.StepPhoto, judge: judgePhotoFileSize,
	Reads: paths(forms.PhotoFile), needs: photoSizeNeeds,
}

func judgePhotoFileSize(f *facts) Finding {
	return onPhoto(f, hasBytes, func(p photo.Facts) Finding {
		spec := f.notice.Photo.Spec
		text, exact := say.F("文件%s", p.BytesInK()), say.F("文件%d字节", p.Bytes)
		switch {
		case spec.BytesFit(p.Bytes):
			return pass(text)
		case p.Bytes <= spec.BytesFailAtMost:
			return fail(say.F("%s，太小", text), cropping(spec, p, moreBytes(spec, p)))
		case p.Bytes >= spec.BytesFailFrom:
			return fail(say.F("%s，太大", text), cropping(spec, p, say.F("用“%s”重新压缩", remaking(spec, p))))
		}
		r := confirm(say.F("%s，在K按1000还是1024算的中间地带", exact), cropping(spec, p, say.F("用“自动裁剪”重新做一张，两种算法都够")))
		r.Question = say.F("请问：照片文件%d字节，算不算“%s”？", p.Bytes, photoSizeNeeds(f.notice))
		return r
	})
}

// moreBytes is what to do about a file that is too small. Whether one of few pixels can become large
// enough nobody knows before it was tried.
func moreBytes(s photo.Spec, p photo.Facts) say.Text {
	if p.Width > 0 && s.HasFewPixels(p.Width, p.Height) {
		return say.F("要大于%d字节；用“自动裁剪”试试，这张像素少，还不够就要换一张", s.BytesSureAbove)
	}
	return say.F("要大于%d字节；用“自动裁剪”重新做一张", s.BytesSureAbove)
}

// photoSizeNeeds writes the limits as a notice does: the lowest reading of its K,
// the highest of its M.
func photoSizeNeeds(n *notice.Notice) say.Text {
	return n.Photo.Size()
}

// photoPixels holds 附件1-4: 「大于215*300（宽*高）像素」, after the EXIF rotation.
var photoPixels = Check{
	ID: PhotoPixels, Title: say.F("照片像素"), Step: forms.StepPhoto, judge: judgePhotoPixels,
	Reads: paths(forms.PhotoFile),
	needs: func(n *notice.Notice) say.Text {
		return say.F("大于%d×%d像素", n.Photo.WidthAbove, n.Photo.HeightAbove)
	},
}

func judgePhotoPixels(f *facts) Finding {
	return onPhoto(f, hasPixels, func(p photo.Facts) Finding {
		spec := f.notice.Photo.Spec
		text := say.F("%d×%d像素", p.Width, p.Height)
		switch {
		case spec.PixelsFit(p.Width, p.Height):
			return pass(text)
		case croppable(spec, p): // lying on its side it has too little height
			return fail(say.F("%s，太小", text), say.F("用“自动裁剪”转正"))
		case p.Width >= spec.WidthAbove && p.Height >= spec.HeightAbove:
			r := confirm(say.F("%s，正好等于，按字面不算“大于”", text), largerOriginal)
			r.Question = say.F("请问：照片%s，算不算“大于%d*%d”？", text, spec.WidthAbove, spec.HeightAbove)
			return r
		}
		return fail(say.F("%s，太小", text), say.F("换一张更大的原图；把小图放大不算数"))
	})
}

// photoRatio holds 附件1-4: 「照片宽高比大于等于0.65且小于等于0.8」, in whole numbers.
var photoRatio = Check{
	ID: PhotoRatio, Title: say.F("照片宽高比"), Step: forms.StepPhoto, judge: judgePhotoRatio,
	Reads: paths(forms.PhotoFile),
	needs: func(n *notice.Notice) say.Text {
		return say.F("%s到%s", forms.Hundredths(n.Photo.RatioMinHundredths), forms.Hundredths(n.Photo.RatioMaxHundredths))
	},
}

func judgePhotoRatio(f *facts) Finding {
	return onPhoto(f, hasPixels, func(p photo.Facts) Finding {
		spec := f.notice.Photo.Spec
		text := say.F("宽高比%.3f（%d×%d）", float64(p.Width)/float64(p.Height), p.Width, p.Height)
		if spec.RatioFits(p.Width, p.Height) {
			return pass(text)
		}
		width, height := cutTo(p.Width, p.Height, photo.FiveSeven)
		if 100*p.Width > spec.RatioMaxHundredths*p.Height {
			// as little off the sides as the rule needs, and a little more to be sure
			width, height = min(p.Width, p.Height*(spec.RatioMaxHundredths-2)/100), p.Height
		}
		return fail(text, cropping(spec, p, say.F("把%d×%d裁成%d×%d就可以，用“自动裁剪”", p.Width, p.Height, width, height)))
	})
}

// cropping is a remedy that needs a picture to crop; where there is none, or too small a one, that
// has to be mended first.
func cropping(s photo.Spec, p photo.Facts, remedy say.Text) say.Text {
	switch {
	case p.Problem != "":
		return p.Problem.Remedy()
	case p.Width > 0 && !croppable(s, p):
		return largerOriginal
	}
	return remedy
}

// remaking is the button that mends a file's format or bytes: one that has the pixels and the ratio
// is not cropped for that.
func remaking(s photo.Spec, p photo.Facts) say.Text {
	if p.Turn == 0 && s.PixelsFit(p.Width, p.Height) && s.RatioFits(p.Width, p.Height) {
		return say.F("只改格式和大小")
	}
	return say.F("自动裁剪")
}

// croppable reports whether a picture, turned as it must be, has the pixels to crop it.
func croppable(s photo.Spec, p photo.Facts) bool {
	if p.Turn == 90 || p.Turn == 270 {
		return s.Croppable(p.Height, p.Width)
	}
	return s.Croppable(p.Width, p.Height)
}

// largerOriginal is what to do about too few pixels: nothing can be made of them.
var largerOriginal = say.F("换一张更大的原图")

// cutTo returns the largest size of the given ratio inside width × height.
func cutTo(width, height int, r photo.Ratio) (int, int) {
	if width*r.Height > height*r.Width {
		return height * r.Width / r.Height, height
	}
	return width, width * r.Height / r.Width
}

// Beyond these a background is coloured or dark in anybody's eyes: CIE C* and L*.
const (
	strongChroma  = 20
	darkLightness = 50
)

// photoBackground holds 附件1-4: 「根据提示上传白底证件照」. White has no tolerance in the
// notice; what the program says is an estimate.
var photoBackground = Check{
	ID: PhotoBackground, Title: say.F("照片背景"), Step: forms.StepPhoto, judge: judgePhotoBackground,
	Reads: paths(forms.PhotoFile), needs: saying(say.F("白底")),
}

func judgePhotoBackground(f *facts) Finding {
	return onPhoto(f, hasBackground, func(p photo.Facts) Finding {
		b := p.Background
		measured := say.F("（亮度%.0f，色度%.0f）", b.Lightness, b.Chroma)
		switch {
		case b.Doubt != "":
			return inDoubt(b)
		case b.Verdict == photo.White:
			return pass(say.F("四周像白底%s；这是软件的估计，请自己再看一眼", measured))
		case b.Verdict == photo.Other && (b.Chroma >= strongChroma || b.Lightness < darkLightness):
			return fail(say.F("四周不像白底%s；这是软件的估计，请自己再看一眼", measured), anotherGround)
		}
		looks := say.F("四周偏灰、偏色或不匀，不全是白色%s；这是软件的估计，请自己再看一眼", measured)
		if b.Verdict == photo.NearWhite {
			looks = say.F("四周接近白色，略灰%s；这是软件的估计，请自己再看一眼", measured)
		}
		r := confirm(looks, anotherGround)
		r.Question = say.F("请问：照片背景略灰或不匀，算不算白底？")
		return r
	})
}

// anotherGround is what to do about a background that is not white.
var anotherGround = say.F("换一张白底照片，或试“背景变白”")

// inDoubt says why the background cannot be judged.
func inDoubt(b photo.Background) Finding {
	found := say.F("看不准人和背景的分界，背景请自己看")
	switch {
	case b.Doubt == photo.LittleSeen:
		found = say.F("背景露出来的太少，看不准是不是白底")
	case b.Doubt == photo.Mixed && b.Where.Any():
		found = say.F("背景不全是白色，%s有别的东西（约占背景的%.0f%%）", places(b.Where), 100*b.Foreign)
	case b.Doubt == photo.Mixed:
		found = say.F("背景不全是白色，有别的东西（约占背景的%.0f%%）", 100*b.Foreign)
	}
	r := confirm(found, anotherGround)
	r.Question = say.F("请问：照片背景不全是白色，算不算白底？")
	return r
}

// places names the sides of a picture.
func places(s photo.Sides) say.Text {
	var names []say.Text
	for _, side := range []struct {
		is   bool
		name say.Text
	}{{s.Top, say.F("上方")}, {s.Left, say.F("左边")}, {s.Right, say.F("右边")}, {s.Bottom, say.F("下方")}} {
		if side.is {
			names = append(names, side.name)
		}
	}
	return say.Join("、", names...)
}
