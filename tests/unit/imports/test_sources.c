/* SPDX-License-Identifier: MIT
 * Text files of other people, each as its author's program writes it.
 */
#include "suites.h"
#include "table.h"

#include "imports/source_support.h"

#include "base/memory.h"

#include <stdlib.h>

#define PAGE(head, body) "<!DOCTYPE html><html><head>" head "</head><body>" body "</body></html>"
#define CANONICAL        "<link rel='canonical' href='https://www.kent.police.uk/foi/log/'>"

static const struct {
    const char *name, *text, *read;
} sources[] = {
    /* Titles above the columns, short and long rows, and delimiters that only most lines show. */
    {"a.csv", "FOI tracker, 2025\n\nForce;Outcome;Note\nKent;NCND;a, b, c, d\nEssex;Held;x;y\n",
     "[csv]\n[table  |  |  |]\n1: 1=FOI tracker, 2025\n3: 1=Force; 2=Outcome; 3=Note\n"
     "4: 1=Kent; 2=NCND; 3=a, b, c, d\n5: 1=Essex; 2=Held; 3=x; 4=y\n"},
    {"a.tsv", "Force\tRef\nKent\t0745\n",
     "[csv]\n[table  |  |  |]\n1: 1=Force; 2=Ref\n2: 1=Kent; 2=0745\n"},
    {"a.csv",
     "\xef\xbb\xbf"
     "Force,Ref\r\n\"Kent\",\"a\nb\"\r\n,,\r\n",
     "[csv]\n[table  |  |  |]\n1: 1=Force; 2=Ref\n2: 1=Kent; 2=a\nb\n"},
    /* What cannot be divided into cells is a row with its fault. */
    {"a.csv", "Force,Ref\nKent,a\"b\"c\nEssex,1\n",
     "[csv]\n[table  |  |  |]\n1: 1=Force; 2=Ref\n"
     "2: 1=Kent,a\"b\"c(error) {a quote on line 2 stands where none can be}\n3: 1=Essex; 2=1\n"
     "! 2 bad-quote: a quote on line 2 stands where none can be: Quote the whole field, write each "
     "quote inside it twice, and leave no space between a quote and the delimiter.\n"},
    {"a.csv", "Force,Ref\nKent,caf\xe9\n",
     "[csv]\n[table  |  |  |]\n1: 1=Force; 2=Ref\n2: 1=Kent; 2=caf\xc3\xa9\n"
     "! 2 encoding: the file is no UTF-8 and is read as Windows-1252: look at this line\n"},
    /* Tables: heads, spans, addresses, lines in a cell, what nobody sees. */
    {"a.html",
     PAGE("<title>Disclosure log | Kent Police</title>" CANONICAL,
          "<nav><table><tr><td>Menu</td><td>x</td></tr></table></nav><h2>2024</h2>"
          "<table><caption>Answers</caption><thead><tr><th>Ref</th><th>Answer</th></tr></thead>"
          "<tr><td rowspan=2>1/24</td><td><a href='../answers/1.pdf'>Refused<br>s.31(3)</a> "
          "<a href='#top'>up</a><script>x()</script><!-- not this --></td></tr>"
          "<tr style='display: none'><td>&#150; held</td></tr>"
          "<tr><td colspan=2>Quarter 2</td></tr><tr><th>2/24</th><td><a href='/a'>A</a> <a "
          "href='/b'>B</a></td></tr></table>"
          "<table><tr><th>Cookie "
          "name</th><th>Purpose</th></tr><tr><td>x</td><td>y</td></tr></table>"),
     "[html]\n[table table 1 | Answers | 2024 | Disclosure log | Kent Police | "
     "https://www.kent.police.uk/foi/log/ |]\n"
     "1 marked: 1=Ref; 2=Answer\n"
     "1: 1=1/24; 2=Refused\ns.31(3) up <https://www.kent.police.uk/foi/answers/1.pdf>\n"
     "1 hidden: 1=~1/24; 2=\xe2\x80\x93 held\n1: 1=Quarter 2; 2=~Quarter 2\n"
     "1: 1=2/24; 2=A B <https://www.kent.police.uk/a> {also links to "
     "https://www.kent.police.uk/b}\n"
     "! no-answers: tables of the page that are about cookies, or belong to its menus, are not "
     "read: 2\n"},
    /* Lists, where there is no table: the link is the title, labelled lines are columns. */
    {"a.html",
     PAGE("<title>FOI | Essex Police</title>",
          "<ul class='menu'><li><a href='/x'>Home</a></li></ul><h1>Disclosure log</h1><ul><li><a "
          "href='https://e.example/1'>Palantir 1/24</a><p>Date of response: 3 March "
          "2025</p><p>Withheld</p></li><li><a href='https://e.example/2'>Drones</a><p>Ref: "
          "2/24</p></li></ul><footer><ul><li><a href='/y'>Contact</a></li></ul></footer>"),
     "[html]\n[table list 1 | Disclosure log | FOI | Essex Police |  | headings]\n"
     "1: 1=Title; 2=Details; 3=date of response; 4=ref\n"
     "1: 1=Palantir 1/24 <https://e.example/1>; 2=Withheld; 3=3 March 2025\n"
     "1: 1=Drones <https://e.example/2>; 4=2/24\n"},
    {"a.html", PAGE("", "<table><tr><td>only</td></tr></table>"),
     "[html]\n[table table 1 |  |  |]\n1: 1=only\n"},
    /* JSON: packages in lists, records, what nobody knows, values one behind the other. */
    {"a.json",
     "[{\"force\":\"Kent\",\"n\":5,\"ok\":true,\"gone\":null,\"tags\":[\"a\",\"b\"]},"
     "{\"force\":\"Essex\",\"more\":{\"x\":1}}]",
     "[json]\n[table records |  |  | headings]\n: 1=force; 2=n; 3=ok; 4=tags; 5=more\n"
     " /0: 1=Kent; 2=5(number); 3=TRUE(boolean); 4=a; b\n /1: 1=Essex; 5={\"x\":1}\n"},
    {"lines", "{\"force\":\"Kent\"}\n{\"force\":\"Essex\"}\n",
     "[json]\n[table records |  |  | headings]\n: 1=force\n /0: 1=Kent\n /1: 1=Essex\n"},
    {"a.json",
     "{\"records\":[{\"ocid\":\"x\",\"releases\":[{\"ocid\":\"x\",\"id\":\"1\",\"tag\":[\"award\"],"
     "\"parties\":[{\"roles\":\"buyer\"},7],\"awards\":5}],\"compiledRelease\":{\"ocid\":\"x\"}}]}",
     "[json]\n[table releases |  |  | headings]\n"
     ": 1=ocid; 2=release_id; 3=tags; 4=buyer; 5=title; 6=description; 7=contract_titles; "
     "8=suppliers; 9=release_date; 10=published; 11=tender_status; 12=award_statuses; "
     "13=live_awards; 14=notice_url\n /records/0/releases/0: 1=x; 2=1; 3=award; 13=0\n"},
};

