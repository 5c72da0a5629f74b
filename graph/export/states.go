package export

import (
	"strconv"

	"peacetalks/graph"
)

// A state's codes in the lists by which datasets are joined.
type codes struct {
	iso string // ISO 3166-1 alpha-3; XKX is a user-assigned code in common use
	gw  int    // Gleditsch and Ward's list of independent states, and that of microstates; 0: in neither
}

// gwCode is a state's number in the list of Gleditsch and Ward, "" if it has none.
func gwCode(party graph.ID) string {
	if c := states[party.Name()]; c.gw != 0 {
		return strconv.Itoa(c.gw)
	}
	return ""
}

// isoCode is a state's code of three letters, "" if it has none.
func isoCode(party graph.ID) string { return states[party.Name()].iso }

// international are the organisations of states and of all peoples that the
// vocabulary knows: wherever they sit, they are no party to a conflict.
var international = map[string]bool{
	"un": true, "un-security-council": true, "unhcr": true, "unifil": true, "icrc": true, "eu": true, "arab-league": true,
	"african-union": true, "igad": true, "ecowas": true, "sadc": true, "east-african-community": true, "osce": true, "oic": true,
	"gcc": true, "nato": true, "csto": true, "world-bank": true, "quartet": true, "minsk-group": true, "catholic-church": true,
}

