package check_test

import (
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
)

// TestBackgroundVerdict fails only what is coloured or dark beyond doubt, and says what else is in
// the picture.
func TestBackgroundVerdict(t *testing.T) {
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		ground photo.Background
		want   check.Outcome
		says   string
	}{
		{photo.Background{Verdict: photo.White, Lightness: 99}, check.Pass, "像白底"},
		{photo.Background{Verdict: photo.NearWhite, Lightness: 85}, check.Confirm, "略灰"},
		{photo.Background{Verdict: photo.Other, Lightness: 60, Chroma: 10}, check.Confirm, "偏灰"},
		{photo.Background{Verdict: photo.Other, Lightness: 60, Chroma: 20}, check.Fail, "不像白底"},
		{photo.Background{Verdict: photo.Other, Lightness: 49, Chroma: 1}, check.Fail, "不像白底"},
		{photo.Background{Verdict: photo.White, Lightness: 99, Doubt: photo.LittleSeen}, check.Confirm, "露出来的太少"},
		{photo.Background{Verdict: photo.Other, Chroma: 60, Doubt: photo.Undecided}, check.Confirm, "看不准"},
		{photo.Background{Verdict: photo.Other, Chroma: 60, Doubt: photo.Mixed, Foreign: 0.12, Where: photo.Sides{Left: true, Bottom: true}}, check.Confirm, "左边、下方有别的东西（约占背景的12%）"},
	} {
		for _, f := range check.RunPhoto(n, "a.jpg", photo.Facts{Format: photo.JPEG, Bytes: 50_000, Width: 400, Height: 560, Background: row.ground}) {
			if f.ID == "photo-background" && (f.Outcome != row.want || !strings.Contains(f.Found.String(), row.says)) {
				t.Errorf("%+v: %s, %s", row.ground, f.Outcome.Word(), f.Found)
			}
		}
	}
}

// TestFewPixelsAreTriedFirst tells a file that is small because it was squeezed from one that may be
// small because it has few pixels; near the limits the bytes are said in full.
func TestFewPixelsAreTriedFirst(t *testing.T) {
	n := photoNotice(t)
	for _, row := range []struct {
		width, height, bytes int
		found, remedy        string
	}{
		{216, 301, 21_024, "文件21.0K，太小", "要大于30720字节；用“自动裁剪”试试，这张像素少，还不够就要换一张"},
		{600, 840, 21_024, "文件21.0K，太小", "要大于30720字节；用“自动裁剪”重新做一张"},
		{200, 301, 21_024, "文件21.0K，太小", "换一张更大的原图"},
		{600, 840, 30_500, "文件30500字节，在K按1000还是1024算的中间地带", "用“自动裁剪”重新做一张，两种算法都够"},
		{600, 840, 83_299, "文件83.2K", ""},
	} {
		for _, f := range check.RunPhoto(n, "a.jpg", photo.Facts{Format: photo.JPEG, Bytes: row.bytes, Width: row.width, Height: row.height}) {
			if f.ID == check.PhotoFileSize && (f.Found.String() != row.found || f.Remedy.String() != row.remedy) {
				t.Errorf("%+v: %s; %s", row, f.Found, f.Remedy)
			}
		}
	}
}
