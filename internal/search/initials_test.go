package search_test

import (
	"testing"

	"github.com/mozillazg/go-pinyin"

	"tiaokuai/internal/search"
)

// TestInitialsAreTheLibrarys: of every character that the dictionary knows.
func TestInitialsAreTheLibrarys(t *testing.T) {
	args := pinyin.NewArgs()
	args.Style = pinyin.FirstLetter
	for code := range pinyin.PinyinDict {
		want := pinyin.SinglePinyin(rune(code), args)
		if got := search.Initials(string(rune(code))); len(want) == 0 || got != want[0] {
			t.Errorf("%c: %q, the library says %q", code, got, want)
		}
	}
}
