package web

import (
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The media types of answers.
const (
	mediaGraphQL = "application/graphql-response+json"
	mediaJSON    = "application/json"
)

// The codes of refusals, in extensions.code.
const (
	codeRequest = "BAD_REQUEST"
	codeLimit   = "LIMIT_EXCEEDED"
	codeAccess  = "UNAUTHENTICATED"
)

// overHTTP is GraphQL over HTTP, as its specification has it: an answer that
// has no data because the request is wrong says so by its status and has no
// data entry. The endpoint has read the request.
type overHTTP struct{}

// Supports takes what no other transport has taken.
func (overHTTP) Supports(r *http.Request) bool {
	_, ok := r.Context().Value(paramsKey{}).(*params)
	return ok
}

// Do answers a query or mutation.
func (overHTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	ctx := r.Context()
	oc, errs := exec.CreateOperationContext(ctx, ctx.Value(paramsKey{}).(*params).raw(r))
	if len(errs) == 0 {
		errs = unfit(r, oc.Operation)
	}
	if len(errs) > 0 {
		shown := exec.DispatchError(graphql.WithOperationContext(ctx, oc), errs)
		status := statusOf(errs, accepted(r))
		if status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", http.MethodPost)
		}
		writeErrors(w, r, status, shown.Errors)
		return
	}
	responses, ctx := exec.DispatchOperation(ctx, oc)
	switch answer := responses(ctx); {
	case answer == nil: // the client is gone
	case answer.Data == nil && codeOf(answer.Errors) == codeBusy:
		w.Header().Set("Retry-After", "1")
		writeErrors(w, r, http.StatusServiceUnavailable, answer.Errors)
	default:
		writeJSON(w, r, http.StatusOK, answer)
	}
}

// raw is the request as the executor takes it.
func (p *params) raw(r *http.Request) *graphql.RawParams {
	raw := &graphql.RawParams{Query: p.query, OperationName: p.operation, Variables: p.variables, Extensions: p.extensions, Headers: r.Header}
	raw.ReadTime.Start, raw.ReadTime.End = graphql.Now(), graphql.Now()
	return raw
}

// unfit refuses operations that this transport does not carry.
func unfit(r *http.Request, op *ast.OperationDefinition) gqlerror.List {
	switch {
	case op.Operation == ast.Subscription:
		return refusal(codeRequest, "a subscription is sent as server-sent events (Accept: text/event-stream), or over "+socketProtocol)
	case op.Operation == ast.Mutation && r.Method == http.MethodGet:
		return refusal(codeMethod, "a mutation is sent by POST")
	}
	return nil
}

const codeMethod = "METHOD_NOT_ALLOWED"

func refusal(code, message string) gqlerror.List {
	return gqlerror.List{{Message: message, Extensions: map[string]any{"code": code}}}
}

// statusOf is the status of an answer to a request that cannot be executed. A
// query that is well-formed HTTP and wrong GraphQL is 200 as application/json,
// for clients that know no better.
func statusOf(errs gqlerror.List, media string) int {
	switch code := codeOf(errs); {
	case code == codeMethod:
		return http.StatusMethodNotAllowed
	case code == codeAccess:
		return http.StatusUnauthorized
	case code == codeRequest || media == mediaGraphQL:
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// codeOf is the code of the first error.
func codeOf(errs gqlerror.List) string {
	if len(errs) == 0 {
		return ""
	}
	code, _ := errs[0].Extensions["code"].(string)
	return code
}

// refuse answers a request that is not looked at any further.
func refuse(w http.ResponseWriter, r *http.Request, status int, code, message string) {
	writeErrors(w, r, status, refusal(code, message))
}

// A requestError is what is wrong with a request.
type requestError struct {
	status        int
	code, message string
}

func (e *requestError) Error() string { return e.message }

func refuseWith(w http.ResponseWriter, r *http.Request, err error) {
	var e *requestError
	if !errors.As(err, &e) {
		e = &requestError{http.StatusBadRequest, codeRequest, "the request cannot be read"}
	}
	refuse(w, r, e.status, e.code, e.message)
}

func writeErrors(w http.ResponseWriter, r *http.Request, status int, errs gqlerror.List) {
	writeJSON(w, r, status, struct {
		Errors gqlerror.List `json:"errors"`
	}{errs})
}

func writeJSON(w http.ResponseWriter, r *http.Request, status int, answer any) {
	data, err := json.Marshal(answer)
	if err != nil {
		status, data = http.StatusInternalServerError, []byte(`{"errors":[{"message":"internal error"}]}`)
	}
	h := w.Header()
	h.Set("Content-Type", accepted(r)+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(data)))
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	w.WriteHeader(status)
	_, _ = w.Write(data)
}

// accepted is the media type of the answer: the one that the client prefers,
// application/json where it says nothing of the two.
func accepted(r *http.Request) string {
	given := weights(r)
	json, said := given[mediaJSON]
	if !said {
		json = max(given["*/*"], given["application/*"])
	}
	if q := given[mediaGraphQL]; q > 0 && q >= json {
		return mediaGraphQL
	}
	return mediaJSON
}

// wantsEvents tells whether the client would rather have a stream of events
// than JSON. Some that take both name it last.
func wantsEvents(r *http.Request) bool {
	given := weights(r)
	return given[mediaEvents] > max(given[mediaJSON], given[mediaGraphQL])
}

// weights are the media types of the header Accept, with how much the client
// likes each.
func weights(r *http.Request) map[string]float64 {
	found := map[string]float64{}
	for part := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
		media, given, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err != nil {
			continue
		}
		q := 1.0
		if s, ok := given["q"]; ok {
			if q, err = strconv.ParseFloat(s, 64); err != nil {
				continue
			}
		}
		found[media] = q
	}
	return found
}
