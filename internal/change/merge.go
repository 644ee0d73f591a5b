package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// findMerged finds what is to be merged, the one it goes into among them.
func findMerged[N gov.Node](d *Draft, field string, keys []string, into string, fresh bool) ([]N, gov.Problems) {
	p := distinct(keys, 1, field)
	if (into == "") != fresh {
		p = append(p, gov.Errorf(gov.CodeInvalid, "须指明并入的一个或新设的一个，二者取一", "name either the one that stays or a new one").At("into"))
	}
	var found []N
	find := func(key string, path ...any) {
		n, q := findAt[N](d, key, path...)
		if p = append(p, q...); q == nil {
			found = append(found, n)
		}
	}
	if into != "" && !slices.Contains(keys, into) {
		find(into, "into")
	}
	for i, key := range keys {
		find(key, field, i)
	}
	if len(p) == 0 && len(found) < 2 {
		p = append(p, gov.Errorf(gov.CodeInvalid, "至少需要两个才能合并", "it takes two to merge").At(field))
	}
	return found, p
}

func checkReason(r gov.SuccessionReason) gov.Problems {
	if slices.Contains([]gov.SuccessionReason{"", gov.SuccessionMerged, gov.SuccessionReplaced, gov.SuccessionRenamed}, r) {
		return nil
	}
	return gov.Problems{gov.Errorf(gov.CodeInvalid, "合并的原因只能是 MERGED、REPLACED 或 RENAMED", "the reason of a merger is MERGED, REPLACED or RENAMED").At("reason")}
}

// mergeSentence says what is merged into what.
func mergeSentence[T any, N nodeOf[T]](name Namer, keys []string, into string, fresh N) gov.Text {
	if fresh != nil {
		gone := listed(name, keys)
		return gov.Textf("将%[1]s合并为%[3]s", "merge %[2]s into the new %[3]s", gone.ZH, gone.EN, fresh.NodeName())
	}
	gone := listed(name, slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return key == into }))
	return gov.Textf("将%[1]s并入%[3]s", "merge %[2]s into %[3]s", gone.ZH, gone.EN, name(into))
}
