/* SPDX-License-Identifier: MIT
 * Workbooks, each with only the parts that its row is about.
 */
#include "suites.h"
#include "table.h"

#include "imports/source_support.h"

#include "base/memory.h"

#include <stdlib.h>

#define MAIN                                                                                       \
    "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "                           \
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define KIND(name) "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" name
#define RELS(list) "<Relationships>" list "</Relationships>"
#define REL(id, kind, target)                                                                      \
    "<Relationship Id='" id "' Type='" KIND(kind) "' Target='" target "'/>"
#define LINK(id, target)                                                                           \
    "<Relationship Id='" id "' Type='" KIND("hyperlink") "' Target='" target                       \
                                                         "' TargetMode='External'/>"

#define BOOK_OF(properties, sheets)                                                                \
    {                                                                                              \
        "xl/workbook.xml",                                                                         \
            "<workbook " MAIN ">" properties "<sheets>" sheets "</sheets></workbook>", 0           \
    }
#define BOOK_RELS                                                                                  \
    {                                                                                              \
        "xl/_rels/workbook.xml.rels",                                                              \
            RELS(REL("a", "worksheet", "worksheets/sheet1.xml")                                    \
                     REL("b", "worksheet", "/xl/worksheets/sheet2.xml")                            \
                         REL("c", "sharedStrings", "sharedStrings.xml")                            \
                             REL("d", "styles", "styles.xml")                                      \
                                 REL("e", "chartsheet", "chartsheets/sheet1.xml")),                \
            0                                                                                      \
    }
#define BOOK BOOK_OF("", "<sheet name='Log' sheetId='1' r:id='a'/>"), BOOK_RELS
#define SHEET_AS(number, all)                                                                      \
    {                                                                                              \
        "xl/worksheets/sheet" number ".xml", "<worksheet " MAIN ">" all "</worksheet>", 0          \
    }
#define SHEET(rows)              SHEET_AS("1", "<sheetData>" rows "</sheetData>")
#define ROW(n, list)             "<row r='" n "'>" list "</row>"
#define TEXT(at, words)          "<c r='" at "' t='inlineStr'><is><t>" words "</t></is></c>"
#define VALUE(at, value)         "<c r='" at "'><v>" value "</v></c>"
#define STYLED(at, style, value) "<c r='" at "' s='" style "'><v>" value "</v></c>"
#define TYPED(at, type, value)   "<c r='" at "' t='" type "'><v>" value "</v></c>"
#define STYLES                                                                                     \
    {                                                                                              \
        "xl/styles.xml",                                                                           \
            "<styleSheet " MAIN "><numFmts><numFmt numFmtId='164' formatCode='mmm\\-yy'/>"         \
            "<numFmt numFmtId='165' formatCode='&quot;day&quot; 0.00'/>"                           \
            "<numFmt numFmtId='166' formatCode='0000'/><numFmt numFmtId='167' "                    \
            "formatCode='[h]:mm'/><numFmt numFmtId='168' "                                         \
            "formatCode='[$-809]dd mmmm yyyy;@'/></numFmts><cellStyleXfs><xf "                     \
            "numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"         \
            "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/>"     \
            "<xf numFmtId='168'/><xf numFmtId='20'/></cellXfs></styleSheet>",                      \
            0                                                                                      \
    }
#define LOG "[xlsx]\n[table Log |  |  |]\n"

