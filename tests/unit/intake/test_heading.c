/* SPDX-License-Identifier: MIT
 * Headings of responses.csv as people write them.
 */
#include "suites.h"
#include "table.h"

#include "intake/heading.h"

static const struct {
    const char *heading, *column; /* "": none */
    enum heading_match match;
} headings[] = {
    {"force_id", "force_id", HEADING_NAME},
    {"Force ID", "force_id", HEADING_NAME},
    {"Authority", "force_id", HEADING_ALIAS},
    {"Authority:", "force_id", HEADING_ALIAS},
    {"Authority *", "force_id", HEADING_ALIAS},
    {"\xe2\x80\x9c"
     "Authority\xe2\x80\x9d",
     "force_id", HEADING_ALIAS},
    {"Force name", "force_id", HEADING_ALIAS},
    {"authority_name", "force_id", HEADING_ALIAS},
    {"Names of authorities", "", HEADING_UNKNOWN},
    {"CRU\xc2\xa0ref", "request_id", HEADING_ALIAS},
    {"CRU ref\xe2\x80\x8b", "request_id", HEADING_ALIAS},
    {"CR\xc2\xad"
     "U ref",
     "request_id", HEADING_ALIAS},
    {"CRU ref", "request_id", HEADING_ALIAS},
    {"CRU Ref No", "request_id", HEADING_ALIKE},
    {"CRU reference number", "request_id", HEADING_ALIAS},
    {"Request ref", "request_id", HEADING_ALIKE},
    {"#ID", "response_id", HEADING_ALIAS},
    {"\xef\xbb\xbf"
     "ID",
     "response_id", HEADING_ALIAS},
    {"Responded (dd/mm/yyyy)", "date_responded", HEADING_ALIKE},
    {"Date (responded)", "date_responded", HEADING_ALIKE},
    {"Date responded*", "date_responded", HEADING_NAME},
    {"Date of reply", "date_responded", HEADING_ALIAS},
    {"Reply date", "date_responded", HEADING_ALIKE},
    {"Date sent", "date_responded", HEADING_ALIAS},
    {"The date of the response", "date_responded", HEADING_ALIKE},
    {"Exemption applied", "exemptions", HEADING_ALIKE},
    {"Exemptions used", "exemptions", HEADING_ALIAS},
    {"Section(s)", "exemptions", HEADING_ALIKE},
    {"Sections cited", "exemptions", HEADING_ALIAS},
    {"FOI exemptions", "exemptions", HEADING_ALIKE},
    {"Exemptions?", "exemptions", HEADING_NAME},
    {"Response date", "date_responded", HEADING_ALIAS},
    {"Manager", "", HEADING_UNKNOWN},
    {"Grounds", "", HEADING_UNKNOWN},
    {"Date closed", "", HEADING_UNKNOWN},
    {"Date", "", HEADING_UNKNOWN},
    {"", "", HEADING_UNKNOWN},
    {"()", "", HEADING_UNKNOWN},
};

static const struct contract_file *responses(void)
{
    return &contract_files[FILE_RESPONSES];
}

START_TEST(heading_is_a_column)
{
    enum heading_match match;
    int column = heading_column(responses(), slice_of(headings[_i].heading), &match);
    ck_assert_str_eq(column < 0 ? "" : responses()->columns[column].name, headings[_i].column);
    ck_assert_int_eq(column < 0 ? HEADING_UNKNOWN : match, headings[_i].match);
}
END_TEST

static const struct {
    const char *heading, *column;
    bool resembles;
} questions[] = {
    {"Exemption applied", "exemptions", true},
    {"Grounds", "exemptions", true},
    {"Grounds for refusal", "exemptions", true},
    {"Date closed", "date_responded", true},
    {"Completed", "date_responded", true},
    {"Autority", "force_id", true},
    {"Name", "force_id", true},
    {"Body name", "force_id", true},
    {"agency", "force_id", true},
    {"PFA23NM", "force_id", true},
    {"Case ref", "request_id", true},
    {"Vendor name", "tool_id", true},
    {"Senior Manager", "force_id", false},
    {"Colour", "stance", false},
    {"Date", "date_responded", true},
    {"Date of letter", "date_responded", true},
    {"Letter date", "date_responded", true},
    {"Letter date", "text", false},
    {"Used", "exemptions", false},
    {"Section 21 link", "link", true},
    {"Section 21 link", "exemptions", false},
    {"Response URL", "source_url", true},
    {"URL of response", "response_id", false},
    {"Response type", "stance", true},
    {"Response type", "response_id", false},
    {"Wording of request", "date_received", false},
    {"Question text", "question_id", false},
    {"Force type", "reference", false},
    {"Applicant name", "applicant_kind", false},
    {"Reference type", "request_id", false},
};

START_TEST(heading_is_asked_about)
{
    for (size_t i = 0; i < responses()->count; i++) {
        const struct column *column = &responses()->columns[i];
        if (strcmp(column->name, questions[_i].column) == 0)
            ck_assert_int_eq(heading_resembles(slice_of(questions[_i].heading), column),
                             questions[_i].resembles);
    }
}
END_TEST

Suite *suite_intake_heading(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/heading", &tcase);
    ADD_TABLE_TEST(tcase, heading_is_a_column, headings);
    ADD_TABLE_TEST(tcase, heading_is_asked_about, questions);
    return suite;
}
