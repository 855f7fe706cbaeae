; Husrom for one user: no administrator, silent with /S, place with /D=FOLDER (last, without quotes).
; Speaks the language of Windows, or the one asked for: /LANG=1044 bokmål, 2068 nynorsk, 1033 English.
;
; The new program is unpacked beside the old one, is tried, and takes its place in one rename; whatever
; goes wrong before that leaves the old one as it was. Registers are never in this folder.
;
; Exit status: 0 done, 1 cancelled, 2 stopped and put back, 3 too little room, 4 Husrom is running,
; 5 a newer Husrom is here, 6 Windows is too old, 7 the new program is not allowed to run here,
; 8 the folder holds something else. Why stands in %TEMP%\husrom-oppsett.log as well.

Target amd64-unicode
Unicode true
!if "${COMPRESSOR}" == "none"
SetCompress off
!else
SetCompressor /SOLID ${COMPRESSOR}
!endif
SetDateSave off
CRCCheck force
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Husrom"
!define CLASS "Husrom.Register"
!define BUILD_1809 17763

Name "Husrom"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Husrom"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Husrom ${VERSION}"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1044 "ProductName" "Husrom"
VIAddVersionKey /LANG=1044 "FileDescription" "Husrom, oppsett"
VIAddVersionKey /LANG=1044 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1044 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1044 "LegalCopyright" "EUPL-1.2"

!ifdef ICON
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!endif
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_GUIINIT Shown
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Start
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Norwegian"
!insertmacro MUI_LANGUAGE "NorwegianNynorsk"
!insertmacro MUI_LANGUAGE "English"
!include "installer/windows/words.nsh"

Var Root    ; the folder chosen; the program lies in its folder «program»

; Say why, leave it in the log, and end with a status of its own. The stack: words, status.
!macro RefuseFor un
Function ${un}Refuse
    Exch $0
    Exch
    Exch $1
    FileOpen $2 "$TEMP\husrom-oppsett.log" w
    FileWriteUTF16LE /BOM $2 "Husrom ${VERSION}: $1$\r$\n"
    FileClose $2
    SetErrorLevel $0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$1" /SD IDOK
    Quit
FunctionEnd

; Whether a program of the folder runs: Windows lets nobody write to a program that does. Pushes "" or "yes".
Function ${un}Running
    StrCpy $0 ""
    ${If} ${FileExists} "$Root\program\python\pythonw.exe"
        ClearErrors
        FileOpen $1 "$Root\program\python\pythonw.exe" a
        ${If} ${Errors}
            StrCpy $0 "yes"
        ${Else}
            FileClose $1
        ${EndIf}
        ClearErrors
        FileOpen $1 "$Root\program\python\python.exe" a
        ${If} ${Errors}
            StrCpy $0 "yes"
        ${Else}
            FileClose $1
        ${EndIf}
        ClearErrors
    ${EndIf}
    Push $0
FunctionEnd

; Until it does not run, or the one asked gives up.
Function ${un}WaitUntilStopped
    Call ${un}Running
    Pop $0
    ${While} $0 != ""
        ${If} ${Silent}
            Push "$(SAY_RUNNING)"
            Push 4
            Call ${un}Refuse
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(SAY_RUNNING)" IDRETRY +4
            Push "$(SAY_RUNNING)"
            Push 4
            Call ${un}Refuse
        Call ${un}Running
        Pop $0
    ${EndWhile}
FunctionEnd
!macroend
!insertmacro RefuseFor ""
!insertmacro RefuseFor "un."

Function .onInit
    SetShellVarContext current
    SetRegView 64
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/LANG=" $1
    ${IfNot} ${Errors}
        StrCpy $LANGUAGE $1
    ${EndIf}
FunctionEnd

; Too old a Windows, or an older Husrom than the one that is here.
Function Suits
    ${IfNot} ${AtLeastWin10}
        Push "$(SAY_OLD_WINDOWS)"
        Push 6
        Call Refuse
    ${EndIf}
    ${WinVerGetBuild} $0
    ${If} $0 < ${BUILD_1809}
        Push "$(SAY_OLD_WINDOWS)"
        Push 6
        Call Refuse
    ${EndIf}
    ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
    ${If} $0 != ""
        ${VersionCompare} "${VERSION}" "$0" $1
        ${If} $1 = 2
            StrCpy $9 $0
            Push "$(SAY_NEWER)"
            Push 5
            Call Refuse
        ${EndIf}
    ${EndIf}
FunctionEnd

; Who looks on is told before a question is asked.
Function Shown
    Call Suits
    StrCpy $Root $INSTDIR
    Call WaitUntilStopped
FunctionEnd

; A folder with other things in it is not ours to fill: it would be emptied one day.
Function OwnFolder
    ${If} ${FileExists} "$Root\program\*.*"
    ${AndIfNot} ${FileExists} "$Root\program\python\pythonw.exe"
    ${AndIfNot} ${FileExists} "$Root\program\avinstaller.exe"
        Push "$(SAY_FOLDER)"
        Push 8
        Call Refuse
    ${EndIf}
FunctionEnd

; Old and new lie beside each other for a moment, and the archive is opened in the folder for temporary files.
Function Room
    CreateDirectory "$Root"
    StrCpy $3 ${MEGABYTES}
    StrCpy $4 $Root 3
    StrCpy $5 $TEMP 3
    ${If} $4 == $5
        IntOp $3 $3 * 2
    ${EndIf}
    IntOp $3 $3 + 50
    Push "$Root"
    Call FreeMegabytes
    Pop $6
    ${If} $6 < $3
        Push "$(SAY_ROOM)"
        Push 3
        Call Refuse
    ${EndIf}
    Push "$TEMP"
    Call FreeMegabytes
    Pop $6
    ${If} $6 < $3
        Push "$(SAY_ROOM)"
        Push 3
        Call Refuse
    ${EndIf}
