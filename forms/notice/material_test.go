package notice_test

import "testing"

// Materials are rows of data, in the words of their clauses.
func TestMaterialsAreExamined(t *testing.T) {
	const form = `{"name": "《专业技术职务任职资格评审表》", "size": "A4", "copies": 3, "who": ["self"], "clause": "四（四）", "check": "paper-review-form"},`
	expect(t, map[string]change{
		"a paper left out":            {form, "", "四（四）里的《专业技术职务任职资格评审表》没有写进来"},
		"no material of a check":      {`{"name": "白底证件照", "format": "JPG", "clause": "附件1-4", "check": "photo-background"},`, "", "引了“photo-background”，没有写它的材料"},
		"a paper twice":               {form, form + form, "“《专业技术职务任职资格评审表》”写了两次"},
		"another name":                {`"name": "业绩材料"`, `"name": "业绩证明"`, "附件1-7里没有“业绩证明”"},
		"a name of one character":     {`"name": "业绩材料"`, `"name": "业"`, "“业”太短"},
		"half of a title":             {`"name": "《国外学历学位认证书》"`, `"name": "《国外学历学位"`, "里没有“《国外学历学位”"},
		"another alternative":         {`"or": ["海外高层次人才居住证"]`, `"or": ["居住证明"]`, "一里没有“居住证明”"},
		"another limit":               {`"limit": "1000字以内"`, `"limit": "1500字以内"`, "附件1-6里没有“1500字以内”"},
		"another format":              {`"format": "JPG"`, `"format": "PDF"`, "附件1-4里没有“PDF”"},
		"other copies":                {`"size": "A4", "copies": 3`, `"size": "A4", "copies": 4`, "四（四）里没有“一式4份”，写的是“一式3份”"},
		"no copies":                   {`"size": "A4", "copies": 3, `, `"size": "A4", `, "四（四）里写了“一式3份”，这里没有写"},
		"copies of nowhere":           {`"name": "业绩材料", `, `"name": "业绩材料", "copies": 2, `, "附件1-7里业绩材料后面没有写一式几份"},
		"the paper of another":        {`"size": "A4"`, `"size": "A3"`, "四（四）里写的是“A4”，这里是“A3”"},
		"no size of paper":            {`"size": "A4", `, "", "四（四）里写的是“A4”，这里是“没有”"},
		"a clause that names it":      {`"not_in": "附件1"`, `"not_in": "四（四）"`, "四（四）里写了《评审对象资格审查花名册》"},
		"an unknown check":            {`"check": "entrusted-review", "remark"`, `"check": "entrusted", "remark"`, "没有“entrusted”这项检查"},
		"an unknown condition":        {`"check": "entrusted-review", "remark"`, `"when": "年满50", "remark"`, "没有“年满50”，可以写的有titled、public_institution"},
		"an unknown plan":             {`"check": "entrusted-review", "remark"`, `"plans": ["XX"], "check": "entrusted-review", "remark"`, "没有评审计划“XX”"},
		"a number in a remark":        {"手机扫码在线签署", "30天以内在线签署", "附件1-5里说这件事的地方没有“30天”"},
		"a paper in what it's called": {`"called": "委托评审手续"`, `"called": "《委托评审函》"`, "三（一）里没有“《委托评审函》”"},
	})
}
