package timeline

import "unicode"

// shapes are the outlines of marks, about their middle: each kind is told by
// its shape where its colour cannot be.
var shapes = map[Kind]string{
	Plenary:   "M-8-8H8V8H-8Z",
	Session:   "M0-9.5 10 8H-10Z",
	Meeting:   "M-9 0A9 9 0 1 1 9 0A9 9 0 1 1-9 0Z",
	Statement: "M-7-9H7Q10-9 10-6V2Q10 5 7 5H1L-5 10V5H-7Q-10 5-10 2V-6Q-10-9-7-9Z",
	Outcome:   "M0-11 11 0 0 11-11 0Z",
}

// countAt is where the middle of a count lies within a shape, below the
// shape's own.
var countAt = map[Kind]float64{Session: 3, Statement: -2}

// textWidth is about how wide a text is drawn, in pixels. It rather says too
// much: a label that is left out does less harm than two that run together.
func textWidth(s string, size float64) float64 {
	width := 0.0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case r > 0x2E80: // Chinese and the like
			width += 1
		case unicode.IsUpper(r), r == 'm', r == 'w', r == 'ш', r == 'щ', r == 'ж', r == 'ю', r == 'м':
			width += 0.76
		case unicode.IsSpace(r), unicode.IsPunct(r):
			width += 0.38
		default:
			width += 0.62
		}
	}
	return width * size
}

// fitText cuts a text that is wider than it may be.
func fitText(s string, size, width float64) string {
	if textWidth(s, size) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && textWidth(string(runes), size)+size*0.7 > width {
		runes = runes[:len(runes)-1]
	}
	if len(runes) == 0 {
		return ""
	}
	return string(runes) + "…"
}

// wrapText breaks a text into so many lines at most.
func wrapText(s string, size, width float64, most int) []string {
	var lines []string
	for most > 1 && textWidth(s, size) > width {
		at := 0
		for i, r := range s {
			if r == ' ' && textWidth(s[:i], size) <= width {
				at = i
			}
		}
		if at == 0 {
			break
		}
		lines, s, most = append(lines, s[:at]), s[at+1:], most-1
	}
	return append(lines, fitText(s, size, width))
}
