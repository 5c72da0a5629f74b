package loader

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/source"
)

// headOf is the id of whoever an article says leads a delegation.
func headOf(t *testing.T, l *Loader, text string) string {
	t.Helper()
	found := factsIn(t, l, text)
	for _, f := range found.Facts {
		if f[0] == "head" {
			return f[len(f)-1]
		}
	}
	t.Fatalf("nobody leads a delegation in %q", text)
	return ""
}

// TestPeople tries names in pairs: the spellings of one person are one id in
// every script, and people with similar names stay apart.
func TestPeople(t *testing.T) {
	l := real(t)
	ask := func(t *testing.T, name string) string {
		t.Helper()
		text := "ASTANA, Dec 10, 2019. The 14th round of the Astana talks on Syria began on Tuesday. The opposition delegation was led by " + name + "."
		switch {
		case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }):
			text = "أستانا، 10 كانون الأول 2019. بدأت الجولة الرابعة عشرة من محادثات أستانا. وترأس وفد المعارضة " + name + "."
		case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }):
			text = "Нур-Султан, 10 декабря 2019. Начался 14-й раунд астанинских переговоров. Российскую делегацию возглавляет " + name + "."
		}
		return headOf(t, l, text)
	}
	one := [][]string{
		// The lexicon's.
		{"Alexander Lavrentyev", "Aleksandr Lavrentiev", "ألكسندر لافرنتييف", "ألكسندر لافرينتيف", "Александр Лаврентьев"},
		{"Bashar Jaafari", "Bashar al-Jaafari", "بشار الجعفري", "Башар Джаафари", "Bachar el-Djaafari"},
		{"Mohammed Alloush", "Mohammad Alloush", "محمد علوش", "Muhammad Allouche", "Mohamed Alouche", "Мухаммед Аллуш"},
		{"Hossein Jaberi Ansari", "حسين جابري أنصاري", "Hussein Jabiri Ansari", "Hosein Djaberi-Ansari"},
		{"Nasr al-Hariri", "Nasr Hariri", "نصر الحريري", "نصر الحريرى", "Наср Харири"},
		{"Staffan de Mistura", "ستيفان دي ميستورا", "Staffan Demistura"},
		// In no list.
		{"Khaled al-Shihabi", "Khalid Shihabi", "Khaled el-Chihabi", "خالد الشهابي", "Халед аш-Шихаби", "Халид Шихаби"},
		{"Hassan Karimi", "Hasan Kareemi", "حسن كريمي", "Хасан Карими"},
		{"Hussein Tarazi", "Hossein al-Tarazi", "Husayn Tarazi", "حسين الطرزي", "Хусейн Тарази"},
		{"Abdulrahman Qaddumi", "Abdul Rahman al-Qaddoumi", "Abdel-Rahman Kaddumi", "عبد الرحمن القدومي", "عبدالرحمن القدومي", "Абдуррахман Каддуми"},
		{"Yusuf Dabbas", "Youssef al-Dabbas", "Yousef Dabas", "يوسف الدباس", "Юсуф Даббас"},
		{"Ali Zahhar", "علي زحار", "Али Заххар"},
		{"Omar Bitar", "Umar al-Bitar", "Omer Bitar", "عمر البيطار", "Омар Битар"},
		{"Mustafa Ghalayini", "Moustapha al-Ghalayini", "مصطفى الغلاييني", "Мустафа Галаини"},
		{"Musa Darwish", "Moussa Darwich", "موسى درويش"},
		{"Salah al-Din Rifaat", "Salaheddine Refaat", "صلاح الدين رفعت"},
		{"Nasrallah Tannous", "Nasrullah Tannus", "نصر الله طنوس"},
		{"Qasem Tayyara", "Kassem Tayara", "Qassim al-Tayyara", "قاسم الطيارة"},
		{"Jamal Tarabulsi", "Gamal al-Tarabulsi", "Djamal Trabulsi", "جمال الطرابلسي"},
		{"Faisal Mikdashi", "Faysal al-Mikdachi"},
		{"Ziad Kabbara", "Ziyad Kabara", "زياد كبارة"},
		{"Igor Morozov", "إيغور موروزوف", "Игорь Морозов"},
		{"Robert Fletcher", "روبرت فليتشر"},
		{"Juan Cardenas", "خوان كارديناس"},
		{"Mehmet Demirtash", "محمد دميرتاش"},
		{"Jorge Benavides", "خورخي بينافيديس"},
		{"Zeinab Shahrur", "Zaynab Chahrour", "زينب شحرور"},
		{"Munther Makhluf", "Monzer Makhlouf", "Mundhir Makhlouf", "منذر مخلوف"},
	}
	apart := [][2]string{
		// Given names whose consonants are the same, or nearly.
		{"Hassan Karimi", "Hussein Karimi"}, {"حسن كريمي", "حسين كريمي"}, {"Хасан Карими", "Хусейн Карими"}, {"Hassan Karimi", "حسين كريمي"},
		{"سعد الكريمي", "سعيد الكريمي"}, {"Saad Karimi", "Saeed Karimi"}, {"Саад Карими", "Саид Карими"}, {"Saad Karimi", "سعيد كريمي"},
		{"Mahmoud Karimi", "Mohammed Karimi"}, {"محمود كريمي", "محمد كريمي"}, {"Махмуд Карими", "Мухаммед Карими"}, {"Mahmoud Karimi", "محمد كريمي"},
		{"Ahmad Karimi", "Mohammed Karimi"}, {"Ahmad Karimi", "Hamad Karimi"}, {"أحمد كريمي", "حمد كريمي"}, {"Ahmad Karimi", "Hamed Karimi"}, {"حامد كريمي", "حميد كريمي"},
		{"Ali Tarazi", "Alaa Tarazi"}, {"علي طرزي", "علاء طرزي"}, {"Ali Tarazi", "Alia Tarazi"}, {"Ali Tarazi", "علاء طرزي"},
		{"Salem Tarazi", "Salim Tarazi"}, {"سالم الطرزي", "سليم الطرزي"}, {"سالم الطرزي", "سلام الطرزي"}, {"Salem Tarazi", "Sulaiman Tarazi"}, {"Salman Tarazi", "Sulaiman Tarazi"}, {"سلمان الطرزي", "سليمان الطرزي"},
		{"Khaled Shihabi", "Khalil Shihabi"}, {"خالد الشهابي", "خليل الشهابي"}, {"Халед Шихаби", "Халиль Шихаби"},
		{"Omar Bitar", "Amr Bitar"}, {"عمر البيطار", "عمرو البيطار"}, {"Omar Bitar", "Ammar Bitar"}, {"عمر البيطار", "عمار البيطار"}, {"عامر البيطار", "عمر البيطار"}, {"Amir Bitar", "Amer Bitar"},
		{"Faisal Mikdashi", "Fadl Mikdashi"}, {"Fadel Mikdashi", "Fadl Mikdashi"},
		{"Nasr Tannous", "Nasser Tannous"}, {"نصر طنوس", "ناصر طنوس"}, {"Наср Таннус", "Насер Таннус"},
		{"Rashed Tannous", "Rashid Tannous"}, {"راشد طنوس", "رشيد طنوس"}, {"Riad Tannous", "Raed Tannous"}, {"رياض طنوس", "رائد طنوس"},
		{"Bashar Tannous", "Bashir Tannous"}, {"بشار طنوس", "بشير طنوس"}, {"Башар Таннус", "Башир Таннус"},
		{"Jamal Tannous", "Jamil Tannous"}, {"جمال طنوس", "جميل طنوس"}, {"Kamal Tannous", "Kamel Tannous"}, {"كمال طنوس", "كامل طنوس"},
		{"Fares Tannous", "Firas Tannous"}, {"فارس طنوس", "فراس طنوس"}, {"Zaid Tannous", "Ziad Tannous"}, {"زيد طنوس", "زياد طنوس"},
		{"Samer Tannous", "Samir Tannous"}, {"سامر طنوس", "سمير طنوس"}, {"Saleh Tannous", "Salah Tannous"}, {"صالح طنوس", "صلاح طنوس"},
		{"Majed Tannous", "Majid Tannous"}, {"ماجد طنوس", "مجيد طنوس"}, {"Hisham Tannous", "Hashem Tannous"},
		// Surnames and other given names.
		{"Alexander Lavrentyev", "Sergei Lavrentyev"}, {"Mohammed Alloush", "Zahran Alloush"}, {"محمد علوش", "زهران علوش"}, {"Nasr al-Hariri", "Ahmad Hariri"},
		{"خالد الشهابي", "خالد الشهاب"}, {"Khaled Shihabi", "Khaled Shihab"}, {"Khaled Tarazi", "Khaled Taraz"}, {"Yusuf Salam", "Yusuf Salame"}, {"يوسف سلام", "يوسف سلامة"},
		{"Ali Karimi", "Ali Karami"}, {"علي كريمي", "علي كرامي"}, {"Juan Manuel Santos", "Juan Carlos Santos"}, {"John Smith", "James Smith"}, {"Igor Morozov", "Igor Morozova"},
		{"Abdulrahman Qaddumi", "Abdulrahim Qaddumi"}, {"عبد الرحمن القدومي", "عبد الرحيم القدومي"}, {"Nasr Tannous", "Nasrallah Tannous"},
	}
	for _, names := range one {
		for _, other := range names[1:] {
			t.Run("one/"+names[0]+"/"+other, func(t *testing.T) {
				if a, b := ask(t, names[0]), ask(t, other); a != b {
					t.Errorf("%s and %s are one person", a, b)
				}
			})
		}
	}
	for _, pair := range apart {
		t.Run("apart/"+pair[0]+"/"+pair[1], func(t *testing.T) {
			if a, b := ask(t, pair[0]), ask(t, pair[1]); a == b {
				t.Errorf("both are %s", a)
			}
		})
	}
}

