package neo4j

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// format is the version of the layout that this program writes. It reads this one only.
const format = 1

// Config says where the database is.
type Config struct {
	URI      string // bolt://, neo4j://, neo4j+s:// …
	User     string // empty: the database asks for no credentials
	Password string
	Database string       // empty: the server's default
	Logger   *slog.Logger // the driver's messages; nil for none
	// Later lets Open succeed while the database can't be reached: every call is UNAVAILABLE until it can, and the
	// first that reaches it lays the schema.
	Later bool
}

// Store is the store in a Neo4j database.
type Store struct {
	config    Config
	driver    driver.DriverWithContext
	bookmarks driver.BookmarkManager
	codec     *store.Codec

	checkpoints *store.Checkpoints

	preparing sync.Mutex // guards prepared while the schema is being laid
	prepared  bool
}

var (
	_ store.Observer     = (*Store)(nil)
	_ store.Checkpointed = (*Store)(nil)
)

// Open connects to the database and lays constraints and indexes. It is INVALID where the address is none or a newer
// program wrote the database, and UNAVAILABLE where nobody answers or the credentials are refused.
func Open(ctx context.Context, c Config) (*Store, error) {
	codec, err := store.NewCodec()
	if err != nil {
		return nil, err
	}
	auth := driver.NoAuth()
	if c.User != "" {
		auth = driver.BasicAuth(c.User, c.Password, "")
	}
	d, err := driver.NewDriverWithContext(c.URI, auth, c.settings)
	if err != nil {
		return nil, gov.Errorf(gov.CodeInvalid, "Neo4j 地址 %q 无法识别", "Neo4j address %q can't be read", c.URI).
			Advise("地址应写作 bolt://主机:7687、neo4j://… 或 neo4j+s://…", "write it as bolt://host:7687, neo4j://… or neo4j+s://…").Because(err)
	}
	s := &Store{config: c, driver: d, codec: codec, bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}
	s.checkpoints = store.NewCheckpoints(s)
	if err := s.prepare(ctx); err != nil && !(c.Later && gov.CodeOf(err) == gov.CodeUnavailable) {
		_ = d.Close(ctx)
		return nil, err
	}
	return s, nil
}

// settings: connections are few, checked when they were idle, and given up early.
func (c Config) settings(to *config.Config) {
	to.MaxConnectionPoolSize = 20
	to.ConnectionAcquisitionTimeout = 5 * time.Second
	to.MaxTransactionRetryTime = 10 * time.Second
	to.ConnectionLivenessCheckTimeout = 30 * time.Second
	to.MaxConnectionLifetime = 30 * time.Minute
	to.SocketConnectTimeout = 2 * time.Second
	to.TelemetryDisabled = true
	to.FetchSize = driver.FetchAll
	if c.Logger != nil {
		to.Log = driverLog{c.Logger}
	}
}

// prepare lays the schema once; a failed attempt is made again by the next call.
func (s *Store) prepare(ctx context.Context) error {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.prepared {
		return nil
	}
	if err := s.reach(ctx); err != nil {
		return s.explain(ctx, err)
	}
	for _, statement := range strings.Split(text("schema", labels), ";\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		// Over a database full of data an index takes long; schema statements stand alone.
		if err := s.transact(ctx, driver.AccessModeWrite, longest, func(t tx) error { return t.run(statement, nil) }); err != nil {
			return err
		}
	}
	err := s.transact(ctx, driver.AccessModeWrite, budget(0), func(t tx) error {
		rows, err := t.rows("begin", nil, map[string]any{"format": int64(format)})
		if err != nil {
			return err
		}
		if found := value[int64](rows[0], "format"); found != format {
			return gov.Errorf(gov.CodeInvalid, "数据库的格式是第 %d 版，本程序只识别第 %d 版", "the database has format %d, this program knows format %d", found, format).
				Advise("请使用写出该数据库的新版程序", "use the newer program that wrote it")
		}
		return nil
	})
	s.prepared = err == nil
	return err
}

// Close closes the connections.
func (s *Store) Close(ctx context.Context) error {
	s.checkpoints.Close()
	return s.driver.Close(ctx)
}
