package photo

import (
	"cmp"
	"context"
	"errors"
	"image"
	"math"

	"zhicheng/forms/say"
)

// Refusal is a reason not to whiten a background.
type Refusal string

// The reasons not to whiten.
const (
	NotUniform  Refusal = "not_uniform"
	NearSkin    Refusal = "near_skin"
	TooDark     Refusal = "too_dark"
	LikeClothes Refusal = "like_clothes"
	NotSettled  Refusal = "not_settled"
	HurtsFace   Refusal = "hurts_face"
	NotClean    Refusal = "not_clean"
)

var refusalTexts = map[Refusal]say.Text{
	NotUniform:  say.F("背景不是一片均匀的颜色（有花纹、杂物或室外景），变白会损坏照片；可以请照相馆换白底，或在白墙前重新拍"),
	NearSkin:    say.F("背景颜色和皮肤太接近，变白会伤到脸；可以在白墙前重新拍"),
	TooDark:     say.F("背景太深，和头发分不开，变白会损坏照片；可以在白墙前重新拍"),
	LikeClothes: say.F("衣服颜色和背景太接近，变白会看不出衣服；可以换件深色衣服重新拍"),
	NotSettled:  say.F("看不准人和背景的分界，变白会损坏照片；可以请照相馆换白底，或在白墙前重新拍"),
	HurtsFace:   say.F("变白会伤到脸，没有采用；可以换个光线均匀的地方，在白墙前重新拍"),
	NotClean:    say.F("试着变白后背景还是不干净，没有采用；可以请照相馆换白底，或在白墙前重新拍"),
}

// Error is the reason, as a Chinese sentence without a full stop.
func (r Refusal) Error() string { return r.Say().String() }

// Say is the reason, as a sentence without a full stop.
func (r Refusal) Say() say.Text { return refusalTexts[r] }

// Limits of the backgrounds that can be whitened.
const (
	colourful     = 40.0 // steps of 255 off the grey axis: a studio's blue or red
	skinHueFrom   = 20.0 // degrees of CIE hue
	skinHueTo     = 95.0
	skinLeastC    = 7.0  // CIE C*
	skinMostC     = 48.0 // more is a studio's red
	darkLightness = 35.0 // CIE L* of a colourless background
)

// refuse names the reason why a background must not be whitened, or "".
func (g *ground) refuse() Refusal {
	if !g.uniform() {
		return NotUniform
	}
	middle := g.at(g.w/2, g.h/4)
	l, a, b := labOf(clamped(middle[0]), clamped(middle[1]), clamped(middle[2]))
	chroma := math.Hypot(a, b)
	hue := math.Atan2(b, a) * 180 / math.Pi
	switch {
	case chroma >= skinLeastC && chroma <= skinMostC && hue >= skinHueFrom && hue <= skinHueTo && l < 90:
		return NearSkin
	case chroma < skinLeastC && l < darkLightness:
		return TooDark
	}
	return ""
}

// whiten makes a background white. A studio's plain colour is told by that colour; every other
// background needs a person that is clearly seen, who is cut out of it, and byMask is true: the
// applicant must look at the edges. Whatever was done, face and clothes must be as they were and
// nothing may be left; else the error is the Refusal.
func whiten(ctx context.Context, picture *image.NRGBA, who sitter) (out *image.NRGBA, byMask bool, err error) {
	g := findGround(picture)
	reason := g.refuse()
	colourful := isColourful(g.at(g.w/2, g.h/2))
	if reason == "" && (colourful || !who.settled()) {
		if out, err = whitenPlain(ctx, picture, g, who); err == nil || !errors.As(err, &reason) {
			return out, false, err
		}
	}
	switch {
	case reason == TooDark, !who.settled(), reason == LikeClothes && colourful, reason == NearSkin && who.like(g.at(g.w/2, g.h/4)):
		return nil, false, cmp.Or(reason, NotSettled)
	}
	c := newCutout(picture, who.who, who.face)
	if err := c.estimate(ctx); err != nil {
		return nil, false, err
	}
	if reason = c.doubts.refuse(); reason != "" {
		return nil, false, reason
	}
	out = c.onWhite(picture)
	if reason := spoiled(picture, out, who, nil); reason != "" {
		return nil, false, reason
	}
	return out, true, ctx.Err()
}

// whitenPlain makes a uniform background white: each pixel is a mixture of figure and background,
// and the background's part is exchanged. The figure itself keeps its pixels.
func whitenPlain(ctx context.Context, picture *image.NRGBA, g *ground, who sitter) (*image.NRGBA, error) {
	g.releaseClothes(picture, who.subject)
	released := g.releasePerson(who)
	g.absorbIslands()
	if released > mostReleased || who.found && g.swallows(who.subject) {
		return nil, LikeClothes
	}
	m := &matting{w: g.w, h: g.h, picture: picture, ground: g, subject: who}
	for _, step := range []func(){m.continueBack, m.absorbPockets, m.measureSkirt, m.findSkin, m.continueFore, m.estimate, m.smooth} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step()
	}
	out := m.composite()
	if judgeFollowed(out, findGround(out)).Verdict != White {
		return nil, NotClean
	}
	if reason := spoiled(picture, out, who, g); reason != "" {
		return nil, reason
	}
	return out, ctx.Err()
}