static const struct {
    struct letter_entry parts[9];
    const char *read;
} books[] = {
    /* Rich text in runs, with how it is pronounced; escapes; what is not a character of XML. */
    {{BOOK,
      SHEET(ROW("1", TYPED("A1", "s", "0") TYPED("B1", "s", "1") TYPED("C1", "s", "7"))),
      {"xl/sharedStrings.xml",
       "<sst " MAIN "><si><r><rPr><b/></rPr><t>Kent</t></r><r><t xml:space='preserve'> "
       "Police</t></r><rPh sb='0' eb='1'><t>KENTO</t></rPh></si><si><t>a_x000A_b "
       "_x005F_x000A_</t></si></sst>",
       0}},
     LOG "1 Log!1: 1=Kent Police; 2=a\nb _x000A_\n"},
    {{BOOK,
      SHEET(ROW(
          "2",
          TEXT("B2", " Essex &amp; Kent ") "<c r='D2' t='inlineStr'><is><r><t>NCND</t></r><r><t> "
                                           "s31(3)</t></r>"
                                           "<phoneticPr fontId='1'/></is></c>"))},
     LOG "2 Log!2: 2=Essex & Kent; 4=NCND s31(3)\n"},
    /* Numbers, and days whatever their format shows. */
    {{BOOK, STYLES,
      SHEET(ROW("1", VALUE("A1", "45692") STYLED("B1", "1", "45692") STYLED("C1", "2", "45692.75")
                         STYLED("D1", "3", "45692") STYLED("E1", "4", "745")
                             STYLED("F1", "5", "1.5") STYLED("G1", "6", "1") STYLED("H1", "1", "60")
                                 STYLED("I1", "1", "61") STYLED("J1", "7", "0.5")
                                     STYLED("K1", "1", "0.25") STYLED("L1", "1", "abc")))},
     LOG "1 Log!1: 1=45692(number); 2=2025-02-04(day); 3=2025-02-04(day); 4=45692(number); "
         "5=0745(number); 6=1.5(number); 7=1900-01-01(day); 8=60(number); 9=1900-03-01(day); "
         "10=0.5(number); 11=0.25(number); 12=abc\n"},
    {{BOOK_OF("<workbookPr date1904='1'/>", "<sheet name='Log' sheetId='1' r:id='a'/>"), BOOK_RELS,
      STYLES, SHEET(ROW("1", STYLED("A1", "1", "44230") STYLED("B1", "1", "0")))},
     LOG "1 Log!1: 1=2025-02-04(day); 2=1904-01-01(day)\n"},
    /* Other types; cells and rows that do not say where they stand. */
    {{BOOK,
      SHEET(
          "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c><c "
          "t='d'><v>2025-02-04T00:00:00</v></c><c t='str'><f>A1&amp;B1</f><v>both</v></c><c/></row>"
          "<row><c><v>0.1</v></c><c><v>1.0000000000000001E-2</v></c></row>")},
     LOG "1 Log!1: 1=TRUE(boolean); 2=FALSE(boolean); 3=#N/A(error); 4=2025-02-04(day); 5=both\n"
         "2 Log!2: 1=0.1(number); 2=0.01(number)\n"
         "! 1 error-cell: cells with an error of the spreadsheet in the sheet \"Log\": 1\n"},
    /* Formulas: their stored value, the address of a link, and none at all. */
    {{BOOK,
      SHEET(ROW("1", "<c r='A1' t='str'><f>HYPERLINK(\"https://a.example/1?a=1&amp;b=2\",\"FOI "
                     "1\")</f><v>FOI 1</v></c><c r='B1' "
                     "t='str'><f>HYPERLINK(\"https://a.example/\"&amp;C1,\"x\")</f><v>x</v></c><c "
                     "r='C1'><f>B1+1</f></c>"))},
     LOG "1 Log!1: 1=FOI 1 <https://a.example/1?a=1&b=2>; 2=x\n"
         "! 1 formula-without-value: cells with a formula and no stored value in the sheet "
         "\"Log\": 1; open the workbook in a spreadsheet program, save it and read it again\n"},
    /* Links over areas, to places in them, and inside the workbook. */
    {{BOOK,
      SHEET_AS("1", "<sheetData>" ROW("1", TEXT("A1", "one") TEXT("B1", "two"))
                        ROW("2", TEXT("A2", "three")) "</sheetData><hyperlinks><hyperlink "
                                                      "ref='A1:A2' r:id='l'/><hyperlink ref='B1' "
                                                      "r:id='m' location='p2'/><hyperlink ref='C1' "
                                                      "location='Log!A1'/></hyperlinks>"),
      {"xl/worksheets/_rels/sheet1.xml.rels",
       RELS(LINK("l", "https://a.example/?x=1&amp;y=2") LINK("m", "letters/kent.pdf")), 0}},
     LOG "1 Log!1: 1=one <https://a.example/?x=1&y=2>; 2=two <letters/kent.pdf#p2>\n"
         "2 Log!2: 1=three <https://a.example/?x=1&y=2>\n"},
    /* Comments, also at empty cells; those with answers once. */
    {{BOOK,
      SHEET(ROW("1", TEXT("A1", "one"))),
      {"xl/worksheets/_rels/sheet1.xml.rels", RELS(REL("x", "comments", "../comments1.xml")), 0},
      {"xl/comments1.xml",
       "<comments " MAIN "><commentList><comment ref='A1'><text><r><t>sent </t></r><r><t>by "
       "post</t></r></text></comment><comment "
       "ref='C4'><text><t>chase</t></text></comment></commentList></comments>",
       0}},
     LOG "1 Log!1: 1=one {sent by post}\n4 Log!4: 3= {chase}\n"
         "! 1 comment: cells with a comment in the sheet \"Log\": 2\n"},
    {{BOOK,
      SHEET(ROW("1", TEXT("A1", "one"))),
      {"xl/worksheets/_rels/sheet1.xml.rels",
       "<Relationships><Relationship Id='y' "
       "Type='http://schemas.microsoft.com/office/2017/10/relationships/threadedComment' "
       "Target='../threadedComments/threadedComment1.xml'/>" REL("x", "comments",
                                                                 "../comments1.xml") "</"
                                                                                     "Relationship"
                                                                                     "s>",
       0},
      {"xl/comments1.xml",
       "<comments " MAIN "><commentList><comment ref='A1'><text><t>[Threaded "
       "comment]</t></text></comment></commentList></comments>",
       0},
      {"xl/threadedComments/threadedComment1.xml",
       "<ThreadedComments><threadedComment ref='A1'><text>late?</text></threadedComment>"
       "<threadedComment ref='A1'><text>yes</text></threadedComment></ThreadedComments>",
       0}},
     LOG
     "1 Log!1: 1=one {late?\nyes}\n! 1 comment: cells with a comment in the sheet \"Log\": 1\n"},
    /* A merged cell counts for all that it covers; what only it covers is no row. */
    {{BOOK,
      SHEET_AS("1",
               "<sheetData>" ROW("1", TEXT("A1", "Tracker"))
                   ROW("2", TEXT("A2", "Kent") TEXT("B2", "NCND") TEXT("C2", "x"))
                       ROW("3", "<c r='A3' s='0'/>" TEXT("B3", "hidden below") TEXT("C3", "y")) ROW(
                           "4", "<c r='A4'/>") "</sheetData><mergeCells><mergeCell "
                                               "ref='A1:XFD1'/><mergeCell ref='A2:A4'/><mergeCell "
                                               "ref='B2:B3'/></mergeCells>")},
     LOG "1 Log!1: 1=Tracker; 2=~Tracker; 3=~Tracker\n2 Log!2: 1=Kent; 2=NCND; 3=x\n"
         "3 Log!3: 1=~Kent; 2=~NCND; 3=y\n"},
    /* Hidden sheets, rows and columns are told of and read; a chart is no table. */
    {{BOOK_OF("", "<sheet name='Log' sheetId='1' r:id='a'/><sheet name='Old' sheetId='2' "
                  "state='veryHidden' r:id='b'/><sheet name='Chart' sheetId='3' r:id='e'/>"),
      BOOK_RELS,
      SHEET_AS("1",
               "<cols><col min='2' max='3' hidden='1'/></cols><sheetData>" ROW(
                   "1", TEXT("A1", "a") TEXT(
                            "B1", "b")) "<row r='2' hidden='1'>" TEXT("A2", "c") "</row><row r='3' "
                                                                                 "ht='0'>" TEXT(
                                                                                     "A3",
                                                                                     "d") "</row></"
                                                                                          "sheetDat"
                                                                                          "a>"),
      SHEET_AS("2", "<sheetData>" ROW("1", TEXT("A1", "e")) "</sheetData>")},
     LOG "1 Log!1: 1=a; 2=b\n2 Log!2 hidden: 1=c\n3 Log!3 hidden: 1=d\n"
         "[table Old |  |  | hidden]\n1 Old!1: 1=e\n"
         "! 2 hidden-row: hidden rows of the sheet \"Log\" are read like others: 2 to 3\n"
         "! hidden-column: hidden columns of the sheet \"Log\" are read like others: B to C\n"
         "! hidden-sheet: the sheet \"Old\" is hidden: it is read like others\n"
         "! no-table: the sheet \"Chart\" is a chart or a form: it is not read\n"},
    /* A workbook that stands elsewhere in its package. */
    {{{"_rels/.rels", RELS(REL("z", "officeDocument", "/book/wb.xml")), 0},
      {"book/wb.xml", "<workbook " MAIN "><sheets><sheet name='S' r:id='a'/></sheets></workbook>",
       0},
      {"book/_rels/wb.xml.rels", RELS(REL("a", "worksheet", "../s1.xml")), 0},
      {"s1.xml",
       "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row "
       "r='1'><x:c r='A1'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>",
       0}},
     "[xlsx]\n[table S |  |  |]\n1 S!1: 1=1(number)\n"},
};

