package graph

import (
	"reflect"

	"peacetalks/graph/edtf"
)

// Ids that come from outside may be those of things that were merged since.
// What answers them goes by the canonical ids.

// current gives ids their canonical form, in their order. A claim that was read
// with ids which were merged since has the id that it has with the others.
func (v *view) current(ids []ID) ([]ID, error) {
	o, err := v.overlay()
	if err != nil || o == nil {
		return ids, err
	}
	out := make([]ID, len(ids))
	for i, id := range ids {
		out[i] = o.current(id)
	}
	return out, nil
}

func (o *overlay) current(id ID) ID {
	if id.Kind() != kindClaim {
		return o.curation.id(id)
	}
	if to, ok := o.alias[id]; ok {
		return to
	}
	return id
}

// currentFilter is a filter with canonical ids, at every depth.
func currentFilter[F any](v *view, f F) (F, error) {
	o, err := v.overlay()
	if err != nil || o == nil || len(o.curation.parent) == 0 {
		return f, err
	}
	out := reflect.New(reflect.TypeFor[F]()).Elem()
	out.Set(reflect.ValueOf(f))
	o.rename(out)
	return out.Interface().(F), nil
}

var idType = reflect.TypeFor[ID]()

// rename gives the ids in a value their canonical form. What the value points
// at is copied first: it is the caller's.
func (o *overlay) rename(x reflect.Value) {
	switch x.Kind() {
	case reflect.String:
		if x.Type() == idType {
			x.SetString(string(o.current(ID(x.String()))))
		}
	case reflect.Struct:
		if x.Type() == reflect.TypeFor[edtf.Date]() {
			return
		}
		for i := range x.NumField() {
			o.rename(x.Field(i))
		}
	case reflect.Pointer:
		if !x.IsNil() {
			to := reflect.New(x.Type().Elem())
			to.Elem().Set(x.Elem())
			o.rename(to.Elem())
			x.Set(to)
		}
	case reflect.Slice:
		if !x.IsNil() {
			to := reflect.MakeSlice(x.Type(), x.Len(), x.Len())
			reflect.Copy(to, x)
			for i := range to.Len() {
				o.rename(to.Index(i))
			}
			x.Set(to)
		}
	}
}

// roundOf is the view of a round. The process that an id names may have been
// merged.
func (v *view) roundOf(f facts, asOf edtf.Date) (Round, error) {
	r := roundOf(f, asOf)
	o, err := v.overlay()
	if err == nil && o != nil {
		r.Process = o.curation.id(r.Process)
	}
	return r, err
}

// asAsked gives a view the id that it was asked for by: a thing that was
// merged answers under its old ids, too.
func asAsked(node any, id ID) {
	switch n := node.(type) {
	case *Process:
		n.ID = id
	case *Round:
		n.ID = id
	case *Delegation:
		n.ID = id
	case *Party:
		n.ID = id
	case *Person:
		n.ID = id
	case *Place:
		n.ID = id
	case *Topic:
		n.ID = id
	case *AgendaItem:
		n.ID = id
	case *Meeting:
		n.ID = id
	case *Statement:
		n.ID = id
	case *Outcome:
		n.ID = id
	}
}
