package graph

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// SchemaVersion is the version of the layout of the database.
const SchemaVersion = 3

// Options tell how a graph is opened.
type Options struct {
	ReadOnly   bool
	Existing   bool   // refuse a folder without a graph, as ReadOnly does, instead of making one
	Extractor  string // digest of the extractor whose readings will be put; empty: whatever the graph has
	Reextract  bool   // open a graph of another extractor, in order to call [Store.Reextract]
	Vocabulary Vocabulary
	Fold       Folder           // tells words and their search terms, as those that made the readings; nil: lower-cased words
	PageSize   int              // of a Page without First and Last; 0: 50
	MaxPage    int              // the largest First or Last; 0: 1000
	MemTable   int64            // bytes of one memtable; at least 8 MB; 0: 16 MB, or 64 MB to reextract
	BlockCache int64            // bytes of the block cache; 0: 32 MB
	Now        func() time.Time // the clock for load times; nil: time.Now
	Log        *slog.Logger     // warnings and errors of the database; nil: none
}

func (o Options) withDefaults() Options {
	if o.Fold == nil {
		o.Fold = plainFolder{}
	}
	if o.PageSize <= 0 {
		o.PageSize = 50
	}
	if o.MaxPage <= 0 {
		o.MaxPage = 1000
	}
	if o.MemTable <= 0 {
		o.MemTable = 16 << 20
		if o.Reextract {
			o.MemTable = 64 << 20
		}
	}
	o.MemTable = max(o.MemTable, minMemTable)
	if o.BlockCache <= 0 {
		o.BlockCache = 32 << 20
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// minMemTable is the least that Badger works with at its usual value threshold
// of 1 MB: a transaction may take 15 percent of a memtable.
const minMemTable = 8 << 20

// A Store is a graph in a folder. Its methods may be called by several
// goroutines at once.
type Store struct {
	dir     string
	options Options
	db      *badger.DB
	reads   atomic.Int64
	rows    atomic.Int64
	version atomic.Uint64
	labels  func() *labelIndex // made when first asked for
	cache   cache
	kin     kinKeeper

	overlays overlayKeeper

	life   sync.RWMutex // held for reading by every use of db, for writing by Close
	closed bool

	queueMu sync.Mutex
	queue   []*job

	commitMu sync.Mutex // held by whoever commits
	state    *state     // as committed last

	stopAfter uint64 // for tests: no commit comes after this version; 0: no limit
}

// The file that tells a graph's folder from any other. It is written before
// the database is made, and again once it is whole.
const (
	markFile  = "peacetalks.graph"
	markMaker = "peacetalks graph, schema "
	markNew   = ", new\n"
	markWhole = "\n"
)

// Open opens the graph in a folder, which is made if it does not exist. A
// folder that cannot serve gives a *[FolderError], a graph of other rules an
// *[ExtractorError].
func Open(dir string, o Options) (*Store, error) {
	o = o.withDefaults()
	fresh, err := inspect(dir, o.ReadOnly || o.Existing)
	if err != nil {
		return nil, err
	}
	if fresh {
		if err := mark(dir, markNew); err != nil {
			return nil, notWritable(dir, err)
		}
	}
	if !o.ReadOnly {
		if err := removeLeftovers(dir); err != nil {
			return nil, notWritable(dir, err)
		}
	}
	db, err := openDatabase(dir, o)
	if err != nil {
		return nil, err
	}
	s := &Store{dir: dir, options: o, db: db, labels: sync.OnceValue(func() *labelIndex { return newLabelIndex(o.Vocabulary, o.Fold) })}
	if err := s.start(fresh); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// inspect tells whether a folder is still to become a graph, without changing
// anything; existing refuses such a folder.
func inspect(dir string, existing bool) (fresh bool, err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if existing {
			return false, &FolderError{dir, NoGraph, "load articles first, or name the graph's folder with --data", nil}
		}
		return true, nil
	case errors.Is(err, syscall.ENOTDIR):
		return false, &FolderError{dir, NotGraph, "name a folder with --data", err}
	case err != nil:
		return false, notWritable(dir, err)
	}
	text, err := os.ReadFile(filepath.Join(dir, markFile))
	if errors.Is(err, fs.ErrNotExist) {
		// A process killed while it wrote the mark leaves its unfinished file.
		entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return strings.HasPrefix(e.Name(), markFile+".") })
		switch {
		case len(entries) > 0:
			return false, &FolderError{dir, NotGraph, "name an empty or a new folder with --data", nil}
		case existing:
			return false, &FolderError{dir, NoGraph, "load articles first, or name the graph's folder with --data", nil}
		}
		return true, nil
	}
	if err != nil {
		return false, notWritable(dir, err)
	}
	schema, rest, _ := strings.Cut(strings.TrimPrefix(string(text), markMaker), ",")
	n, err := strconv.Atoi(strings.TrimSpace(schema))
	switch {
	case !strings.HasPrefix(string(text), markMaker) || err != nil:
		return false, &FolderError{dir, Damaged, "restore a backup; its file " + markFile + " is not readable", nil}
	case n != SchemaVersion:
		return false, otherSchema(dir, n)
	}
	whole := rest == ""
	_, err = os.Stat(filepath.Join(dir, badger.ManifestFilename))
	if whole && err != nil {
		return false, &FolderError{dir, Damaged, "restore a backup, or load the articles into a new folder", err}
	}
	if !whole && existing {
		return false, &FolderError{dir, NoGraph, "load articles first", nil}
	}
	return !whole, nil
}

func otherSchema(dir string, n int) error {
	remedy := fmt.Sprintf("it has schema %d and this program knows %d: export it with that version, and load the export with this one", n, SchemaVersion)
	return &FolderError{dir, OtherSchema, remedy, nil}
}