START_TEST(workbook_is_rows_of_cells)
{
    assert_workbook(books[_i].parts, books[_i].read);
}
END_TEST

enum { SYMBOLIC_LINK = 0120777 };

static const struct {
    struct letter_entry parts[6];
    const char *reason;
} refused[] = {
    {{BOOK, SHEET(""), {"../../evil.xml", "x", 0}}, "leads out of its folder, ../../evil.xml"},
    {{BOOK, SHEET(""), {"xl/a", "/etc/passwd", (unsigned long)SYMBOLIC_LINK << 16}},
     "holds a link, xl/a"},
    {{BOOK, SHEET(""), SHEET("")},
     "its part xl/worksheets/sheet1.xml is not there, or there twice"},
    {{BOOK}, "its part xl/worksheets/sheet1.xml is not there"},
    {{BOOK, SHEET("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>")}, "has a cell at no place"},
    {{BOOK, SHEET("<row r='9999999'/>")}, "has a cell at no place"},
    {{BOOK, SHEET("<row")}, "is damaged"},
    {{BOOK_OF("", "<sheet name='Log' r:id='zz'/>"), BOOK_RELS},
     "the sheet \"Log\" of it is not there"},
    {{{"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><workbook/>", 0}},
     "declares a document type"},
    {{{"xl/workbook.bin", "x", 0}}, "binary workbook"},
    {{{"content.xml", "<a/>", 0}}, "OpenDocument"},
    {{{"word/document.xml", "<a/>", 0}}, "text document"},
    {{{"export.csv", "a,b", 0}}, "no workbook: unpack it"},
};

