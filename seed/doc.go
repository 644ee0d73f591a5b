// Package seed is the county that the program starts with: 登封市 (410185), as a real city report tells it.
//
// source-document.txt is the report, verbatim. Everything drawn from it, taken from other public lists or made up to
// complete the picture stands in data files below 410185/, as edits of internal/change written once for all townships
// that share them; see README.md for what each file is and where each fact came from. [Load] gives the edits as a list
// of revisions with fixed ids and times, [Replay] the county they lead to, [Portfolio] the report's proposed division
// of work among a township's leaders.
//
// It imports gov, snapshot and change. To add a fact: a line in a step file, and its sentence in sources.json; the
// tests hold every quotation to the report, and every name and figure of the report to the seed.
package seed
