@echo off
rem Team Teacher Reflection on Windows. Double-click this file, or drop the folder of your team on it.
rem The first time it sets itself up (about a minute, with internet); then it makes all that can be made by now.
rem Every path stands in quotes, delayed expansion is off, and no text holds a sign that a code page could change.
setlocal EnableExtensions DisableDelayedExpansion
title Team Teacher Reflection
set "CODE=3"
set "FOLDER=%~dp0."
if not "%~1"=="" set "FOLDER=%~f1"
if "%FOLDER:~-1%"=="\" set "FOLDER=%FOLDER%."
if not exist "%FOLDER%\" goto no_folder
pushd "%~dp0" || goto not_set_up

fc /b "requirements.lock" ".venv\installed.lock" >nul 2>nul && ".venv\Scripts\python.exe" -c "" >nul 2>nul && goto ready
set "PYTHON="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=py -3"
if defined PYTHON goto set_up
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto no_python

:set_up
echo Wordt klaargezet, eenmalig, ongeveer een minuut ...
echo Setting up, once, about a minute ...
echo Wird eingerichtet, einmalig, etwa eine Minute ...
%PYTHON% -m venv ".venv" || goto not_set_up
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements.lock" || goto not_set_up
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . || goto not_set_up
copy /y "requirements.lock" ".venv\installed.lock" >nul || goto not_set_up

:ready
if exist "%FOLDER%\inbox\" goto make
echo.
echo In deze map is nog geen map inbox. Er een nieuwe teammap van maken?
echo There is no folder inbox in this folder yet. Make it a new team folder?
echo In diesem Ordner gibt es noch keinen Ordner inbox. Einen neuen Teamordner daraus machen?
choice /c JYN /n /m "[J]a / [Y]es / [N]ee, no, nein: "
if errorlevel 3 goto end
".venv\Scripts\python.exe" -m pipeline start "%FOLDER%"
set "CODE=%ERRORLEVEL%"
goto told

:make
".venv\Scripts\python.exe" -m pipeline --folder "%FOLDER%" all
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" if not "%CODE%"=="1" goto told
if exist "%FOLDER%\outbox\overview.html" start "" "%FOLDER%\outbox\overview.html"

:told
echo.
if "%CODE%"=="0" goto done
if "%CODE%"=="1" goto to_mend
echo Niet gelukt: zie hierboven. / That did not work: see above. / Nicht gelungen: siehe oben.
goto end

:done
echo Klaar. / Done. / Fertig.
goto end

:to_mend
echo Klaar, maar er is iets te verbeteren: zie hierboven.
echo Done, but there is something to mend: see above.
echo Fertig, aber es gibt etwas zu verbessern: siehe oben.
goto end

:no_folder
echo Deze map is niet gevonden. Staat er een en-teken in de naam, geef de map dan een andere naam.
echo This folder was not found. If there is an ampersand in its name, give the folder another name.
echo Dieser Ordner wurde nicht gefunden. Steht ein Et-Zeichen im Namen, benennen Sie den Ordner bitte um.
echo.
pause
rem Not /b: Windows puts no quotes around such a name, and what stands behind the sign must not be run.
exit %CODE%

:no_python
echo Python 3.11 of nieuwer is nodig. Installeer het van python.org en dubbelklik dan opnieuw op dit bestand.
echo Python 3.11 or newer is needed. Install it from python.org, then double-click this file again.
echo Python 3.11 oder neuer ist erforderlich. Installieren Sie es von python.org und starten Sie diese Datei noch einmal.
goto end

:not_set_up
echo.
echo Het klaarzetten is niet gelukt. Is er internet? Sluit andere vensters van dit programma en probeer het opnieuw.
echo Setting up did not work. Is there internet? Close other windows of this program and try again.
echo Die Einrichtung ist nicht gelungen. Gibt es Internet? Beenden Sie andere Fenster dieses Programms und starten Sie neu.
goto end

:end
echo.
pause
popd
exit /b %CODE%
