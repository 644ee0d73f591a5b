package proposal

import "testing"

func TestSuggestName(t *testing.T) {
	for _, one := range []struct {
		names, lines []string
		want         string
	}{
		{[]string{"乡村建设办公室", "村镇规划建设办公室"}, nil, "乡村规划建设办公室"},
		{[]string{"村镇规划建设办公室", "乡村建设办公室"}, nil, "村镇规划建设办公室"},
		{[]string{"村镇规划建设办公室", "乡村建设办公室"}, []string{"公共服务", "乡村规划建设"}, "乡村规划建设办公室"},
		{[]string{"党建工作办公室", "平安建设办公室"}, nil, "党建和平安建设办公室"},
		{[]string{"乡村建设办公室", "应急办"}, nil, "乡村建设和应急办公室"},
		{[]string{"应急办", "乡村建设办公室"}, nil, "应急和乡村建设办公室"},
		{[]string{"党政办", "综治办"}, nil, "党政和综治办"},
		{[]string{"三农办", "三农工作办公室"}, nil, "三农工作办公室"},
		{[]string{"民政办", "社保所"}, []string{"民政社保"}, "民政社保办"},
		{[]string{"甲办", "乙办"}, nil, "甲和乙办"},
		{[]string{"协办", "乙办"}, nil, "协和乙办"},
		{[]string{"经济发展办公室", "招商促进服务中心"}, nil, "经济发展和招商促进办公室"},
		{[]string{"农业服务中心", "农业综合服务中心"}, nil, "农业服务中心"},
		{[]string{"文化旅游体育融媒体中心", "党群活动志愿服务中心"}, nil, "文化旅游体育融媒体中心"},
	} {
		if got, from := suggestName(one.names, one.lines); got != one.want || from.ZH == "" || from.EN == "" {
			t.Errorf("%v: %s (%s)", one.names, got, from)
		}
	}
}
