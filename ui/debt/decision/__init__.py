"""«Vedtak»: the answer, the letters while one waits, and complaints."""
