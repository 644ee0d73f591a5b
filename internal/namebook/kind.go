package namebook

import (
	"strings"

	"tiaokuai/internal/gov"
)

// KindOf guesses an organ's kind from how its name ends; false where the end tells nothing. It is for material that
// has names only: kinds are otherwise on record, never inferred.
func KindOf(name string) (gov.OrganKind, bool) {
	if cut := strings.IndexAny(name, "(（["); cut > 0 {
		name = name[:cut]
	}
	for _, s := range endings {
		if strings.HasSuffix(name, s.ending) {
			return s.kind, true
		}
	}
	return "", false
}

// endings are what names end in, the first that fits decides.
var endings = []struct {
	ending string
	kind   gov.OrganKind
}{
	{"纪委", gov.OrganStatutory},
	{"纪工委", gov.OrganStatutory},
	{"人大", gov.OrganStatutory},
	{"人大工委", gov.OrganStatutory},
	{"人大主席团", gov.OrganStatutory},
	{"武装部", gov.OrganStatutory},
	{"人武部", gov.OrganStatutory},
	{"工会", gov.OrganStatutory},
	{"妇联", gov.OrganStatutory},
	{"团委", gov.OrganStatutory},
	{"残联", gov.OrganStatutory},
	{"分局", gov.OrganDispatched},
	{"派出所", gov.OrganDispatched},
	{"司法所", gov.OrganDispatched},
	{"市场监管所", gov.OrganDispatched},
	{"市场监督管理所", gov.OrganDispatched},
	{"自然资源所", gov.OrganDispatched},
	{"自然资源规划所", gov.OrganDispatched},
	{"国土资源所", gov.OrganDispatched},
	{"国土所", gov.OrganDispatched},
	{"工商所", gov.OrganDispatched},
	{"税务所", gov.OrganDispatched},
	{"办公室", gov.OrganOffice},
	{"指挥室", gov.OrganOffice},
	{"办", gov.OrganOffice},
	{"局", gov.OrganOffice},
	{"科", gov.OrganOffice},
	{"部", gov.OrganOffice},
	{"组", gov.OrganOffice},
	{"委", gov.OrganOffice},
	{"处", gov.OrganOffice},
	{"中心", gov.OrganInstitution},
	{"站", gov.OrganInstitution},
	{"所", gov.OrganInstitution},
	{"院", gov.OrganInstitution},
	{"队", gov.OrganInstitution},
	{"校", gov.OrganInstitution},
	{"馆", gov.OrganInstitution},
	{"场", gov.OrganInstitution},
}