START_TEST(file_is_rows_of_cells)
{
    assert_source(sources[_i].name, sources[_i].text, sources[_i].read);
}
END_TEST

static const struct {
    const char *name;
    struct slice bytes;
    const char *reason;
} refused[] = {
    {"a.csv", BYTES(""), "it is empty"},
    {"a.csv", BYTES(" \n\n"), "it is empty"},
    {"a.csv", BYTES("a\0b,c\n"), "this is not a text file"},
    {"a.json", BYTES("{\"a\": [1, 2"), "it is no JSON: line 1"},
    {"a.json", BYTES("{\"a\":1} nonsense"), "behind its value number 1"},
    {"a.json", BYTES("{\"releases\":[]}"), "there is no record in it"},
    {"a.html", BYTES(PAGE("", "<p>Sign in</p>")), "no table and no list"},
    {"a.atom", BYTES("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'></feed>"),
     "there is no entry"},
    {"a.atom",
     BYTES("<?xml version='1.0'?><!DOCTYPE feed [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
           "<feed><entry>&a;</entry></feed>"),
     "declares a document type"},
    {"a.pdf", BYTES("%PDF-1.4\n"), "it is a PDF file"},
    {"a.xls", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0"), "it is an old workbook"},
    {"a.json.gz", BYTES("\x1f\x8b\x08"), "unpack it"},
};

START_TEST(what_is_no_table_is_told)
{
    assert_no_source(refused[_i].name, refused[_i].bytes, refused[_i].reason);
}
END_TEST

/* UTF-16, as spreadsheet programs save "Unicode text". */
START_TEST(utf16_is_read)
{
    static const char bytes[] = "\xff\xfe"
                                "A\0\t\0B\0\r\0\n\0"
                                "1\0\t\0\xe9\0\r\0\n\0";
    SCOPED_TEXT got = describe_source("a.txt", (struct slice){bytes, sizeof bytes - 1});
    ck_assert_str_eq(got, "[csv]\n[table  |  |  |]\n1: 1=A; 2=B\n2: 1=1; 2=\xc3\xa9\n");
}
END_TEST

/* However deep, however many. */
START_TEST(hostile_markup_is_bounded)
{
    char *deep = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&deep, &length);
    for (int i = 0; i < 100000; i++)
        fputc('[', out);
    memory_stream_end(out);
    assert_no_source("a.json", slice_of(deep), "it is no JSON");
    free(deep);
    out = memory_stream(&deep, &length);
    fputs("<html><table>", out);
    for (int i = 0; i < 3000; i++)
        fputs("<tr><td><table>", out);
    memory_stream_end(out);
    assert_no_source("a.html", slice_of(deep), "256 deep");
    free(deep);
}
END_TEST

Suite *suite_imports_sources(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("imports/sources", &tcase);
    ADD_TABLE_TEST(tcase, file_is_rows_of_cells, sources);
    ADD_TABLE_TEST(tcase, what_is_no_table_is_told, refused);
    tcase_add_test(tcase, utf16_is_read);
    tcase_add_test(tcase, hostile_markup_is_bounded);
    return suite;
}
