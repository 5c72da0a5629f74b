package main

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"peacetalks/graph/timeline"
	"peacetalks/loader/rules"
)

//go:embed completion
var completionScripts embed.FS

// shells are those that have a script of completion.
var shells = []string{"bash", "zsh", "fish"}

func shellNames() string { return strings.Join(shells, ",") }

type completionCmd struct {
	Shell string `arg:"" enum:"${shells}" help:"One of ${shells}."`
}

// Help is shown below the flags.
func (completionCmd) Help() string {
	return `The shell then completes commands, flags, formats, ids of the lexicon, files and folders.

For this session, and for all to come:

  source <(peacetalks completion bash)
  peacetalks completion bash > ~/.local/share/bash-completion/completions/peacetalks

  source <(peacetalks completion zsh)
  peacetalks completion zsh > "${fpath[1]}/_peacetalks"

  peacetalks completion fish | source
  peacetalks completion fish > ~/.config/fish/completions/peacetalks.fish`
}

// Run prints the script.
func (c *completionCmd) Run(p *program) error {
	script, err := completionScripts.ReadFile("completion/" + name + "." + c.Shell)
	if err == nil {
		_, err = p.out.Write(script)
	}
	return err
}

type completeCmd struct {
	Words []string `arg:"" optional:"" passthrough:"" help:"The command line up to the cursor, without the program's name."`
}

// Run prints what could stand in the place of the last word: in the first line
// its kind, then one word a line, with a tab and what it means.
func (c *completeCmd) Run(ctx context.Context, p *program) error {
	words := c.Words
	if len(words) > 0 && words[0] == "--" {
		words = words[1:]
	}
	another := &program{out: p.out, err: p.err} // parsing fills the flags of a program
	parser, err := another.parser(ctx)
	if err != nil {
		return err
	}
	kind, list := complete(parser.Model, words)
	fmt.Fprintln(p.out, kind)
	for _, w := range list {
		fmt.Fprintf(p.out, "%s\t%s\n", w.text, w.help)
	}
	return nil
}

// anyWord is the kind of what can stand in a place where words are listed, if
// any are. The others are "file" and "dir", as the tag "completion" of a flag or
// a positional word has them.
const anyWord = "words"

// A suggestion is a word that can stand in a place.
type suggestion struct{ text, help string }

// complete tells what could stand in the place of the last word of a command
// line.
func complete(app *kong.Application, words []string) (kind string, list []suggestion) {
	words = rejoined(words)
	if len(words) == 0 {
		words = []string{""}
	}
	last := words[len(words)-1]
	at := follow(app.Node, words[:len(words)-1])
	flag, _, hasValue := strings.Cut(last, "=")
	switch {
	case at.flag != nil:
		kind, list = valuesOf(at.flag.Value)
	case !at.bare && hasValue && strings.HasPrefix(last, "--"):
		if f := at.named(flag); f != nil {
			if kind, list = valuesOf(f.Value); kind == anyWord {
				for i := range list {
					list[i].text = flag + "=" + list[i].text
				}
			}
		}
	case !at.bare && strings.HasPrefix(last, "-"):
		kind, list = anyWord, at.flags()
	case len(at.node.Children) > 0:
		kind, list = anyWord, commandsOf(at.node)
	default:
		kind, list = valuesOf(at.positional())
	}
	list = slices.DeleteFunc(list, func(s suggestion) bool { return !strings.HasPrefix(s.text, last) })
	return cmp.Or(kind, anyWord), list
}

// rejoined puts "--flag", "=" and "value" together again, which bash takes
// apart.
func rejoined(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		if n := len(out); words[i] == "=" && n > 0 && strings.HasPrefix(out[n-1], "--") {
			// The shell replaces the value alone, so that the flag stands as a word before it.
			next := ""
			if i++; i < len(words) {
				next = words[i]
			}
			out = append(out, next)
			continue
		}
		out = append(out, words[i])
	}
	return out
}

