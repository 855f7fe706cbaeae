; What the set-up says: Norwegian bokmål (1044), nynorsk (2068), English (1033).

!macro Say name nb nn en
LangString SAY_${name} ${LANG_NORWEGIAN} "${nb}"
LangString SAY_${name} ${LANG_NORWEGIANNYNORSK} "${nn}"
LangString SAY_${name} ${LANG_ENGLISH} "${en}"
!macroend

!insertmacro Say WHAT \
    "Boligkontorets register" \
    "Bustadkontoret sitt register" \
    "The housing office's register"

!insertmacro Say REGISTER \
    "Husrom-register" \
    "Husrom-register" \
    "Husrom register"

!insertmacro Say TRYING \
    "Prøver det nye programmet …" \
    "Prøver det nye programmet …" \
    "Trying the new program …"

!insertmacro Say OLD_WINDOWS \
    "Husrom trenger Windows 10 versjon 1809 eller nyere. Ingenting er endret på maskinen." \
    "Husrom treng Windows 10 versjon 1809 eller nyare. Ingenting er endra på maskina." \
    "Husrom needs Windows 10 version 1809 or later. Nothing was changed on this machine."

!insertmacro Say NEWER \
    "En nyere Husrom ($9) er allerede installert. ${VERSION} ble ikke lagt inn: en eldre utgave kan ikke åpne registeret når en nyere har brukt det. Ingenting er endret." \
    "Ein nyare Husrom ($9) er allereie installert. ${VERSION} vart ikkje lagd inn: ei eldre utgåve kan ikkje opne registeret når ei nyare har brukt det. Ingenting er endra." \
    "A newer Husrom ($9) is already installed. ${VERSION} was not installed: an older version cannot open a register a newer one has used. Nothing was changed."

!insertmacro Say RUNNING \
    "Husrom er åpent. Lukk Husrom og prøv igjen. Programmet og registeret er som før." \
    "Husrom er ope. Lukk Husrom og prøv igjen. Programmet og registeret er som før." \
    "Husrom is open. Close Husrom and try again. The program and the register are as before."

!insertmacro Say ROOM \
    "Det er for lite plass på disken: Husrom trenger $3 MB, og det er $6 MB ledig. Frigjør plass og prøv igjen. Ingenting er endret." \
    "Det er for lite plass på disken: Husrom treng $3 MB, og det er $6 MB ledig. Frigjer plass og prøv igjen. Ingenting er endra." \
    "There is too little disk space: Husrom needs $3 MB, and $6 MB are free. Free some space and try again. Nothing was changed."

!insertmacro Say UNPACK \
    "Husrom kunne ikke legges inn: filene lot seg ikke skrive. Det som var installert fra før, er som det var. Sjekk ledig plass og prøv igjen." \
    "Husrom kunne ikkje leggjast inn: filene lét seg ikkje skrive. Det som var installert frå før, er som det var. Sjekk ledig plass og prøv igjen." \
    "Husrom could not be installed: the files could not be written. What was installed before is as it was. Check free space and try again."

!insertmacro Say BLOCKED \
    "Det nye programmet fikk ikke starte på denne maskinen. Regler for hvilke programmer som får kjøre, kan være grunnen: spør IT om MSI-pakken. Det som var installert fra før, er som det var." \
    "Det nye programmet fekk ikkje starte på denne maskina. Reglar for kva program som får køyre, kan vere grunnen: spør IT om MSI-pakken. Det som var installert frå før, er som det var." \
    "The new program was not able to start on this machine. Rules for which programs may run can be the reason: ask IT for the MSI package. What was installed before is as it was."

!insertmacro Say FOLDER \
    "Mappen inneholder noe annet enn Husrom. Velg en annen mappe. Ingenting er endret." \
    "Mappa inneheld noko anna enn Husrom. Vel ei anna mappe. Ingenting er endra." \
    "The folder holds something other than Husrom. Choose another folder. Nothing was changed."
