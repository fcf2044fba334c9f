//go:build !windows && !darwin

package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhicheng/forms/paper"
)

const cupsFiles = `FileDevice Yes
ServerRoot %[1]s
RequestRoot %[1]s/spool
CacheDir %[1]s/cache
StateDir %[1]s/state
TempDir %[1]s/spool
AccessLog %[1]s/access
ErrorLog %[1]s/error
PageLog %[1]s/page
`

const cupsd = `Listen %[1]s/socket
Browsing Off
DefaultAuthType None
<Location />
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
`

// What the print service itself makes of the list: a page of A4 on a printer that is a
// file. The service is one of the test's own.
func TestListReachesPaper(t *testing.T) {
	printed := filepath.Join(printService(t), "printed.pdf")
	names, err := lp{}.Names()
	if err != nil || len(names) != 1 || names[0] != "paper" {
		t.Fatalf("%q, %v", names, err)
	}
	pages := paper.Compose(&paper.Document{Blocks: []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: "张林生𠮷的清单"}}}}}, fonts(t))
	if err := (lp{}).Print(nil, "paper", Job{"张林生 清单", pages}); err != nil {
		t.Fatal(err)
	}
	until(t, "the page", func() bool {
		data, _ := os.ReadFile(printed)
		return strings.Contains(string(data), "%%EOF")
	})
	text, err := exec.Command("pdftotext", printed, "-").Output()
	if err != nil || !strings.Contains(string(text), "张林生𠮷的清单") {
		t.Errorf("the paper says %q, %v", text, err)
	}
	about, err := exec.Command("pdfinfo", printed).Output()
	if err != nil || !strings.Contains(string(about), "(A4)") {
		t.Errorf("%s, %v", about, err)
	}
}

// printService starts a print service with one printer for this test and returns its
// folder.
func printService(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"cupsd", "lpadmin", "lp", "pdftotext"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("no %s", name)
		}
	}
	const driver = "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd"
	if _, err := os.Stat(driver); err != nil || os.Getuid() != 0 {
		t.Skip("printing to a file wants cups-filters, and root")
	}
	folder := t.TempDir()
	for _, name := range []string{"..", ".", "spool", "cache", "state"} { // a user of its own looks into them
		if err := errors.Join(os.MkdirAll(filepath.Join(folder, name), 0o755), os.Chmod(filepath.Join(folder, name), 0o755)); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{"cups-files.conf": cupsFiles, "cupsd.conf": cupsd, "printed.pdf": ""} {
		if strings.Contains(text, "%") {
			text = fmt.Sprintf(text, folder)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	service := exec.CommandContext(ctx, "cupsd", "-f", "-c", filepath.Join(folder, "cupsd.conf"), "-s", filepath.Join(folder, "cups-files.conf"))
	if err := service.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); _ = service.Wait() })
	t.Setenv("CUPS_SERVER", filepath.Join(folder, "socket"))
	until(t, "the print service", func() bool {
		ask := exec.Command("lpstat", "-r")
		ask.Env = append(os.Environ(), "LC_ALL=C")
		said, _ := ask.Output() // its status is 0 either way
		return strings.Contains(string(said), "is running")
	})
	if said, err := exec.Command("lpadmin", "-p", "paper", "-E", "-v", "file://"+folder+"/printed.pdf", "-P", driver).CombinedOutput(); err != nil {
		t.Fatalf("%s, %v", said, err)
	}
	return folder
}

// until waits for something that another process does.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !done(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(what, " did not come")
		}
	}
}
