package scalar

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"golang.org/x/text/language"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// An Error reports an input value that cannot be read. Its text is meant for
// the client.
type Error struct{ Reason string }

func (e *Error) Error() string { return e.Reason }

func errorf(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }

// A null stands for the zero value: fields of filters are no pointers.

// text reads a JSON string of a limited length.
func text(scalar string, v any, max int) (string, error) {
	s, ok := v.(string)
	switch {
	case !ok:
		return "", errorf("%s: want a string", scalar)
	case len(s) > max:
		return "", errorf("%s: %d bytes are more than the %d it may have", scalar, len(s), max)
	}
	return s, nil
}

// quoted writes a string as JSON.
func quoted(s string) graphql.Marshaler {
	return graphql.MarshalString(s)
}

// MarshalID writes an id.
func MarshalID(id graph.ID) graphql.Marshaler { return quoted(string(id)) }

// UnmarshalID reads an id; whether its kind fits is for the resolver to say.
func UnmarshalID(v any) (graph.ID, error) {
	if v == nil {
		return "", nil
	}
	switch n := v.(type) {
	case json.Number:
		return graph.ID(n.String()), nil
	case int64:
		return graph.ID(strconv.FormatInt(n, 10)), nil
	case int:
		return graph.ID(strconv.Itoa(n)), nil
	}
	s, err := text("ID", v, 1000)
	return graph.ID(s), err
}

// MarshalInt writes a number.
func MarshalInt(n int) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { io.WriteString(w, strconv.Itoa(n)) })
}

// UnmarshalInt reads a number of 32 bits, as the specification has it.
func UnmarshalInt(v any) (int, error) {
	var written string
	switch n := v.(type) {
	case json.Number:
		written = n.String()
	case string: // a literal of the query, which the parser has found to be a number
		written = n
	case int, int32, int64, float64:
		written = fmt.Sprint(n)
	}
	n, err := strconv.ParseInt(written, 10, 64)
	if err != nil || n < math.MinInt32 || n > math.MaxInt32 {
		return 0, errorf("Int: %.40q is no whole number of 32 bits", fmt.Sprint(v))
	}
	return int(n), nil
}

// MarshalEDTF writes an uncertain date; the zero date is null.
func MarshalEDTF(d edtf.Date) graphql.Marshaler {
	if d.IsZero() {
		return graphql.Null
	}
	return quoted(d.String())
}

// UnmarshalEDTF reads an uncertain date.
func UnmarshalEDTF(v any) (edtf.Date, error) {
	if v == nil {
		return edtf.Date{}, nil
	}
	s, err := text("EDTF", v, 100)
	if err != nil {
		return edtf.Date{}, err
	}
	d, err := edtf.Parse(s)
	if err != nil {
		return edtf.Date{}, errorf("EDTF: %.40q is no date of ISO 8601-2 level 1", s)
	}
	return d, nil
}

// MarshalDate writes a day; what is no day is null.
func MarshalDate(d edtf.Date) graphql.Marshaler {
	if !d.IsDay() {
		return graphql.Null
	}
	return quoted(d.Earliest().Format(time.DateOnly))
}

// UnmarshalDate reads a day.
func UnmarshalDate(v any) (edtf.Date, error) {
	if v == nil {
		return edtf.Date{}, nil
	}
	s, err := text("Date", v, 100)
	if err != nil {
		return edtf.Date{}, err
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return edtf.Date{}, errorf("Date: %.40q is no day, YYYY-MM-DD", s)
	}
	return edtf.OfTime(t), nil
}

// MarshalDay writes the day of a moment.
func MarshalDay(t time.Time) graphql.Marshaler { return quoted(t.Format(time.DateOnly)) }

// UnmarshalDay reads a day as its first moment, in UTC.
func UnmarshalDay(v any) (time.Time, error) {
	d, err := UnmarshalDate(v)
	return d.Earliest(), err
}

// MarshalDateTime writes a moment; the zero time is null.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return quoted(t.UTC().Format(time.RFC3339))
}

// UnmarshalDateTime reads a moment.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, err := text("DateTime", v, 100)
	if err != nil {
		return time.Time{}, err
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, errorf("DateTime: %.40q is no moment of RFC 3339", s)
	}
	return t, nil
}

// IsLanguage tells whether a text is the BCP 47 tag of a language.
func IsLanguage(tag string) bool {
	_, err := language.Parse(tag)
	return err == nil
}

// MarshalLanguage writes a language's tag; no language is null.
func MarshalLanguage(tag string) graphql.Marshaler {
	if tag == "" {
		return graphql.Null
	}
	return quoted(tag)
}

// UnmarshalLanguage reads a language's tag.
func UnmarshalLanguage(v any) (string, error) {
	if v == nil {
		return "", nil
	}
	s, err := text("Language", v, 35)
	if err == nil && !IsLanguage(s) {
		err = errorf("Language: %.40q is no BCP 47 tag such as ar or pt-BR", s)
	}
	return s, err
}
