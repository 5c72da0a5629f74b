package pages

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// address sends whoever asks for an id to the page that shows it, so that
// every id has one address.
func (p *pages) address(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
	id := graph.ID(r.PathValue("id"))
	if len(id) > graph.MaxID || id.Name() == "" {
		return nil, layout.NotFound()
	}
	path, err := p.pathOf(ctx, id)
	if err != nil {
		return nil, err
	}
	return nil, &layout.Elsewhere{Link: f.Link(path), Status: http.StatusSeeOther}
}

// pathOf is where a thing is shown. What is named by a hash has to be read for
// that.
func (p *pages) pathOf(ctx context.Context, id graph.ID) (string, error) {
	switch id.Kind() {
	case "claim", "statement", "outcome", "conflict", "decision":
	case "event":
		e, err := timeline.EventByID(ctx, p.store, id)
		if errors.Is(err, graph.ErrNotFound) {
			return "", layout.NotFound()
		}
		return "timeline?round=" + e.Round.Name() + "#" + layout.Anchor(id), err
	default:
		if path := layout.PathOf(id); !strings.HasPrefix(path, "id/") {
			return path, nil
		}
		return "", layout.NotFound()
	}
	node, err := p.store.Node(ctx, id)
	if err != nil {
		return "", err
	}
	switch n := node.(type) {
	case *graph.StoredClaim:
		return p.pathOfClaim(ctx, n)
	case *graph.Statement:
		if n.Round == "" {
			return layout.PathOf(n.Speaker), nil
		}
		return p.pathOfStatement(ctx, n)
	case *graph.Outcome:
		return layout.PathOf(n.Round) + "#" + layout.Anchor(id), nil
	case *graph.Conflict:
		path, err := p.pathOf(ctx, n.Subject)
		path, _, _ = strings.Cut(path, "#")
		return path + "#" + layout.Anchor(id), err
	case *graph.LoggedDecision:
		return p.pathOfDecision(ctx, n)
	}
	return p.pathOfDenied(ctx, id)
}

// pathOfDenied is the sentence that denies an outcome or a statement which no
// article affirms: it is none, and an article's page may still name it.
func (p *pages) pathOfDenied(ctx context.Context, id graph.ID) (string, error) {
	one := 1
	found, err := p.store.Claims(ctx, graph.ClaimFilter{Object: id, Denied: true}, graph.Page{First: &one})
	if err != nil {
		return "", err
	}
	for _, c := range found.Nodes() {
		return p.pathOfClaim(ctx, &c)
	}
	return "", layout.NotFound()
}

// pathOfStatement is the page of its round's statements that has it.
func (p *pages) pathOfStatement(ctx context.Context, s *graph.Statement) (string, error) {
	all, err := p.store.StatementsOf(ctx, []graph.ID{s.Round}, edtf.Date{})
	if err != nil {
		return "", err
	}
	path := layout.PathOf(s.Round)
	if i := slices.IndexFunc(all[0], func(other graph.Statement) bool { return other.ID == s.ID }); i >= pageStatements {
		path += "?statements=" + strconv.Itoa(i/pageStatements+1)
	}
	return path + "#" + layout.Anchor(s.ID), nil
}

// pathOfClaim is the sentence that says a claim, or, where only a curator says
// it, what it is about.
func (p *pages) pathOfClaim(ctx context.Context, c *graph.StoredClaim) (string, error) {
	evidence, err := p.store.EvidenceOf(ctx, []graph.ID{c.ID}, graph.EvidenceFilter{})
	if err != nil {
		return "", err
	}
	for _, e := range evidence[0] {
		if len(e.Spans) > 0 {
			return layout.PassagePath(e.Article, c.ID, e.Spans[0].Start), nil
		}
	}
	if c.Subject.Kind() == "claim" {
		return "", layout.NotFound()
	}
	return p.pathOf(ctx, c.Subject)
}

// pathOfDecision is what a decision is about.
func (p *pages) pathOfDecision(ctx context.Context, d *graph.LoggedDecision) (string, error) {
	switch {
	case d.Claim != nil:
		return p.pathOf(ctx, d.Claim.ID())
	case d.Entity != "":
		return p.pathOf(ctx, d.Entity)
	}
	return "", layout.NotFound()
}
