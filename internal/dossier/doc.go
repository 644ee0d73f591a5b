// Package dossier writes the 论证报告 of a scenario: what is found, what is proposed, what it changes, what was rejected and
// what is still to be done, as one self-contained printable HTML page and as an editable .docx in 公文 layout (GB/T 9704).
//
// [Of] gathers a [Dossier] from the county before and after, the scenario and its proposals; [Dossier.Missing] says what a
// planner still has to supply (a reason, where duties go, where posts go); the writers only lay out. The parts are those
// of a 机构编制 submission: 机构设置调整方案, 三定 draft per township, 乡镇机构职责清单, 职责划转前后对照表, 编制职数去向表,
// 新旧机构对照表, constraints and alternatives, follow-up.
//
// It imports gov, snapshot, change, overlap, reform, proposal and scenario.
package dossier
