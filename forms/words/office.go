package words

// officeTexts are what is said where many applications are worked on at once.
var officeTexts = []entry{
	{"停下了，还没有看", "Stopped before it was read"},
	{"看文件夹 %s：%s", "Look into the folder %s: %s"},
	{"这个文件正被别的程序占着，先在那里关掉它", "Another program holds this file. Close it there first"},
	{"填完", "Answer the rest"},
	{"问：%s", "Ask: %s"},
	{"软件出错，没有写成：%v", "The program failed, nothing was written: %v"},
	{"排 %s 的清单：%s", "Set the checklist of %s: %s"},
	{"工作单位", "Employer"},
	{"下一件事", "Next"},
	{"读不了的原因", "Why it cannot be read"},
	{"没有找到照片", "No photos found"},
	{"读回 %s：%s", "Read back %s: %s"},
	{"读回 %s：和写下的不一样，磁盘可能有问题", "Read back %s: not what was written. The disk may be failing"},
	{"原照片", "an original photo"},
	{"文件太大，不像是照片", "The file is too large to be a photo"},
	{"停下了，没有做", "Stopped, nothing was done"},
	{"%s。%s", "%s. %s"},
	{"已经存在", "is there already"},
	{"%s %s", "%s %s"},
	{"%s 就是%s，不能覆盖，换一个输出文件名或文件夹", "%s is %s and cannot be replaced. Choose another name or folder"},
	{"%s 是刚写好的另一个，不能覆盖，换一个输出文件夹", "%s is another one that was just written. Choose another folder"},
	{"记住照片的测量：%s", "Remember the measures of a photo: %s"},
}
