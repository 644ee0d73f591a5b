package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// format is the version of the file's layout that this program writes. It reads this one only.
const format = 1

// Store is the store in one file.
type Store struct {
	db          *bbolt.DB
	codec       *store.Codec
	writer      chan struct{} // holds one element while somebody writes
	checkpoints *store.Checkpoints
}

var _ store.Checkpointed = (*Store)(nil)

// Open opens the file at a path, made with its folder if need be. It is UNAVAILABLE while another process has it open,
// and INVALID where it is no such file or a newer program wrote it.
func Open(path string) (*Store, error) {
	codec, err := store.NewCodec()
	if err != nil {
		return nil, err
	}
	_, missing := os.Stat(path)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, unusable(path, err)
	}
	// The smallest time-out asks for the file's lock once.
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Nanosecond, FreelistType: bbolt.FreelistMapType})
	if err != nil {
		return nil, unusable(path, err)
	}
	s := &Store{db: db, codec: codec, writer: make(chan struct{}, 1)}
	s.checkpoints = store.NewCheckpoints(s)
	if err := db.Update(func(tx *bbolt.Tx) error { return prepare(tx, path) }); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if errors.Is(missing, fs.ErrNotExist) {
		syncFolder(filepath.Dir(path))
	}
	return s, nil
}

// prepare checks the format of an old file and lays the buckets that are not there yet.
func prepare(tx *bbolt.Tx, path string) error {
	if meta := tx.Bucket(bucketMeta); meta != nil {
		if found, err := strconv.Atoi(string(meta.Get(keyFormat))); err != nil || found != format {
			return gov.Errorf(gov.CodeInvalid, "数据文件 %s 的格式是第 %s 版，本程序只识别第 %d 版", "data file %s has format %s, this program knows format %d",
				path, meta.Get(keyFormat), format).Advise("请使用写出该文件的新版程序", "use the newer program that wrote the file")
		}
	}
	for _, name := range [][]byte{bucketMeta, bucketLog, bucketIDs, bucketDocumentLog, bucketCounties} {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	return tx.Bucket(bucketMeta).Put(keyFormat, strconv.AppendInt(nil, format, 10))
}

func unusable(path string, err error) error {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return gov.Errorf(gov.CodeUnavailable, "数据文件正被另一个进程使用：%s", "another process is using the data file %s", path).
			Advise("请先停止另一个进程，或用 --data 指定另一个目录", "stop the other process, or name another folder with --data").Because(err)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch), errors.Is(err, berrors.ErrChecksum):
		return gov.Errorf(gov.CodeInvalid, "%s 不是本程序的数据文件，或已损坏", "%s is not a data file of this program, or is damaged", path).
			Advise("请检查路径，或从备份恢复", "check the path, or restore a backup").Because(err)
	}
	return gov.Errorf(gov.CodeUnavailable, "数据文件无法打开：%s", "the data file %s can't be opened", path).
		Advise("请检查目录是否存在、是否可写", "check that the folder exists and can be written to").Because(err)
}

// syncFolder makes a new file's name last over a loss of power, on systems that can.
func syncFolder(path string) {
	if dir, err := os.Open(path); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}

// Close waits for the writer and closes the file.
func (s *Store) Close(context.Context) error {
	s.checkpoints.Close()
	return s.db.Close()
}

// view runs a read of one moment.
func (s *Store) view(ctx context.Context, read func(*bbolt.Tx) error) error {
	if err := store.GivenUp(ctx); err != nil {
		return err
	}
	return explain(s.db.View(read))
}

// update runs a write, which is on disk when it returns.
func (s *Store) update(ctx context.Context, write func(*bbolt.Tx) error) error {
	if err := store.GivenUp(ctx); err != nil {
		return err
	}
	select {
	case s.writer <- struct{}{}:
	case <-ctx.Done():
		return store.GivenUp(ctx)
	}
	defer func() { <-s.writer }()
	return explain(s.db.Update(write))
}

// explain puts what the file or the disk says into the program's own words.
func explain(err error) error {
	var known *gov.Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, berrors.ErrDatabaseNotOpen):
		return gov.Errorf(gov.CodeUnavailable, "数据文件已关闭", "the data file is closed").Because(err)
	}
	return gov.Errorf(gov.CodeUnavailable, "数据文件读写失败", "reading or writing the data file failed").
		Advise("请检查磁盘空间和权限", "check the disk's space and permissions").Because(fmt.Errorf("bolt: %w", err))
}
