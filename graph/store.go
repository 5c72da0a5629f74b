package graph

import (
	"context"
	"errors"
	"iter"
	"log/slog"
	"time"

	"peacetalks/graph/edtf"
)

// SchemaVersion is the version of the layout of the database.
const SchemaVersion = 1

// Options tell how a graph is opened.
type Options struct {
	ReadOnly   bool
	Extractor  string // digest of the extractor whose readings will be put; empty: whatever the graph has
	Reextract  bool   // open a graph of another extractor, in order to call [Store.Reextract]
	Vocabulary Vocabulary
	Fold       func(string) []string // folds a text into search terms, as readings do; nil: lower-cased words
	PageSize   int                   // of a Page without First and Last; 0: 50
	MaxPage    int                   // the largest First or Last; 0: 1000
	MemTable   int64                 // bytes of one memtable; 0: 16 MB
	BlockCache int64                 // bytes of the block cache; 0: 32 MB
	Now        func() time.Time      // the clock for load times; nil: time.Now
	Log        *slog.Logger          // warnings and errors of the database; nil: none
}

// A Store is a graph in a folder. Its methods may be called by several
// goroutines at once.
type Store struct{}

var errPending = errors.New("not built yet")

// Open opens the graph in a folder, which is made if it does not exist.
func Open(dir string, o Options) (*Store, error) { return nil, errPending }

// Close closes the graph.
func (s *Store) Close() error { return errPending }

// Pin gives a context in which every reading method of the store answers from
// one state of the graph, and a function that lets go of it.
func (s *Store) Pin(ctx context.Context) (context.Context, func()) { return ctx, func() {} }

// A PutResult tells what became of a reading.
type PutResult struct {
	Article  ID
	Existing bool // it was there already; nothing changed
	Claims   int  // in the reading
}

// Put stores a reading, synced when it returns.
func (s *Store) Put(ctx context.Context, r Reading) (PutResult, error) {
	return PutResult{}, errPending
}

// PutAll stores readings, many to a commit. It stops at the first error; the
// results are those of the readings stored by then.
func (s *Store) PutAll(ctx context.Context, readings []Reading) ([]PutResult, error) {
	return nil, errPending
}

// Retract removes an article and all that only it supports.
func (s *Store) Retract(ctx context.Context, article ID) error { return errPending }

// Reextract replaces the reading of every stored article that was read by
// another extractor.
func (s *Store) Reextract(ctx context.Context, digest string, read func(Article) (Reading, error)) (int, error) {
	return 0, errPending
}

// Readings yields every reading, sorted by article id, just as it was put.
func (s *Store) Readings(ctx context.Context) iter.Seq2[Reading, error] { return nil }

// Info describes the graph as a whole.
type Info struct {
	Schema    int
	Extractor string
	Snapshot  string // a hash of all that is stored, load times apart
	Version   uint64 // counts the commits; grows with every change
}

// Info describes the graph as a whole.
func (s *Store) Info(ctx context.Context) (Info, error) { return Info{}, errPending }

// Version counts the commits; it grows with every change.
func (s *Store) Version() uint64 { return 0 }

// Reads counts the reads of the database since it was opened.
func (s *Store) Reads() int64 { return 0 }

// Vocabulary is the vocabulary that the store was opened with.
func (s *Store) Vocabulary() Vocabulary { return Vocabulary{} }

// Stats counts what the graph holds.
type Stats struct {
	Articles, Claims, Evidence, Conflicts int
	Nodes                                 map[string]int // by kind: round, person, …
}

// Stats counts what the graph holds.
func (s *Store) Stats(ctx context.Context) (Stats, error) { return Stats{}, errPending }

// Damage is something that Check found.
type Damage struct {
	Prefix string // of the table in keys.go
	Key    string // printable; empty where a whole prefix is meant
	Reason string
}

// Check reads everything and yields what is lost or altered.
func (s *Store) Check(ctx context.Context) ([]Damage, error) { return nil, errPending }

// Exists tells whether the graph, or the vocabulary, knows an id.
func (s *Store) Exists(ctx context.Context, id ID) (bool, error) { return false, errPending }

