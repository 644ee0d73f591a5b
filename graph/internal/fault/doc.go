// Package fault turns errors into what a GraphQL client is shown: one code, a message in the request's language, the
// path of the argument, a hint; and it keeps everything else for the log.
//
//   - [gov.Error] and [gov.Problems] are shown as they are; a cause goes to the log only;
//   - errors of parsing and validation get INVALID and keep their English text;
//   - an error while the request's context is done is UNAVAILABLE;
//   - anything else is logged in full under a reference and shown as INTERNAL with that reference only.
//
// The language comes from Accept-Language ([Negotiate]) or is set for a connection ([WithLanguage]).
//
// It imports gov and gqlgen's graphql package. To add a code: one constant in gov; nothing here.
package fault
