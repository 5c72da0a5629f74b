package lexicon

import (
	"strings"

	"peacetalks/loader/text"
)

// A Key is what is the same for the spellings of a person's name in every
// script, as lower-case ASCII words joined by hyphens: Khalid Shihabi, Khaled
// al-Shihabi and خالد الشهابي are all khaled-shihabi. It depends on the spelling
// alone.
//
// A word that names.yml lists is the name under which it stands there; another
// is the only name of that list that is spelled alike (Charaf, Sharaf) or sounds
// like it, else what all scripts write of it ([sounds]). Articles (al-, el-, ال),
// ibn, particles (de, van) and initials do not count; Abdul, Abu, Allah and
// ad-Din are one word with what they belong to, however they are spaced. All
// names of a person count, in their order: Omar Hamdan is not Omar Hamdan Ahmed.
type Key string

// leastSounds is how many consonants a word must have to tell a name by its
// sounds alone.
const leastSounds = 3

// KeyOf is the key of a name, the words as they are written. Turkish tells that
// the spelling is Turkish, where c is read as j. It is empty for a name of one
// word that names.yml does not list and that has few consonants: Hill, Hall.
func (l *Lexicon) KeyOf(name string, turkish bool) Key { return l.keyer(turkish).key(name) }

func (l *Lexicon) keyer(turkish bool) *keyer {
	return &keyer{same: l.same, plain: l.plain, sounds: l.sounds, turkish: turkish}
}

// ByKey is the only person of the lexicon one of whose names has a key, or nil.
func (l *Lexicon) ByKey(k Key) *Entry {
	if k == "" {
		return nil
	}
	return l.byKey[k]
}

// indexPeople notes the keys of all names of the lexicon's people, in Turkish
// spelling, too; those of one word are left to the matcher.
func (l *Lexicon) indexPeople() {
	l.byKey = map[Key]*Entry{}
	plain := l.keyer(false)
	plain.known = map[token]part{}
	for _, e := range l.Entries(Person) {
		for _, list := range e.Names {
			for _, pattern := range list {
				l.indexName(pattern, plain, e)
				if strings.ContainsAny(pattern, "cC") {
					l.indexName(pattern, l.keyer(true), e)
				}
			}
		}
	}
}

// wildcards are the signs of a pattern that are no part of a name.
var wildcards = strings.NewReplacer("*", "", "=", "", "~", "")

// indexName notes the keys of one person's names, of which a pattern may have
// thousands: of the alternatives for a word, those that are the same say it once.
func (l *Lexicon) indexName(pattern string, k *keyer, e *Entry) {
	fields := strings.Fields(wildcards.Replace(pattern))
	for i, field := range fields {
		fields[i] = k.distinct(strings.Split(field, "/"))
	}
	for _, name := range alternatives(strings.Join(fields, " ")) {
		key := k.key(name)
		if !strings.Contains(string(key), "-") {
			continue
		}
		if other, ok := l.byKey[key]; ok && other != e {
			l.byKey[key] = nil
			continue
		}
		l.byKey[key] = e
	}
}

// distinct are the words that are not the same by their keys.
func (k *keyer) distinct(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	seen := map[part]bool{}
	var out []string
	for _, w := range words {
		folded := text.Fold(w)
		joins := strings.Contains(w, "-") || articles[folded] || particles[folded] || fathers[folded] || servants[folded]
		p := k.word(token{raw: strings.ToLower(w), folded: folded})
		if joins || !seen[p] {
			out = append(out, w)
			seen[p] = true
		}
	}
	return strings.Join(out, "/")
}
