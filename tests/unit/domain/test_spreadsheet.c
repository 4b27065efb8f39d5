/* SPDX-License-Identifier: MIT
 * What spreadsheets make of what is typed into them.
 */
#include "suites.h"
#include "table.h"

#include "domain/spreadsheet.h"

static const struct {
    const char *text;
    bool is_error, is_rounded, is_grouped, is_date;
} cells[] = {
    {"#N/A", true, false, false, false},
    {"#n/a", true, false, false, false},
    {"#REF!", true, false, false, false},
    {"#VALUE!", true, false, false, false},
    {"#NAME?", true, false, false, false},
    {"#DIV/0!", true, false, false, false},
    {"#NULL!", true, false, false, false},
    {"#NUM!", true, false, false, false},
    {"#SPILL!", true, false, false, false},
    {"#GETTING_DATA", true, false, false, false},
    {"#BEZUG!", true, false, false, false},
    {"########", true, false, false, false},
    {"Err:502", true, false, false, false},
    {"Fehler:502", true, false, false, false},
    {"#N/D", true, false, false, false},
    {"#\xc3\x9c"
     "BERLAUF!",
     true, false, false, false},
    {"#\xc2\xa1REF!", true, false, false, false},
    {"#12", false, false, false, false},
    {"#1!", false, false, false, false},
    {"Fehler: siehe Notiz", false, false, false, false},
    {"#995/24", false, false, false, false},
    {"#ANPR", false, false, false, false},
    {"Err: see note", false, false, false, false},
    {"1.75E+05", false, true, false, false},
    {"7.00e+05", false, true, false, false},
    {"1.23457E+11", false, true, false, false},
    {"1,23457E+11", false, true, false, false},
    {"1E+11", false, true, false, false},
    {"1E5", false, false, false, false},
    {"24E+5a", false, false, false, false},
    {"175,022", false, false, true, false},
    {"7,001/24", false, false, true, false},
    {"1,175,022", false, false, true, false},
    {"175,022.0", false, false, true, false},
    {"17,50", false, false, false, false},
    {"0,750", false, false, false, false},
    {"Jan-24", false, false, false, true},
    {"24-Jan", false, false, false, true},
    {"01/11/2024", false, false, false, true},
    {"01/11/24", false, false, false, true},
    {"2024-11-01", false, false, false, true},
    {"2024-11-01 00:00:00", false, false, false, true},
    {"1-Nov-2024", false, false, false, true},
    {"12/31/2024", false, false, false, true},
    {"Jan 24", false, false, false, true},
    {"Okt-24", false, false, false, true},
    {"Mrz 24", false, false, false, true},
    {"janv.-24", false, false, false, true},
    {"March 2024", false, false, false, false},
    {"24 Jan A", false, false, false, false},
    {"995/24", false, false, false, false},
    {"2024", false, false, false, false},
    {"2024-11", false, false, false, false},
    {"nyp-24", false, false, false, false},
    {"Mar-a-1", false, false, false, false},
    {"FOI 2024-11-01", false, false, false, false},
};

START_TEST(cell_is_judged)
{
    struct slice text = slice_of(cells[_i].text);
    ck_assert_int_eq(spreadsheet_is_error(text), cells[_i].is_error);
    ck_assert_int_eq(spreadsheet_is_rounded(text), cells[_i].is_rounded);
    ck_assert_int_eq(spreadsheet_is_grouped(text), cells[_i].is_grouped);
    ck_assert_int_eq(spreadsheet_is_date(text), cells[_i].is_date);
}
END_TEST

static const struct {
    const char *text, *day; /* "": stands for none */
} numbers[] = {
    {"45292", "2024-01-01"},
    {"45635.0", "2024-12-09"},
    {"45635.75", "2024-12-09"},
    {"45635,75", "2024-12-09"},
    {"36526", "2000-01-01"},
    {"36525", ""},
    {"55154", ""},
    {"4529", ""},
    {"452920", ""},
    {"45292a", ""},
    {"45292.", ""},
};

START_TEST(number_of_a_day)
{
    int32_t day = 0;
    char shown[16] = "";
    if (spreadsheet_day(slice_of(numbers[_i].text), &day))
        date_format((struct date_interval){day, day}, shown);
    ck_assert_str_eq(shown, numbers[_i].day);
}
END_TEST

