// Package forms is the vocabulary of an application for a professional title:
// the applicant with every answer, the values an answer can have, the fields
// with their labels, and the ten steps in which they are asked.
//
// An answer is in one of four states that are never confused: not answered (the
// zero value), a value, "不确定" (a real answer), and text that cannot be read
// as what was asked, which is kept as typed and reported as a [Problem].
//
// The shape of the file is fixed by the struct tags of [Applicant]; where a
// field stands on screen and what it is called stands once, in its [Field].
package forms
