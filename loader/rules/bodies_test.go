package rules

import (
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// reading reads a text of the article's day 2019-12-10 by the rules alone.
func reading(t *testing.T, e *Engine, language, text string) *document {
	t.Helper()
	day, err := edtf.Parse("2019-12-10")
	if err != nil {
		t.Fatal(err)
	}
	d := e.document(Input{Text: text, Language: language, Published: day, Blocks: []Block{{0, len(text), "body"}}}, e.languages[language], nil)
	d.read()
	return d
}

// Parties that no list knows are found by what the text does with them, under the words
// of the text; what only looks like one is not.
func TestOpenParties(t *testing.T) {
	const (
		opened = "The second round of the Doha peace talks on Niger opened on Monday. "
		بدأت   = "انطلقت الاثنين في الدوحة الجولة الثانية من محادثات السلام حول النيجر. "
	)
	e := unweighed(t)
	for _, c := range []struct{ language, text, want string }{
		{"en", opened + "A delegation of the Montana Group arrived.", "montana-group"},
		{"en", opened + "The FPRC's chief delegate spoke. The FPRC delegation left early.", "fprc"},
		{"en", opened + "Niger sent a delegation; that of the Highlands Liberation Council came late.", "highlands-liberation-council niger"},
		{"en", opened + "The Panguna Defence League is there. The League's delegation is led by Bernadette Sirivi.", "panguna-defence-league"},
		{"en", opened + "The delegation of the United People's Alliance (UPA) arrived. The UPA delegation spoke.", "united-peoples-alliance"},
		{"en", opened + "The chairman of the High Council for Reconciliation made no comment to the delegations.", ""},
		{"en", opened + "The delegations set up a Working Group. The Working Group delegation met.", ""},
		{"en", opened + "The Foreign Ministry delegation left for the airport.", ""},
		{"ar", بدأت + "ووصل وفد جبهة تحرير آير مساء.", "jbha-thrir-air"},
		{"ar", بدأت + "ووصلت «حركة آير الحرة» متأخرة. وقال وفد الحركة إنه متعب.", "hrka-air-al-hra"},
		{"ar", بدأت + "ووصل وفد \"المجلس الوطني لإنقاذ البحيرة\" مساء.", "al-mjls-al-utni-linqadh-al-bhira"},
		{"ar", بدأت + "وأكدت إدارة تبستي حضورها، ثم وصل وفد تبستي.", "idara-tbsti"},
		{"ar", بدأت + "وشكلت الوفود مجموعة عمل. وتولى إدارة الجلسات سفير.", ""},
		{"ar", بدأت + "وعقد مجلس الإدارة اجتماعا بعيدا عن الوفود.", ""},
	} {
		d := reading(t, e, c.language, c.text)
		var got []string
		for _, f := range d.facts {
			if f.kind == "delegation" && f.modality != graph.Denied && !slices.Contains(got, f.party) {
				got = append(got, f.party)
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}

// TestWhichRound checks which round an article is taken to be about.
func TestWhichRound(t *testing.T) {
	e := unweighed(t)
	for _, c := range []struct{ language, text, want string }{
		{"ar", "في هلسنكي، حيث تنعقد منذ الأحد الجولة الرابعة من محادثات هلسنكي حول إقليم آتشيه الإندونيسي، تجلس شريفة في آخر الصف.\n\nواجتمع الوسيط أمس بوفد الحركة، وأعلن أن الجولة الخامسة ستُعقد في كانون الثاني.", "helsinki-aceh-4"},
		{"ar", "«توميني» تعود إلى نيروبي بجولة ثانية وعشرة أيام من التفاوض بين حكومة جنوب السودان والمعارضة.", "nairobi-south-sudan-2"},
		{"ar", "اختتم في أستانا الاجتماع الدولي العشرون بشأن سوريا.\n\nوانفرد ممثلو روسيا وتركيا وإيران والحكومة السورية باجتماع رباعي.", "astana-20"},
		{"ar", "جرت بين 6 و11 كانون الأول الجولة الثالثة من محادثات تمنراست حول النيجر.", "tmnrast-niger-3"},
		{"en", "Thereby ended the fifth round of the Abuja talks on Darfur, which had been droning on since the 10th of June.\n\nThe mediator has called the sides back for January, when round six will be opened.", "abuja-darfur-5"},
		{"en", "The second round of the Nadi talks on the Solomon Islands opened on Monday in the Fijian town.", "nadi-solomon-islands-2"},
		{"ar", "انتهت محادثات بريتوريا بين الحكومة الإثيوبية وجبهة تحرير تيغراي أمس في جولتها الأولى. وستنعقد الجولة الثانية من المحادثات الإثنين المقبل.", "pretoria-ethiopia-1"},
		{"ar", "السؤال طرحه كثيرون بعد أن طُويت الجولة الخامسة من مسار الجزائر بين حكومة مالي وتنسيقية الحركات الأزوادية.\n\nفي 16 يوليو 2014 التأم شمل الماليين بالجزائر العاصمة، في جولة أولى كانت للتعارف.", "algiers-mali-5"},
		{"en", "Burundian parties met in Gitega on Tuesday for a third round of peace talks.", "gitega-burundi-3"},
		{"ar", "انطلقت في أروشا اليوم محادثات السلام البوروندية من جديد بعد جولتين لم يحضرهما وفد الحكومة. وهذه الجولة هي الثالثة.", "arusha-burundi-3"},
		{"ar", "بدأت محادثات السلام في كوالالمبور بين الحكومة الفلبينية وجبهة مورو، وهي الجولة الثانية.", "kuala-lumpur-philippines-2"},
		{"ar", "افتتح في نيبيداو اليوم مؤتمر السلام في ميانمار في دورته الخامسة بمشاركة عشر جماعات مسلحة وقعت على اتفاق الهدنة.", "union-peace-conference-5"},
		{"ar", "تبدأ غداً في نور سلطان جولة جديدة من محادثات أستانا بشأن سوريا. وكانت الجولة السابقة، الثامنة، قد عقدت في آب الماضي.", "astana-9"},
		{"ar", "بدأت في هلسنكي محادثات السلام بين إندونيسيا وحركة آتشيه الحرة، في خامس جولة بين الطرفين منذ يناير.", "helsinki-indonesia-5"},
		{"en", "Envoys of the Yemeni government and the Houthis will meet in Kuwait next week for the second of four rounds of talks.", "kuwait-yemen-2"},
		{"en", "Session V of the small body of the Syrian Constitutional Committee began in Geneva today.", "constitutional-committee-5"},
		{"en", "The ministry said all had confirmed that they would attend talks on Syria in Nur-Sultan on Wednesday. The talks' ninth round in the Astana format will be attended by Jordan. The previous round took place in August.", "astana-9"},
		{"en", "The second round of the Jeddah talks on Sudan opened on Monday. The first round was held in May, when on the 11th of the same month a truce was signed.", "jeddah-sudan-2"},
	} {
		d := reading(t, e, c.language, c.text)
		if d.main == nil {
			t.Errorf("%s\nis about no talks, want %s", c.text, c.want)
			continue
		}
		if d.main.id != c.want {
			t.Errorf("%s\nis about %s, want %s", c.text, d.main.id, c.want)
		}
		for _, r := range d.rounds {
			if r.number > 10 && r != d.main {
				t.Errorf("%s\nnames %s", c.text, r.id)
			}
		}
	}
}
