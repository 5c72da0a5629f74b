package rules

import (
	"io/fs"
	"reflect"
	"testing"
	"testing/fstest"
)

// The vocabulary that is read by itself is the engine's, a user's own lexicon
// included.
func TestVocabularyAlone(t *testing.T) {
	o := Options{Lexicon: []fs.FS{fstest.MapFS{"processes.yml": {Data: []byte("- id: amman\n  country: yemen\n  labels: {en: Amman talks}\n  names: [Amman talks]\n")}}}}
	e, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Vocabulary(o)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, e.Vocabulary()) {
		t.Errorf("got %d terms of version %s, the engine has %d of %s", len(got.Terms), got.Version, len(e.Vocabulary().Terms), e.Vocabulary().Version)
	}
	if label := got.Terms["process:amman"].Labels["en"]; label != "Amman talks" {
		t.Errorf("the user's process is called %q", label)
	}
}
