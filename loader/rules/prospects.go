package rules

import (
	"cmp"
	"slices"

	"peacetalks/graph/edtf"
)

// A prospect is a fact that an article may tell: all candidates that would be that fact.
// How likely it is depends on more than its likeliest candidate: how often it seems to be
// told, whether another would do as well (one leads a delegation), what else the same
// sentence seems to list, what else is likely of the same person or party. These are its
// features, which trees tell apart that were learnt with the weights.
type prospect struct {
	fact   // as its likeliest candidate tells it
	key    prospectKey
	of     weighed // the kind
	at     [2]int  // the words that this candidate is about
	sum    float32 // of the weights of its signs
	alone  float32 // how likely it is by these alone
	told   int32   // its sentence
	first  int32   // the sentence of the first candidate
	count  int32   // how many candidates there are
	rival  int32   // the prospect before of the same kind and round, -1 where there is none
	likely float32 // where it has been asked
	why    string  // for those who ask: the signs that speak most for it
}

// tell is the prospect's fact with its passages.
func (p *prospect) tell(d *document) *fact {
	p.spans = [][2]int{d.sentenceOf(p.at[0]), p.at}
	return &p.fact
}

// A prospectKey is what makes two candidates one prospect. What they are about is numbered.
type prospectKey struct {
	round *round
	who   int32    // the person
	what  [4]int32 // the party, topic, place or day, or the parties
	of    weighed
}

// doubtfulProspect is the number of the prospect that a fact would be, if it is of a kind in
// doubtful.
func (p *prospects) doubtfulProspect(f *fact) (int, bool) {
	of := slices.Index(weighedKinds[:], f.kind)
	if of < 0 || doubtful[of] == 0 {
		return 0, false
	}
	key := prospectKey{round: f.round, what: [4]int32{p.numbers[f.party]}, of: weighed(of)}
	if f.kind == "member" {
		key.who = p.persons[f.person]
	}
	k, ok := p.index[key]
	return k, ok
}

// prospects are those of an article.
type prospects struct {
	list    []prospect
	index   map[prospectKey]int
	numbers map[string]int32 // of the parties, topics and places that they are about, from 1 on
	persons map[*person]int32
	days    map[edtf.Date]int32
	things  int32             // how many of these there are
	most    []greatest        // of all, and behind them by number of those about each thing
	rivals  map[rivalry]int32 // the last prospect of a kind and round
}

// A greatest is by kind the greatest sum of some prospects.
type greatest [weighedCount]float32

// A rivalry is what rivals have in common.
type rivalry struct {
	of    weighed
	round *round
}

// number is the number of a party, topic or place, by its id.
func (p *prospects) number(id string) int32 { return numbered(&p.numbers, id, &p.things) }

// numberOfPerson is the number of a person.
func (p *prospects) numberOfPerson(who *person) int32 { return numbered(&p.persons, who, &p.things) }

// numberOfDay is the number of a day.
func (p *prospects) numberOfDay(day edtf.Date) int32 { return numbered(&p.days, day, &p.things) }

// numbered is the number of a thing in a map, which gets the next where it has none.
func numbered[T comparable](in *map[T]int32, thing T, last *int32) int32 {
	if *in == nil {
		*in = map[T]int32{}
	}
	n, ok := (*in)[thing]
	if !ok {
		*last++
		n = *last
		(*in)[thing] = n
	}
	return n
}

// mostKept is of how many prospects the memory is kept for the next article.
const mostKept = 4096

// forget clears what is kept of an article, but for memory.
func (p *prospects) forget() {
	if len(p.list) > mostKept {
		*p = prospects{} // a map stays as large as it ever was
		return
	}
	clear(p.list)
	p.list = p.list[:0]
	clear(p.index)
	clear(p.numbers)
	clear(p.persons)
	clear(p.days)
	clear(p.rivals)
	p.things = 0
}

