package rules

import (
	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// compose completes what the rules found, from the whole article: the last day
// from a duration, the status from what was said of beginning and end, the
// seats of those who act for a party, the guarantors who take part. It is done again
// where rules of last resort have added facts: what it gives a second time counts
// once, and early steps may then know what late ones found.
func (d *document) compose() {
	d.rosters()
	d.headedLists()
	d.speakOn()
	d.profileSpeaks()
	d.speakingHeads()
	d.speakingOffices()
	d.seatDelegates()
	d.eachLed()
	d.besideHeads()
	d.counterparts()
	d.guarantorsElsewhere()
	d.dropLaterGuarantors()
	d.tellCited()
	d.tellSeries()
	d.bothVenues()
	d.namedVenues()
	d.dropNextVenues()
	d.leadVenue()
	d.sameVenue()
	d.hostOfVenue()
	d.hostOfDateline()
	d.hostByKingdom()
	d.answers()
	d.mediators()
	d.seatDelegations()
	d.seatCivilSociety()
	d.datedEntries()
	d.datedHeads()
	d.datedCities()
	d.dropHolds()
	d.startOfTitle()
	d.listedTopics()
	for _, r := range d.rounds {
		d.composeDates(r)
	}
	d.composeSummits()
	for _, r := range d.rounds {
		d.composePlenaries(r)
	}
	d.closeByStatement()
	d.speaksInInterview()
	d.release()
	d.dropElsewhere()
	d.dropNoneYet()
	d.dropLeadAsides()
	d.dropLongBefore()
	d.dateMeetings()
	d.dropToldAgain()
	d.dropSmallerMeetings()
	d.composeStatus()
	d.startOfBegun()
	d.nextSet()
	d.seatMediator()
	d.endOfConcluded()
	d.composeSummits() // one may have got its last day only now
	d.composePlenaries(d.main)
	if d.live {
		d.dateMeetings() // its round may have got its days only now
	}
	d.dateToday()
	d.dropPostponed()
	d.dropTalkers()
	d.dropObservers()
	d.dropVisitors()
	d.dropHosts()
	d.sidesOfLead()
	d.impliedSeats()
	d.dropRivals()
}

// find lists the affirmed facts of a kind about a round.
func (d *document) find(kind string, r *round) []*fact {
	var out []*fact
	for _, f := range d.facts {
		if f.kind == kind && f.round == r && f.modality != graph.Denied {
			out = append(out, f)
		}
	}
	return out
}

// dateOf is the date of the first fact of a kind about a round.
func (d *document) dateOf(kind string, r *round) edtf.Date {
	for _, f := range d.find(kind, r) {
		return f.date
	}
	return edtf.Date{}
}

// derivedFrom says in words what a date follows from, by the kinds of the facts.
var derivedFrom = map[[2]string]string{
	{"hold", "start"}: "the start from the days on which it was held", {"hold", "end"}: "the end from the days on which it was held",
	{"lasts", "start"}: "the start from the duration", {"lasts", "end"}: "the end from the duration",
	{"until", "end"}: "the end from the day until which it lasts", {"plenary", "start"}: "the start from the plenary that opens it",
}

// derive records a date that follows from a fact.
func (d *document) derive(from *fact, kind string, date edtf.Date) {
	if date.IsZero() {
		return
	}
	f := *from
	f.kind, f.date, f.derived = kind, date, derivedFrom[[2]string{from.kind, kind}]
	d.give(&f)
}
