package main

import "encoding/json"

// json writes a value as one line of JSON to standard output.
func (p *program) json(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
