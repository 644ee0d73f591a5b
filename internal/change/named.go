package change

import (
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// NamesIn names keys as the first of some counties that knows them does; nil counties know nothing.
func NamesIn(counties ...*snapshot.County) Namer {
	return func(key string) string {
		for _, c := range counties {
			if c == nil {
				continue
			}
			if n, ok := c.Node(key); ok {
				return Called(n, func(township string) string { return nameIn(c, township) })
			}
		}
		return key
	}
}

func nameIn(c *snapshot.County, key string) string {
	if n, ok := c.Node(key); ok {
		return n.NodeName()
	}
	return ""
}

// Called is what a node is called where several townships are spoken of, each of which has organs of the same names:
// 大冶镇经济发展办公室. Township gives the name of a township, or nothing.
func Called(n gov.Node, township func(key string) string) string {
	of := gov.TownshipOf(n)
	if of == "" {
		return n.NodeName()
	}
	return township(of) + strings.TrimPrefix(n.NodeName(), township(of))
}
