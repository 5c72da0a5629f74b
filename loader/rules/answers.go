package rules

import "peacetalks/graph"

// answers takes the topics of an answer for the agenda where the question asks
// what is discussed: "What is on the table? A ceasefire, …". Languages without
// a class "question-agenda" leave it out.
func (d *document) answers() {
	class, ok := d.lang.class["question-agenda"]
	if !ok {
		return
	}
	for s := 0; s+1 < len(d.text.Sentences); s++ {
		question, answer := d.text.Sentences[s], d.text.Sentences[s+1]
		if d.text.Tokens[question.To-1].Norm != "?" || d.blocks[s] == "" || d.blocks[s+1] == "" || !d.has(class, question.From, question.To) {
			continue
		}
		for i := answer.From; i < answer.To; i++ {
			for _, topic := range d.mentions[kindTopic][i] {
				d.give(&fact{kind: "agenda", round: d.main, topic: topic.entry.ID, rule: d.lang.name + ".answer", modality: graph.Happened,
					wording: [2]int{topic.from, topic.to}, spans: [][2]int{{topic.from, topic.to}}, weight: 1})
			}
		}
	}
}
