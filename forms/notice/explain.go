package notice

import (
	"strings"
	"sync"
)

// explained says in Chinese what every key of a notice's data is.
var explained = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for line := range strings.Lines(keyTable) {
		if key, what, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			words[key] = what
		}
	}
	return words
})

const keyTable = `
id 代号
version 版本
number 文号
year 年度
place 地区
issued 发通知的日子
platform 申报平台网址
contacts 联系人
name 名称
phone 电话
clause 条款
post_address 邮寄地址
text 文字
specialties 专业
value 代码
words 原文里的词
plans 评审计划
code 计划代码
short 短名
field 领域
level 级别
routes 申报方式
conditions 评价条件
document 文件
hours 学时
tenure 任职年限
interview 面试
fee 评审费
yuan 元
milestones 日期
kind 哪一种
opening 开始申报
individual 个人截止
unit 单位截止
department 主管部门截止
system 系统截止
paper_from 纸质材料开始报送
paper 纸质材料截止
payment 缴费截止
cutoff 资历截止
who 谁
remark 附带的话
publicity 公示
day 日子
hour 几时
materials 材料
or 也可以是
called 清单里叫什么
for 哪些人、哪些事要
format 格式
when 什么时候要
receiver 接收的部门
size 纸张
copies 份数
not_in 没有写到它的条款
recommendation_fee 推荐费
calendar 日历
from 从
to 到
holidays 放假
workdays 调休上班
days 工作日
source 依据
years 年数或年份
rows 要求
check 检查
subjects 科目
least 最少学时
reading 读法
evidence 证明
bases 登记细则
binding 必须照它
learning 学习平台
portal 注册账号的网站
departments 部门
address 网址
engineer 工程师条件
levels 学历
about 左右
examined 考察合格
exceptional 破格
years_with_education 具备学历的年数
years_without 不具备学历的年数
items 要几项
of 从几项里
service 工作年限的一项
item 第几项
years_secondary 中专的年数
years_other 其他学历的年数
abilities 能力条件
interviews 面试规则
later_education_years 后学历不满几年
insurance 社会保险
months 连续月数
verification 学历认证
since_year 从哪一年起
discipline 申报纪律
delay_years 延迟年数
ban_years 不得申报年数
photo 证件照
bytes_fail_at_most 不大于这个就太小
bytes_sure_above 大于这个就够大
bytes_sure_below 小于这个就够小
bytes_fail_from 不小于这个就太大
width_above 宽大于
height_above 高大于
ratio_min_hundredths 最小宽高比
ratio_max_hundredths 最大宽高比
statement 本人述职
limit 字数
citations 引用
quote 原话
informative 不用检查的条款
absent 原文没有的编号
platform_steps 平台的步骤
notes 说给申报人的话
passed_over 没有用到的话
why 为什么
`

// Explained returns in Chinese what a key of a notice's data is; the key itself where
// nothing is known of it.
func Explained(key string) string {
	if words, ok := explained()[key]; ok {
		return words
	}
	return key
}
