package photo

import "image"

// What whitening may do at most, in parts of the pixels concerned.
const (
	mostEatenFace    = 0.003
	mostEatenClothes = 0.003
	mostDoubtful     = 0.010 // of what is rather clothes than ground
	mostLeft         = 0.005
	mostBorder       = 0.03
	groundReach      = 30.0 // steps of 255 over all channels from a plain ground's colour
	eatenStep        = 24   // steps of 255 by which a pixel has visibly changed
	mostReleased     = 0.02 // of the picture: clothes of the ground's colour have no edge to be seen
	guardStep        = 2    // every other pixel of every other row is asked
	cleanWhite       = 235  // the darkest channel of what still looks white
)

// spoiled tells what whitening did wrong: it looks at the face and at the middle of
// the person, which must be as they were, and at those outside the person, which must be white. g is
// the plain ground that was made white, nil where the person was cut out.
func spoiled(before, after *image.NRGBA, who sitter, g *ground) Refusal {
	if changedWithin(before, after, within(who.face)) > mostEatenFace {
		return HurtsFace
	}
	if who.who == nil {
		return ""
	}
	away := max(2, who.who.h/60)
	if changedWithin(before, after, func(x, y int) bool { return who.who.isDeep(x, y, away) }) > mostEatenClothes {
		return LikeClothes
	}
	if (g == nil || !isColourful(g.at(g.w/2, g.h/2))) && who.losesClothes(before, after, away/2) {
		return LikeClothes
	}
	if who.leaves(after, away, func(p int) bool { return g == nil || g.distance(before, p) <= groundReach }) > mostLeft ||
		who.leavesBorder(after) > mostBorder {
		return NotClean
	}
	return ""
}

// losesClothes reports whether much below the chin has become white that is rather person than ground:
// pale clothes before a pale ground, where the mask is not sure. A studio's colour tells them apart.
func (s sitter) losesClothes(before, after *image.NRGBA, away int) bool {
	return changedWithin(before, after, func(x, y int) bool {
		return y > s.chin && s.who.isWithin(x, y, away, maybePart)
	}) > mostDoubtful
}

// leavesBorder is the share of the border, the person's foot left out, that is outside the person
// and not white: something else that reaches into the picture.
func (s sitter) leavesBorder(after *image.NRGBA) float64 {
	border := (&ground{w: s.who.w, h: s.who.h}).border()
	n := 0
	for _, p := range border {
		if s.who.parts[p] < likelyPart && !isClean(after, p%s.who.w, p/s.who.w) {
			n++
		}
	}
	return float64(n) / float64(max(1, len(border)))
}

// isClean reports whether a pixel looks white.
func isClean(picture *image.NRGBA, x, y int) bool {
	pixel := picture.Pix[picture.PixOffset(x, y):]
	return min(pixel[0], pixel[1], pixel[2]) >= cleanWhite
}

// leaves is the share of the pixels outside the person that are not white and count.
func (s sitter) leaves(after *image.NRGBA, away int, counts func(p int) bool) float64 {
	left, all := 0, 0
	for y := 0; y < s.who.h; y += guardStep {
		for x := 0; x < s.who.w; x += guardStep {
			if !s.who.isAway(x, y, away) {
				continue
			}
			all++
			if !isClean(after, x, y) && counts(y*s.who.w+x) {
				left++
			}
		}
	}
	return float64(left) / float64(max(1, all))
}

// changedWithin is the share of the pixels of an area that have visibly changed.
func changedWithin(before, after *image.NRGBA, within func(x, y int) bool) float64 {
	changed, all := 0, 0
	for y := 0; y < before.Rect.Dy(); y += guardStep {
		for x := 0; x < before.Rect.Dx(); x += guardStep {
			if !within(x, y) {
				continue
			}
			all++
			if colourStep([4]uint8(before.Pix[y*before.Stride+4*x:]), [4]uint8(after.Pix[y*after.Stride+4*x:])) > eatenStep {
				changed++
			}
		}
	}
	return float64(changed) / float64(max(1, all))
}

// releasePerson takes out of the background what is surely the person, and the face: a face may be
// lit like the wall. It returns which part of the picture that was.
func (g *ground) releasePerson(who sitter) float64 {
	if who.who == nil {
		return 0
	}
	released, away, inFace := 0, max(2, g.h/60), within(who.face)
	for p, isGround := range g.mask {
		if isGround && (who.who.isDeep(p%g.w, p/g.w, away) || inFace(p%g.w, p/g.w)) {
			g.mask[p] = false
			released++
		}
	}
	return float64(released) / float64(len(g.mask))
}
