package fault

import (
	"context"
	"net/http"

	"golang.org/x/text/language"

	"tiaokuai/internal/gov"
)

type languageKey struct{}

// longestAcceptLanguage bounds the header we parse; browsers send under 200 bytes.
const longestAcceptLanguage = 1000

var (
	offered = []gov.Language{gov.LanguageZH, gov.LanguageEN}
	matcher = language.NewMatcher([]language.Tag{language.Chinese, language.English})
)

// WithLanguage sets the language of every text of a request.
func WithLanguage(ctx context.Context, l gov.Language) context.Context {
	return context.WithValue(ctx, languageKey{}, l)
}

// LanguageFrom is the language of a request, Chinese where none was set.
func LanguageFrom(ctx context.Context) gov.Language {
	if l, ok := ctx.Value(languageKey{}).(gov.Language); ok {
		return l
	}
	return gov.LanguageZH
}

// ParseLanguage reads an Accept-Language header; Chinese unless English is preferred.
func ParseLanguage(accept string) gov.Language {
	if accept == "" || len(accept) > longestAcceptLanguage {
		return gov.LanguageZH
	}
	_, i := language.MatchStrings(matcher, accept)
	return offered[i]
}

// Negotiate sets the language of each request from its Accept-Language header.
func Negotiate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Language")
		l := ParseLanguage(r.Header.Get("Accept-Language"))
		next.ServeHTTP(w, r.WithContext(WithLanguage(r.Context(), l)))
	})
}
