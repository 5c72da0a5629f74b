package scalar

import (
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

// A code is an enum whose values are strings in the graph: lower case, with
// hyphens.
type code struct {
	name    string
	values  []string // as in the schema
	missing string   // stands for the empty string; "" if that cannot be
}

// The codes.
var (
	partyKinds   = code{"PartyKind", strings.Fields("STATE GOVERNMENT OPPOSITION MOVEMENT ORGANISATION"), "UNKNOWN"}
	outcomeKinds = code{"OutcomeKind", strings.Fields("JOINT_STATEMENT AGREEMENT NEXT_ROUND_SET NO_AGREEMENT PRISONER_EXCHANGE WORKING_GROUP ZONES_AGREED POSTPONED"), ""}
	nodeKinds    = code{"NodeKind", strings.Fields("PROCESS ROUND PARTY PERSON PLACE TOPIC ARTICLE"), ""}
)

// marshal writes a code; one that the schema does not have is null, or what
// stands for none.
func (c code) marshal(s string) graphql.Marshaler {
	value := strings.ToUpper(strings.ReplaceAll(s, "-", "_"))
	switch {
	case slices.Contains(c.values, value):
		return quoted(value)
	case c.missing != "":
		return quoted(c.missing)
	}
	return graphql.Null
}

// unmarshal reads a code.
func (c code) unmarshal(v any) (string, error) {
	value, ok := v.(string)
	switch {
	case v == nil:
		return "", nil
	case ok && slices.Contains(c.values, value):
		return strings.ToLower(strings.ReplaceAll(value, "_", "-")), nil
	case ok && value == c.missing && value != "":
		return "", errorf("%s: nothing can be looked for by %s", c.name, value)
	}
	return "", errorf("%s: want one of %s", c.name, strings.Join(c.values, ", "))
}

// MarshalPartyKind writes the kind of a party.
func MarshalPartyKind(s string) graphql.Marshaler { return partyKinds.marshal(s) }

// UnmarshalPartyKind reads the kind of a party.
func UnmarshalPartyKind(v any) (string, error) { return partyKinds.unmarshal(v) }

// MarshalOutcomeKind writes the kind of an outcome.
func MarshalOutcomeKind(s string) graphql.Marshaler { return outcomeKinds.marshal(s) }

// UnmarshalOutcomeKind reads the kind of an outcome.
func UnmarshalOutcomeKind(v any) (string, error) { return outcomeKinds.unmarshal(v) }

// MarshalNodeKind writes the kind of a node.
func MarshalNodeKind(s string) graphql.Marshaler { return nodeKinds.marshal(s) }

// UnmarshalNodeKind reads the kind of a node.
func UnmarshalNodeKind(v any) (string, error) { return nodeKinds.unmarshal(v) }
