package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/go-gl/glfw/v3.3/glfw"

	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// The packaging tool reads FyneApp.toml, a built program only what it carries.
func TestMetadataAgreesWithFyneApp(t *testing.T) {
	data, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		`Name = "` + metadata.Name + `"`, `ID = "` + metadata.ID + `"`, `Version = "` + metadata.Version + `"`,
	} {
		if !strings.Contains(string(data), line) {
			t.Errorf("FyneApp.toml has no line %s", line)
		}
	}
}

// The packages of the three systems call the program and its files as it does itself.
func TestPackagesCallTheProgramAsItself(t *testing.T) {
	application, packed := store.Extension, notice.Extension
	for file, wanted := range map[string][]string{
		"windows/zhicheng.nsi": {
			`!define NAME "` + metadata.Name + `"`, `!define ID "` + metadata.ID + `"`,
			"Opens " + application + " 1", "Opens " + packed + " 2", "OpensNoMore " + application + " 1", "OpensNoMore " + packed + " 2",
		},
		"windows/app.manifest": {`name="` + metadata.ID + `"`, `version="0.0.0.0"`},
		"macos/Info.plist": {
			"<key>CFBundleIdentifier</key><string>" + metadata.ID + "</string>",
			"<key>CFBundleDisplayName</key><string>" + metadata.Name + "</string>",
			"<key>CFBundleShortVersionString</key><string>VERSION</string>", "<key>CFBundleVersion</key><string>VERSION</string>",
			"<array><string>" + application[1:] + "</string></array>", "<array><string>" + packed[1:] + "</string></array>",
		},
		"linux/zhicheng.desktop": {"Name=" + metadata.Name + "\n", "StartupWMClass=" + class + "\n"},
		"linux/zhicheng.xml":     {`pattern="*` + application + `"`, `pattern="*` + packed + `"`},
	} {
		text, err := os.ReadFile("../.make/packaging/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range wanted {
			if !strings.Contains(string(text), one) {
				t.Errorf("%s does not say %s", file, one)
			}
		}
	}
}

func TestWhyNoWindow(t *testing.T) {
	for name, row := range map[string]struct {
		said   string
		remote bool
		want   []string
	}{
		"no desktop":          {"PlatformError: X11: The DISPLAY environment variable is missing", false, []string{"没有图形桌面", "zc"}},
		"no desktop, by ssh":  {"PlatformError: X11: The DISPLAY environment variable is missing", true, []string{"没有图形桌面"}},
		"an empty display":    {"PlatformError: X11: Failed to open display ", false, []string{"没有图形桌面"}},
		"a display that died": {"PlatformError: X11: Failed to open display :7", false, []string{"连不上图形桌面", "“:7”"}},
		"no driver":           {"Cause: APIUnavailable: WGL: The driver does not appear to support OpenGL", false, []string{"没有提供OpenGL", "安装显卡驱动"}},
		"no word of a cause":  {"", false, []string{"没有提供OpenGL", "安装显卡驱动"}},
		"an old driver":       {"Cause: VersionUnavailable: WGL: OpenGL 1.4", false, []string{"OpenGL太旧", "安装显卡驱动"}},
		"a remote desktop":    {"PlatformError: WGL: Failed to create dummy context", true, []string{"远程桌面", "在那台电脑前打开"}},
		"old and remote":      {"Cause: VersionUnavailable: WGL: OpenGL 1.1", true, []string{"远程桌面"}},
	} {
		display := ":7"
		if strings.Contains(name, "empty") {
			display = ""
		}
		got := whyNoWindow(row.said, display, row.remote)
		for _, want := range append(row.want, "窗口打不开", "填过的内容都还在") {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s is missing in %q", name, want, got)
			}
		}
		if strings.Contains(got, "远程桌面") != (row.remote && !strings.Contains(row.said, "X11")) {
			t.Errorf("%s: the wrong cause in %q", name, got)
		}
	}
}

// A bug before the window is shown is the screen's only where the toolkit says so.
func TestBugIsToldFromTheScreen(t *testing.T) {
	for name, row := range map[string]struct {
		bug   any
		said  string
		shown bool
		want  string
	}{
		"GLFW":               {&glfw.Error{Code: glfw.FormatUnavailable, Desc: "WGL: Failed to find a suitable pixel format"}, "", false, "OpenGL"},
		"GLFW, wrapped":      {fmt.Errorf("x: %w", &glfw.Error{Code: glfw.VersionUnavailable}), "", false, "OpenGL太旧"},
		"OpenGL":             {"nil pointer", openGLFailed, false, "OpenGL"},
		"ours":               {"index out of range", "", false, "软件出错了，填过的内容都还在原来的文件里。"},
		"GLFW, much later":   {&glfw.Error{Code: glfw.APIUnavailable}, "", true, "软件出错了"},
		"OpenGL, much later": {"nil pointer", openGLFailed, true, "软件出错了"},
	} {
		shelf, err := store.OpenShelf(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		s := &session{shelf: shelf, said: &toolkitLog{to: io.Discard}, shown: row.shown}
		if _, err := s.said.Write([]byte(row.said)); err != nil {
			t.Fatal(err)
		}
		said := s.rescue(row.bug, []byte("where it was")).Error()
		if !strings.Contains(said, row.want) || strings.Contains(said, "where it was") {
			t.Errorf("%s: it says %q", name, said)
		}
		record, _ := os.ReadFile(shelf.Crashed())
		if ours := strings.HasPrefix(row.want, "软件"); strings.Contains(string(record), "where it was") != ours || strings.Contains(said, "出错的记录在") != ours {
			t.Errorf("%s: it says %q and records %q", name, said, record)
		}
	}
}

func TestLogIsPassedOnAndRemembered(t *testing.T) {
	var passed strings.Builder
	l := &toolkitLog{to: &passed}
	line := strings.Repeat("x", mostSaid/4)
	for range 10 {
		if n, err := l.Write([]byte(line)); n != len(line) || err != nil {
			t.Error(n, err)
		}
	}
	if passed.Len() != 10*len(line) || l.said.Len() != mostSaid {
		t.Errorf("passed on %d bytes, remembered %d", passed.Len(), l.said.Len())
	}
}
