// Package namebook reads what a township organ does from its name alone: 农业技术推广站 → 农技推广, 农业农村局, 农业农村口.
//
// # The catalogue
//
// It is data, to be read and argued with (data/*.json, embedded):
//
//   - words.json: what stands in names and plates, whole or abbreviated (计划生育, 计生), and the duties it speaks of;
//   - duties.json: a duty, the county department it belongs to, others that have a hand in it (with), and other systems
//     that it touches (also);
//   - departments.json: the county's departments, under today's usual name, each in a system;
//   - systems.json: the systems 口 by which county and township leaders divide the work (党群口, 政法口, 农业口 …);
//   - sources.json: where the entries with a basis come from, with the trust that its collector gave it. An entry without
//     one is INFERRED: common knowledge of Chinese township organs, not drawn from a document.
//
// Weights are thirds of a function: 3 it is what the word says, 2 it regularly goes with it, 1 it touches it. A duty's
// department and system have the duty's weight; what is under "with" has 1, under "also" its own, never more than the duty.
//
// # Reading
//
// [Book.Infer] takes the longest words from left to right, none twice: 规划建设管理环保办公室 is 规划建设管理 + 环保. What
// no word covers is left over ([Book.Unread]), not guessed. Every function says which word of which name gave it.
//
// A name says what an organ is for, not what it does: all this is a stand-in for counterparts and duties on record where
// there are none, as in bench/reforms. It is never shown as a fact about an organ.
//
// It imports gov only. To add a word: a line in words.json; the tests then ask for duties that exist.
package namebook