FunctionEnd

; Pops a folder, pushes whole megabytes free for this user there; very many when Windows does not tell.
Function FreeMegabytes
    Exch $0
    System::Call 'kernel32::GetDiskFreeSpaceExW(w r0, *l .r1, *l, *l) i .r2'
    ${If} $2 = 0
        StrCpy $0 2000000000
    ${Else}
        System::Int64Op $1 / 1048576
        Pop $0
    ${EndIf}
    Exch $0
FunctionEnd

; What an earlier set-up that was cut off left behind.
Function TidyUp
    ${IfNot} ${FileExists} "$Root\program\*.*"
    ${AndIf} ${FileExists} "$Root\program.old\python\pythonw.exe"
        Rename "$Root\program.old" "$Root\program"
    ${EndIf}
    RMDir /r "$Root\program.new"
    ClearErrors
FunctionEnd

Section "Husrom"
    SetShellVarContext current
    SetRegView 64
    StrCpy $Root $INSTDIR
    Call Suits
    Call OwnFolder
    Call TidyUp
    Call WaitUntilStopped
    Call Room

    SetOutPath "$Root\program.new"
    File /r "${TREE}/*.*"
    ${If} ${Errors}
        Push "$(SAY_UNPACK)"
        Push 2
        Call GiveUp
    ${EndIf}
    WriteUninstaller "$Root\program.new\avinstaller.exe"
    SetOutPath "$TEMP" ; a folder we stand in cannot be renamed

    DetailPrint "$(SAY_TRYING)"
    nsExec::Exec '"$Root\program.new\python\python.exe" -B -X utf8 -c "import app.cli, ui.__main__"'
    Pop $0
    ${If} $0 != 0
        Push "$(SAY_BLOCKED)"
        Push 7
        Call GiveUp
    ${EndIf}

    Call WaitUntilStopped
    RMDir /r "$Root\program.old"
    ClearErrors
    ${If} ${FileExists} "$Root\program\*.*"
        Rename "$Root\program" "$Root\program.old"
        ${If} ${Errors}
            Push "$(SAY_RUNNING)"
            Push 4
            Call GiveUp
        ${EndIf}
    ${EndIf}
    Rename "$Root\program.new" "$Root\program"
    ${If} ${Errors}
        Rename "$Root\program.old" "$Root\program"
        Push "$(SAY_UNPACK)"
        Push 2
        Call GiveUp
    ${EndIf}
    RMDir /r "$Root\program.old"
    ClearErrors
    Call Tell
SectionEnd

; Take the half-made one away and refuse. The stack is Refuse's.
Function GiveUp
    SetOutPath "$TEMP"
    RMDir /r "$Root\program.new"
    RMDir "$Root"
    Call Refuse
FunctionEnd

Function .onInstFailed
    SetOutPath "$TEMP"
    RMDir /r "$Root\program.new"
    RMDir "$Root"
    FileOpen $2 "$TEMP\husrom-oppsett.log" w
    FileWriteUTF16LE /BOM $2 "Husrom ${VERSION}: $(SAY_UNPACK)$\r$\n"
    FileClose $2
    SetErrorLevel 2
FunctionEnd

; What Windows is told: the start menu, the file type, and how to take it away.
Function Tell
    StrCpy $0 '"$Root\program\python\pythonw.exe" -B -X utf8 -m ui'
    StrCpy $1 "$Root\program\python\pythonw.exe"
!ifdef ICON
    StrCpy $1 "$Root\program\husrom.ico"
!endif
    SetOutPath "$DOCUMENTS"
    CreateShortcut "$SMPROGRAMS\Husrom.lnk" "$Root\program\python\pythonw.exe" "-B -X utf8 -m ui" "$1" 0 SW_SHOWNORMAL "" "$(SAY_WHAT)"

    WriteRegStr HKCU "Software\Classes\.husrom" "" "${CLASS}"
    WriteRegStr HKCU "Software\Classes\${CLASS}" "" "$(SAY_REGISTER)"
    WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$1"
    WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '$0 "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

    WriteRegStr HKCU "${KEY}" "DisplayName" "Husrom"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "Publisher" "Husrom"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$1"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$Root"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$Root\program\avinstaller.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$Root\program\avinstaller.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    IntOp $2 ${MEGABYTES} * 1024
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $2
    SetOutPath "$TEMP"
FunctionEnd

Function Start
    ExecShell "open" "$SMPROGRAMS\Husrom.lnk"
FunctionEnd

Function un.onInit
    SetShellVarContext current
    SetRegView 64
    ${GetParent} $INSTDIR $Root
FunctionEnd

Section "Uninstall"
    SetShellVarContext current
    SetRegView 64
    ${IfNot} ${FileExists} "$Root\program\avinstaller.exe"
        Push "$(SAY_FOLDER)"
        Push 8
        Call un.Refuse
    ${EndIf}
    Call un.WaitUntilStopped
    SetOutPath "$TEMP"
    Rename "$Root\program" "$Root\program.old" ; half taken away is then never taken for a program
    RMDir /r "$Root\program"
    RMDir /r "$Root\program.new"
    RMDir /r "$Root\program.old"
    RMDir "$Root"
    Delete "$SMPROGRAMS\Husrom.lnk"
    ReadRegStr $0 HKCU "Software\Classes\.husrom" ""
    ${If} $0 == "${CLASS}"
        DeleteRegKey HKCU "Software\Classes\.husrom"
    ${EndIf}
    DeleteRegKey HKCU "Software\Classes\${CLASS}"
    DeleteRegKey HKCU "${KEY}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    Delete "$TEMP\husrom-oppsett.log"
SectionEnd
