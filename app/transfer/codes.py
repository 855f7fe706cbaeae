"""Every code an import may say, so that each has its words; a test holds the lists to the code."""

# FileProblem: the file cannot be read. Facts: line, kind, encoding, bytes, entries, sheets
SHEET_CODES = frozenset(
    (
        "sheet_bomb",
        "sheet_cancelled",
        "sheet_damaged",
        "sheet_empty",
        "sheet_encoding",
        "sheet_kind",
        "sheet_line_too_long",
        "sheet_locked",
        "sheet_missing",
        "sheet_not_found",
        "sheet_not_text",
        "sheet_quote",
        "sheet_separator",
        "sheet_timeout",
        "sheet_too_big",
        "sheet_unreadable",
    )
)
# OfficeError: the columns or the remembered profile do not fit. Facts: fields, field
PROFILE_CODES = frozenset(("columns_missing", "profile_damaged", "profile_field"))
# Finding of kind error; those of core.national_id, core.money and core.numbers come beside
ERROR_CODES = frozenset(
    (
        "address_missing",
        "became_date",
        "became_number",
        "cell_error",
        "date_far",
        "date_short_year",
        "date_two_ways",
        "ends_before_start",
        "farm_and_title",
        "house_letter",
        "house_letter_twice",
        "house_number",
        "id_check_digit",
        "id_date",
        "id_digits",
        "id_length",
        "id_lost_digits",
        "money_ambiguous",
        "money_negative",
        "money_unreadable",
        "municipality_form",
        "name_missing",
        "no_such_date",
        "not_a_count",
        "not_a_date",
        "not_yes_no",
        "organisation_check_digit",
        "organisation_digits",
        "organisation_length",
        "postcode_form",
        "same_place",
        "unit_number_form",
    )
)
TO_CHECK_CODES = frozenset(
    (
        "applied_on_missing",
        "code_missing",
        "group_missing",
        "lease_end_missing",
        "lease_open_ended",
        "lease_start_missing",
        "let_without_tenant",
        "name_order",
        "national_id_missing",
        "organisation_unusual_start",
        "owner_missing",
        "owner_number_missing",
        "owner_phone_missing",
        "protection_level",
        "telephone_foreign",
        "telephone_form",
        "tenant_but_not_let",
        "foreign_code",
        "unknown_group",
    )
)
FIXED_CODES = frozenset(
    (
        "answered",
        "blanks",
        "capital",
        "code_form",
        "date_form",
        "date_iso",
        "date_number",
        "farm_and_title_form",
        "house_letter_split",
        "leading_zero",
        "money_form",
    )
)
LEFT_OUT_CODES = frozenset(
    ("already_in_register", "headings_again", "note_line", "same_as_line", "sum_line")
)
ALL_CODES = (
    SHEET_CODES | PROFILE_CODES | ERROR_CODES | TO_CHECK_CODES | FIXED_CODES | LEFT_OUT_CODES
)
