package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/bolt"
	"tiaokuai/internal/store/neo4j"
)

// storeFlags say where counties are kept: in a file (the default) or in Neo4j.
type storeFlags struct {
	Data     string `help:"Folder of the data file. Default: the user's data folder. 数据目录。" env:"TIAOKUAI_DATA" type:"path" placeholder:"DIR"`
	Neo4j    string `name:"neo4j" help:"Address of Neo4j instead of a file: bolt://, neo4j:// or neo4j+s://. 改用 Neo4j。" env:"TIAOKUAI_NEO4J" placeholder:"URI"`
	Database string `name:"neo4j-database" help:"Database in Neo4j. Default: its own default." env:"TIAOKUAI_NEO4J_DATABASE" placeholder:"NAME"`
}

// dataFile is the file of the embedded store.
const dataFile = "tiaokuai.db"

func (f storeFlags) file() string {
	dir := f.Data
	if dir == "" {
		dir = filepath.Join(xdg.DataHome, "tiaokuai")
	}
	return filepath.Join(dir, dataFile)
}

// place is where the store is, for people.
func (f storeFlags) place() string {
	if f.Neo4j != "" {
		return f.Neo4j
	}
	return f.file()
}

// open opens the store that the flags name. With later set, a Neo4j that can't be reached yet is no error.
func (f storeFlags) open(ctx context.Context, log *slog.Logger, later bool) (store.Store, error) {
	if f.Neo4j != "" {
		user, password, err := credentials(os.Getenv, os.ReadFile)
		if err != nil {
			return nil, err
		}
		return neo4j.Open(ctx, neo4j.Config{URI: f.Neo4j, User: user, Password: password, Database: f.Database, Logger: log, Later: later})
	}
	if err := os.MkdirAll(filepath.Dir(f.file()), 0o700); err != nil {
		return nil, gov.Errorf(gov.CodeUnavailable, "无法创建数据目录", "the data folder can't be made").Because(err).
			Advise("请用 --data 指定可写的目录", "name a folder that can be written with --data")
	}
	return bolt.Open(f.file())
}

// credentials are those of Neo4j, from the environment or from a file that it names. No user means no log-in.
func credentials(getenv func(string) string, read func(string) ([]byte, error)) (user, password string, err error) {
	user, password = getenv("TIAOKUAI_NEO4J_USER"), getenv("TIAOKUAI_NEO4J_PASSWORD")
	name := getenv("TIAOKUAI_NEO4J_PASSWORD_FILE")
	if password != "" || name == "" {
		return user, password, nil
	}
	text, err := read(name)
	if err != nil {
		return "", "", gov.Errorf(gov.CodeInvalid, "TIAOKUAI_NEO4J_PASSWORD_FILE 所指文件无法读取", "the file in TIAOKUAI_NEO4J_PASSWORD_FILE can't be read").Because(err)
	}
	return user, strings.TrimRight(string(text), "\r\n"), nil
}
