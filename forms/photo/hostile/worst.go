package hostile

// Worst are pictures just within the limits of forms/photo, of each kind the one that takes most
// memory or most time there.
func Worst() map[string]func() []byte {
	return map[string]func() []byte{
		"progressive.jpg": JPEG{Width: 7400, Height: 7400, Planes: 3, Halved: true, Progressive: true, Scans: 18}.Bytes,
		"scans.jpg":       JPEG{Width: 4000, Height: 3000, Planes: 3, Halved: true, Progressive: true, Scans: 180}.Bytes,
		"many-scans.jpg":  JPEG{Width: 800, Height: 600, Planes: 1, Progressive: true, Scans: 5000}.Bytes,
		"repeated.jpg":    JPEG{Width: 5800, Height: 4000, Planes: 3, Scans: 6}.Bytes,
		"print.jpg":       JPEG{Width: 4800, Height: 4800, Planes: 4}.Bytes,
		"print-prog.jpg":  JPEG{Width: 4150, Height: 4150, Planes: 4, Progressive: true, Scans: 40}.Bytes,
		"one-pass.png":    PNG{Width: 8100, Height: 8100, Depth: 8, Colour: RGBA}.Bytes,
		"interlaced.png":  PNG{Width: 7200, Height: 7200, Depth: 8, Colour: RGBA, Interlaced: true}.Bytes,
		"deep.png":        PNG{Width: 5900, Height: 5900, Depth: 16, Colour: RGBA}.Bytes,
		"deep-inter.png":  PNG{Width: 5000, Height: 5000, Depth: 16, Colour: RGBA, Interlaced: true}.Bytes,
		"one-row.png":     PNG{Width: 17_000_000, Height: 1, Depth: 16, Colour: RGBA}.Bytes,
		"clear.png": PNG{
			Width: 7200, Height: 7200, Depth: 8, Colour: Grey, Interlaced: true,
			Extra: Chunk("tRNS", []byte{0, 1}),
		}.Bytes,
		"palette.png":   PNG{Width: 9900, Height: 9900, Depth: 1, Colour: Palette}.Bytes,
		"deep-grey.png": PNG{Width: 6500, Height: 6500, Depth: 16, Colour: Grey, Interlaced: true}.Bytes,
		"profile.png":   PNG{Width: 4000, Height: 3000, Depth: 8, Colour: RGB, Extra: PackedChunk("iCCP", 1<<30)}.Bytes,
		"frame.gif":     func() []byte { return GIF(9200, 9200) },
		"plain.bmp":     func() []byte { return BMP(7700, 7700) },
		"lossless.webp": func() []byte { return LosslessWebP(5700, 5700) },
		"lossy.webp":    func() []byte { return LossyWebP(7000, 7000) },
	}
}
