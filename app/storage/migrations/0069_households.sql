-- Who lives together, without opening the rows.
DROP INDEX household_member_person;
CREATE INDEX household_member_person ON household_member (person, household, since, until);
DROP INDEX household_member_household;
CREATE INDEX household_member_household
    ON household_member (household, person, since, until, presence);
