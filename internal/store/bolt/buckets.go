package bolt

import (
	"bytes"
	"encoding/binary"
	"encoding/json"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// The names of buckets and single values; see doc.go.
var (
	bucketMeta        = []byte("meta")
	bucketLog         = []byte("log")
	bucketIDs         = []byte("ids")
	bucketCounties    = []byte("counties")
	bucketDerived     = []byte("derived")
	bucketNodes       = []byte("nodes")
	bucketEdges       = []byte("edges")
	bucketRevisions   = []byte("revisions")
	bucketDocuments   = []byte("documents")
	bucketDocumentLog = []byte("documentLog")
	bucketCheckpoints = []byte("checkpoints")
	keyFormat         = []byte("format")
	keyHead           = []byte("head")
)

// number is a number as a key.
func number(n int64) []byte { return binary.BigEndian.AppendUint64(nil, uint64(n)) }

func readNumber(key []byte) int64 { return int64(binary.BigEndian.Uint64(key)) }

// joined are parts as one key, in the order of the parts.
func joined(parts ...string) []byte {
	var key []byte
	for i, p := range parts {
		if i > 0 {
			key = append(key, 0)
		}
		key = append(key, p...)
	}
	return key
}

// countyOf is a county's bucket, NOT_FOUND if there is none.
func countyOf(tx *bbolt.Tx, county string) (*bbolt.Bucket, error) {
	b := tx.Bucket(bucketCounties).Bucket([]byte(county))
	if b == nil {
		return nil, store.NoCounty(county)
	}
	return b, nil
}

// makeCounty is a county's bucket, new if need be.
func makeCounty(tx *bbolt.Tx, county string) (*bbolt.Bucket, error) {
	b, err := tx.Bucket(bucketCounties).CreateBucketIfNotExists([]byte(county))
	if err != nil {
		return nil, err
	}
	for _, name := range [][]byte{bucketDerived, bucketNodes, bucketEdges, bucketRevisions, bucketDocuments, bucketCheckpoints} {
		if _, err := b.CreateBucketIfNotExists(name); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// readHead is the head in a county's bucket, the zero Head in a new one.
func readHead(county *bbolt.Bucket) (gov.Head, error) {
	var h gov.Head
	raw := county.Get(keyHead)
	if raw == nil {
		return h, nil
	}
	if err := json.Unmarshal(raw, &h); err != nil {
		return h, damaged(err)
	}
	return h, county.Bucket(bucketDerived).ForEach(func(name, blob []byte) error {
		if h.Derived == nil {
			h.Derived = map[string][]byte{}
		}
		h.Derived[string(name)] = bytes.Clone(blob)
		return nil
	})
}

// writeHead writes a head without its blobs.
func writeHead(county *bbolt.Bucket, h gov.Head) error {
	h.Derived = nil
	raw, err := json.Marshal(h)
	if err != nil {
		return err
	}
	return county.Put(keyHead, raw)
}

// putBlobs writes blobs beside those that are there; an empty one is none.
func putBlobs(county *bbolt.Bucket, blobs map[string][]byte) error {
	b := county.Bucket(bucketDerived)
	for name, blob := range blobs {
		put := func() error { return b.Put([]byte(name), blob) }
		if len(blob) == 0 {
			put = func() error { return b.Delete([]byte(name)) }
		}
		if err := put(); err != nil {
			return err
		}
	}
	return nil
}

func damaged(err error) error {
	return gov.Errorf(gov.CodeInternal, "数据文件的内容已损坏", "the data file holds something damaged").Because(err)
}
