package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhicheng/assets"
)

// Mode tells whether a theme follows the system or is always light or dark.
type Mode int

// The modes.
const (
	System Mode = iota
	Light
	Dark
)

// Sizes of text and space in the units of the toolkit: a unit is a pixel at scale
// 1.
const (
	SizeTitle   float32 = 24
	SizeHead    float32 = 16
	SizeText    float32 = 14
	SizeNote    float32 = 13
	SizeSmall   float32 = 12
	lineHeight  float32 = 1.6
	Gap         float32 = 16
	SmallGap    float32 = 8
	PageMargin  float32 = 40
	TextWidth   float32 = 760 // the widest that sentences become
	corner      float32 = 6
	cardCorner  float32 = 8
	cardPadding float32 = 16
)

// Theme is the program's theme. It has two fonts, regular and bold: every further
// style would be opened and held in memory again.
type Theme struct {
	mode          Mode
	regular, bold fyne.Resource
}

// New returns the theme in the given mode.
func New(mode Mode) *Theme {
	return &Theme{
		mode:    mode,
		regular: fyne.NewStaticResource("zhicheng-regular.otf", assets.FontRegular),
		bold:    fyne.NewStaticResource("zhicheng-bold.otf", assets.FontBold),
	}
}

// Font returns the bold font for bold text and the regular one for all else.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Bold {
		return t.bold
	}
	return t.regular
}

// Icon returns the toolkit's icons; the program's own are drawn by [Icon].
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// toolkitInks says which ink the toolkit's own widgets use for what.
var toolkitInks = map[fyne.ThemeColorName]Ink{
	theme.ColorNameBackground:          Ground,
	theme.ColorNameButton:              Paper,
	theme.ColorNameDisabled:            Grey,
	theme.ColorNameDisabledButton:      Hover,
	theme.ColorNameError:               fail,
	theme.ColorNameFocus:               Halo,
	theme.ColorNameForeground:          Words,
	theme.ColorNameForegroundOnPrimary: OnAccent,
	theme.ColorNameHeaderBackground:    Ground,
	theme.ColorNameHover:               Glow,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameInputBackground:     Paper,
	theme.ColorNameInputBorder:         Edge,
	theme.ColorNameMenuBackground:      Hover,
	theme.ColorNameOverlayBackground:   Hover,
	theme.ColorNamePlaceHolder:         Grey,
	theme.ColorNamePressed:             Halo,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameScrollBar:           Edge,
	theme.ColorNameSelection:           Tint,
	theme.ColorNameShadow:              Clear,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameSuccess:             pass,
	theme.ColorNameWarning:             todo,
}

// Color returns an ink, and the toolkit's own colour names in terms of inks.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	dark := t.mode == Dark || t.mode == System && variant == theme.VariantDark
	ink := name
	if mapped, ok := toolkitInks[name]; ok {
		ink = mapped
	}
	colours, ok := palette[ink]
	if !ok {
		return theme.DefaultTheme().Color(name, t.variant(dark))
	}
	if dark {
		return colours.dark
	}
	return colours.light
}

func (t *Theme) variant(dark bool) fyne.ThemeVariant {
	if dark {
		return theme.VariantDark
	}
	return theme.VariantLight
}

var toolkitSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               SizeText,
	theme.SizeNameCaptionText:        SizeSmall,
	theme.SizeNameHeadingText:        SizeTitle,
	theme.SizeNameSubHeadingText:     SizeHead,
	theme.SizeNameInputRadius:        corner,
	theme.SizeNameSelectionRadius:    3,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameLineSpacing:        3,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     5,
	theme.SizeNameScrollBarRadius:    4,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInlineIcon:         18,
}

// Size returns the program's sizes, and the toolkit's for what it does not use.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := toolkitSizes[name]; ok {
		return size
	}
	return theme.DefaultTheme().Size(name)
}

// ColourOf returns an ink as it is shown now.
func ColourOf(ink Ink) color.Color { return theme.Color(ink) }