// Node answers the view of any id: *Process, *Round, *Delegation, *Party,
// *Person, *Place, *Topic, *AgendaItem, *Meeting, *Statement, *Outcome,
// *ArticleInfo, *StoredClaim or *Conflict; nil if there is none.
func (s *Store) Node(ctx context.Context, id ID) (any, error) { return nil, errPending }

// Nodes is [Store.Node] for many ids, in their order.
func (s *Store) Nodes(ctx context.Context, ids []ID) ([]any, error) { return nil, errPending }

// Process answers one process, nil if there is none.
func (s *Store) Process(ctx context.Context, id ID) (*Process, error) { return nil, errPending }

// Processes lists the processes by id.
func (s *Store) Processes(ctx context.Context, p Page) (Connection[Process], error) {
	return Connection[Process]{}, errPending
}

// Round answers one round, nil if nothing was reported of it by asOf.
func (s *Store) Round(ctx context.Context, id ID, asOf edtf.Date) (*Round, error) {
	return nil, errPending
}

// RoundByNumber answers the round of a process that has a number.
func (s *Store) RoundByNumber(ctx context.Context, process ID, number int, asOf edtf.Date) (*Round, error) {
	return nil, errPending
}

// RoundsByID is [Store.Round] for many ids, in their order.
func (s *Store) RoundsByID(ctx context.Context, ids []ID, asOf edtf.Date) ([]*Round, error) {
	return nil, errPending
}

// Rounds lists rounds.
func (s *Store) Rounds(ctx context.Context, f RoundFilter, o RoundOrder, p Page) (Connection[Round], error) {
	return Connection[Round]{}, errPending
}

// Neighbours answers the rounds before and after one in its process, by
// number; nil where there is none.
func (s *Store) Neighbours(ctx context.Context, round ID, asOf edtf.Date) (previous, next *Round, err error) {
	return nil, nil, errPending
}

// RoundStatus answers how far a round had come, by the reports up to a day.
func (s *Store) RoundStatus(ctx context.Context, round ID, asOf edtf.Date) (RoundStatus, error) {
	return "", errPending
}

// ParticipationsOf lists who takes part in rounds in what role; all roles if
// none is given. The answers are in the order of the rounds, as in every
// method of this kind.
func (s *Store) ParticipationsOf(ctx context.Context, rounds []ID, roles []Role, asOf edtf.Date) ([][]Participation, error) {
	return nil, errPending
}

// DelegationsOf lists the delegations of rounds.
func (s *Store) DelegationsOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]Delegation, error) {
	return nil, errPending
}

// AgendaOf lists the agenda items of rounds.
func (s *Store) AgendaOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]AgendaItem, error) {
	return nil, errPending
}

// MeetingsOf lists the meetings and plenaries of rounds, by date.
func (s *Store) MeetingsOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]Meeting, error) {
	return nil, errPending
}

// OutcomesOf lists the outcomes of rounds.
func (s *Store) OutcomesOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]Outcome, error) {
	return nil, errPending
}

// ConflictsOf lists the conflicts about subjects; those about a round include
// its delegations, agenda items, meetings, statements and outcomes.
func (s *Store) ConflictsOf(ctx context.Context, subjects []ID, asOf edtf.Date) ([][]Conflict, error) {
	return nil, errPending
}

// GuarantorsOf lists the guarantors in any round of processes.
func (s *Store) GuarantorsOf(ctx context.Context, processes []ID, asOf edtf.Date) ([][]ID, error) {
	return nil, errPending
}

// Delegations lists delegations across rounds, by the round's start and id.
func (s *Store) Delegations(ctx context.Context, f DelegationFilter, p Page) (Connection[Delegation], error) {
	return Connection[Delegation]{}, errPending
}

// AgendaItems lists agenda items across rounds, by the round's start and id.
func (s *Store) AgendaItems(ctx context.Context, f AgendaItemFilter, p Page) (Connection[AgendaItem], error) {
	return Connection[AgendaItem]{}, errPending
}

