"""The tasks that open a part of the page about a tenancy's unpaid rent."""

ACCOUNT = "account"
AGREEMENT = "agreement"
INSTALMENTS_WRITE = "instalments_write"
INSTALMENTS_NOTICE = "instalments_notice"
