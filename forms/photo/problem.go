package photo

import "zhicheng/forms/say"

// Problem is a reason why a file cannot be used as a picture. It is an error whose text is a
// Chinese sentence, and it compares with ==, so errors.Is(err, photo.Truncated) works.
type Problem string

// Everything that can be wrong with a file.
const (
	Empty           Problem = "empty"              // no bytes
	NotPicture      Problem = "not_picture"        // no known picture format
	Unsupported     Problem = "unsupported"        // a known format that is not read: TIFF, PDF, AVIF
	IsHEIC          Problem = "heic"               // an iPhone's HEIC
	Truncated       Problem = "truncated"          // the file ends before the picture does
	Damaged         Problem = "damaged"            // the picture's data contradict themselves
	ZeroSized       Problem = "zero_sized"         // no width or no height
	TooManyPixels   Problem = "too_many_pixels"    // above MaxPixels
	TooMuchMemory   Problem = "too_much_memory"    // decoding would take more memory than a shared computer should give
	TooMuchWork     Problem = "too_much_work"      // decoding would take longer than anybody waits
	TooSmall        Problem = "too_small"          // too few pixels for the spec; enlarging is no way out
	BytesOutOfReach Problem = "bytes_out_of_reach" // no JPEG quality leads into the asked byte range
	SmallHead       Problem = "small_head"         // the head takes too little of the picture to be cut out of it
	FewPixels       Problem = "few_pixels"         // of the whole picture, in the best quality, the file is too small
)

// problemTexts holds what happened and what to do about it.
var problemTexts = map[Problem][2]say.Text{
	Empty:           {say.F("文件是空的"), say.F("重新复制或重新下载这张照片")},
	NotPicture:      {say.F("这个文件不是照片"), say.F("选一张 JPG、PNG、WebP、BMP 或 GIF 照片")},
	Unsupported:     {say.F("这种格式的文件读不了"), say.F("用看图软件打开，另存为 JPG 再选")},
	IsHEIC:          {say.F("这是苹果手机的 HEIC 照片，还读不了"), say.F("在手机里打开这张照片，用微信发给自己，收到的就是 JPG；或者在“设置—相机—格式”里选“兼容性最佳”，再拍一张")},
	Truncated:       {say.F("照片文件不完整，后半部分没有了"), say.F("重新复制或重新下载这张照片")},
	Damaged:         {say.F("照片文件中间坏了"), say.F("重新复制或重新下载这张照片，或换一张")},
	ZeroSized:       {say.F("照片的宽或高是0"), say.F("换一张照片")},
	TooManyPixels:   {say.F("照片超过一亿像素，太大了"), say.F("用看图软件缩小到一千万像素左右再选")},
	TooMuchMemory:   {say.F("照片太大，打开它要占用的内存太多"), say.F("用看图软件缩小到一千万像素左右，另存为 JPG 再选")},
	TooMuchWork:     {say.F("照片的存法太复杂，打开它要很久"), say.F("用看图软件打开，缩小到一千万像素左右，另存为 JPG 再选")},
	TooSmall:        {say.F("照片像素太少，裁好后达不到要求；放大不算数"), say.F("换一张更大的原图")},
	BytesOutOfReach: {say.F("照片用哪种压缩质量都到不了要求的文件大小"), say.F("多半是原图太小，或画面里几乎只有白色：把裁剪框放大，或换一张更大的原图")},
	FewPixels:       {say.F("像素太少，存成最好的质量，文件也到不了要求的大小"), say.F("换一张更大的原图；放大不算数")},
	SmallHead:       {say.F("头在照片里太小，裁出来的像素不够"), say.F("站近一些重拍，或换一张头占得多的照片；放大不算数")},
}

// Error is what happened, as a Chinese sentence without a full stop.
func (p Problem) Error() string { return p.Say().String() }

// Say is what happened, as a sentence without a full stop.
func (p Problem) Say() say.Text {
	if t, ok := problemTexts[p]; ok {
		return t[0]
	}
	return say.Typed(string(p))
}

// Remedy is what to do about it, as a sentence without a full stop.
func (p Problem) Remedy() say.Text { return problemTexts[p][1] }
