"""«Kreditorer og plan»: letters, offers, answers, and the plan with what is paid."""
