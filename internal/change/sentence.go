package change

import (
	"strings"

	"tiaokuai/internal/gov"
)

// listed names several keys in both languages.
func listed(name Namer, keys []string) gov.Text {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = name(key)
	}
	return joined(names)
}

func joined(names []string) gov.Text {
	return gov.Text{ZH: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
}
