package timeline

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast checks the chart's colours, light and dark: text has 4.5:1, what
// only must be seen 3:1, as WCAG 2.2 AA asks.
func TestContrast(t *testing.T) {
	light, dark, _ := strings.Cut(chartStyle, "@media (prefers-color-scheme: dark)")
	dark, _, _ = strings.Cut(dark, "\n}")
	for name, block := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--(\w+): #(\w{6});`).FindAllStringSubmatch(block, -1) {
			colours[m[1]] = m[2]
		}
		if len(colours) != 21 {
			t.Fatalf("%s: %d colours", name, len(colours))
		}
		for colour, value := range colours {
			switch colour {
			case "paper", "stripe", "line", "tick", "on":
			case "ink", "soft":
				want(t, name+" "+colour, value, colours["paper"], 4.5)
				want(t, name+" "+colour, value, colours["stripe"], 4.5)
			default:
				want(t, name+" "+colour, value, colours["paper"], 3)
				want(t, name+" "+colour, value, colours["stripe"], 3)
				want(t, name+" text on "+colour, value, colours["on"], 4.5)
			}
		}
	}
}

func want(t *testing.T, what, a, b string, least float64) {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	if got := (max(x, y) + 0.05) / (min(x, y) + 0.05); got < least {
		t.Errorf("%s: #%s and #%s have %.1f:1, want %.1f:1", what, a, b, got, least)
	}
}

// luminance is the relative luminance of WCAG.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
