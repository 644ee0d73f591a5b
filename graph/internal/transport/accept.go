package transport

import (
	"mime"
	"strconv"
	"strings"
)

// The media types of an answer.
const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// preference is how much a client wants a media type: q, and how exactly a range named it (3 exact … 1 */*, 0 never).
type preference struct {
	q     float64
	exact int
}

// negotiate chooses the media type of the answer; ok is false where the client takes neither.
//
// The more exact range decides a type's q (RFC 9110, 12.5.1). Of two types with equal q graphql-response+json wins only
// where it is named, since old clients send */*.
func negotiate(accept []string) (media string, ok bool) {
	if strings.TrimSpace(strings.Join(accept, "")) == "" {
		return mediaJSON, true
	}
	var plain, gql preference
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		name, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := quality(params["q"])
		plain.consider(name, mediaJSON, q)
		gql.consider(name, mediaGraphQL, q)
	}
	switch {
	case gql.q > plain.q, gql.q > 0 && gql.q == plain.q && gql.exact == 3:
		return mediaGraphQL, true
	default:
		return mediaJSON, plain.q > 0
	}
}

// prefersStream says whether a client wants an event stream more than JSON. It must name it; clients that name both with
// one q send it along with every query and mean JSON.
func prefersStream(accept []string) bool {
	var stream, plain, gql preference
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		name, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := quality(params["q"])
		stream.consider(name, mediaStream, q)
		plain.consider(name, mediaJSON, q)
		gql.consider(name, mediaGraphQL, q)
	}
	other := plain
	if gql.q > plain.q || gql.q == plain.q && gql.exact > plain.exact {
		other = gql
	}
	return stream.exact == 3 && stream.q > 0 && (stream.q > other.q || stream.q == other.q && other.exact < 3)
}

// consider takes a range's q where the range names the type more exactly than the ranges before.
func (p *preference) consider(name, media string, q float64) {
	exact := 0
	switch name {
	case media:
		exact = 3
	case "application/*":
		exact = 2
	case "*/*":
		exact = 1
	}
	if exact > p.exact {
		*p = preference{q, exact}
	}
}

// quality is a q between 0 and 1; one that cannot be read counts as 1, as if absent.
func quality(s string) float64 {
	if q, err := strconv.ParseFloat(s, 64); err == nil && q >= 0 && q <= 1 {
		return q
	}
	return 1
}