static const struct {
    const char *text, *without_fraction, *without_mark;
} marked[] = {
    {"175022.0", "175022", "175022.0"},
    {"175022.00", "175022", "175022.00"},
    {"175022.5", "175022.5", "175022.5"},
    {"a.0", "a.0", "a.0"},
    {"'0995/24", "'0995/24", "0995/24"},
    {"'", "'", ""},
    {"' Kent", "' Kent", "Kent"},
    {"'; DROP TABLE", "'; DROP TABLE", "'; DROP TABLE"},
    {"O'Neill", "O'Neill", "O'Neill"},
    {"175022,0", "175022", "175022,0"},
    {"175,000", "175,000", "175,000"},
    {"\xe2\x80\x99"
     "0995/24",
     "\xe2\x80\x99"
     "0995/24",
     "0995/24"},
};

static void assert_slice(struct slice got, const char *expected)
{
    ck_assert_msg(slice_is(got, expected), "\"%.*s\", expected \"%s\"", (int)got.length, got.bytes,
                  expected);
}

START_TEST(mark_and_fraction_go)
{
    struct slice text = slice_of(marked[_i].text);
    assert_slice(spreadsheet_without_fraction(text), marked[_i].without_fraction);
    assert_slice(spreadsheet_without_mark(text), marked[_i].without_mark);
}
END_TEST

static const struct {
    const char *text, *without_quotes;
} quoted[] = {
    {"\"a\"", "a"},
    {"\xe2\x80\x9c"
     "a\xe2\x80\x9d",
     "a"},
    {"\xe2\x80\x9e"
     "a\xe2\x80\x9c",
     "a"},
    {"\xc2\xab a \xc2\xbb", "a"},
    {"\"a", "\"a"},
    {"a\"", "a\""},
    {"\"\"", "\"\""},
    {"\"", "\""},
    {"a \"b\"", "a \"b\""},
    {"", ""},
};

START_TEST(quotes_go)
{
    assert_slice(spreadsheet_without_quotes(slice_of(quoted[_i].text)), quoted[_i].without_quotes);
}
END_TEST

/* What stands for nothing, and what only looks like it. */
static const struct {
    const char *text;
    bool is_placeholder;
} placeholders[] = {
    {"nan", true},
    {"None", true},
    {"NULL", true},
    {"<NA>", true},
    {"TRUE", true},
    {"wahr", true},
    {"TBC", true},
    {"??", true},
    {"\xe2\x80\x94", true},
    {"...", true},
    {"#N/A N/A", true},
    {"not known", true},
    {"Nan", true},
    {"Nancy", false},
    {"none-1", false},
    {"T", false},
    {"NA12", false},
    {"true north", false},
    {"\xe2\x9c\x93", false},
    {"1", false},
    {"tbc for now, a long one", false},
};

START_TEST(placeholder_is_known)
{
    ck_assert_int_eq(spreadsheet_is_placeholder(slice_of(placeholders[_i].text)),
                     placeholders[_i].is_placeholder);
}
END_TEST

static const struct {
    const char *text;
    enum formula formula;
    const char *address, *shown;
} formulas[] = {
    {"=HYPERLINK(\"https://x.example/1\",\"answer\")", FORMULA_LINK, "https://x.example/1",
     "answer"},
    {"=HYPERLINK(\"https://x.example/1\";\"answer\")", FORMULA_LINK, "https://x.example/1",
     "answer"},
    {"=hyperlink( \"https://x.example/1\" )", FORMULA_LINK, "https://x.example/1", ""},
    {"= HYPERLINK(\"a\", \"b\")", FORMULA_LINK, "a", "b"},
    {"=\"0995/24\"", FORMULA_TEXT, "", "0995/24"},
    {"=HYPERLINK(A2)", FORMULA_OTHER, "", ""},
    {"=HYPERLINK(\"a\",B2)", FORMULA_OTHER, "", ""},
    {"=1+1", FORMULA_OTHER, "", ""},
    {"=\"a\"&\"b\"", FORMULA_OTHER, "", ""},
    {"a=1", FORMULA_NONE, "", ""},
};

START_TEST(formula_is_read)
{
    struct slice address, shown;
    ck_assert_int_eq(spreadsheet_formula(slice_of(formulas[_i].text), &address, &shown),
                     formulas[_i].formula);
    if (formulas[_i].formula == FORMULA_OTHER)
        return;
    assert_slice(address, formulas[_i].address);
    assert_slice(shown, formulas[_i].shown);
}
END_TEST

Suite *suite_domain_spreadsheet(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/spreadsheet", &tcase);
    ADD_TABLE_TEST(tcase, cell_is_judged, cells);
    ADD_TABLE_TEST(tcase, number_of_a_day, numbers);
    ADD_TABLE_TEST(tcase, mark_and_fraction_go, marked);
    ADD_TABLE_TEST(tcase, quotes_go, quoted);
    ADD_TABLE_TEST(tcase, placeholder_is_known, placeholders);
    ADD_TABLE_TEST(tcase, formula_is_read, formulas);
    return suite;
}