// Meetings lists meetings across rounds, by date.
func (s *Store) Meetings(ctx context.Context, f MeetingFilter, p Page) (Connection[Meeting], error) {
	return Connection[Meeting]{}, errPending
}

// Statements lists statements across rounds, by date.
func (s *Store) Statements(ctx context.Context, f StatementFilter, p Page) (Connection[Statement], error) {
	return Connection[Statement]{}, errPending
}

// Outcomes lists outcomes across rounds, by the round's start and id.
func (s *Store) Outcomes(ctx context.Context, f OutcomeFilter, p Page) (Connection[Outcome], error) {
	return Connection[Outcome]{}, errPending
}

// Parties lists parties by id.
func (s *Store) Parties(ctx context.Context, f PartyFilter, p Page) (Connection[Party], error) {
	return Connection[Party]{}, errPending
}

// People lists people by id.
func (s *Store) People(ctx context.Context, f PersonFilter, p Page) (Connection[Person], error) {
	return Connection[Person]{}, errPending
}

// Topics lists topics by id.
func (s *Store) Topics(ctx context.Context, f TopicFilter, p Page) (Connection[Topic], error) {
	return Connection[Topic]{}, errPending
}

// Places lists places by id.
func (s *Store) Places(ctx context.Context, p Page) (Connection[Place], error) {
	return Connection[Place]{}, errPending
}

// Articles lists articles, the latest published first.
func (s *Store) Articles(ctx context.Context, f ArticleFilter, p Page) (Connection[ArticleInfo], error) {
	return Connection[ArticleInfo]{}, errPending
}

// Article answers an article's data without its text, nil if there is none.
func (s *Store) Article(ctx context.Context, id ID) (*ArticleInfo, error) { return nil, errPending }

// ArticlesByID is [Store.Article] for many ids, in their order.
func (s *Store) ArticlesByID(ctx context.Context, ids []ID) ([]*ArticleInfo, error) {
	return nil, errPending
}

// ArticleText answers an article's text.
func (s *Store) ArticleText(ctx context.Context, id ID) (string, error) { return "", errPending }

// Names lists the names of things: the vocabulary's first, then those of
// articles, the best supported first.
func (s *Store) Names(ctx context.Context, ids []ID, asOf edtf.Date) ([][]Label, error) {
	return nil, errPending
}

// Name answers one name of each thing in a language: the vocabulary's label,
// else the best supported name of articles in that language, else any. On
// chooses among the names of a place that was renamed.
func (s *Store) Name(ctx context.Context, ids []ID, language string, on edtf.Date) ([]string, error) {
	return nil, errPending
}

// Titles lists the titles of people, the best supported first.
func (s *Store) Titles(ctx context.Context, people []ID, asOf edtf.Date) ([][]Label, error) {
	return nil, errPending
}

// ParticipantTitles lists the titles of participants; those first that the
// articles give which say that they take part.
func (s *Store) ParticipantTitles(ctx context.Context, ps []Participant, asOf edtf.Date) ([][]Label, error) {
	return nil, errPending
}

// Claims lists claims by subject, predicate and id.
func (s *Store) Claims(ctx context.Context, f ClaimFilter, p Page) (Connection[StoredClaim], error) {
	return Connection[StoredClaim]{}, errPending
}

// ClaimsByID answers claims, nil where there is none.
func (s *Store) ClaimsByID(ctx context.Context, ids []ID) ([]*StoredClaim, error) {
	return nil, errPending
}

// EvidenceOf lists the evidence of claims, the earliest reported first.
func (s *Store) EvidenceOf(ctx context.Context, claims []ID, f EvidenceFilter) ([][]Evidence, error) {
	return nil, errPending
}

// Conflicts lists conflicts by subject and predicate.
func (s *Store) Conflicts(ctx context.Context, f ConflictFilter, p Page) (Connection[Conflict], error) {
	return Connection[Conflict]{}, errPending
}

// Search finds things by name, in any script, and articles by their words.
// Every word must occur; the last may be the beginning of one.
func (s *Store) Search(ctx context.Context, f SearchFilter, p Page) (Connection[Match], error) {
	return Connection[Match]{}, errPending
}
