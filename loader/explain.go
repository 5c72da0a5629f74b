package loader

import (
	"peacetalks/loader/rules"
	"peacetalks/loader/source"
)

// An Explained is why one document's facts are there.
type Explained struct {
	File string `json:"file"`
	rules.Explanation
}

// Explain reads a document as [Loader.Extract] does and says why each fact is
// there. A sentence, asked for by its number or some of its words, is explained
// word by word; "" asks for none.
func (l *Loader) Explain(doc source.Document, sentence string) (Explained, error) {
	a, err := article(doc)
	if err != nil {
		return Explained{}, err
	}
	a = a.Given()
	in, _ := input(&a)
	x, err := l.extractor.Explain(in, sentence)
	return Explained{doc.Name, x}, err
}
