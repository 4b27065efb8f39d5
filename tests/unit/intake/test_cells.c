/* SPDX-License-Identifier: MIT
 * One cell of an answer: what is read of it, or the code of the reject.
 */
#include "suites.h"
#include "table.h"

#include "intake/loading.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *column, *cell, *expected; /* "!code": the row is rejected */
} cells[] = {
    /* requests: what cannot be seen, other slashes, words before the number */
    {"request_id",
     "\xc2\xa0"
     "7001/24",
     "7001/24"},
    {"request_id",
     "\xe2\x80\x89"
     "7001/24",
     "7001/24"},
    {"request_id", "7001\xe2\x80\x8b/24", "7001/24"},
    {"request_id",
     "\xef\xbb\xbf"
     "7001/24",
     "7001/24"},
    {"request_id", "7001\xc2\xad/24", "7001/24"},
    {"request_id",
     "\xe2\x80\x8e"
     "7001/24",
     "7001/24"},
    {"request_id", "7001\xe2\x81\xa0/24", "7001/24"},
    {"request_id", "7001\xe1\xa0\x8e/24", "7001/24"},
    {"request_id",
     "\xe3\x80\x80"
     "7001/24",
     "7001/24"},
    {"request_id", "7001 / 24", "7001/24"},
    {"request_id",
     "7001\xe2\x81\x84"
     "24",
     "7001/24"},
    {"request_id",
     "7001\xe2\x88\x95"
     "24",
     "7001/24"},
    {"request_id",
     "7001\xef\xbc\x8f"
     "24",
     "7001/24"},
    {"request_id", "\xef\xbc\x97\xef\xbc\x90\xef\xbc\x90\xef\xbc\x91/24", "7001/24"},
    {"request_id", "CRU7001/24", "7001/24"},
    {"request_id", "Log No.7001/24", "7001/24"},
    {"request_id", "No 7001/24", "7001/24"},
    {"request_id", "N\xc2\xb0 7001/24", "N\xc2\xb0 7001/24"},
    {"request_id", "N\xc2\xba 7001/24", "7001/24"},
    {"request_id", "\xe2\x84\x96 7001/24", "7001/24"},
    {"request_id", "#7001/24", "7001/24"},
    {"request_id", "07001/24", "7001/24"},
    {"request_id", "7001/2024", "7001/24"},
    {"request_id", "700124", "7001/24"},
    {"request_id", "700124.0", "7001/24"},
    {"request_id", "700124,0", "7001/24"},
    {"request_id", "'7001/24", "7001/24"},
    {"request_id",
     "\xe2\x80\x99"
     "7001/24",
     "7001/24"},
    {"request_id",
     "\xe2\x80\x98"
     "7001/24",
     "7001/24"},
    {"request_id", "=\"7001/24\"", "7001/24"},
    {"request_id", "\"7001/24\"", "7001/24"},
    {"request_id",
     "\xe2\x80\x9c"
     "7001/24\xe2\x80\x9d",
     "7001/24"},
    {"request_id",
     "\xc2\xab"
     "7001/24\xc2\xbb",
     "7001/24"},
    /* identifiers of their own, which a notice asks about beside 7001/24 (test_alike.c) */
    {"request_id", "7001-24", "7001-24"},
    {"request_id", "7001.24", "7001.24"},
    {"request_id", "7001_24", "7001_24"},
    {"request_id", "7001/24.", "7001/24."},
    {"request_id", "NPCC 7001/24", "NPCC 7001/24"},
    {"request_id", "FOI 7001/24", "FOI 7001/24"},
    {"request_id", "Request 7001/24", "Request 7001/24"},
    {"request_id", "Circular 7001/24", "Circular 7001/24"},
    {"request_id", "7001/24 (Argus)", "7001/24 (Argus)"},
    {"request_id", "7001/24/A", "7001/24/A"},
    {"request_id", "7 001/24", "7 001/24"},
    {"request_id", "175.022", "175.022"},
    {"request_id", "Norwich 3", "Norwich 3"},
    /* what programs leave instead of a value */
    {"request_id", "#N/A", "!spreadsheet-error"},
    {"request_id", "#REF!", "!spreadsheet-error"},
    {"request_id", "#VALUE!", "!spreadsheet-error"},
    {"request_id", "#NAME?", "!spreadsheet-error"},
    {"request_id", "#DIV/0!", "!spreadsheet-error"},
    {"request_id", "#NULL!", "!spreadsheet-error"},
    {"request_id", "####", "!spreadsheet-error"},
    {"request_id", "#BEZUG!", "!spreadsheet-error"},
    {"request_id", "#WERT!", "!spreadsheet-error"},
    {"request_id", "#NV", "!spreadsheet-error"},
    {"request_id", "#NOM?", "!spreadsheet-error"},
    {"request_id", "#VALEUR!", "!spreadsheet-error"},
    {"request_id", "#N/D", "!spreadsheet-error"},
    {"request_id", "#\xc2\xa1REF!", "!spreadsheet-error"},
    {"request_id", "#\xc2\xbfNOMBRE?", "!spreadsheet-error"},
    {"request_id", "#\xd0\x97\xd0\x9d\xd0\x90\xd0\xa7!", "!spreadsheet-error"},
    {"request_id", "#\xd0\x9d/\xd0\x94", "!spreadsheet-error"},
    {"request_id", "#ZEROFEHLER", "!spreadsheet-error"},
    {"request_id", "#N/B", "!spreadsheet-error"},
    {"request_id", "#YOK", "!spreadsheet-error"},
    {"request_id", "#NEN\xc3\x8d_K_DISPOZICI", "!spreadsheet-error"},
    {"text", "Loading...", "!spreadsheet-error"},
    {"request_id", "Err:502", "!spreadsheet-error"},
    {"request_id", "Fehler:502", "!spreadsheet-error"},
    {"request_id", "#DIV/0", "!spreadsheet-error"},
    {"response_id", "#NAME?", "!spreadsheet-error"},
    {"force_id", "#NAME?", "!spreadsheet-error"},
    {"tool_id", "#NAME?", "!spreadsheet-error"},
    {"question_id", "#NAME?", "!spreadsheet-error"},
    {"stance", "#NAME?", "!spreadsheet-error"},
    {"date_responded", "#NAME?", "!spreadsheet-error"},
    {"harm_test", "#NAME?", "!spreadsheet-error"},
    {"exemptions", "#NAME?", "!spreadsheet-error"},
    {"link", "#NAME?", "!spreadsheet-error"},
    {"note", "#NAME?", "!spreadsheet-error"},
    {"text", "#NAME?", "!spreadsheet-error"},
    {"request_id", "1.75E+05", "!rounded-number"},
    {"request_id", "1,75E+05", "!rounded-number"},
    {"request_id", "7.00E+05", "!rounded-number"},
    {"request_id", "1.75e5", "!rounded-number"},
    {"request_id", "1.23457E+11", "!rounded-number"},
    {"response_id", "1.23457E+11", "!rounded-number"},
    {"tool_id", "1.23457E+11", "!rounded-number"},
    {"question_id", "1.E+00", "1.E+00"},
    {"request_id", "175,022", "!grouped-number"},
    {"request_id", "7,001/24", "!grouped-number"},
    {"request_id", "1,175,022", "!grouped-number"},
    {"request_id", "Jan-24", "!date-for-number"},
    {"request_id", "24-Jan", "!date-for-number"},
    {"request_id", "01/11/2024", "!date-for-number"},
    {"request_id", "2024-11-01", "!date-for-number"},
    {"request_id", "2024-11-01 00:00:00", "!date-for-number"},
    {"request_id", "2024-11-01T00:00:00", "!date-for-number"},
    {"request_id", "01.11.2024", "!date-for-number"},
    {"request_id", "1 Nov 2024", "!date-for-number"},
    {"request_id", "Jan 24", "!date-for-number"},
    {"request_id", "Mai-24", "!date-for-number"},
    {"request_id", "Okt 24", "!date-for-number"},
    {"request_id", "Mrz 24", "!date-for-number"},
    {"request_id", "janv-24", "!date-for-number"},
    {"request_id", "1-Nov-24", "!date-for-number"},
    {"request_id", "March 2024", "March 2024"},
    {"request_id", "May 24 A", "May 24 A"},
    {"question_id", "Jan-01", "!date-for-number"},
    {"request_id", "nan", "!placeholder"},
    {"request_id", "NaN", "!placeholder"},
    {"request_id", "None", "!placeholder"},
    {"request_id", "NULL", "!placeholder"},
    {"request_id", "null", "!placeholder"},
    {"request_id", "NaT", "!placeholder"},
    {"request_id", "<NA>", "!placeholder"},
    {"request_id", "nil", "!placeholder"},
    {"request_id", "NA", "!placeholder"},
    {"request_id", "n.a.", "!placeholder"},
    {"request_id", "TRUE", "!placeholder"},
    {"request_id", "FALSE", "!placeholder"},
    {"request_id", "WAHR", "!placeholder"},
    {"request_id", "FALSCH", "!placeholder"},
    {"request_id", "VRAI", "!placeholder"},
    {"request_id", "TBC", "!placeholder"},
    {"request_id", "tba", "!placeholder"},
    {"request_id", "not known", "!placeholder"},
    {"request_id", "?", "!placeholder"},
    {"request_id", "??", "!placeholder"},
    {"request_id", "--", "!placeholder"},
    {"request_id", "\xe2\x80\x94", "!placeholder"},
    {"request_id", "\xe2\x80\x93", "!placeholder"},
    {"request_id", ".", "!placeholder"},
    {"request_id", "\xe2\x80\xa6", "!placeholder"},
    {"request_id", "#N/A N/A", "!placeholder"},
    {"response_id", "None", "!placeholder"},
    {"response_id", "NULL", "!placeholder"},
    {"response_id", "TRUE", "!placeholder"},
    {"response_id", "?", "!placeholder"},
    {"response_id", "\xe2\x80\x94", "!placeholder"},
    {"tool_id", "None", "!placeholder"},
    {"tool_id", "NULL", "!placeholder"},
    {"tool_id", "TRUE", "!placeholder"},
    {"tool_id", "?", "!placeholder"},
    {"tool_id", "\xe2\x80\x94", "!placeholder"},
    {"tool_id", "Nona", "Nona"},
    {"tool_id", "True North", "True North"},
    {"tool_id", "N/A", "unspecified"},
    {"tool_id", "-", "unspecified"},
    {"request_id", "n/a", "!empty-value"},
    {"request_id", "'-", "!empty-value"},
    {"request_id", "=A1", "!formula"},
    {"request_id", "=7001/24", "!formula"},
    {"request_id", "=\"7001/24", "!formula"},
    {"request_id", "=HYPERLINK(\"https://a.example/1\";\"7001/24\")", "7001/24"},
    /* tools, forces and questions */
    {"tool_id", "Argus", "Argus"},
    {"tool_id",
     "\xc2\xa0"
     "Argus",
     "Argus"},
    {"tool_id", "Argus\xe2\x80\x8b", "Argus"},
    {"tool_id", "Argus\xe2\x81\xa0", "Argus"},
    {"tool_id",
     "\xe2\x80\x9c"
     "Argus\xe2\x80\x9d",
     "Argus"},
    {"tool_id", "\"Argus\"", "Argus"},
    {"tool_id",
     "\xe2\x80\x99"
     "Argus",
     "Argus"},
    {"force_id", "Kent\xc2\xa0Police", "kent"},
    {"force_id", "Kent Police\xe2\x80\x8e", "kent"},
    {"force_id", "\xe2\x80\x9cKent Police\xe2\x80\x9d", "kent"},
    {"force_id", "KENT POLICE", "kent"},
    {"force_id", "Kent Police (Kent)", "kent"},
    {"force_id", "'Kent Police", "kent"},
    {"force_id", "Kent Police (acting)", "kent"},
    {"force_id", "Kent Police (old)", "kent"},
    {"force_id", "Kent Police (Police and Crime Commissioner)", "!names-another-body"},
    {"force_id", "Kent Police (PCC)", "!names-another-body"},
    {"force_id", "Kent Police (Mayor)", "!names-another-body"},
    {"force_id", "Kent Police (Essex Police)", "!names-another-body"},
    {"force_id", "Kent Police (British Transport Police)", "!names-another-body"},
    {"force_id", "Kent Police (BTP)", "!names-another-body"},
    {"force_id", "Kent Police (joint with Essex Police)", "!names-another-body"},
    {"force_id", "Kent Police (ROCU)", "!names-another-body"},
    {"force_id", "Kent Police (ERSOU)", "!names-another-body"},
    {"force_id", "Kent Police (via ERSOU)", "!names-another-body"},
    {"force_id", "Kent Police (Federation)", "!names-another-body"},
    {"force_id", "Kent Police (transferred to BTP)", "!names-another-body"},
    {"force_id", "Kent Police (hosted by Met)", "!names-another-body"},
    {"force_id", "Kent Police (Met)", "!names-another-body"},
    {"force_id", "Kent Police (essex-police)", "!names-another-body"},
    {"force_id", "Kent Police (dyfed-powys)", "!names-another-body"},
    {"force_id", "Kent Police (CTP)", "!names-another-body"},
    {"force_id", "Kent Police (Counter Terrorism Policing)", "!names-another-body"},
    {"force_id", "Kent Police (Crown Prosecution Service)", "!names-another-body"},
    {"force_id", "Kent Police (HMRC)", "!names-another-body"},
    {"force_id", "Kent Police (Police Digital Service)", "!names-another-body"},
    {"force_id", "Kent Police (FOI team)", "kent"},
    {"force_id", "Kent Police (kent-police)", "kent"},
    {"force_id", "Police Scotland (SPA)", "!names-another-body"},
    {"force_id", "Kent Police; Essex Police", "!no-single-force"},
    {"force_id", "Kent Police / Essex Police", "!no-single-force"},
    {"force_id", "Kent PCC", "!unknown-force"},
    {"force_id", "Kent Police and Crime Commissioner", "!unknown-force"},
    {"force_id", "Total", "!no-single-force"},
    {"force_id", "*", "!no-single-force"},
    {"force_id", "NULL", "!unknown-force"},
    {"question_id", "1.0", "1"},
    {"question_id", "1,0", "1"},
    {"question_id", "1", "1"},
    {"question_id", "\xe2\x80\x9cQ1\xe2\x80\x9d", "Q1"},
    {"question_id", "q1\xc2\xa0", "Q1"},
    {"question_id", "Q1\xe2\x80\x8e", "Q1"},
    /* dates */
    {"date_responded", "2025-01-06", "2025-01-06"},
    {"date_responded", "06/01/2025", "2025-01-06"},
    {"date_responded", "6/1/25", "2025-01-06"},
    {"date_responded", "06/01/25", "2025-01-06"},
    {"date_responded", "6 January 2025", "2025-01-06"},
    {"date_responded", "6 Jan 25", "2025-01-06"},
    {"date_responded",
     "6\xc2\xa0January\xc2\xa0"
     "2025",
     "2025-01-06"},
    {"date_responded", "6/1/2025\xe2\x80\x8e", "2025-01-06"},
    {"date_responded", "\xef\xbc\x96/1/2025", "2025-01-06"},
    {"date_responded",
     "6\xe2\x81\x84"
     "1\xe2\x81\x84"
     "2025",
     "2025-01-06"},
    {"date_responded",
     "2025\xe2\x80\x91"
     "01\xe2\x80\x91"
     "06",
     "2025-01-06"},
    {"date_responded",
     "2025\xe2\x80\x93"
     "01\xe2\x80\x93"
     "06",
     "2025-01-06"},
    {"date_responded",
     "\xe2\x80\x9c"
     "6/1/2025\xe2\x80\x9d",
     "2025-01-06"},
    {"date_responded", "'2025-01-06", "2025-01-06"},
    {"date_responded", "=\"2025-01-06\"", "2025-01-06"},
    {"date_responded", "2025-1-6", "!bad-date"},
    {"date_responded", "6.1.25", "!bad-date"},
    {"date_responded", "06.01.2025", "!bad-date"},
    {"date_responded", "6-Jan-25", "!bad-date"},
    {"date_responded", "2025-01-06T10:30:00Z", "!bad-date"},
    {"date_responded", "2025-01-06 00:00:00", "!bad-date"},
    {"date_responded", "45663", "!bad-date"},
    {"date_responded", "45663.0", "!bad-date"},
    {"date_responded", "45663,0", "!bad-date"},
    {"date_responded", "45663.5", "!bad-date"},
    {"date_responded", "2025/01/06", "!bad-date"},
    {"date_responded", "20250106", "!bad-date"},
    {"date_responded", "Jan-25", "!bad-date"},
    {"date_responded", "6th January 2025", "!bad-date"},
    {"date_responded", "6 janvier 2025", "!bad-date"},
    {"date_responded", "TRUE", "!bad-date"},
    {"date_responded", "WAHR", "!bad-date"},
    {"date_responded", "TBC", "!bad-date"},
    {"date_responded", "2024?", "!bad-date"},
    {"date_responded", "not dated", "!bad-date"},
    {"date_responded", "NULL", "!bad-date"},
    {"date_responded", "c. 2024", "!bad-date"},
    {"date_responded", "6 Jan 2025; 9 Jan 2025", "!bad-date"},
    {"date_responded", "1.75E+05", "!bad-date"},
    {"date_responded", "45,663", "!bad-date"},
    {"date_responded", "2024/25", "!bad-date"},
    {"date_responded", "31/12/9999", "!bad-date"},
    {"date_responded", "1899-12-30", "!bad-date"},
    {"date_responded", "31/02/2025", "!impossible-date"},
    {"date_responded", "00/01/1900", "!impossible-date"},
    {"date_responded", "1900-01-00", "!impossible-date"},
    {"date_responded", "2024-25", "!impossible-date"},
    {"date_responded", "12/31/2024", "!month-first"},
    {"date_responded", "\xe2\x80\x94", ""},
    {"date_responded", "-", ""},
    {"retrieved_on", "45663", "!bad-date"},
    /* words, yes and no */
    {"stance", "not_held", "not_held"},
    {"stance", "Not held", "not_held"},
    {"stance", "not\xc2\xa0held", "not_held"},
    {"stance", "not\xe2\x80\x91held", "not_held"},
    {"stance", "NOT-HELD", "not_held"},
    {"stance", "\xe2\x80\x9cNot held\xe2\x80\x9d", "not_held"},
    {"stance", "Not held\xe2\x81\xa0", "not_held"},
    {"stance", "No information held", "not_held"},
    {"stance", "Part held", "!not-in-list"},
    {"stance", "Held", "!not-in-list"},
    {"stance", "Yes", "!not-in-list"},
    {"stance", "None", "!not-in-list"},
    {"stance", "Refused", "!not-in-list"},
    {"stance", "ncnd; not_held", "!not-in-list"},
    {"stance", "1", "!not-in-list"},
    {"stance", "TRUE", "!not-in-list"},
    {"stance", "\xe2\x80\x9c\xe2\x80\x9d", "!not-in-list"},
    {"harm_test", "yes", "yes"},
    {"harm_test", "Y", "yes"},
    {"harm_test", "TRUE", "yes"},
    {"harm_test", "1", "yes"},
    {"harm_test", "1.0", "yes"},
    {"harm_test", "1,0", "yes"},
    {"harm_test", "\xe2\x80\x9cyes\xe2\x80\x9d", "yes"},
    {"harm_test", "yes\xe2\x80\x8b", "yes"},
    {"harm_test", "\xef\xbd\x99\xef\xbd\x85\xef\xbd\x93", "yes"},
    {"harm_test", "no", "no"},
    {"harm_test", "0.0", "no"},
    {"harm_test", "FALSE", "no"},
    {"harm_test", "WAHR", "!bad-yes-no"},
    {"harm_test", "ja", "!bad-yes-no"},
    {"harm_test", "x", "!bad-yes-no"},
    {"harm_test", "\xe2\x9c\x93", "!bad-yes-no"},
    {"harm_test", "maybe", "!bad-yes-no"},
    {"harm_test", "Y/N", "!bad-yes-no"},
    {"harm_test", "NULL", "!bad-yes-no"},
    {"harm_test", "2", "!bad-yes-no"},
    {"harm_test", "=TRUE()", "!formula"},
    /* exemptions */
    {"exemptions", "31(3); 24(2)", "24(2);31(3)"},
    {"exemptions", "31(3), 24(2)", "24(2);31(3)"},
    {"exemptions", "31(3) and 24(2)", "24(2);31(3)"},
    {"exemptions", "31(3)\n24(2)", "24(2);31(3)"},
    {"exemptions", "31(3)\n\n24(2)\n", "24(2);31(3)"},
    {"exemptions", "s.31(3)\xc2\xa0; s.24(2)", "24(2);31(3)"},
    {"exemptions",
     "\xe2\x80\x9c"
     "31(3); 24(2)\xe2\x80\x9d",
     "24(2);31(3)"},
    {"exemptions", "31(\xef\xbc\x93);24(2)", "24(2);31(3)"},
    {"exemptions", "31(3);;24(2);", "24(2);31(3)"},
    {"exemptions", "31.0", "31"},
    {"exemptions", "31,0", "31"},
    {"exemptions", "s31", "31"},
    {"exemptions", "31", "31"},
    {"exemptions", "EIR 12(6)", "EIR 12(6)"},
    {"exemptions", "EIR reg 12(6)", "EIR 12(6)"},
    {"exemptions", "Regulation 13(5A) of the Environmental Information Regulations 2004",
     "EIR 13(5A)"},
    {"exemptions", "Reg. 12(4)(b)", "EIR 12(4)(b)"},
    {"exemptions", "r.12(4)(d)", "EIR 12(4)(d)"},
    {"exemptions", "FOISA s18", "FOISA 18"},
    {"exemptions", "DPA 2018 s45", "DPA 45"},
    {"exemptions", "12(4)(b)", "12(4)(b)"},
    {"exemptions", "31.3", "!bad-exemption"},
    {"exemptions", "31(3)/24(2)", "!bad-exemption"},
    {"exemptions", "31(3)|24(2)", "!bad-exemption"},
    {"exemptions", "23 to 31", "!bad-exemption"},
    {"exemptions", "s31(1)(a)\xe2\x80\x93(c)", "!bad-exemption"},
    {"exemptions", "Mar-31", "!bad-exemption"},
    {"exemptions", "44621", "!bad-exemption"},
    {"exemptions", "none", "!bad-exemption"},
    {"exemptions", "NULL", "!bad-exemption"},
    {"exemptions", "TBC", "!bad-exemption"},
    {"exemptions", "Law enforcement", "!bad-exemption"},
    {"exemptions", "31(3)?", "!bad-exemption"},
    {"exemptions", "=31", "!formula"},
    /* addresses */
    {"link", "No", ""},
    {"link", "NA", ""},
    {"link", "none", ""},
    {"link", "no link given", ""},
    {"link", "See attached", ""},
    {"link", "0", ""},
    {"link", "C:\\x.pdf", ""},
    {"link", "file:///x.pdf", ""},
    {"link", "https://a.example/1", "https://a.example/1"},
    {"link", "Annual report 2024", "Annual report 2024"},
    {"link", "yes", "yes"},
};

