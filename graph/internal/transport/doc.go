// Package transport carries GraphQL over HTTP as the graphql-over-http specification has it: queries by GET, queries
// and mutations by POST with application/json.
//
//   - a request that cannot be read is refused: 405, 406, 413, 414, 415, or 400 for anything but one well-formed
//     object in UTF-8; nothing of the body is echoed;
//   - a request error (parsing, validation, limits) has no data key; it is 200 under application/json and 400, or the
//     status of its code, under application/graphql-response+json;
//   - an answer with data is 200.
//
// Every error goes through the executor's error presenter, so it has the request's language and a code. The finished
// data is written as it is, never encoded again. Websockets and event streams are transports of their own and stand
// before this one, which takes every request that is left.
//
// It imports gov and gqlgen's graphql package. To add a response media type: one constant and its place in accept.go.
package transport
