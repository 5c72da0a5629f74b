package text

import (
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// languages are those that Latin scripts are told apart into.
var languages = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Fra: true, whatlanggo.Tur: true, whatlanggo.Deu: true, whatlanggo.Spa: true,
}}

// Language is the BCP 47 code of the language that most of a text is in, ""
// where there are too few letters to tell. Arabic and Persian are told apart
// by the letters that only Persian has, also where its ye and kaf are typed as
// the Arabic ones: then it still has more of the others than of the Arabic ة.
func Language(s string) string {
	var arabic, persian, own, marbuta, cyrillic, latin int
	for _, r := range s {
		switch {
		case r < 0x80 && (r|0x20) >= 'a' && (r|0x20) <= 'z', r >= 0xc0 && r < 0x250:
			latin++
		case r == 'پ' || r == 'چ' || r == 'ژ' || r == 'گ':
			own++
			persian++
			arabic++
		case r == 'ی' || r == 'ک':
			persian++
			arabic++
		case r == 'ة':
			marbuta++
			arabic++
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			arabic++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
	}
	const least = 8 // letters
	switch most := max(arabic, cyrillic, latin); {
	case most < least:
		return ""
	case most == arabic && (persian*20 > arabic || own*100 > arabic && own > marbuta):
		return "fa"
	case most == arabic:
		return "ar"
	case most == cyrillic:
		return "ru"
	}
	return whatlanggo.DetectLangWithOptions(s, languages).Iso6391()
}