// A position is where the words of a command line have led to.
type position struct {
	node *kong.Node
	flag *kong.Flag // whose value comes next
	args int        // positional words so far
	bare bool       // after "--", where no flags stand
}

// follow reads the words before the last.
func follow(node *kong.Node, words []string) position {
	at := position{node: node}
	for _, w := range words {
		name, _, hasValue := strings.Cut(w, "=")
		switch {
		case at.flag != nil:
			at.flag = nil
		case w == "--":
			at.bare = true
		case !at.bare && strings.HasPrefix(w, "-") && w != "-":
			if f := at.named(name); f != nil && !hasValue && !f.IsBool() {
				at.flag = f
			}
		case len(at.node.Children) > 0:
			if i := slices.IndexFunc(at.node.Children, func(n *kong.Node) bool { return n.Name == w }); i >= 0 {
				at.node = at.node.Children[i]
			}
		default:
			at.args++
		}
	}
	return at
}

// all lists the flags that can stand here.
func (at position) all() []*kong.Flag {
	var out []*kong.Flag
	for _, group := range at.node.AllFlags(true) {
		out = append(out, group...)
	}
	return out
}

// named is the flag that is written so, or nil.
func (at position) named(written string) *kong.Flag {
	for _, f := range at.all() {
		if written == "--"+f.Name || f.Short != 0 && written == "-"+string(f.Short) {
			return f
		}
	}
	return nil
}

func (at position) flags() []suggestion {
	var out []suggestion
	for _, f := range at.all() {
		out = append(out, suggestion{"--" + f.Name, f.Help})
	}
	slices.SortFunc(out, func(a, b suggestion) int { return strings.Compare(a.text, b.text) })
	return out
}

// positional is the value that the next word is, or nil.
func (at position) positional() *kong.Value {
	list := at.node.Positional
	switch n := len(list); {
	case at.args < n:
		return list[at.args]
	case n > 0 && list[n-1].IsSlice():
		return list[n-1]
	}
	return nil
}

func commandsOf(n *kong.Node) []suggestion {
	var out []suggestion
	for _, c := range n.Children {
		if !c.Hidden {
			out = append(out, suggestion{c.Name, c.Help})
		}
	}
	return out
}

// valuesOf tells what a flag or a positional word can be.
func valuesOf(v *kong.Value) (kind string, list []suggestion) {
	switch {
	case v == nil:
		return anyWord, nil
	case v.Enum != "":
		for _, e := range v.EnumSlice() {
			list = append(list, suggestion{e, ""})
		}
		return anyWord, list
	}
	if kind := v.Tag.Get("completion"); kind != "" {
		return kind, nil
	}
	switch v.Name {
	case "format":
		for f := range strings.SplitSeq(formats(), ", ") {
			list = append(list, suggestion{f, ""})
		}
	case "kind":
		for _, k := range timeline.Kinds() {
			list = append(list, suggestion{strings.ToLower(string(k)), ""})
		}
	case "language":
		list = []suggestion{{"ar", "Arabic"}, {"en", "English"}, {"fa", "Persian"}, {"fr", "French"}, {"ru", "Russian"}, {"tr", "Turkish"}}
	case "topic":
		if v.Flag == nil {
			return anyWord, topicsOfHelp()
		}
		list = lexiconIDs(v.Name)
	case "process", "party", "person":
		list = lexiconIDs(v.Name)
	}
	return anyWord, list
}

// lexiconIDs lists what the built-in lexicon names, by the kind of id.
func lexiconIDs(kind string) []suggestion {
	v, err := rules.Vocabulary(rules.Options{})
	if err != nil {
		return nil
	}
	var out []suggestion
	for id, term := range v.Terms {
		if id.Kind() == kind {
			out = append(out, suggestion{id.Name(), term.Labels["en"]})
		}
	}
	slices.SortFunc(out, func(a, b suggestion) int { return strings.Compare(a.text, b.text) })
	return out
}
