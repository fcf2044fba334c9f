package words

// annexTexts are the conditions of 附件3 that the window asks for in the notice's
// own words. The clause behind each question stays Chinese.
var annexTexts = []entry{
	{"①基本掌握现代生产管理和技术管理的方法，有独立解决比较复杂的技术问题的能力。", "① You know the methods of modern production and technical management, and can solve fairly complex technical problems on your own."},
	{"②能够灵活运用本专业的基础理论知识和专业技术知识，熟悉本专业国内外现状和发展趋势。", "② You apply the theory and the technical knowledge of your specialty flexibly, and know its state and trends in China and abroad."},
	{"③有一定从事生产、技术管理工作的实践经验，取得有实用价值的技术成果和技术经济效益。", "③ You have some practical experience in production and technical management, with technical results of practical value and economic benefit."},
	{"④能够指导助理工程师的工作和学习。", "④ You can guide assistant engineers in their work and study."},
	{"①有独立承担较复杂项目的研究、设计工作能力，能解决本专业范围内比较复杂的技术问题。", "① You can carry out research and design of fairly complex projects on your own, and solve fairly complex technical problems of your specialty."},
	{"②较系统地掌握本专业的基础理论知识和专业技术知识，熟悉本专业国内外现状和发展趋势。", "② You have a fairly systematic command of the theory and the technical knowledge of your specialty, and know its state and trends in China and abroad."},
	{"③有一定从事工程技术研究、设计工作的实践经验，能吸收、采用国内外先进技术，在提高研究、设计水平和经济效益方面取得一定成绩。", "③ You have some practical experience in engineering research and design, take up advanced technology from China and abroad, and have raised the level and the economic benefit of research and design."},
	{"1.在省、部级专业学术会议上或在省级专业刊物上发表过不少于二篇有价值的学术论文。", "1. At least two valuable papers at professional conferences of a province or ministry, or in provincial professional journals."},
	{"2.获得国家、省、部级奖（指自然科学奖、科技进步奖、发明奖，下同），省厅（局），市（地）一、二等奖和县一等奖的主要贡献者；获省级优秀设计奖和优秀方案设计奖的主要贡献者；省优良工程和市优质工程的主要技术负责人。", "2. Main contributor to a national, provincial or ministerial award (natural science, progress in science and technology, or invention), a first or second award of a provincial department or a city, or a first award of a county; main contributor to a provincial award for excellent design or excellent scheme design; or chief technical lead of an excellent project of the province or a quality project of a city."},
	{"3.担任大中型企业和建筑二级企业的主要技术负责人三年以上现继续任职；省、市（地）重点工程、科研、科技攻关项目的主要主持、实施者且成绩显著、贡献突出。", "3. Chief technical lead of a large or medium enterprise or a second-grade construction enterprise for at least three years and still in office; or main leader or performer of a key engineering, research or technology project of a province or city, with notable results and outstanding contribution."},
	{"4.在开发高层次，高效益的新产品、新工艺、新技术等工作中贡献突出，成绩显著者。", "4. Outstanding contribution and notable results in developing advanced and profitable new products, processes or technology."},
	{"5.获市（地）劳动模范、科技先进工作者、技术管理先进工作者和县优秀专门人才称号（不包括协会、团体授予的称号）。", "5. Named model worker, advanced worker in science and technology or advanced worker in technical management by a city, or excellent specialist by a county (not by associations or societies)."},
	{"6.从事专业技术工作中专毕业十五年以上，其他学历二十年以上。", "6. Technical work for at least fifteen years after a secondary specialised school, or twenty years with another education."},
}
