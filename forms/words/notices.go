package words

// noticeTexts are about the notices that the program can work with.
var noticeTexts = []entry{
	{"没有这份通知", "There is no such notice"},
	{"本软件自带这份通知，不能换成别的", "The program carries this notice itself. It cannot be replaced"},
	{"这份通知没有通过核对", "This notice did not pass the comparison with its own words"},
	{"这份通知没有通过核对，有%d处不对，第一处：%s", "This notice did not pass the comparison with its own words. %d things are wrong, the first of them: %s"},
	{"申报文件要按通知“%s”核对，本软件没有这份通知；先打开它的通知包（%s）", "The application is to be checked by the notice “%s”, which the program does not have. Open the notice's file (%s) first"},
	{"申报文件写的通知是“%s”，里面的那份是“%s”", "The application names the notice “%s”, the one inside is “%s”"},
	{"申报文件里的通知“%s”被改过，和存的时候不一样", "The notice “%s” inside of the application was changed after it was put there"},
	{"自带", "carried by the program"},
	{"不是本软件自带的，制作人自称%s", "not the program's own, made by somebody who goes by %s"},
	{"不是本软件自带的", "not the program's own"},
	{"没有地方放通知", "There is no place for notices"},
	{"已经装了一份“%s”", "A notice “%s” is installed already"},
	{"%s：新加的，%s", "%s: new, %s"},
	{"%s：没有了，原来是%s", "%s: gone, it was %s"},
	{"%s：%s → %s", "%s: %s -> %s"},
}