// TestGoldPeople holds the people of all gold files against the keys of their
// names: nobody has the key of somebody else.
func TestGoldPeople(t *testing.T) {
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../testdata/*/*.gold.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no gold files", err)
	}
	who := map[string]string{"haitham-rahmeh": "haitham-rahma", "amal-yazji": "amal-yazigi", "emhemmed-alamami": "amraja-al-amami"} // slug or spelling to another of the same person
	var people []Spellings
	for _, f := range files {
		g, err := ReadGold(f)
		if err != nil {
			t.Fatal(err)
		}
		people = append(people, g.Persons.folded())
	}
	one := func(slug string) string { // that of all slugs by which articles call one person
		for who[slug] != "" && who[slug] != slug {
			slug = who[slug]
		}
		return slug
	}
	keys := map[lexicon.Key]string{}
	for _, spellings := range people {
		for slug, forms := range spellings {
			for _, f := range forms {
				if strings.Contains(f, " ") {
					a, b := one(slug), one("spelled "+f)
					who[max(a, b)] = min(a, b)
				}
			}
		}
	}
	for _, spellings := range people {
		for slug, forms := range spellings {
			for _, f := range forms {
				k := l.KeyOf(f, false)
				if other, ok := keys[k]; ok && k != "" && strings.Contains(f, " ") && one(other) != one(slug) {
					t.Errorf("%s and %s have the key %s", other, slug, k)
				}
				if strings.Contains(f, " ") {
					keys[k] = slug
				}
			}
		}
	}
}

// A phrase of three words may introduce people whom no list knows.
func TestCompanyIntroduced(t *testing.T) {
	found, err := real(t).Facts(source.Document{Path: "company.txt", Text: "ASTANA, June 21, 2023. The 20th round of the Astana talks on Syria ended on Wednesday. " +
		"Sedat Onal heads the Turkish delegation. With him are Krishna Bahadur Mahara and Matrika Yadav."})
	if err != nil {
		t.Fatal(err)
	}
	members := 0
	for _, f := range found.Facts {
		if f[0] == "member" && f[2] == "turkey" {
			members++
		}
	}
	if members != 2 {
		t.Errorf("got %q, want two members of the Turkish delegation", found.Facts)
	}
}
