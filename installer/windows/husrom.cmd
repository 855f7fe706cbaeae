@echo off
rem Husrom without a window: husrom COMMAND ... (husrom --help)
"%~dp0python\python.exe" -B -X utf8 -c "from app.cli import main; main()" %*
