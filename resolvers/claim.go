package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
	"peacetalks/resolvers/scalar"
)

func (r *claimResolver) Subject(ctx context.Context, obj *graph.StoredClaim) (model.Node, error) {
	return r.subject(ctx, obj.Subject)
}

func (r *claimResolver) Object(ctx context.Context, obj *graph.StoredClaim) (model.ClaimObject, error) {
	switch o := obj.Object; {
	case o.Entity != "":
		return r.subject(ctx, o.Entity)
	case !o.Date.IsZero():
		return scalar.DateValue{EDTF: o.Date}, nil
	case o.Number != 0:
		return scalar.NumberValue{Number: o.Number}, nil
	default:
		return scalar.TextValue{Text: o.Text, Language: o.Language}, nil
	}
}

func (r *claimResolver) Evidence(ctx context.Context, obj *graph.StoredClaim, denied *bool, asOf *edtf.Date) ([]scalar.Evidence, error) {
	if asOf == nil {
		asOf = &obj.AsOf
	}
	return r.evidence(ctx, obj.ID, denied, *asOf)
}

func (r *evidenceResolver) Article(ctx context.Context, obj *scalar.Evidence) (*graph.ArticleInfo, error) {
	return sessionOf(ctx).articles.Load(ctx, at[struct{}]{id: obj.Article})
}

func (r *queryResolver) Claims(ctx context.Context, filter *graph.ClaimFilter, orderBy *graph.ClaimOrder, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.StoredClaim], error) {
	f := or(filter)
	f.Order = or(orderBy)
	if err := completeClaims(&f); err != nil {
		return nil, err
	}
	return connect(r.store.Claims(ctx, f, r.page(first, after, last, before)))
}

func (r *spanResolver) StartUtf16(ctx context.Context, obj *scalar.Span) (int, error) {
	return r.utf16(ctx, obj, obj.Start)
}

func (r *spanResolver) EndUtf16(ctx context.Context, obj *scalar.Span) (int, error) {
	return r.utf16(ctx, obj, obj.End)
}

func (r *Resolver) Claim() generated.ClaimResolver { return &claimResolver{r} }

func (r *Resolver) Evidence() generated.EvidenceResolver { return &evidenceResolver{r} }

func (r *Resolver) Span() generated.SpanResolver { return &spanResolver{r} }

type (
	claimResolver    struct{ *Resolver }
	evidenceResolver struct{ *Resolver }
	spanResolver     struct{ *Resolver }
)
