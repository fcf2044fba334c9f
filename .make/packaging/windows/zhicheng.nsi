; The installer for Windows: for one user, without an administrator.
;   makensis -INPUTCHARSET UTF8 -DVERSION=x.y.z -DPARTS=folder -DOUT=setup.exe zhicheng.nsi
; PARTS holds zhicheng.exe, LICENSE.txt and app.ico.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define NAME "职称申报助手"
!define ID "cn.zhicheng.assistant"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${ID}" "Folder"
SetCompressor /SOLID lzma
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT License"

!define MUI_ICON "${PARTS}/app.ico"
!define MUI_UNICON "${PARTS}/app.ico"
!define MUI_ABORTWARNING
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE Writable
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\zhicheng.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开${NAME}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Opens has files with an ending opened by the program: TYPE is .1 of our own class.
!macro Opens ENDING TYPE WORDS
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${ID}.${TYPE}"
  WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${ID}.${TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${ID}.${TYPE}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${ID}.${TYPE}\DefaultIcon" "" "$INSTDIR\zhicheng.exe,0"
  WriteRegStr HKCU "${CLASSES}\${ID}.${TYPE}\shell\open\command" "" '"$INSTDIR\zhicheng.exe" "%1"'
!macroend

; OpensNoMore takes back what Opens wrote, and leaves what another program wrote since.
!macro OpensNoMore ENDING TYPE
  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${ID}.${TYPE}"
    DeleteRegValue HKCU "${CLASSES}\${ENDING}" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${ID}.${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}"
  DeleteRegKey HKCU "${CLASSES}\${ID}.${TYPE}"
!macroend

; TellShell has the icons of the files drawn anew (SHCNE_ASSOCCHANGED).
!macro TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; Retry says what is in the way and goes to LABEL, or gives up with 4.
!macro Retry LABEL WORDS
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${WORDS}" /SD IDCANCEL IDRETRY ${LABEL}
  SetErrorLevel 4
  Quit
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}要Windows 10或更新的系统，这台电脑的Windows太旧，没有安装任何东西。可以换一台电脑安装，申报文件拷过去就能打开。" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $1 == 1 ; $0 is the newer one
    MessageBox MB_YESNO|MB_ICONQUESTION "这台电脑上的${NAME}是更新的$0版，这个安装程序是${VERSION}版。换成旧的，新版存的申报可能打不开。要换成旧的吗？" /SD IDNO IDYES older
    SetErrorLevel 5
    Quit
  ${EndIf}
older:
FunctionEnd

; Writable keeps the page open until its folder is one that this user can write to.
Function Writable
  CreateDirectory "$INSTDIR"
  ClearErrors
  FileOpen $0 "$INSTDIR\zhicheng.tmp" w
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "不能写到$INSTDIR，请选另一个文件夹。"
    Abort
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\zhicheng.tmp"
  RMDir "$INSTDIR" ; only when it is empty
FunctionEnd

Section
  SetShellVarContext current
  SetOutPath "$INSTDIR"
again:
  ClearErrors
  SetOverwrite try ; a running program is told of, not left half replaced
  File "${PARTS}/zhicheng.exe"
  IfErrors 0 written
    !insertmacro Retry again "不能写$INSTDIR\zhicheng.exe。${NAME}开着的话，先关掉它；没有开着，看看磁盘满没满。然后点“重试”。"
written:
  File "${PARTS}/LICENSE.txt"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\zhicheng.exe"
  !insertmacro Opens .zcapp 1 "职称申报文件"
  !insertmacro Opens .zcnotice 2 "职称申报通知"
  !insertmacro TellShell
  WriteRegStr HKCU "Software\${ID}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\zhicheng.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section Uninstall
  SetShellVarContext current
again:
  ClearErrors
  Delete "$INSTDIR\zhicheng.exe"
  IfErrors 0 gone
    !insertmacro Retry again "${NAME}正开着，先关掉它，再点“重试”。"
gone:
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when it is empty: somebody may have saved an application here
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro OpensNoMore .zcapp 1
  !insertmacro OpensNoMore .zcnotice 2
  !insertmacro TellShell
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${ID}"
  ; The program's own folder with what was not saved yet stays, and every application.
SectionEnd
