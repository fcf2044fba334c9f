package main

import "errors"

func (p *program) report([]string) (int, error) { return statusUnused, errors.New("x") }