// add adds a candidate by the key of its prospect, the sum of its weights and its sentence, and
// returns the number of the prospect and whether the candidate is its likeliest so far, which has
// to be told to it.
func (p *prospects) add(key prospectKey, sum float32, told int32) (k int, best bool) {
	if p.index == nil {
		p.index, p.rivals = map[prospectKey]int{}, map[rivalry]int32{}
	}
	k, ok := p.index[key]
	if !ok {
		k = len(p.list)
		of, rival := rivalry{key.of, key.round}, int32(-1)
		if last, ok := p.rivals[of]; ok {
			rival = last
		}
		p.rivals[of], p.index[key] = int32(k), k
		p.list = append(p.list, prospect{key: key, of: key.of, sum: sum, told: told, first: told, count: 1, rival: rival})
		return k, true
	}
	o := &p.list[k]
	o.count++
	if best = sum > o.sum; best {
		o.sum, o.told = sum, told
	}
	return k, best
}

// features are what the trees ask of a prospect, each a number. Where a sum is asked of
// something that there is not, it is none.
const (
	featureSum      = iota // of the weights of its likeliest candidate
	featureTimes           // how many candidates it has
	featureFirst           // the number of the sentence of its first candidate
	featureTold            // … of its likeliest
	featureOwn             // 1 of the article's own round, 0 of another
	featureAll             // how many prospects the article has
	featureRivals          // how many others there are of its kind and round
	featureRival           // the greatest sum of these
	featureLikely          // how many of these have a sum above zero
	featureBetter          // how many of these have a greater sum than it has
	featureExpected        // how many of these one would expect to be true
	featureParty           // the greatest sum of those among them about the same party
	featurePerson          // … about the same person
	featureHere            // … of those whose likeliest candidate stands in the same sentence
	featureHereAll         // how many these are
	featureHereMean        // their mean
	featureParties         // of a meeting, how many parties
	featureOfPerson        // what else is likely of its person: as head, member, speaker
	featureOfParty  = featureOfPerson + 3
	featureMean     = featureOfParty + len(partyKinds) // the mean for a meeting's parties
	featureLeast    = featureMean + len(meetingKinds)  // the least for them
	featureOfDay    = featureLeast + 2                 // for its day as a first or last one
	featureOutcome  = featureOfDay + 2                 // the greatest for each outcome, of an outcome
	featureCount    = featureOutcome + len(outcomeKinds)
)

var (
	personKinds  = [...]weighed{weighedHead, weighedMember, weighedSay}
	partyKinds   = [...]weighed{weighedDelegation, weighedObserver, weighedGuarantor, weighedHost, weighedSay, weighedHead, weighedMember, weighedMeeting}
	meetingKinds = [...]weighed{weighedDelegation, weighedHost, weighedSay, weighedObserver} // the least is asked of the first two
	dayKinds     = [...]weighed{weighedStart, weighedEnd}
)

// featureNames name the features in the file of weights.
var featureNames = func() (names [featureCount]string) {
	copy(names[:], []string{"sum", "times", "first", "told", "own", "all", "rivals", "rival", "likely", "better", "expected", "party", "person", "here", "here-all", "here-mean", "parties"})
	for k, of := range personKinds {
		names[featureOfPerson+k] = "person-" + weighedKinds[of]
	}
	for k, of := range partyKinds {
		names[featureOfParty+k] = "party-" + weighedKinds[of]
	}
	for k, of := range meetingKinds {
		names[featureMean+k] = "mean-" + weighedKinds[of]
	}
	for k, of := range meetingKinds[:2] {
		names[featureLeast+k] = "least-" + weighedKinds[of]
	}
	for k, of := range dayKinds {
		names[featureOfDay+k] = "day-" + weighedKinds[of]
	}
	for k, value := range outcomeKinds {
		names[featureOutcome+k] = value
	}
	return names
}()

// none stands for a sum where there is nothing to add up.
const none = -9

// compare gathers what features ask of several prospects.
func (p *prospects) compare() {
	p.most = p.most[:0]
	for range p.things + 1 {
		p.most = append(p.most, ofNone)
	}
	for k := range p.list {
		o := &p.list[k]
		o.alone = logistic(o.sum)
		p.note(0, o)
		if o.key.who > 0 {
			p.note(o.key.who, o)
		}
		for _, n := range o.key.what {
			if n > 0 {
				p.note(n, o)
			}
		}
	}
}

// note counts a prospect among those about the nth thing, or of all.
func (p *prospects) note(n int32, o *prospect) {
	if most := &p.most[n]; most[o.of] == none || o.sum > most[o.of] {
		most[o.of] = o.sum
	}
}

