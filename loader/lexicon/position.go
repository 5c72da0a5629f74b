package lexicon

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-yaml"
)

// Position is where a YAML path such as "$.rules[2]" leads in a document, as
// "[line:column] ", the way in which the decoder's own errors tell it; "" where it
// leads nowhere. It reads the document again, and is for errors only.
func Position(document []byte, path string) string {
	p, err := yaml.PathString(path)
	if err != nil {
		return ""
	}
	node, err := p.ReadNode(bytes.NewReader(document))
	if err != nil || node == nil || node.GetToken() == nil {
		return ""
	}
	at := node.GetToken().Position
	return fmt.Sprintf("[%d:%d] ", at.Line, at.Column)
}

// An origin is where an entry is written.
type origin struct {
	document []byte
	index    int
}

func (o origin) String() string { return Position(o.document, fmt.Sprintf("$[%d]", o.index)) }