// states are the states that the vocabulary knows, by the names in their ids.
var states = map[string]codes{
	"afghanistan": {"AFG", 700}, "albania": {"ALB", 339}, "algeria": {"DZA", 615}, "andorra": {"AND", 232},
	"angola": {"AGO", 540}, "antigua-and-barbuda": {"ATG", 58}, "argentina": {"ARG", 160}, "armenia": {"ARM", 371},
	"australia": {"AUS", 900}, "austria": {"AUT", 305}, "azerbaijan": {"AZE", 373}, "bahamas": {"BHS", 31},
	"bahrain": {"BHR", 692}, "bangladesh": {"BGD", 771}, "barbados": {"BRB", 53}, "belarus": {"BLR", 370},
	"belgium": {"BEL", 211}, "belize": {"BLZ", 80}, "benin": {"BEN", 434}, "bhutan": {"BTN", 760},
	"bolivia": {"BOL", 145}, "bosnia-and-herzegovina": {"BIH", 346}, "botswana": {"BWA", 571}, "brazil": {"BRA", 140},
	"brunei": {"BRN", 835}, "bulgaria": {"BGR", 355}, "burkina-faso": {"BFA", 439}, "burundi": {"BDI", 516},
	"cambodia": {"KHM", 811}, "cameroon": {"CMR", 471}, "canada": {"CAN", 20}, "cape-verde": {"CPV", 402},
	"central-african-republic": {"CAF", 482}, "chad": {"TCD", 483}, "chile": {"CHL", 155}, "china": {"CHN", 710},
	"colombia": {"COL", 100}, "comoros": {"COM", 581}, "congo": {"COG", 484}, "costa-rica": {"CRI", 94},
	"croatia": {"HRV", 344}, "cuba": {"CUB", 40}, "cyprus": {"CYP", 352}, "czechia": {"CZE", 316},
	"denmark": {"DNK", 390}, "djibouti": {"DJI", 522}, "dominica": {"DMA", 54}, "dominican-republic": {"DOM", 42},
	"dr-congo": {"COD", 490}, "ecuador": {"ECU", 130}, "egypt": {"EGY", 651}, "el-salvador": {"SLV", 92},
	"equatorial-guinea": {"GNQ", 411}, "eritrea": {"ERI", 531}, "estonia": {"EST", 366}, "eswatini": {"SWZ", 572},
	"ethiopia": {"ETH", 530}, "fiji": {"FJI", 950}, "finland": {"FIN", 375}, "france": {"FRA", 220},
	"gabon": {"GAB", 481}, "gambia": {"GMB", 420}, "georgia": {"GEO", 372}, "germany": {"DEU", 260},
	"ghana": {"GHA", 452}, "greece": {"GRC", 350}, "grenada": {"GRD", 55}, "guatemala": {"GTM", 90},
	"guinea": {"GIN", 438}, "guinea-bissau": {"GNB", 404}, "guyana": {"GUY", 110}, "haiti": {"HTI", 41},
	"honduras": {"HND", 91}, "hungary": {"HUN", 310}, "iceland": {"ISL", 395}, "india": {"IND", 750},
	"indonesia": {"IDN", 850}, "iran": {"IRN", 630}, "iraq": {"IRQ", 645}, "ireland": {"IRL", 205},
	"israel": {"ISR", 666}, "italy": {"ITA", 325}, "ivory-coast": {"CIV", 437}, "jamaica": {"JAM", 51},
	"japan": {"JPN", 740}, "jordan": {"JOR", 663}, "kazakhstan": {"KAZ", 705}, "kenya": {"KEN", 501},
	"kiribati": {"KIR", 970}, "kosovo": {"XKX", 347}, "kuwait": {"KWT", 690}, "kyrgyzstan": {"KGZ", 703},
	"laos": {"LAO", 812}, "latvia": {"LVA", 367}, "lebanon": {"LBN", 660}, "lesotho": {"LSO", 570},
	"liberia": {"LBR", 450}, "libya": {"LBY", 620}, "liechtenstein": {"LIE", 223}, "lithuania": {"LTU", 368},
	"luxembourg": {"LUX", 212}, "madagascar": {"MDG", 580}, "malawi": {"MWI", 553}, "malaysia": {"MYS", 820},
	"maldives": {"MDV", 781}, "mali": {"MLI", 432}, "malta": {"MLT", 338}, "marshall-islands": {"MHL", 983},
	"mauritania": {"MRT", 435}, "mauritius": {"MUS", 590}, "mexico": {"MEX", 70}, "micronesia": {"FSM", 987},
	"moldova": {"MDA", 359}, "monaco": {"MCO", 221}, "mongolia": {"MNG", 712}, "montenegro": {"MNE", 341},
	"morocco": {"MAR", 600}, "mozambique": {"MOZ", 541}, "myanmar": {"MMR", 775}, "namibia": {"NAM", 565},
	"nauru": {"NRU", 971}, "nepal": {"NPL", 790}, "netherlands": {"NLD", 210}, "new-zealand": {"NZL", 920},
	"nicaragua": {"NIC", 93}, "niger": {"NER", 436}, "nigeria": {"NGA", 475}, "north-korea": {"PRK", 731},
	"north-macedonia": {"MKD", 343}, "norway": {"NOR", 385}, "oman": {"OMN", 698}, "pakistan": {"PAK", 770},
	"palau": {"PLW", 986}, "palestine": {"PSE", 0}, "panama": {"PAN", 95}, "papua-new-guinea": {"PNG", 910},
	"paraguay": {"PRY", 150}, "peru": {"PER", 135}, "philippines": {"PHL", 840}, "poland": {"POL", 290},
	"portugal": {"PRT", 235}, "qatar": {"QAT", 694}, "romania": {"ROU", 360}, "russia": {"RUS", 365},
	"rwanda": {"RWA", 517}, "saint-kitts-and-nevis": {"KNA", 60}, "saint-lucia": {"LCA", 56},
	"saint-vincent-and-the-grenadines": {"VCT", 57}, "samoa": {"WSM", 990}, "san-marino": {"SMR", 331},
	"sao-tome-and-principe": {"STP", 403}, "saudi-arabia": {"SAU", 670}, "senegal": {"SEN", 433}, "serbia": {"SRB", 340},
	"seychelles": {"SYC", 591}, "sierra-leone": {"SLE", 451}, "singapore": {"SGP", 830}, "slovakia": {"SVK", 317},
	"slovenia": {"SVN", 349}, "solomon-islands": {"SLB", 940}, "somalia": {"SOM", 520}, "south-africa": {"ZAF", 560},
	"south-korea": {"KOR", 732}, "south-sudan": {"SSD", 626}, "spain": {"ESP", 230}, "sri-lanka": {"LKA", 780},
	"sudan": {"SDN", 625}, "suriname": {"SUR", 115}, "sweden": {"SWE", 380}, "switzerland": {"CHE", 225},
	"syria": {"SYR", 652}, "taiwan": {"TWN", 713}, "tajikistan": {"TJK", 702}, "tanzania": {"TZA", 510},
	"thailand": {"THA", 800}, "timor-leste": {"TLS", 860}, "togo": {"TGO", 461}, "tonga": {"TON", 972},
	"trinidad-and-tobago": {"TTO", 52}, "tunisia": {"TUN", 616}, "turkey": {"TUR", 640}, "turkmenistan": {"TKM", 701},
	"tuvalu": {"TUV", 973}, "uae": {"ARE", 696}, "uganda": {"UGA", 500}, "uk": {"GBR", 200}, "ukraine": {"UKR", 369},
	"uruguay": {"URY", 165}, "usa": {"USA", 2}, "uzbekistan": {"UZB", 704}, "vanuatu": {"VUT", 935},
	"vatican": {"VAT", 0}, "venezuela": {"VEN", 101}, "vietnam": {"VNM", 816}, "western-sahara": {"ESH", 0},
	"yemen": {"YEM", 678}, "zambia": {"ZMB", 551}, "zimbabwe": {"ZWE", 552},
}
