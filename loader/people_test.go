package loader

import (
	"strings"
	"testing"

	"peacetalks/loader/source"
)

// headOf is the id of whoever an article says leads a delegation.
func headOf(t *testing.T, l *Loader, text string) string {
	t.Helper()
	found, err := l.Facts(source.Document{Path: "people.txt", Text: text})
	if err != nil {
		t.Fatal(err)
	}
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
	ask := func(name string) string {
		text := "ASTANA, Dec 10, 2019. The 14th round of the Astana talks on Syria began on Tuesday. The opposition delegation was led by " + name + "."
		switch {
		case strings.ContainsAny(name, "ابتد"):
			text = "أستانا، 10 كانون الأول 2019. بدأت الجولة الرابعة عشرة من محادثات أستانا. وترأس وفد المعارضة " + name + "."
		case strings.ContainsAny(name, "аеио"):
			text = "Нур-Султан, 10 декабря 2019. Начался 14-й раунд астанинских переговоров. Российскую делегацию возглавляет " + name + "."
		}
		return headOf(t, l, text)
	}
	one := [][]string{
		{"Alexander Lavrentyev", "Aleksandr Lavrentiev", "ألكسندر لافرنتييف", "ألكسندر لافرينتيف", "Александр Лаврентьев"},
		{"Bashar Jaafari", "Bashar al-Jaafari", "بشار الجعفري", "Башар Джаафари"},
		{"Mohammed Alloush", "Mohammad Alloush", "محمد علوش"},
		{"Hossein Jaberi Ansari", "حسين جابري أنصاري"},
	}
	apart := [][2]string{
		{"Alexander Lavrentyev", "Sergei Lavrentyev"},
		{"Mohammed Alloush", "Zahran Alloush"},
		{"محمد علوش", "زهران علوش"},
		{"Nasr al-Hariri", "Ahmad Hariri"},
		{"خالد الشهابي", "خالد الشهاب"},
		{"Hassan Karimi", "Hussein Karimi"},
		{"سعد الكريمي", "سعيد الكريمي"},
	}
	for _, names := range one {
		for _, other := range names[1:] {
			t.Run("one/"+names[0]+"/"+other, func(t *testing.T) {
				if a, b := ask(names[0]), ask(other); a != b {
					t.Errorf("%s and %s are one person", a, b)
				}
			})
		}
	}
	for _, pair := range apart {
		t.Run("apart/"+pair[0]+"/"+pair[1], func(t *testing.T) {
			if a, b := ask(pair[0]), ask(pair[1]); a == b {
				t.Errorf("both are %s", a)
			}
		})
	}
}
