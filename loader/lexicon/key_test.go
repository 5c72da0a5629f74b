package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

// The key of a name is one for its spellings, with what is said of it beside.
func TestKeyOf(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		shows, want string
		spellings   string // parted by commas
	}{
		{"article, vowels and script", "khaled-shihabi", "Khaled al-Shihabi, Khalid Shihabi, Khalid ash-Shehabi, Khaled El Chihabi, خالد الشهابي, Халед аш-Шихаби"},
		{"by sounds", "omar-batar", "Omar Bitar, Umar al-Bitar, عمر البيطار, Омар Битар"},
		{"Abdul apart or not", "abdulrahman-kadmi", "Abdul Rahman Qaddumi, Abdel-Rahman al-Kaddoumi, Abdurrahman Qaddumi, عبد الرحمن القدومي, عبدالرحمن القدومي"},
		{"Abu apart or not", "ahmad-abu-shahma", "Ahmed Abu Shahma, Ahmad Abushahma, أحمد أبو شحمة, أحمد أبوشحمة"},
		{"Abu first", "abu-bakr-sabri", "Abu Bakr Sabri, Abou Bakr Sabry, أبو بكر صبري"},
		{"ad-Din", "salaheddin-mahlalti", "Salah al-Din Mukhallalati, Salaheddine Mukhalalati, صلاح الدين مخللاتي, Salahuddin Mokhallalati"},
		{"Allah", "nasrullah-tans", "Nasrallah Tannous, Nasr Allah Tannus, نصر الله طنوس, نصرالله طنوس"},
		{"ibn and particles", "faisal-farhan", "Faisal bin Farhan, Faysal ibn Farhan, فيصل بن فرحان"},
		{"a Russian case", "khaled-shihabi", "Халеда Шихаби, Халедом Шихаби"},
		{"a Russian case of both names", "igor-marzaf", "Игорь Морозов, Игоря Морозова, إيغور موروزوف, Igor Morozov"},
		{"kh and h, hard and soft g", "ziad-hagar", "Ziad Hajjar, Ziyad Khajjar, زياد حجار"},
		{"ya without its dots", "qadri-harari", "قدرى الحرارى, قدري الحراري, Kadri Harari"},
		{"a final a", "yousef-tama", "يوسف طعمة, يوسف طعمه, Yusuf Tomah, Youssef Toma"},
		{"half vowels", "hani-hamwi", "Hani Hamwi, Hani al-Hamawi, هاني الحموي, Hani Hamoui"},
		{"initials are left out", "stuart-jones", "Stuart Jones, Stuart E. Jones, ستيوارت جونز"},
		{"Persian letters", "ali-rezaei", "علی رضایی, Ali Rezaei, Али Резаи"},
		{"spellings that no list has", "hisham-sharaf", "Hicham Charaf, Hesham Sharaf, هشام شرف"},
		{"a name beside one that sounds alike", "aidarous-zabdi", "Aidarous al-Zubaidi, عيدروس الزبيدي"},
		{"and that one", "idris-zabdi", "Idriss Zubaidi, إدريس الزبيدي, Идрис Зубейди"},
		{"a single known name", "khaled", "Khaled, خالد"},
		{"a single name of many consonants", "hemedti", "Hemedti, حميدتي"},
		{"a single name of few", "", "Hill, هيل"},
	} {
		for spelling := range strings.SplitSeq(c.spellings, ", ") {
			if got := l.KeyOf(spelling, false); string(got) != c.want {
				t.Errorf("%s: %s has the key %q, want %q", c.shows, spelling, got, c.want)
			}
		}
	}
	if got, want := l.KeyOf("Cemil Cabbaroğlu", true), l.KeyOf("Jamil Jabbaroglu", false); got != want {
		t.Errorf("the Turkish spelling has the key %s, want %s", got, want)
	}
}

// A person of the lexicon is found by the key of a spelling that is not listed.
func TestByKey(t *testing.T) {
	l, err := Load(fstest.MapFS{"people.yml": {Data: []byte(`
- {id: rafiq-mardam, labels: {en: Rafiq Mardam}, names: [Rafiq Mardam]}
- {id: one-of-two, labels: {en: Ghassan Zeitoun}, names: [Ghassan Zeitoun]}
- {id: other-of-two, labels: {en: Ghassan Zaytun}, names: [Ghassan Zaytun]}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"رفيق مردم": "rafiq-mardam", "Rafik al-Mardam": "rafiq-mardam", "غسان زيتون": "", "Muhammad Allouche": "mohammed-alloush", "Rafiq": ""} {
		got := ""
		if e := l.ByKey(l.KeyOf(name, false)); e != nil {
			got = e.ID
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// A spelling cannot be two names.
func TestNamesRefuses(t *testing.T) {
	_, err := Load(fstest.MapFS{"names.yml": {Data: []byte("somebody: [Khalid]")}})
	if want := "names.yml: Khalid is a spelling of khaled and of somebody"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
