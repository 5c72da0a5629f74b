package resolvers

import (
	"peacetalks/graph"
)

// What filters name by id comes with or without its kind, in those that are
// nested, too.

func completeRounds(f *graph.RoundFilter) error {
	if f == nil {
		return nil
	}
	return graph.Walk(f, func(f *graph.RoundFilter, _ int) error {
		return complete(want("process", &f.Process, "process"), want("venue", &f.Venue, "place"), want("country", &f.Country, "party"),
			want("host", &f.Host, "party"), want("party", &f.Party, "party"), want("person", &f.Person, "person"),
			want("head", &f.Head, "person"), want("topic", &f.Topic, "topic"), want("article", &f.Article, "article"))
	})
}

func completeDelegations(f *graph.DelegationFilter) error {
	return graph.Walk(f, func(f *graph.DelegationFilter, _ int) error {
		err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round"), want("party", &f.Party, "party"),
			want("head", &f.Head, "person"), want("person", &f.Person, "person"))
		if err != nil {
			return err
		}
		return completeRounds(f.Rounds)
	})
}

func completeAgendaItems(f *graph.AgendaItemFilter) error {
	return graph.Walk(f, func(f *graph.AgendaItemFilter, _ int) error {
		err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round"), want("topic", &f.Topic, "topic"))
		if err != nil {
			return err
		}
		return completeRounds(f.Rounds)
	})
}

func completeParties(f *graph.PartyFilter) error {
	return graph.Walk(f, func(f *graph.PartyFilter, _ int) error {
		if err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round")); err != nil {
			return err
		}
		return completeRounds(f.Rounds)
	})
}

func completePeople(f *graph.PersonFilter) error {
	return graph.Walk(f, func(f *graph.PersonFilter, _ int) error {
		err := complete(want("party", &f.Party, "party"), want("process", &f.Process, "process"), want("round", &f.Round, "round"))
		if err != nil {
			return err
		}
		return completeRounds(f.Rounds)
	})
}

func completeArticles(f *graph.ArticleFilter) error {
	return graph.Walk(f, func(f *graph.ArticleFilter, _ int) error { return complete(want("about", &f.About)) })
}

func completeClaims(f *graph.ClaimFilter) error {
	return graph.Walk(f, func(f *graph.ClaimFilter, _ int) error {
		return complete(want("subject", &f.Subject), want("object", &f.Object), want("about", &f.About), want("article", &f.Article, "article"))
	})
}
