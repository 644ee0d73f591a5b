package gov_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/gov"
)

func TestMint(t *testing.T) {
	taken := map[string]bool{}
	mint := func(kind gov.NodeKind, township, name string) string {
		key := gov.Mint(kind, township, name, func(key string) bool { return taken[key] })
		taken[key] = true
		return key
	}
	for _, c := range []struct {
		kind                 gov.NodeKind
		township, name, want string
	}{
		{gov.NodeOrgan, "township/大冶镇", "经济发展办公室", "organ/大冶镇/经济发展办公室"},
		{gov.NodeOrgan, "township/大冶镇", "经济发展办公室", "organ/大冶镇/经济发展办公室~2"},
		{gov.NodeOrgan, "township/大冶镇", "经济发展办公室", "organ/大冶镇/经济发展办公室~3"},
		{gov.NodeDepartment, "", "农业 农村|局/甲", "department/农业农村局甲"},
	} {
		if got := mint(c.kind, c.township, c.name); got != c.want {
			t.Errorf("minted %s, want %s", got, c.want)
		}
	}
}

// Whatever the name, a minted key is a good key of valid UTF-8 and free.
func TestMintedKeysAreGood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := gov.Mint(gov.NodeDuty, "", rapid.String().Draw(t, "name"), func(string) bool { return false })
		if err := gov.CheckKey(first); err != nil {
			t.Errorf("%q: %v", first, err)
		}
	})
}

func TestCheckKey(t *testing.T) {
	for _, key := range []string{"", "a|b", "a b", "a\n", strings.Repeat("a", gov.MaxKey+1)} {
		if err := gov.CheckKey(key); err == nil || err.Code != gov.CodeInvalid {
			t.Errorf("%q passes", key)
		}
	}
	if err := gov.CheckKey("organ/大冶镇/办~2"); err != nil {
		t.Error(err)
	}
}

func TestGlobalID(t *testing.T) {
	id := gov.GlobalID{Type: "Organ", County: "410185", World: "r12", Key: "organ/大冶镇/办"}
	back, err := gov.ParseGlobalID(id.String())
	if err != nil || back != id {
		t.Errorf("%+v, %v", back, err)
	}
	if strings.ContainsAny(id.String(), "+/=") {
		t.Errorf("%s is not base64url", id)
	}
	for _, s := range []string{"", "*", "T3JnYW4", gov.GlobalID{Type: "Organ"}.String()} {
		if _, err := gov.ParseGlobalID(s); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%q is an id", s)
		}
	}
}
