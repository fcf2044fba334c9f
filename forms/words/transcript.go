package words

// platformTexts are those of the page beside the platform, besides the values
// themselves, which stay Chinese.
var platformTexts = []entry{
	{"和平台并排打开：点“复制”，到平台上粘贴；做完一步打一个勾。前面的记号说的是您准备好了没有，勾说的是平台上做完了没有。", "Open it beside the platform: click “Copy”, paste there, and tick each step when it is done. The values stay Chinese, as the platform needs them. The mark in front says whether you are ready, the tick whether it is done on the platform."},
	{"已完成%d/%d步", "%d of %d steps done"},
	{"接下来做这一步", "This step is next"},
	{"这一步在平台上做完了", "This step is done on the platform"},
	{"已做完", "Done"},
	{"准备好了", "Ready"},
	{"看内容", "Show"},
	{"打了勾，但您的答案还是：%s", "Ticked, but your answers still say: %s"},
	{"打勾以后这里的内容改过，平台上也要跟着改。", "Changed here since you ticked it. Change it on the platform too."},
	{"平台上也改好了", "I updated the platform too"},
	{"改过", "Changed"},
	{"问清了：%s", "Answer: %v"},
	{"要等", "Wait"},
	{"说明", "Note"},
	{"去改", "Change"},
	{"还没填好：%s", "Not ready yet: %s"},
	{"还没填好：%s，共%d项", "Not ready yet: %s and others (%d in all)"},
	{"要准备的材料", "Materials to prepare"},

	{"用浙江政务服务网的个人账号和密码登录。本软件不问您的密码。", "Use your personal account of the Zhejiang government services website (浙江政务服务网). This program never asks for your password."},
	{"个人基本信息", "Personal data (个人基本信息)"},
	{"现工作单位名称", "Name of your present employer"},
	{"继续教育学时", "Hours of continuing education"},
	{"单位审核通过，才能做下一步", "For your employer to approve. The next step is not possible before"},
	{"单位审核通过业绩档案，才能点", "For your employer to approve the achievement record (业绩档案). You cannot click before"},
	{"手边要有手机，用微信等扫平台上的二维码。", "Have your phone at hand, and scan the code on the platform with WeChat or a similar app."},
	{"这里又问学历、职称、学时的，第2步里都有。", "If education, title or hours are asked again here, take them from step 2."},
	{"只选有代表性的，不宜过多过杂。", "Choose representative ones only, not too many and not too mixed."},
	{"提交以后单位审核", "For your employer: after you submit, it checks your application"},
	{"提交以后单位审核，单位提交截止%s", "For your employer: after you submit, it checks your application and has to submit it by %s"},
	{"提交以后单位审核，单位提交截止%s（%d时）", "For your employer: after you submit, it checks your application and has to submit it by %s, %d:00"},
	{"材料经评审委员会审核通过，才能缴", "For the evaluation committee to approve your materials. You cannot pay before"},
	{"所在单位、主管部门盖章", "For the stamps of your employer and the department in charge (主管部门)"},
	{"邮寄地址", "Postal address"},
	{"联系人", "Contacts"},

	{"取消打的勾：%s", "Taking back a tick: %s"},
	{"记住打的勾：%s", "Keeping a tick: %s"},
}
