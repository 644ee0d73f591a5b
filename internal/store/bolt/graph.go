package bolt

import (
	"bytes"
	"encoding/json"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// readGraph is the graph in a county's bucket, sorted: its keys are in the order of the graph.
func readGraph(county *bbolt.Bucket) (gov.Graph, error) {
	var g gov.Graph
	err := county.Bucket(bucketNodes).ForEach(func(_, value []byte) error {
		n, err := readNode(value)
		g.Nodes = append(g.Nodes, n)
		return err
	})
	if err != nil {
		return gov.Graph{}, damaged(err)
	}
	err = county.Bucket(bucketEdges).ForEach(func(key, value []byte) error {
		kind, _, _ := bytes.Cut(key, []byte{0})
		e, err := gov.DecodeEdge(gov.EdgeKind(kind), value)
		g.Edges = append(g.Edges, e)
		return err
	})
	if err != nil {
		return gov.Graph{}, damaged(err)
	}
	return g, nil
}

func readNode(value []byte) (gov.Node, error) {
	kind, raw, _ := bytes.Cut(value, []byte{0})
	return gov.DecodeNode(gov.NodeKind(kind), raw)
}

// change puts and drops what a delta says; CONFLICT where the county differs from a before-image.
func change(county *bbolt.Bucket, key string, d gov.Delta) error {
	nodes, edges := county.Bucket(bucketNodes), county.Bucket(bucketEdges)
	for _, c := range d.Nodes {
		before, err := nodeValue(c.Before)
		if err != nil {
			return err
		}
		after, err := nodeValue(c.After)
		if err != nil {
			return err
		}
		if err := replace(nodes, []byte(c.Key()), before, after, key, c.Key()); err != nil {
			return err
		}
	}
	for _, c := range d.Edges {
		before, err := edgeValue(c.Before)
		if err != nil {
			return err
		}
		after, err := edgeValue(c.After)
		if err != nil {
			return err
		}
		from, to := c.Edge().Ends()
		if err := replace(edges, joined(string(c.Edge().EdgeKind()), from, to), before, after, key, c.Key()); err != nil {
			return err
		}
	}
	return nil
}

// replace writes after (nil drops) where before (nil for none) stands.
func replace(b *bbolt.Bucket, key, before, after []byte, county, what string) error {
	if !bytes.Equal(b.Get(key), before) {
		return store.ChangedOutside(county, what)
	}
	if after == nil {
		return b.Delete(key)
	}
	return b.Put(key, after)
}

func nodeValue(n gov.Node) ([]byte, error) {
	if n == nil {
		return nil, nil
	}
	raw, err := json.Marshal(n)
	return append(joined(string(n.NodeKind()), ""), raw...), err
}

func edgeValue(e gov.Edge) ([]byte, error) {
	if e == nil {
		return nil, nil
	}
	return json.Marshal(e)
}
