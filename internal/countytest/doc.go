// Package countytest is for tests: a county told in ten lines, random counties, random edits, and golden files.
//
// # The notation
//
// One line tells one node, and the edges that are said of it in passing. White space parts words, a comma parts the
// items of a list, "#" starts a comment, double quotes keep spaces. Indentation is for the reader; a line belongs to the
// last township, or duty, above it. References are names or keys and may look ahead.
//
//	county 410185 登封市 CITY limit=5
//	source 实施意见 article=第三条 quote="乡镇 机构"
//	department 农业农村局 GOVERNMENT sections=种植业科,畜牧科 dispatches 农技站@大冶镇 leads 秸秆禁烧:INSPECT+PUNISH
//	township 大冶镇,告成镇 LARGE TOWN portfolios-complete      # what follows is said of both
//	  organ 经济发展办公室 OFFICE PARTY basis=DOCUMENT source=实施意见 -> 农业农村局[种植业科], 发改委:WINDOW leads 防汛抗旱
//	  organ 市场监管所 DISPATCHED TERRITORIAL powers=AFFILIATION:TOWNSHIP,PERSONNEL:COUNTY enforcement=COUNTY
//	  leader 甲 党委副书记,政法委员 leads 经济发展办公室 assists 农技站 liaises 市场监管所
//	  former 农业站 ORGAN MERGED revision=1 -> 农技站
//	duty 防汛抗旱 ENFORCEMENT domain=应急安全 list=BASIC
//	  list TERRITORIAL lead=COUNTY townships=大冶镇 from=2024-01-01
//	  authority TOWNSHIP DELEGATED department=应急局
//	  lead 经济发展办公室@大冶镇, 应急局 actions=INSPECT,PUNISH
//	measure 防汛指挥部 COORDINATION office=经济发展办公室@大冶镇 about=防汛抗旱
//	indicator 执法权限总数 metric=POWERS_TOTAL domain=生态环境 low=300
//
// An organ of some township is name@township, of every township name@*. An edge said in passing takes the basis and
// sources of its line; one that needs its own has a line of its own:
//
//	counterpart 经济发展办公室@大冶镇 -> 农业农村局[畜牧科] WINDOW scope=… basis=INFERRED
//	charge 甲@大冶镇 -> 农技站 ASSIST
//	assign 农技站@大冶镇 -> 防汛抗旱 LEAD actions=PATROL
//	dispatch 农业农村局 -> 农技站@*
//	share 农技站@大冶镇 -> 经济发展办公室
//	succeed 农业站@大冶镇 -> 农技站 MERGED revision=2
//
// Every word and option of a line is listed in nodes.go and edges.go. Keys are minted by [gov.Mint] unless a line says
// key=…; a leader without a name is called "-".
//
// # Random counties
//
// [Random] rolls a small county of every kind of node and edge, [RandomEdits] edits that apply to it; both take their
// choices from a [Dice], so that properties and soaks share them. [Large] is the one county that figures are measured on.
//
// It imports gov, snapshot and change, so tests of these rooms that use it are external (package change_test).
package countytest
