package rules

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// lines parts a text into blocks, one for each line, the first a title.
func lines(text string) []Block {
	var out []Block
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		kind := "body"
		if at == 0 {
			kind = "title"
		}
		if line != "" {
			out = append(out, Block{at, at + len(line), kind})
		}
		at += len(line) + 1
	}
	return out
}

const englishDigest = `The week in talks

1. SYRIA
The 14th round of the Astana talks on Syria opened in Nur-Sultan on Tuesday. Alexander Lavrentyev leads the Russian delegation, and Sedat Onal that of Turkey. Prisoners are on the agenda.

2. YEMEN
Yemen's government and the Houthis opened the fourth round of the Amman talks in the Jordanian capital on Monday. Hadi Haig leads the government delegation. Lists of captives are to be discussed until Friday, the mediators said.

3. WEATHER
The conference of the Alpine weather services, which opened in Berlin on Monday, ended there on Wednesday without agreement on how to count snow; the sixth will be held in Rome in June.`

const arabicDigest = `طاولات الأسبوع

■ سوريا: يوم أول هادئ
انطلقت الثلاثاء في نور سلطان الجولة الرابعة عشرة من محادثات أستانا حول سوريا، ويرأس الوفد الروسي ألكسندر لافرنتييف. وتبحث الوفود ملف المعتقلين.

■ السودان: عودة إلى جوبا
افتتحت الاثنين في عاصمة جنوب السودان الجولة الثانية من مفاوضات جوبا بين الحكومة السودانية والجبهة الثورية، ويرأس وفد الحكومة محمد حمدان دقلو. وعلى الطاولة الترتيبات الأمنية.`

// oneStory has heads too, and a part on other talks on the same conflict.
const oneStory = `Syria talks open in Nur-Sultan

The 14th round of the Astana talks on Syria opened in Nur-Sultan on Tuesday. Alexander Lavrentyev leads the Russian delegation, and Sedat Onal that of Turkey.

MEANWHILE IN GENEVA
The second session of the Constitutional Committee on Syria ended there in November without agreement, because the government and the opposition could not settle on an agenda for it.

WHAT IS AT STAKE
Jordan and Lebanon, which have taken in more refugees than most, want the delegations to discuss their return, and have said so in letters to all of the guarantors of the talks.`

// numberedStories are two on one conflict, of which the second begins with a round of other
// talks.
const numberedStories = `Two stories on Syria today

1. Ankara: the list is closed
The fifth summit of Turkey, Russia and Iran on Syria was a one-day affair in the Turkish capital, Ankara, on Monday. Recep Tayyip Erdogan led the Turkish delegation.

2. Nur-Sultan: prisoners in October
Kazakhstan said on Monday that the 14th round of the Astana talks would take place in Nur-Sultan in October. The exchange of prisoners will head the agenda of the delegations.`

// besideWages has a story on wages, told in the words of talks and of the same country.
const besideWages = `The morning in five minutes

1. SYRIA: FOURTEENTH ROUND
The 14th round of the Astana talks on Syria opened in Nur-Sultan, Kazakhstan, on Tuesday. Alexander Lavrentyev leads the Russian delegation, and Sedat Onal that of Turkey. Prisoners are on the agenda.

2. RAIL UNIONS BACK AT TABLE
The third round of pay talks between the Kazakh rail union and the operator resumes in Mombasa on Thursday. Union leader Aibek Serik says his delegation wants 14 per cent. The second round collapsed in June.`

// TestDigest reads pages that tell of talks on two conflicts: each story is read by itself.
func TestDigest(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		name, language, text string
		has, lacks           []string
	}{
		{"English", "en", englishDigest, []string{"round:astana-14", "round:yemen-prisoner-exchange-4"}, []string{"round:astana-4", "round:astana-6", "place:berlin", "place:rome"}},
		{"Arabic", "ar", arabicDigest, []string{"round:astana-14", "round:juba-sudan-2"}, []string{"round:astana-2"}},
		{"wages", "en", besideWages, []string{"round:astana-14"}, []string{"round:astana-2", "round:astana-3", "person:aibek-serik"}},
		{"numbered", "en", numberedStories, []string{"round:astana-summit-5", "round:astana-14", "agenda:astana-14/detainees"}, []string{"agenda:astana-summit-5/detainees"}},
		{"one story", "en", oneStory, []string{"round:astana-14", "round:constitutional-committee-2"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := Input{Text: c.text, Blocks: lines(c.text), Language: c.language, Published: exampleDay}
			out, err := e.Read(in)
			if err != nil {
				t.Fatal(err)
			}
			subjects, statuses := map[string]bool{}, 0
			for _, claim := range out.Claims {
				subjects[string(claim.Claim.Subject)] = true
				if ofStatus(claim) {
					statuses++
				}
				for _, evidence := range claim.Evidence {
					if s := evidence.Spans[0]; c.text[s.Start:s.End] != s.Quote {
						t.Errorf("%v rests on %q, not on %q", claim.Claim, c.text[s.Start:s.End], s.Quote)
					}
				}
			}
			for _, id := range c.has {
				if !subjects[id] {
					t.Errorf("nothing is said of %s", id)
				}
			}
			for _, id := range c.lacks {
				if subjects[id] {
					t.Errorf("something is said of %s", id)
				}
			}
			if statuses > 1 {
				t.Errorf("%d statuses, want that of the first story alone", statuses)
			}
		})
	}
}

// TestManyStories reads a page of more stories than it is asked for.
func TestManyStories(t *testing.T) {
	own := englishDigest[:strings.Index(englishDigest, "\n\n2.")]
	page := own + strings.Repeat(own[strings.LastIndex(own, "\n"):], 4*mostStories) // so that it is what the page is about
	story := englishDigest[strings.Index(englishDigest, "Yemen's"):strings.Index(englishDigest, "\n\n3.")]
	for k := range 2 * mostStories {
		page += "\n\n" + strconv.Itoa(k+2) + ". YEMEN\n" + story
	}
	e := engine(t)
	d := e.document(Input{Text: page, Blocks: lines(page), Language: "en", Published: exampleDay}, e.languages["en"], nil)
	defer d.close()
	d.read()
	if got := len(d.stories); got != mostStories+1 {
		t.Errorf("%d stories, want the first and %d more", got, mostStories)
	}
}

// TestExplainDigest explains a sentence within the story that has it.
func TestExplainDigest(t *testing.T) {
	x, err := engine(t).Explain(Input{Text: englishDigest, Blocks: lines(englishDigest), Language: "en", Published: exampleDay}, "Hadi Haig leads")
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Asked) != 1 || x.Asked[0].Block != "body" {
		t.Fatalf("asked for one sentence of the second story, got %v", x.Asked)
	}
	want := []string{"head", "yemen-prisoner-exchange-4", "yemen-government", "hadi-haig"}
	if !slices.ContainsFunc(x.Facts, func(r Reason) bool { return slices.Equal(r.Fact, want) }) {
		t.Errorf("no reason is given for %q: %v", want, x.Facts)
	}
}
