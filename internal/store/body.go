package store

import (
	"encoding/json"

	"github.com/klauspost/compress/zstd"

	"tiaokuai/internal/gov"
)

// maxBody bounds what a compressed body may unfold to, in bytes.
const maxBody = 1 << 30

// Codec compresses what engines keep but never search: the bodies of commits and checkpoints, as JSON in zstd. It is
// safe for concurrent use.
type Codec struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

// NewCodec makes a codec; it holds no resource to release.
func NewCodec() (*Codec, error) {
	enc, err := zstd.NewWriter(nil)
	if err != nil {
		return nil, err
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxBody), zstd.WithDecoderConcurrency(0))
	return &Codec{enc, dec}, err
}

// body is what of a commit is compressed.
type body struct {
	Edits json.RawMessage `json:"edits"`
	Delta gov.Delta       `json:"delta"`
}

// EncodeBody is a commit's edits and delta.
func (c *Codec) EncodeBody(commit gov.Commit) ([]byte, error) {
	return c.Encode(body{commit.Edits, commit.Delta})
}

// DecodeBody puts edits and delta back into a commit.
func (c *Codec) DecodeBody(data []byte, commit *gov.Commit) error {
	var b body
	err := c.Decode(data, &b)
	commit.Edits, commit.Delta = b.Edits, b.Delta
	return err
}

// Encode is a value as compressed JSON.
func (c *Codec) Encode(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	return c.enc.EncodeAll(raw, nil), err
}

// Decode reads what Encode wrote; anything else is INTERNAL, since it stood in the store.
func (c *Codec) Decode(data []byte, v any) error {
	raw, err := c.dec.DecodeAll(data, nil)
	if err == nil {
		err = json.Unmarshal(raw, v)
	}
	if err != nil {
		return gov.Errorf(gov.CodeInternal, "存储的内容已损坏", "what is stored is damaged").Because(err)
	}
	return nil
}
