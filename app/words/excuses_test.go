package words

// Reasons why a text of the source needs no English.
const (
	inFile     = "never seen: inside of reading or writing a file, which says something of its own"
	inNotice   = "a notice that is not fit to be shipped; the tests read the shipped one"
	inTool     = "of the command line, which is Chinese"
	partOf     = "a part of texts that have their English as a whole; random applications show them"
	onPlatform = "goes into the platform or a file as it is"
	signs      = "looked for in a text or measured, never shown"
)

// excuses are texts of the source that need no English, with the reason.
var excuses = map[string]string{
	"没有这种结果：…": inFile,
	"后面还有别的内容": inFile,
	"读文件：…":    inTool,
	"照片要求：bytes_fail_at_most 要大于0且不大于 bytes_sure_above":       inNotice,
	"照片要求：bytes_sure_above 与 bytes_sure_below 之间没有可用的大小":      inNotice,
	"照片要求：bytes_sure_below 不能大于 bytes_fail_from":              inNotice,
	"照片要求：width_above 和 height_above 要大于0":                    inNotice,
	"照片要求：ratio_min_hundredths 要大于0且不大于 ratio_max_hundredths": inNotice,
	"照片比例 … 看不懂，可以用 … 或 …":                                    inTool,
	"程序出错（…）":         inTool,
	"照片里找到…张脸，没有第…张":  inTool,
	"读人脸数据：…":         inTool,
	"…年…月":            partOf,
	"学历… ":            partOf,
	"业绩… ":            partOf,
	"附件3能力条件":         partOf,
	"…年……学时":          partOf,
	"…年……学时，要求…学时，差…": partOf,
	"共":      partOf,
	"林业专业科目": partOf,
	"…是后学历，到截止日不满…年":              partOf,
	"您的申报方式是“…”":                  partOf,
	"…，应参加面试":                     partOf,
	"这是软件的估计，请自己再看一眼":             partOf,
	"四周偏灰、偏色或不匀，不全是白色":            partOf,
	"四周接近白色，略灰":                   partOf,
	"……；这是软件的估计，请自己再看一眼":          partOf,
	"这份通知没有……的评审计划":               partOf,
	"…的能力条件…答了“否”；破格要不要这一条，通知没有写": partOf,
	"…的能力条件…答了“否”":                partOf,
	"…的能力条件…您不确定":                 partOf,
	"您打算…":                        partOf,
	"…，截止…，要看是哪一天":                partOf,
	"…，截止…":                       partOf,
	"…，过了截止日…":                    partOf,
	"…（…调休上班；不算这一天就到…）":           partOf,
	"…，系统…截止":                     partOf,
	"第…项业绩":                       partOf,
	"…不方便的也可以邮寄：…（以当年通知为准）。":      partOf,
	"…最终以单位和评审机构审核为准。":            partOf,
	"…按…检查。":                      partOf,
	"…（…×…像素，…字节）":                onPlatform,
	"…自查清单.pdf":                   onPlatform,
	"职称申报助手 …":                    onPlatform,
	"字":                           signs,
	"。":                           signs,
	"学位":                          signs,
	"，":                           partOf,
	"，次年起…年不能评":                   partOf,
	"“…年以后”":                      partOf,
	"如实写进材料；不写会取消资格…。正在处理的能不能报，通知没有写，先问单位": partOf,
	"…没有备案表或认证报告，…包不包括这个时间通知没有写":           partOf,
	"…，…": partOf,
}