func notWritable(dir string, err error) error {
	return &FolderError{dir, NotWritable, "give this user the right to read and write it, or name another with --data", err}
}

// mark writes the marking file whole or not at all.
func mark(dir, end string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, markFile+".*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(markMaker + strconv.Itoa(SchemaVersion) + end)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, markFile))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return syncFolder(dir)
}

func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// databaseMagic marks our databases among Badger's.
const databaseMagic = 0x5054

func openDatabase(dir string, o Options) (db *badger.DB, err error) {
	var logger badger.Logger
	if o.Log != nil {
		logger = logAdapter{o.Log}
	}
	b := badger.DefaultOptions(dir).
		WithLogger(logger).
		WithReadOnly(o.ReadOnly).
		WithSyncWrites(true).
		WithDetectConflicts(false). // one goroutine commits at a time
		WithMemTableSize(o.MemTable).
		WithNumMemtables(3).
		WithNumLevelZeroTables(3).
		WithNumLevelZeroTablesStall(8).
		WithNumCompactors(max(2, min(4, runtime.GOMAXPROCS(0)))).
		WithBaseTableSize(2 << 20).
		WithValueLogFileSize(64 << 20).
		WithCompression(options.Snappy).
		WithBlockCacheSize(o.BlockCache).
		WithIndexCacheSize(o.BlockCache / 4).
		WithMetricsEnabled(false).
		WithExternalMagic(databaseMagic)
	// Badger panics on some damaged files.
	defer func() {
		if r := recover(); r != nil {
			db, err = nil, &FolderError{dir, Damaged, "restore a backup, or load the articles into a new folder", fmt.Errorf("%v", r)}
		}
	}()
	db, err = badger.Open(b)
	if err == nil {
		return db, nil
	}
	// Badger wraps most errors as text only.
	says := func(cause error) bool { return errors.Is(err, cause) || strings.Contains(err.Error(), cause.Error()) }
	switch {
	case says(syscall.EWOULDBLOCK), strings.Contains(err.Error(), "Cannot acquire directory lock"):
		return nil, &FolderError{dir, Locked, "use --server with the address of the server that has it open, or stop that process", nil}
	case says(syscall.EACCES), says(syscall.EPERM), says(syscall.EROFS):
		return nil, notWritable(dir, err)
	case o.ReadOnly && strings.Contains(err.Error(), "truncate"):
		return nil, &FolderError{dir, Damaged, "it was not closed; open it once for writing, which repairs it", err}
	}
	return nil, &FolderError{dir, Damaged, "restore a backup, or load the articles into a new folder", err}
}

// start reads the state, finishes what a crash has left and checks whose
// readings the graph holds.
func (s *Store) start(fresh bool) error {
	txn := s.db.NewTransaction(false)
	st, err := readState(txn)
	txn.Discard()
	if err != nil {
		return &FolderError{s.dir, Damaged, "restore a backup", err}
	}
	switch {
	case st == nil && !fresh:
		return &FolderError{s.dir, Damaged, "restore a backup, or load the articles into a new folder", errors.New("its state is missing")}
	case st == nil:
		s.state = &state{extractor: s.options.Extractor, tables: map[table]digest{}}
		if err := s.commit(s.state, nil, nil); err != nil {
			return err
		}
	default:
		s.state = st
	}
	if fresh {
		if err := mark(s.dir, markWhole); err != nil {
			return notWritable(s.dir, err)
		}
	}
	s.version.Store(s.state.version)
	if want := s.options.Extractor; !s.options.Reextract && (s.state.reextracting || want != "" && s.state.extractor != want && s.state.extractor != "") {
		if s.state.reextracting && want == "" {
			want = s.state.extractor
		}
		if s.state.tables[tableArticle].count > 0 {
			return &ExtractorError{s.dir, s.state.extractor, want}
		}
	}
	if s.options.ReadOnly {
		return nil
	}
	if want := s.options.Extractor; want != "" && want != s.state.extractor && s.state.tables[tableArticle].count == 0 {
		next := s.state.clone()
		next.extractor, next.reextracting = want, false
		if err := s.commit(next, nil, nil); err != nil {
			return err
		}
	}
	return s.recover(context.Background())
}

// Close closes the graph, once every reading under way has ended.
func (s *Store) Close() error {
	s.commitMu.Lock()
	defer s.commitMu.Unlock()
	s.life.Lock()
	defer s.life.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	return s.db.Close()
}

// Vocabulary is the vocabulary that the store was opened with.
func (s *Store) Vocabulary() Vocabulary { return s.options.Vocabulary }

// Version counts the commits; it grows with every change.
func (s *Store) Version() uint64 { return s.version.Load() }

// Reads counts the reads of the database since the store was opened: each
// record that was got by its key, and each pass of an iterator, however many
// prefixes it visits in order.
func (s *Store) Reads() int64 { return s.reads.Load() }

// Rows counts the rows that the passes of iterators went over since the store
// was opened.
func (s *Store) Rows() int64 { return s.rows.Load() }

// logAdapter hands Badger's warnings and errors to a logger of ours.
type logAdapter struct{ log *slog.Logger }

func (l logAdapter) Errorf(f string, a ...any)   { l.log.Error(strings.TrimSpace(fmt.Sprintf(f, a...))) }
func (l logAdapter) Warningf(f string, a ...any) { l.log.Warn(strings.TrimSpace(fmt.Sprintf(f, a...))) }
func (l logAdapter) Infof(string, ...any)        {}
func (l logAdapter) Debugf(string, ...any)       {}
