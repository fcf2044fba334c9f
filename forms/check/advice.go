package check

import (
	"math"

	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// Bounds of what a photo for a document usually shows: the norms of passport and
// ID photos. They are advice, not the notice's.
const (
	headShareLeast, headShareMost  = 0.50, 0.75 // crown to chin over the height
	tiltMost                       = 4.0        // degrees
	faceDarkest, faceLightest      = 38.0, 90.0 // median CIE L* of the face
	darkShareMost, burntShareMost  = 0.45, 0.10 // shares of the face
	offCentreMost, shouldersNarrow = 0.06, 0.55 // shares of the width
)

// Advice returns what is worth saying of a photo beyond the notice: Pass or
// Confirm, never a fail, as no clause stands behind it.
func Advice(spec photo.Spec, p photo.Facts) []Finding {
	if p.Problem != "" || p.Width == 0 {
		return nil
	}
	list := []Finding{faces(p)}
	if p.Face.Count > 0 {
		list = append(list, sharpness(p), enlarged(p), stretched(p), exposure(p), headSize(p), tilt(p), centre(p), shoulders(p))
	}
	list = append(list, greyscale(p), printColours(p), upright(p), whole(spec, p), byEye())
	for i, f := range list {
		if f.Outcome != Pass && crops[f.ID] {
			list[i].Remedy = cropping(spec, p, f.Remedy)
		}
	}
	return list
}

// crops are the pieces of advice that the automatic crop helps with.
var crops = map[string]bool{
	advised("head-size"): true, advised("tilt"): true, advised("centre"): true, advised("shoulders"): true,
	advised("print-colours"): true, advised("upright"): true,
}

// advised is the identifier of a piece of advice.
func advised(id string) string { return "photo-quality-" + id }

// RoomAdvice says where a frame lacks room, because the source ends too near to
// the head.
func RoomAdvice(f photo.Frame) Finding {
	found := say.F("原照片四周够裁")
	if f.Lacks.Any() {
		found = say.F("原照片头部%s空间不够", places(f.Lacks))
	}
	return advice("room", say.F("四周空间"), found).unless(!f.Lacks.Any(), say.F("换一张四周留得多一些的原图"))
}

func advice(id string, title, found say.Text) Finding {
	return Finding{
		ID: advised(id), Title: title, Outcome: Pass, Found: found, Advice: true,
		Step: forms.StepPhoto, At: []string{forms.PhotoFile.Path}, Needed: say.F("通知没有写，仅供参考"),
	}
}

// unless turns advice into a question with what to do, where things are not good.
func (f Finding) unless(good bool, remedy say.Text) Finding {
	if !good {
		f.Outcome, f.Remedy = Confirm, remedy
	}
	return f
}

func faces(p photo.Facts) Finding {
	found := say.F("找到%d张脸", p.Face.Count)
	remedy := say.F("证件照里只应有本人一张脸")
	if p.Face.Count == 0 {
		found, remedy = say.F("没有找到脸"), say.F("正面、不戴墨镜、光线均匀地重拍，或自己移动裁剪框")
	}
	return advice("faces", say.F("人脸"), found).unless(p.Face.Count == 1, remedy)
}

func sharpness(p photo.Facts) Finding {
	q := p.Quality.Sharpness
	return advice("sharpness", say.F("清晰度"), say.F("清晰度%.2f（低于%.2f算模糊）", q, photo.SharpnessLow)).
		unless(q >= photo.SharpnessLow, say.F("脸有些模糊，换一张清楚的"))
}

func enlarged(p photo.Facts) Finding {
	good := p.Quality.FineDetail == 0 || p.Quality.FineDetail >= photo.FineDetailLow
	found := say.F("没有放大过的样子")
	if !good {
		found = say.F("画面偏软，像是把小图放大的；这是软件的估计")
	}
	return advice("enlarged", say.F("放大"), found).unless(good, say.F("用没有放大过的原图；放大不算数"))
}

func stretched(p photo.Facts) Finding {
	q := p.Quality.Wideness
	found := say.F("脸的长宽正常")
	switch {
	case q > photo.WidenessMost:
		found = say.F("脸显得太宽，像是照片被横向拉宽了；这是软件的估计")
	case q < photo.WidenessLeast:
		found = say.F("脸显得太长，像是照片被纵向拉长了；这是软件的估计")
	}
	return advice("stretched", say.F("比例"), found).
		unless(q >= photo.WidenessLeast && q <= photo.WidenessMost, say.F("和原图对一下；改尺寸要裁，不要拉伸"))
}

func printColours(p photo.Facts) Finding {
	found := say.F("屏幕用的颜色")
	if p.PrintColours {
		found = say.F("印刷用的四色（CMYK），有的系统不收")
	}
	return advice("print-colours", say.F("颜色模式"), found).unless(!p.PrintColours, say.F("用“自动裁剪”重新存一张"))
}

// byEye is what no measure tells.
func byEye() Finding {
	return advice("by-eye", say.F("自己看"), say.F("帽子、墨镜、照片上的字和章，软件看不出来，请自己看一眼"))
}

func exposure(p photo.Facts) Finding {
	q := p.Quality
	good := q.Lightness >= faceDarkest && q.Lightness <= faceLightest && q.Dark <= darkShareMost && q.Burnt <= burntShareMost
	return advice("exposure", say.F("光线"), say.F("脸部亮度%.0f", q.Lightness)).
		unless(good, say.F("脸太暗、太亮或有大片阴影，光线均匀地重拍"))
}

func headSize(p photo.Facts) Finding {
	share := p.Quality.HeadShare
	return advice("head-size", say.F("头部大小"), say.F("头部占照片高度的%.0f%%", 100*share)).
		unless(share >= headShareLeast && share <= headShareMost, say.F("一般占六成左右，用“自动裁剪”调整"))
}

func tilt(p photo.Facts) Finding {
	degrees := math.Abs(p.Face.Tilt)
	return advice("tilt", say.F("端正"), say.F("头部倾斜%.1f度", degrees)).
		unless(degrees <= tiltMost, say.F("头有些歪，用“自动裁剪”扶正或重拍"))
}

func centre(p photo.Facts) Finding {
	off := math.Abs(p.Quality.OffCentre)
	return advice("centre", say.F("居中"), say.F("头部偏离中线%.0f%%", 100*off)).
		unless(off <= offCentreMost, say.F("用“自动裁剪”居中"))
}

func shoulders(p photo.Facts) Finding {
	share := p.Quality.ShoulderShare
	return advice("shoulders", say.F("肩部"), say.F("照片下沿肩宽占%.0f%%", 100*share)).
		unless(share == 0 || share >= shouldersNarrow, say.F("肩膀没有拍全，裁剪时留到肩部以下"))
}

func greyscale(p photo.Facts) Finding {
	found := say.F("彩色照片")
	if p.Quality.Greyscale {
		found = say.F("黑白照片")
	}
	return advice("greyscale", say.F("彩色"), found).unless(!p.Quality.Greyscale, say.F("证件照一般要彩色"))
}

func upright(p photo.Facts) Finding {
	found := say.F("方向标记是对的")
	if p.Turn != 0 {
		found = say.F("方向标记不对，要再转%d度", p.Turn)
	}
	return advice("upright", say.F("方向"), found).unless(p.Turn == 0, say.F("用“自动裁剪”转正"))
}

// whole is about damage that decodes without an error.
func whole(spec photo.Spec, p photo.Facts) Finding {
	switch {
	case p.Suspect:
		return advice("whole", say.F("完整"), say.F("照片像是从某一行起坏了，这是软件的估计")).unless(false, say.F("放大看一眼；坏了就重新复制或换一张"))
	case p.MissingEnd:
		return advice("whole", say.F("完整"), say.F("文件少了结尾标记，画面是全的")).unless(false, cropping(spec, p, say.F("用“自动裁剪”重新存一张")))
	}
	return advice("whole", say.F("完整"), say.F("文件完整"))
}
