package paper

// head sets the title block. The photo hangs from its first line at the right; a
// filler keeps the next block below the photo.
func (c *composer) head(h Head) []group {
	width := bodyWidth
	if h.Photo != nil {
		width -= h.Photo.Width + 2*gapColumn
	}
	pieces := column(c.lines(h.Title, titleText, width), 0)
	pieces = append(pieces, padded(column(c.lines(h.Subtitle, subtitleText, width), 0), 0.5, 1.5)...)
	keys, key := c.keys(h.Facts, greyText, width/3)
	x := max(factColumn, key+gapColumn)
	for i, fact := range h.Facts {
		pieces = append(pieces, lineByLine(abreast(
			stripe{x: 0, lines: keys[i]},
			stripe{x: x, lines: c.linked(fact.Value, fact.Link, plainText, width-x)},
		))...)
	}
	pieces = append(pieces, padded(column(c.lines(h.Note, smallGrey, width), 0), 1, 0)...)
	hung := 0.0
	if h.Photo != nil {
		pieces, hung = c.hangPhoto(pieces, *h.Photo)
	}
	return []group{{pieces: pieces, together: true, hung: hung}}
}

// hangPhoto hangs the photo with its caption from the first piece, and returns the
// height that both take.
func (c *composer) hangPhoto(pieces []piece, photo Photo) ([]piece, float64) {
	if len(pieces) == 0 {
		pieces = []piece{{}}
	}
	at := point{bodyWidth - photo.Width, 1}
	hung := []item{frame{at: at, w: photo.Width, h: photo.Height, width: 0.15, ink: inkRule}}
	if photo.Image != nil {
		hung = append([]item{picture{at, photo.Width, photo.Height, photo.Image}}, hung...)
	}
	height := at.y + photo.Height
	var caption []item
	for _, line := range c.lines(photo.Caption, tinyGrey, photo.Width) {
		centred := at.x + (photo.Width-line.width)/2
		caption = append(caption, moveAll(line.items, centred, height+0.6)...)
		height += tinyLeading
	}
	pieces[0].items = append(pieces[0].items, hung...)
	pieces[0].stripes = append(pieces[0].stripes, caption)
	if missing := height + 1 - heightOf(pieces); missing > 0 {
		pieces = append(pieces, piece{height: missing})
	}
	return pieces, height + 1
}
