// Package casework keeps what people decide about findings (问题研判): that an overlap is confirmed, justified or no
// problem at all, and why.
//
// A [Decision] is recorded under the finding's fingerprint, so that it survives recomputation and re-import, with a hash
// and the participants of the evidence it judged. [Judge] holds the decisions on record against a county as it is and
// gives each its [Case]: one whose evidence has changed since is OPEN again and says why, one whose finding is gone is
// RESOLVED. Nothing is resolved by declaration. Costs count whatever was decided.
//
// It imports gov, snapshot and overlap; atlas keeps the decisions as documents of kind [Document].
package casework
