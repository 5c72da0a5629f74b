package pages

import (
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
)

// mostWords is how many letters of a claim's text are shown.
const mostWords = 400

// A piece is a part of a sentence: words, or a thing with a link, or a text of
// an article in its own language.
type piece struct {
	Text, Link string
	Language   string // of a text of an article; "" of our own words and of names
	Quote      bool
}

// words says in the language of the interface what a claim says.
func (b *book) words(c graph.Claim) []piece {
	pattern, ok := b.say.Claims[c.Predicate]
	if !ok {
		pattern = "{s}: " + string(c.Predicate) + " {o}"
	}
	var out []piece
	for pattern != "" {
		before, rest, found := strings.Cut(pattern, "{")
		if before != "" {
			out = append(out, piece{Text: before})
		}
		if !found {
			break
		}
		var place string
		place, pattern, _ = strings.Cut(rest, "}")
		switch {
		case place == "o":
			out = append(out, b.object(c)...)
		case c.Predicate == graph.PredKind && c.Subject.Kind() == "outcome": // its name would be the kind
			out = append(out, piece{Text: b.say.Outcome, Link: b.frame.To(c.Subject)})
		default:
			out = append(out, b.thing(c.Subject)...)
		}
	}
	return out
}

// thing names a subject, so that it can be told from others of its kind.
func (b *book) thing(id graph.ID) []piece {
	parts := id.Parts()
	in := func(ps ...piece) []piece {
		return append(ps, piece{Text: " ("}, piece{Text: b.name(parts[0]), Link: b.frame.To(parts[0])}, piece{Text: ")"})
	}
	switch {
	case id.Kind() == "statement":
		if speaker := b.speakers[id]; speaker != "" {
			return []piece{{Text: b.say.StatementBy + " "}, {Text: b.name(speaker), Link: b.frame.To(id)}}
		}
		return []piece{{Text: b.say.Statement, Link: b.frame.To(id)}}
	case id.Kind() == "outcome":
		if kind := b.kinds[id]; kind != "" {
			return []piece{{Text: b.outcomeKind(kind), Link: b.frame.To(id)}}
		}
		return []piece{{Text: b.say.Outcome, Link: b.frame.To(id)}}
	case len(parts) == 0:
		return []piece{{Text: b.name(id), Link: b.frame.To(id)}}
	case id.Kind() == "delegation":
		return in(piece{Text: b.say.DelegationOf + " "}, piece{Text: b.within(id), Link: b.frame.To(id)})
	case id.Kind() == "meeting":
		return in(piece{Text: b.say.MeetingOf + " "}, piece{Text: b.within(id), Link: b.frame.To(id)})
	}
	return in(piece{Text: b.within(id), Link: b.frame.To(id)})
}

// within names what an id names beside its round.
func (b *book) within(id graph.ID) string {
	parts := id.Parts()
	if len(parts) == 1 {
		return b.say.Meetings[graph.Plenary]
	}
	var names []string
	for _, part := range parts[1:] {
		names = append(names, b.name(part))
	}
	return strings.Join(names, " – ")
}

// object says what a claim says of its subject.
func (b *book) object(c graph.Claim) []piece {
	o := c.Object
	switch {
	case len(o.Entity.Parts()) > 0:
		return []piece{{Text: b.within(o.Entity), Link: b.frame.To(o.Entity)}}
	case o.Entity != "":
		return b.thing(o.Entity)
	case !o.Date.IsZero():
		return []piece{{Text: b.frame.Date(o.Date)}}
	case o.Text == "":
		return []piece{{Text: strconv.Itoa(o.Number)}}
	case c.Predicate == graph.PredStatus:
		return []piece{{Text: b.say.Statuses[graph.RoundStatus(strings.ToUpper(o.Text))]}}
	case c.Predicate == graph.PredKind && c.Subject.Kind() == "outcome":
		return []piece{{Text: b.outcomeKind(o.Text)}}
	case c.Predicate == graph.PredKind:
		return []piece{{Text: b.say.Meetings[graph.MeetingKind(strings.ToUpper(o.Text))]}}
	case c.Predicate == graph.PredManner:
		return []piece{{Text: b.say.Manners[o.Text]}}
	}
	return []piece{{Text: b.say.Quotes[0]}, {Text: graph.Shorten(timeline.Plain(o.Text), mostWords), Language: o.Language, Quote: true}, {Text: b.say.Quotes[1]}}
}

// named lists the things whose names the words of claims need.
func named(claims []graph.Claim) (ids []graph.ID) {
	for _, c := range claims {
		for _, id := range []graph.ID{c.Subject, c.Object.Entity} {
			if id != "" && id.Kind() != "statement" && id.Kind() != "outcome" {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// learn keeps what claims say of statements and outcomes, so that others can
// call them by it.
func (b *book) learn(claims []graph.Claim) {
	for _, c := range claims {
		switch {
		case c.Predicate == graph.PredSpeaker:
			b.speakers[c.Subject] = c.Object.Entity
		case c.Predicate == graph.PredKind && c.Subject.Kind() == "outcome":
			b.kinds[c.Subject] = c.Object.Text
		}
	}
}