/* The columns of the file, with what stands in them otherwise. */
static const char *const columns[][2] = {
    {"response_id", "a"},  {"force_id", "kent"}, {"request_id", "1/24"},
    {"tool_id", "t"},      {"question_id", ""},  {"date_responded", "2024"},
    {"stance", "ncnd"},    {"exemptions", ""},   {"harm_test", ""},
    {"link", ""},          {"note", ""},         {"text", ""},
    {"date_received", ""}, {"retrieved_on", ""},
};

/* Each cell in quotes. */
static void write_cell(FILE *out, const char *text)
{
    putc('"', out);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    fputs("\",", out);
}

static void write_pack(struct loading *l, const char *column, const char *cell)
{
    char text[1500];
    FILE *out = fmemopen(text, sizeof text, "w");
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        fprintf(out, "%s,", columns[i][0]);
    fputs("mine\n", out);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        write_cell(out, strcmp(columns[i][0], column) == 0 ? cell : columns[i][1]);
    fputs("x\n", out);
    fclose(out);
    loading_write(l, "responses.csv", text, strlen(text));
}

START_TEST(cell_is_read)
{
    char sql[300];
    const char *expected = cells[_i].expected;
    struct loading l;
    loading_begin(&l);
    write_pack(&l, cells[_i].column, cells[_i].cell);
    loading_load(&l, (struct intake_options){0});
    if (expected[0] == '!') {
        snprintf(sql, sizeof sql, "SELECT line, column_name, code FROM reject");
        char reject[100];
        snprintf(reject, sizeof reject, "2|%s|%s", cells[_i].column, expected + 1);
        loading_assert(&l, sql, reject);
        loading_assert(&l, "SELECT count(*) FROM reject WHERE suggestion = ''", "0");
    } else {
        snprintf(sql, sizeof sql, "SELECT %s FROM v_responses", cells[_i].column);
        loading_assert(&l, sql, expected);
    }
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_cells(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/cells", &tcase);
    ADD_TABLE_TEST(tcase, cell_is_read, cells);
    return suite;
}
