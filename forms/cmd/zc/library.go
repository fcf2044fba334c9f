package main

import (
	"flag"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
)

// notices are those that the tool can work with: those of the window.
func notices() library.Library { return library.Usual(assets.Notices(), assets.CurrentNotice) }

// noticeFlag has a command take the notice to work under.
func (p *program) noticeFlag(set *flag.FlagSet) {
	set.StringVar(&p.word, "notice", "", "按哪份通知：代号、通知包文件或文件夹；不写就按申报文件里写的")
}

// noticeOf returns the notice that the command line names, or else that of an
// application; without one the current one.
func (p *program) noticeOf(a *forms.Applicant) (library.Entry, error) {
	if p.word != "" {
		return notices().Find(p.ctx, p.word)
	}
	return notices().For(p.ctx, a)
}

// trust says of a notice that is not the program's own who made it.
func trust(e library.Entry) string {
	if e.Origin == library.Own {
		return ""
	}
	return "（" + e.Trust().String() + "）"
}
