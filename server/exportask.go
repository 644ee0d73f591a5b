package main

import (
	"context"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
)

func sortedNames(values url.Values) []string { return slices.Sorted(maps.Keys(values)) }

// parseBases reads bases; each may be one of the three.
func parseBases(names []string) ([]gov.Basis, error) {
	var out []gov.Basis
	for _, name := range names {
		b := gov.Basis(name)
		if b != gov.BasisDocument && b != gov.BasisInferred && b != gov.BasisIllustrative {
			return nil, gov.Errorf(gov.CodeInvalid, "basis 可为 DOCUMENT、INFERRED、ILLUSTRATIVE，不能为 %q", "basis is DOCUMENT, INFERRED or ILLUSTRATIVE, not %q", name).At("basis")
		}
		out = append(out, b)
	}
	return out, nil
}

func parseRevision(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1 {
		return 0, gov.Errorf(gov.CodeInvalid, "版本应为从 1 起的整数，不能为 %q", "a revision is a whole number from 1, not %q", text).At("revision")
	}
	return n, nil
}

// revisionAt is the revision in force on a day, or on the day in China of a moment.
func revisionOn(ctx context.Context, v *atlas.View, county, text string) (int64, error) {
	day := gov.Date(text)
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		day = gov.DateOf(t)
	}
	if day == "" {
		return 0, gov.Errorf(gov.CodeInvalid, "时间不能为空", "the time is empty").At("time")
	}
	if err := day.Check(); err != nil {
		return 0, err.At("time")
	}
	return v.RevisionAt(ctx, county, day)
}

// longestFileName is in bytes; file systems take 255.
const longestFileName = 200

// checkFileName refuses a name that leaves its folder, or that a header or a file system can't hold.
func checkFileName(name string) error {
	if name == "" || len(name) > longestFileName || !utf8.ValidString(name) || strings.HasPrefix(name, ".") || strings.Map(fileRune, name) != name {
		return gov.Errorf(gov.CodeInvalid, "文件名为空、过长或含有不能用于文件名的字符", "the file name is empty, too long or holds what a file name can't").At("name")
	}
	return nil
}

// fileRune keeps what may stand in a file's name on every system.
func fileRune(r rune) rune {
	if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
		return '_'
	}
	return r
}

// noFormat names the formats there are.
func noFormat(extension string) error {
	return gov.Errorf(gov.CodeNotFound, "没有 %q 格式", "there is no format %q", extension).
		Advise("可用格式：%[1]s", "the formats are %[1]s", strings.Join(exchange.Extensions(), ", "))
}
