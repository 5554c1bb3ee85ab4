; The installer: for one user, without an administrator. scripts/package.sh calls it:
;   makensis -INPUTCHARSET UTF8 -DSTAGE=folder -DOUT=setup.exe -DVERSION=0.1.0 -DSIZE=kilobytes -DASSETS=folder jiping.nsi
; /S installs and removes without a question; /D=folder (last, without quotes) chooses another place.
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave on
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\jiping"
!define KIND "jiping.evaluation"

Name "绩评工作台"
OutFile "${OUT}"
BrandingText "绩评工作台 ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\jiping"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "绩评工作台"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "绩评工作台 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT OR Apache-2.0"

!define MUI_ICON "${ASSETS}/icons/jiping.ico"
!define MUI_UNICON "${ASSETS}/icons/jiping.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\jiping.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is taken where the system speaks neither.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_SIMPCHINESE} "绩评工作台正在运行。请先保存并关闭它，然后点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "Jiping is running. Save and close it, then press Retry."
LangString KIND_NAME ${LANG_SIMPCHINESE} "绩评评价文件"
LangString KIND_NAME ${LANG_ENGLISH} "Jiping evaluation"

; A program that runs cannot be written to. Silently: end with 2 and change nothing.
!macro WAIT_UNTIL_CLOSED FILE
  ${DoWhile} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 2
    Quit
  ${Loop}
!macroend

; The second is the name under which the program starts itself where there is no OpenGL.
!macro REMOVE_PROGRAM
  !insertmacro WAIT_UNTIL_CLOSED "$INSTDIR\jiping.exe"
  !insertmacro WAIT_UNTIL_CLOSED "$INSTDIR\software-gl\jiping.exe"
  Delete "$INSTDIR\software-gl\jiping.exe"
  Delete "$INSTDIR\software-gl\opengl32.dll"
  Delete "$INSTDIR\jiping.exe"
  Delete "$INSTDIR\scoring_templates\*.ron"
  Delete "$INSTDIR\scoring_templates\README.md"
!macroend

; The explorer looks anew at what opens what.
!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${STAGE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\绩评工作台.lnk" "$INSTDIR\jiping.exe"

  WriteRegStr HKCU "Software\Classes\.jiping" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.jiping" "Content Type" "application/x-jiping"
  WriteRegStr HKCU "Software\Classes\.jiping\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(KIND_NAME)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" '"$INSTDIR\jiping.exe",0'
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\jiping.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "绩评工作台"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\jiping.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TELL_EXPLORER
SectionEnd

; What the user has (%LOCALAPPDATA%\jiping: settings, unsaved work, own templates) stays, as does what somebody put
; beside the program: only what the installer brought is deleted, by name.
Section "Uninstall"
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\software-gl\LICENSE.txt"
  RMDir "$INSTDIR\software-gl"
  RMDir "$INSTDIR\scoring_templates"
  Delete "$INSTDIR\LICENSE-MIT.txt"
  Delete "$INSTDIR\LICENSE-APACHE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\使用说明.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\绩评工作台.lnk"

  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegValue HKCU "Software\Classes\.jiping\OpenWithProgids" "${KIND}"
  ReadRegStr $0 HKCU "Software\Classes\.jiping" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "Software\Classes\.jiping" ""
    DeleteRegValue HKCU "Software\Classes\.jiping" "Content Type"
  ${EndIf}
  DeleteRegKey /ifempty HKCU "Software\Classes\.jiping\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.jiping"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_EXPLORER
SectionEnd