// ofNone is of no prospects.
var ofNone = func() (of greatest) {
	for k := range of {
		of[k] = none
	}
	return of
}()

// features are those of the k-th prospect.
func (p *prospects) features(k int, own *round) (x [featureCount]float32) {
	o := &p.list[k]
	for j := range x {
		x[j] = none
	}
	x[featureSum], x[featureTimes], x[featureFirst], x[featureTold] = o.sum, float32(o.count), float32(o.first), float32(o.told)
	x[featureOwn], x[featureAll], x[featureParties] = 0, float32(len(p.list)), float32(len(o.parties))
	if o.round == own {
		x[featureOwn] = 1
	}
	p.against(k, &x)
	if o.person != nil {
		most := &p.most[o.key.who]
		for j, of := range personKinds {
			x[featureOfPerson+j] = most[of]
		}
	}
	if o.party != "" {
		most := &p.most[o.key.what[0]]
		for j, of := range partyKinds {
			x[featureOfParty+j] = most[of]
		}
	}
	if o.of == weighedMeeting {
		p.together(o, &x)
	}
	if o.date != (edtf.Date{}) {
		most := &p.most[o.key.what[0]]
		for j, of := range dayKinds {
			x[featureOfDay+j] = most[of]
		}
	}
	for j := 0; o.of >= weighedOutcome && j < len(outcomeKinds); j++ {
		x[featureOutcome+j] = p.most[0][weighedOutcome+weighed(j)]
	}
	return x
}

// together tells the features of a meeting's parties.
func (p *prospects) together(o *prospect, x *[featureCount]float32) {
	for j, of := range meetingKinds {
		var mean float32
		least := p.most[0][of]
		for k := range o.parties {
			sum := p.most[o.key.what[k]][of]
			mean, least = mean+sum/float32(len(o.parties)), min(least, sum)
		}
		if x[featureMean+j] = mean; j < 2 {
			x[featureLeast+j] = least
		}
	}
}

// against tells the features of the k-th prospect that compare it with others of its kind
// and round.
func (p *prospects) against(k int, x *[featureCount]float32) {
	o := &p.list[k]
	var all, likely, better, expected, here, sum float32
	for j := p.rivals[rivalry{o.of, o.round}]; j >= 0; j = p.list[j].rival {
		r := &p.list[j]
		if r == o {
			continue
		}
		all++
		expected += r.alone
		x[featureRival] = max(x[featureRival], r.sum)
		if r.sum > 0 {
			likely++
		}
		if r.sum > o.sum {
			better++
		}
		if o.party != "" && r.party == o.party {
			x[featureParty] = max(x[featureParty], r.sum)
		}
		if o.person != nil && r.person == o.person {
			x[featurePerson] = max(x[featurePerson], r.sum)
		}
		if r.told == o.told {
			here, sum = here+1, sum+r.sum
			x[featureHere] = max(x[featureHere], r.sum)
		}
	}
	x[featureRivals], x[featureLikely], x[featureBetter], x[featureExpected], x[featureHereAll] = all, likely, better, expected, here
	if here > 0 {
		x[featureHereMean] = sum / here
	}
}

// likelyOnes lists the prospects that are likely enough, the likeliest first.
func (w *weighing) likelyOnes() (list []int) {
	w.compare()
	for k := range w.list {
		p := &w.list[k]
		if p.sum < w.table.hopeless[p.of] || w.settled(&p.fact) {
			continue // nothing hangs on it
		}
		p.likely = w.likelihood(k)
		if p.likely >= clearly[p.of] && (p.round == w.d.main || p.likely >= clearlyElse) {
			list = append(list, k)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(w.list[b].likely, w.list[a].likely) })
	return list
}

// likelihood is how likely the k-th prospect is: by the trees of its kind, and where there
// are none by its likeliest candidate alone.
func (w *weighing) likelihood(k int) float32 {
	p := &w.list[k]
	trees := w.table.trees[p.of]
	if len(trees) == 0 {
		return p.alone
	}
	x := w.features(k, w.d.main)
	var sum float32
	for _, t := range trees {
		sum += t.of(&x)
	}
	return logistic(sum)
}