START_TEST(other_archive_is_refused)
{
    struct slice made = make_archive(refused[_i].parts);
    assert_no_source("book.xlsx", made, refused[_i].reason);
    memory_release(&made.bytes);
}
END_TEST

static char *repeat(const char *before, const char *text, size_t times, const char *behind)
{
    char *all = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&all, &length);
    fputs(before, out);
    for (size_t i = 0; i < times; i++)
        fputs(text, out);
    fputs(behind, out);
    memory_stream_end(out);
    return all;
}

static void assert_sheet_is_refused(const char *sheet, const char *reason)
{
    struct slice made = make_archive((const struct letter_entry[]){
        BOOK, {"xl/worksheets/sheet1.xml", sheet, 0}, {NULL, NULL, 0}});
    assert_no_source("book.xlsx", made, reason);
    memory_release(&made.bytes);
}

START_TEST(bomb_is_refused)
{
    SCOPED_TEXT zeros = repeat("<worksheet>", "          ", 1000000, "</worksheet>");
    assert_sheet_is_refused(zeros, "more than 100 times its size");
}
END_TEST

/* Small in the file, and large where each covers every row. */
START_TEST(merged_cells_are_bounded)
{
    char *rows = NULL, *all = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&rows, &length);
    for (int i = 1; i <= 3000; i++)
        fprintf(out, "<row r='%d'><c r='A%d'><v>%d</v></c><c r='GR%d'><v>%d</v></c></row>", i, i,
                i * 7919, i, i * 104729);
    memory_stream_end(out);
    out = memory_stream(&all, &length);
    fprintf(out, "<worksheet><sheetData>%s</sheetData><mergeCells>", rows);
    for (int i = 1; i < 40; i++)
        fprintf(out, "<mergeCell ref='A%d:GQ3000'/>", i);
    fputs("</mergeCells></worksheet>", out);
    memory_stream_end(out);
    free(rows);
    assert_sheet_is_refused(all, "cover more than 4000000 cells");
    free(all);
}
END_TEST

START_TEST(damaged_workbook_is_told)
{
    struct slice made = make_archive(
        (const struct letter_entry[]){BOOK,
                                      STYLES,
                                      SHEET(ROW("1", STYLED("A1", "1", "45692") TEXT("B1", "b"))),
                                      {NULL, NULL, 0}});
    for (size_t cut = 0; cut < made.length; cut += 97) {
        SCOPED_TEXT got = describe_source("book.xlsx", (struct slice){made.bytes, cut});
        ck_assert_msg(strncmp(got, "[none: ", 7) == 0, "%s", got);
    }
    memory_release(&made.bytes);
}
END_TEST

Suite *suite_imports_workbooks(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("imports/workbooks", &tcase);
    ADD_TABLE_TEST(tcase, workbook_is_rows_of_cells, books);
    ADD_TABLE_TEST(tcase, other_archive_is_refused, refused);
    tcase_add_test(tcase, bomb_is_refused);
    tcase_add_test(tcase, merged_cells_are_bounded);
    tcase_add_test(tcase, damaged_workbook_is_told);
    return suite;
}
