package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"zhicheng/forms"
)

// confirmation returns the applicant's note on a question, if it still counts: while
// the facts are the same, whatever words the question has by now.
func (c *Check) confirmation(f *facts, found Finding) forms.Confirmation {
	if found.Outcome != Confirm {
		return forms.Confirmation{}
	}
	for _, note := range f.Confirmed {
		switch {
		case note.Check != c.ID:
		case note.Facts == "" && note.Found == found.Found.String(), note.Facts != "" && note.Facts == c.fingerprint(f):
			return note
		}
	}
	return forms.Confirmation{}
}

// Fingerprint returns a mark of the facts that a check reads in an application: while
// it is the same, a noted answer counts. It is "" for a check that the notice does not
// have.
func (r *Rules) Fingerprint(a *forms.Applicant, id string) string {
	i := slices.IndexFunc(r.checks, func(c Check) bool { return c.ID == id })
	if i < 0 {
		return ""
	}
	return r.checks[i].fingerprint(r.facts(a, true))
}

// Renew keeps the answers by their facts that a file of format 1 kept by a sentence.
// One whose sentence is not found stays as it is.
func (r *Rules) Renew(a *forms.Applicant) {
	if !slices.ContainsFunc(a.Confirmed, func(note forms.Confirmation) bool { return note.Facts == "" }) {
		return
	}
	report := r.Run(a)
	for i, note := range a.Confirmed {
		if f, ok := report.Find(note.Check); ok && note.Facts == "" && f.Answer == note {
			a.Confirmed[i].Facts, a.Confirmed[i].Found = r.Fingerprint(a, note.Check), ""
		}
	}
}

// fingerprintBytes is how much of a hash tells facts apart.
const fingerprintBytes = 8

func (c *Check) fingerprint(f *facts) string {
	if f.answers == nil {
		f.answers = answers(f)
	}
	var read []string
	for place, answer := range f.answers {
		if c.reads(place) {
			read = append(read, fmt.Sprintf("%s=%q\n", place, answer))
		}
	}
	slices.Sort(read)
	sum := sha256.Sum256([]byte(strings.Join(read, "")))
	return hex.EncodeToString(sum[:fingerprintBytes])
}

// reads reports whether a check reads a place: one that it names, one in a list that
// it names, or in an education those that it reads and those by which it is called.
func (c *Check) reads(place string) bool {
	if c.only != nil && place == forms.PlanChoice.Path || c.Dated && place == forms.ScheduleToday.Path {
		return true
	}
	if slices.ContainsFunc(c.Reads, func(named string) bool { return place == named || strings.HasPrefix(place, named+".") }) {
		return true
	}
	row, field, _ := strings.Cut(strings.TrimPrefix(place, "education."), ".")
	return len(c.InRows) > 0 && place == "education."+row+"."+field &&
		(field == forms.EducationGrade.Path || field == forms.EducationAward.Path ||
			slices.ContainsFunc(c.InRows, func(f forms.Field[forms.Education]) bool { return f.Path == field }))
}

// answers returns what is answered, by place; of the photo it is the picture itself.
func answers(f *facts) map[string]string {
	all := map[string]string{}
	for _, p := range forms.Places(f.Applicant, f.notice.Demands(f.Applicant)) {
		if text := p.Text(f.Applicant); text != "" {
			all[p.Path] = text
		}
	}
	for i, e := range f.Education {
		if f.awardedLate(e.AwardDate) { // a question of its own, whichever the filing day is
			all[forms.EducationPath(forms.EducationAward, i)] += " not yet"
		}
	}
	for i, r := range f.Achievements {
		if f.afterFiling(r.Date) {
			all[forms.AchievementPath(forms.AchievementDate, i)] += " not yet"
		}
	}
	all[forms.ScheduleToday.Path] = f.mark() // not the day: an answer stays from one to the next
	if photo := f.Photo; len(photo.Data) > 0 {
		all[forms.PhotoFile.Path] += fmt.Sprintf(" %x", sha256.Sum256(photo.Data))
	} else if photo.Chosen() {
		all[forms.PhotoFile.Path] += fmt.Sprintf(" %+v", photo.Facts)
	}
	return all
}
