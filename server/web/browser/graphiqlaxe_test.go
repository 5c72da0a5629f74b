package browser

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"
)

// notOurs is what of GraphiQL's page axe-core leaves out, with the reason.
var notOurs = map[string]string{
	".monaco-editor":      "the editor's own colours and roles",
	".graphiql-tab":       "GraphiQL puts a button into each tab, which is a control itself",
	".graphiql-tab-close": "GraphiQL's button that closes a tab is 20 pixels wide",
}

// What is ours of GraphiQL's page meets WCAG 2.2 AA as far as axe-core can
// tell: the questions, the answer as tables, the buttons. On a phone the page
// is no wider than the window.
func TestGraphiQLAccessibility(t *testing.T) {
	findChromium(t)
	axe := readAxe(t)
	url := serve(t)
	context, err := json.Marshal(map[string][]string{"exclude": slices.Sorted(maps.Keys(notOurs))})
	if err != nil {
		t.Fatal(err)
	}
	b := openGraphiQL(t, url+"/")
	b.await(t, "the first answer", tables+`.includes('Nur-Sultan')`)
	questions := []string{"Where do reports disagree", "Which states act as guarantors", "What did Lavrentyev say", "What changed between"}
	for i, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			b.looked(t, l)
			b.await(t, "the questions", `(() => {
				const panel = document.querySelector('.peacetalks-library');
				if (!panel) document.querySelector('[aria-label="Show Questions"]').click();
				return panel;
			})()`)
			b.checkAxeIn(t, axe, string(context))
			b.click(t, questions[i])
			b.await(t, "the answer", answer+`.includes('"data"')`)
			b.screenshot(t, "graphiql-axe-"+l.name)
			b.checkAxeIn(t, axe, string(context))
			if wide := eval[int](t, b, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); wide > 0 {
				t.Errorf("%d pixels wider than the window", wide)
			}
		})
	}
}
