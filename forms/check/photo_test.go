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
