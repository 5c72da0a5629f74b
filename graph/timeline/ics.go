package timeline

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"peacetalks/graph"
)

// The ics format is iCalendar (RFC 5545): an all-day entry an event, whose end
// is the day after its last, as the standard has it.
//
// A date that is known to a month or a year is no day, and is not put on one:
// its entry spans all the days that the event may have been on, says so in its
// summary and does not make anybody busy. An interval with one open end stands
// at the end that is known. X-PEACETALKS-EDTF holds the date as it is known.
//
// UID is the event's id, so that a calendar which is read again replaces its
// entries. DTSTAMP is the day of the latest report, not that of the writing:
// the same graph gives the same bytes.

const calendarEnd = "END:VCALENDAR\r\n"

func encodeICS(w io.Writer, o Options, events iter.Seq2[Event, error]) error {
	cal := ics.NewCalendar()
	cal.SetProductId(productID(o.Provenance.Program))
	cal.SetCalscale("GREGORIAN")
	cal.SetName(o.title(), languageOf(o.Language))
	setProvenance(cal, o.Provenance)
	begin, ok := strings.CutSuffix(cal.Serialize(ics.WithNewLineWindows), calendarEnd)
	if !ok {
		return fmt.Errorf("calendar does not end in %q", calendarEnd)
	}
	if _, err := io.WriteString(w, begin); err != nil {
		return err
	}
	config := &ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: string(ics.WithNewLineWindows)}
	empty := true
	for e, err := range events {
		if err != nil {
			return err
		}
		if err := entry(e, o.Language).SerializeTo(w, config); err != nil {
			return fmt.Errorf("%s: %w", e.ID, err)
		}
		empty = false
	}
	if empty {
		// A calendar must have a component.
		utc := "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n" +
			"TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
		if _, err := io.WriteString(w, utc); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, calendarEnd)
	return err
}

// productID names the program as RFC 5545 wants it, without the slashes that
// part it.
func productID(program string) string {
	if program = Plain(strings.ReplaceAll(program, "/", " ")); program == "" {
		program = "peacetalks"
	}
	return "-//peacetalks//" + program + "//EN"
}

// setProvenance writes what the calendar is made of where people read it, the
// calendar's description, and part by part for programs.
func setProvenance(cal *ics.Calendar, p graph.Provenance) {
	line := Plain(p.String())
	if line == "" {
		return
	}
	cal.SetDescription(line)
	cal.SetXWRCalDesc(line)
	for _, x := range []struct{ name, value string }{
		{"SNAPSHOT", p.Snapshot}, {"VOCABULARY", p.Vocabulary}, {"FILTER", p.Filter},
	} {
		if x.value != "" {
			cal.CalendarProperties = append(cal.CalendarProperties, ics.CalendarProperty{
				BaseProperty: ics.BaseProperty{IANAToken: "X-PEACETALKS-" + x.name, Value: Plain(x.value)},
			})
		}
	}
}

// entry is an event of a calendar.
func entry(e Event, language string) *ics.VEvent {
	first, last := closed(e.Date.EDTF)
	v := ics.NewEvent(string(e.ID.Name()) + "@" + e.ID.Kind() + ".peacetalks")
	v.SetDtStampTime(lastReport(e))
	v.SetAllDayStartAt(first)
	if end := last.AddDate(0, 0, 1); end.Year() <= 9999 {
		v.SetAllDayEndAt(end)
	}

	inLanguage := languageOf(language)
	v.SetSummary(summary(e, language), inLanguage)
	v.SetDescription(description(e, language), inLanguage)
	if e.Place != "" {
		v.SetLocation(e.Name(e.Place, language), inLanguage)
	}
	v.AddProperty(ics.ComponentPropertyCategories, KindName(e.Kind, language), inLanguage)
	if e.Modality == graph.Planned {
		v.SetStatus(ics.ObjectStatusTentative)
	} else {
		v.SetStatus(ics.ObjectStatusConfirmed)
	}
	v.SetTimeTransparency(ics.TransparencyTransparent)
	if link := e.webLink(); link != "" {
		v.SetURL(link)
	}
	v.SetProperty("X-PEACETALKS-EDTF", e.Date.EDTF.String())
	return v
}

// languageOf is the LANGUAGE parameter of a text.
func languageOf(language string) ics.PropertyParameter {
	return &ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{phrasesIn(language).language}}
}

// summary is the title, with the date where that is no plain day: the entry's
// days alone would say too much.
func summary(e Event, language string) string {
	d := e.Date.EDTF
	date := DateText(d, language)
	switch {
	case isPlainDay(d):
		return e.Title(language)
	case !d.Start().IsZero() && !d.End().IsZero() && d.Earliest() != d.Latest():
		date = fill(phrasesIn(language).possibly, "{date}", date)
	}
	return e.Title(language) + " [" + date + "]"
}

// description has the passages and where they stand, as plain text.
func description(e Event, language string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)", DateText(e.Date.EDTF, language), Because(e.Date.Basis, language).Text)
	if e.Modality == graph.Planned {
		fmt.Fprintf(&b, "\n%s", PlannedName(language))
	}
	for _, s := range e.Passages() {
		fmt.Fprintf(&b, "\n\n“%s”\n", Plain(s.ShortQuote()))
		var parts []string
		for _, p := range []string{Plain(s.Outlet), Plain(s.ArticleTitle), s.Published.String(), s.WebLink()} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		if len(parts) == 0 {
			parts = append(parts, string(s.Article))
		}
		b.WriteString("— " + strings.Join(parts, ", "))
	}
	return b.String()
}

// lastReport is midnight of the day on which the event was last reported.
func lastReport(e Event) time.Time {
	last := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, s := range e.Sources {
		if !s.Published.IsZero() && !s.Published.End().IsZero() && s.Published.Latest().After(last) {
			last = s.Published.Latest()
		}
	}
	return last
}
