package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

func disciplineChecks(n *notice.Notice) []Check {
	step := forms.StepIntegrity
	checks := []Check{
		{
			ID: TruthfulnessCommitment, Title: say.F("真实性保证书"), Step: step, judge: truthfulnessCommitment,
			Reads: paths(forms.CommitmentSigned), needs: saying(say.F("在线签署保证书")),
		},
		{
			ID: DisciplineDisclosure, Title: say.F("如实反映处分"), Step: step, judge: disciplineDisclosure,
			Reads: paths(forms.DisciplineSanction, forms.DisciplineDate, forms.DisciplinePending, forms.DisciplineDisclosed,
				forms.TitleQualified, forms.TitleAppointed),
			needs: saying(say.F("处分和正在处理的问题写进材料")),
		},
	}
	if n.Discipline != nil {
		checks = append(checks,
			Check{
				ID: "discipline-two-year-delay", Title: say.F("延迟申报"), Step: step, judge: disciplineTwoYearDelay, only: anyPlan,
				Reads: paths(forms.DisciplineSanction, forms.DisciplineDate, forms.TitleQualified, forms.TitleAppointed,
					forms.ScheduleSubmit, forms.PlanRoute, forms.PlanChoice),
				InRows: inRows(forms.EducationGrade),
				needs:  saying(say.F("受记过以上处分延迟%d年", n.Discipline.DelayYears)),
			},
			Check{
				ID: "discipline-three-year-ban", Title: say.F("取消资格以后"), Step: step, judge: disciplineThreeYearBan,
				Reads: paths(forms.DisciplineCancelled),
				needs: saying(say.F("取消资格次年起%d年不得参加", n.Discipline.BanYears)),
			})
	}
	return append(checks,
		Check{
			ID: PostInformationForm, Title: say.F("岗位信息表"), Step: step, judge: postInformationForm,
			Reads: paths(forms.UnitKind, forms.PostEstablishment, forms.PostStamps), needs: saying(say.F("两个部门盖章的扫描件")),
		},
		Check{
			ID: "post-vacancy", Title: say.F("岗位与推荐"), Step: step, judge: postVacancy,
			Reads: paths(forms.UnitKind, forms.PostEstablishment, forms.PostRecommended), needs: saying(say.F("有空缺岗位并经单位推荐、公示")),
		})
}

func photoChecks() []Check {
	reads := []string{forms.PhotoFile.Path}
	photo := func(id string, title say.Text, judge func(*facts) Finding, needs func(*notice.Notice) say.Text) Check {
		return Check{ID: id, Title: title, Step: forms.StepPhoto, judge: judge, Reads: reads, needs: needs}
	}
	return []Check{
		photo(PhotoFormat, say.F("照片格式"), photoFormat, saying(say.F("JPG或JPEG"))),
		photo(PhotoFileSize, say.F("照片文件大小"), photoFileSize, photoSizeNeeds),
		photo(PhotoPixels, say.F("照片像素"), photoPixels, func(n *notice.Notice) say.Text {
			return say.F("大于%d×%d像素", n.Photo.WidthAbove, n.Photo.HeightAbove)
		}),
		photo(PhotoRatio, say.F("照片宽高比"), photoRatio, func(n *notice.Notice) say.Text {
			return say.F("%s到%s", forms.Hundredths(n.Photo.RatioMinHundredths), forms.Hundredths(n.Photo.RatioMaxHundredths))
		}),
		photo(PhotoBackground, say.F("照片背景"), photoBackground, saying(say.F("白底"))),
		{
			ID: StatementLength, Title: say.F("述职字数"), Step: forms.StepStatement, judge: statementLength,
			Reads: paths(forms.StatementText),
			needs: func(n *notice.Notice) say.Text { return say.F("%d字以内", n.Statement.Limit) },
		},
		{
			ID: AchievementsPeriod, Title: say.F("业绩时间"), Step: forms.StepStatement, judge: achievementsPeriod,
			Reads: append([]string{"achievements"}, paths(forms.TitleQualified, forms.TitleAppointed)...), needs: saying(say.F("任现职以来的业绩")),
		},
	}
}

func scheduleChecks() []Check {
	step := forms.StepSchedule
	closing := func(last func(notice.Dates) notice.Deadline) func(*notice.Notice) say.Text {
		return func(n *notice.Notice) say.Text { return say.F("%s截止", last(n.Dates).Chinese()) }
	}
	return []Check{
		{
			ID: "deadline-individual", Title: say.F("个人网上申报"), Step: step, judge: deadlineIndividual,
			Reads: paths(forms.ScheduleSubmit),
			needs: closing(func(d notice.Dates) notice.Deadline { return d.Individual }),
		},
		{
			ID: "deadline-unit", Title: say.F("单位审核提交"), Step: step, judge: deadlineUnit,
			Reads: paths(forms.ScheduleUnitPass, forms.ScheduleSubmit),
			needs: closing(func(d notice.Dates) notice.Deadline { return d.Unit }),
		},
		{
			ID: "publicity-window", Title: say.F("公示期"), Step: step, judge: publicityWindow,
			Reads: paths(forms.ScheduleUnitPass),
			needs: func(n *notice.Notice) say.Text {
				return say.F("%d个工作日，系统%s截止", n.Dates.PublicityDays, n.Dates.System.Day.Short())
			},
		},
		{
			ID: "deadline-paper", Title: say.F("纸质材料"), Step: step, judge: deadlinePaper,
			Reads: paths(forms.SchedulePaper),
			needs: closing(func(d notice.Dates) notice.Deadline { return d.Paper }),
		},
		{
			ID: CommitteeChoice, Title: say.F("受理评审委员会"), Step: step, Standing: true, judge: committeeChoice,
			needs: saying(say.F("按所属关系选择")),
		},
		{
			ID: PaperReviewForm, Title: say.F("评审表"), Step: step, judge: paperReviewForm,
			needs: func(n *notice.Notice) say.Text { return say.F("%s，盖章", n.Papers.ReviewForm.Asked()) },
		},
		{
			ID: PaperRoster, Title: say.F("花名册"), Step: step, Standing: true, judge: paperRoster,
			needs: func(n *notice.Notice) say.Text { return n.Papers.Roster.Asked() },
		},
		{
			ID: Fee, Title: say.F("评审费"), Step: step, judge: fee, only: anyPlan, Reads: paths(forms.PlanChoice), needs: saying(say.F("按通知和平台提示")),
		},
		{
			ID: AttachmentList, Title: say.F("附件清单"), Step: step, Standing: true, judge: attachmentList, needs: saying(say.F("以平台提示为准")),
		},
		{
			ID: AnnualAssessment, Title: say.F("年度考核"), Step: step, Standing: true, judge: annualAssessment, needs: saying(say.F("通知没有写")),
		},
		{
			ID: ExportOrder, Title: say.F("评审表导出顺序"), Step: step, Standing: true, judge: exportOrder, needs: saying(say.F("按平台提示")),
		},
	}
}
