/* SPDX-License-Identifier: MIT
 * Documents of word processors, each with only the parts that its row is about.
 */
#include "suites.h"
#include "table.h"

#include "letters/reading/letter_support.h"

#include "base/memory.h"

#include <stdlib.h>

#define WORD                                                                                       \
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "                      \
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "               \
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
#define DOCX(body)                                                                                 \
    {                                                                                              \
        "word/document.xml", "<w:document " WORD "><w:body>" body "</w:body></w:document>", 0      \
    }
#define P(content) "<w:p>" content "</w:p>"
#define R(words)   "<w:r><w:t xml:space='preserve'>" words "</w:t></w:r>"
#define ITEM(level, words)                                                                         \
    P("<w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='1'/></w:numPr></w:pPr>" R(words))
#define LEVEL(number, format, text)                                                                \
    "<w:lvl w:ilvl='" number "'><w:start w:val='1'/><w:numFmt w:val='" format                      \
    "'/><w:lvlText w:val='" text "'/></w:lvl>"
#define NUMBERS                                                                                    \
    {                                                                                              \
        "word/numbering.xml",                                                                      \
            "<w:numbering " WORD "><w:abstractNum w:abstractNumId='0'>" LEVEL(                     \
                "0", "decimal", "Q%1.") LEVEL("1", "lowerLetter", "%1%2)")                         \
                LEVEL("2", "bullet", "x") "</w:abstractNum><w:num w:numId='1'><w:abstractNumId "   \
                                          "w:val='0'/></w:num></w:numbering>",                     \
            0                                                                                      \
    }

#define ODF                                                                                        \
    "xmlns:office='urn:o' xmlns:text='urn:t' xmlns:style='urn:s' xmlns:fo='urn:f' "                \
    "xmlns:table='urn:tb' xmlns:xlink='urn:x' xmlns:dc='urn:d'"
#define ODT(styles, body)                                                                          \
    {                                                                                              \
        "content.xml",                                                                             \
            "<office:document-content " ODF "><office:automatic-styles>" styles                    \
            "</office:automatic-styles><office:body><office:text>" body                            \
            "</office:text></office:body></office:document-content>",                              \
            0                                                                                      \
    }

static const struct {
    enum letter_kind kind;
    struct letter_entry entries[5];
    const char *letters;
} documents[] = {
    {LETTER_KIND_DOCX,
     {DOCX(P(R("Dear ") R("Sir")) P("") P(R("We hold it.")))},
     "Dear Sir\n\nWe hold it.\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t>"
             "<w:noBreakHyphen/><w:t>four</w:t></w:r>"))},
     "One\ntwo\tthree\xe2\x80\x91"
     "four\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P(R("We hold ") "<w:del><w:r><w:delText>none</w:delText></w:r></w:del><w:ins>" R(
         "some") "</w:ins>" R(" of it")))},
     "We hold some of it\n[tracked ]\n[tracked some]\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P(R("We ") "<w:moveFrom>" R("hold") "</w:moveFrom>" R("it ") "<w:moveTo>" R(
         "hold") "</w:moveTo>"))},
     "We it hold\n[tracked ]\n[tracked hold]\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P("<w:commentRangeStart w:id='1'/>" R(
          "see") "<w:commentRangeEnd w:id='1'/><w:r>"
                 "<w:commentReference w:id='1'/></w:r>" R(
                     " it") "<w:r><w:commentReference w:id='2'/>"
                            "</w:r>")),
      {"word/comments.xml",
       "<w:comments " WORD "><w:comment>" P(R("secret")) "</w:comment></w:comments>", 0}},
     "see it\n[comment see]\n[comment ]\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P("<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:rPr><w:b w:val='0'/>"
             "<w:highlight w:val='yellow'/></w:rPr><w:t>, marked</w:t></w:r><w:r><w:rPr>"
             "<w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"))},
     "bold, marked\n[bold bold]\n[highlight , marked]\n"},
    {LETTER_KIND_DOCX,
     {DOCX(ITEM("0", "one") ITEM("1", "in") ITEM("1", "side") ITEM("0", "two") ITEM("1", "again")
               ITEM("2", "point")),
      NUMBERS},
     "Q1. one\n1a) in\n1b) side\nQ2. two\n2a) again\n* point\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P("<w:pPr><w:pStyle w:val='Q'/></w:pPr>" R("one"))),
      NUMBERS,
      {"word/styles.xml",
       "<w:styles " WORD "><w:style w:styleId='Q'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>"
       "</w:pPr></w:style></w:styles>",
       0}},
     "Q1. one\n"},
    {LETTER_KIND_DOCX,
     {DOCX("<w:tbl><w:tr><w:tc>" P(R("2023")) "</w:tc><w:tc>" P(R("11")) "</w:tc></w:tr></w:tbl>" P(
         R("After")))},
     "2023\t11\n\nAfter\n"},
    {LETTER_KIND_DOCX,
     {DOCX("<w:tbl><w:tr><w:tc>" P(R("Q1"))
               P(R("Do you?")) "</w:tc><w:tc>" P(R("Yes")) "</w:tc></w:tr></w:tbl>")},
     "Q1\n\nDo you?\n\nYes\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P("<w:hyperlink r:id='rId5'>" R("our log") "</w:hyperlink>")),
      {"word/_rels/document.xml.rels",
       "<Relationships xmlns='urn:r'><Relationship Id='rId5' "
       "Target='https://a.example/?a=1&amp;b'/>"
       "</Relationships>",
       0}},
     "our log\n[link our log = https://a.example/?a=1&b]\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK "
             "\"https://a.example/\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/>"
             "</w:r>" R("our log") "<w:r><w:fldChar w:fldCharType='end'/></w:r>" R(" more")))},
     "our log more\n[link our log = https://a.example/]\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P(R("Body") "<w:r><w:footnoteReference w:id='2'/></w:r>")),
      {"word/footnotes.xml",
       "<w:footnotes " WORD "><w:footnote w:type='separator'>" P(
           R("---")) "</w:footnote>"
                     "<w:footnote w:id='2'>" P(R("A note")) "</w:footnote></w:footnotes>",
       0}},
     "Body\n\nA note\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P(R("Body"))),
      {"word/header1.xml", "<w:hdr " WORD ">" P(R("Northmere Constabulary")) "</w:hdr>", 0},
      {"word/header2.xml", "<w:hdr " WORD ">" P(R("Northmere Constabulary")) "</w:hdr>", 0},
      {"word/footer1.xml", "<w:ftr " WORD ">" P(R("Page 1")) "</w:ftr>", 0}},
     "Northmere Constabulary\n\nBody\n\nPage 1\n[chrome Page 1]\n"},
    {LETTER_KIND_DOCX,
     {DOCX(P("<mc:AlternateContent><mc:Choice>" R("new") "</mc:Choice><mc:Fallback>" R(
         "old") "</mc:Fallback></mc:AlternateContent>"))},
     "new\n"},
    {LETTER_KIND_DOCX,
     {{"word/document2.xml",
       "<w:document " WORD "><w:body>" P(R("We hold it")) "</w:body></w:document>", 0}},
     "We hold it\n"},
    {LETTER_KIND_ODT,
     {ODT("", "<text:h>Response</text:h>\n<text:p>We<text:s/>hold<text:tab/>it<text:line-break/>all"
              "</text:p>")},
     "Response\n\nWe hold\tit\nall\n"},
    {LETTER_KIND_ODT,
     {ODT("", "<text:p>On <text:date>4 December</text:date> <draw:frame xmlns:draw='urn:g'>"
              "<svg:title xmlns:svg='urn:v'>Crest</svg:title></draw:frame>we</text:p>")},
     "On 4 December we\n"},
    {LETTER_KIND_ODT,
     {ODT("<style:style style:name='T1'><style:text-properties fo:font-weight='bold' "
          "fo:background-color='#ffff00'/></style:style>",
          "<text:p>a <text:span text:style-name='T1'>b</text:span> c</text:p>")},
     "a b c\n[bold b]\n[highlight b]\n"},
    {LETTER_KIND_ODT,
     {ODT("", "<text:tracked-changes><text:changed-region><text:deletion><text:p>none</text:p>"
              "</text:deletion></text:changed-region></text:tracked-changes><text:p>We hold "
              "<text:change text:change-id='1'/><text:change-start text:change-id='2'/>some"
              "<text:change-end text:change-id='2'/> of it</text:p>")},
     "We hold some of it\n[tracked ]\n[tracked some]\n"},
    {LETTER_KIND_ODT,
     {ODT("", "<text:p>We <office:annotation office:name='a'><dc:creator>me</dc:creator><text:p>"
              "secret</text:p></office:annotation>hold<office:annotation-end office:name='a'/> it"
              "</text:p>")},
     "We hold it\n[comment hold]\n"},
    {LETTER_KIND_ODT,
     {ODT("<text:list-style style:name='L'><text:list-level-style-number text:level='1' "
          "style:num-format='1' style:num-suffix='.'/><text:list-level-style-number text:level='2' "
          "style:num-format='a' style:num-suffix=')'/></text:list-style>",
          "<text:list text:style-name='L'><text:list-item><text:p>one</text:p><text:list>"
          "<text:list-item><text:p>in</text:p></text:list-item></text:list></text:list-item>"
          "<text:list-item><text:p>two</text:p></text:list-item></text:list><text:list "
          "text:style-name='L' text:continue-numbering='true'><text:list-item><text:p>three"
          "</text:p></text:list-item></text:list><text:list><text:list-item><text:p>point</text:p>"
          "</text:list-item></text:list>")},
     "1. one\na) in\n2. two\n3. three\n* point\n"},
    {LETTER_KIND_ODT,
     {ODT("", "<table:table><table:table-row><table:table-cell><text:p>2023</text:p>"
              "</table:table-cell><table:table-cell><text:p>11</text:p></table:table-cell>"
              "</table:table-row></table:table><text:p>After <text:a "
              "xlink:href='https://a.example/'>log</text:a><text:note><text:note-citation>1"
              "</text:note-citation><text:note-body><text:p>A note</text:p></text:note-body>"
              "</text:note>.</text:p>")},
     "2023\t11\n\nAfter log.\n\nA note\n[link log = https://a.example/]\n"},
    {LETTER_KIND_ODT,
     {ODT("", "<text:p>Body</text:p>"),
      {"styles.xml",
       "<office:document-styles " ODF "><office:master-styles><style:master-page><style:header>"
       "<text:p>Northmere</text:p></style:header><style:footer><text:p>Page</text:p></style:footer>"
       "</style:master-page></office:master-styles></office:document-styles>",
       0}},
     "Northmere\n\nBody\n\nPage\n[chrome Page]\n"},
};

START_TEST(document_gives_its_words)
{
    struct slice made = make_archive(documents[_i].entries);
    assert_letters("letter", made, documents[_i].kind, documents[_i].letters);
    memory_release(&made.bytes);
}
END_TEST

enum { LINK = 0120777 };

static const struct {
    struct letter_entry entries[5];
    const char *reason;
} hostile[] = {
    {{DOCX(P(R("x"))), {"../evil", "x", 0}}, "leads out of its folder"},
    {{DOCX(P(R("x"))), {"a/../../evil", "x", 0}}, "leads out of its folder"},
    {{DOCX(P(R("x"))), {"/etc/passwd", "x", 0}}, "leads out of its folder"},
    {{DOCX(P(R("x"))), {"a\\..\\evil", "x", 0}}, "leads out of its folder"},
    {{DOCX(P(R("x"))), {"C:evil", "x", 0}}, "leads out of its folder"},
    {{DOCX(P(R("x"))), {"word/media", "/etc/passwd", (unsigned long)LINK << 16}}, "holds a link"},
    {{DOCX(P(R("x"))), DOCX(P(R("y")))}, "there twice"},
    {{{"word/document.xml", "<w:document " WORD "><w:body>", 0}}, "is damaged"},
    {{{"word/document.xml",
       "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><w:document " WORD
       ">&b;</w:document>",
       0}},
     "declares a document type"},
    {{{"word/document.xml", "not xml", 0}}, "is damaged"},
    {{DOCX("")}, "there is no text"},
    {{{"content.xml", "<a/>", 0}}, "there is no text"},
    {{{"xl/workbook.xml", "<a/>", 0}}, "no text document"},
    {{{"letter.txt", "We hold it", 0}}, "no text document"},
};

START_TEST(hostile_archive_is_refused)
{
    struct slice made = make_archive(hostile[_i].entries);
    assert_unreadable("letter.docx", made, &letter_limits_usual, hostile[_i].reason);
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

START_TEST(bomb_is_not_unpacked)
{
    SCOPED_TEXT zeros = repeat("<a>", "          ", 1000000, "</a>");
    struct slice made = make_archive(
        (const struct letter_entry[]){{"word/document.xml", zeros, 0}, {NULL, NULL, 0}});
    assert_unreadable("bomb.docx", made, &letter_limits_usual, "more than 100 times its size");
    memory_release(&made.bytes);
}
END_TEST

START_TEST(deep_document_is_told)
{
    SCOPED_TEXT deep = repeat("<a>", "<b>", 5000, "");
    struct slice made = make_archive(
        (const struct letter_entry[]){{"word/document.xml", deep, 0}, {NULL, NULL, 0}});
    assert_unreadable("deep.docx", made, &letter_limits_usual, "too deep");
    memory_release(&made.bytes);
}
END_TEST

START_TEST(damaged_archive_is_told)
{
    for (size_t i = 0; i < LENGTH_OF(documents); i += LENGTH_OF(documents) - 1) {
        struct slice made = make_archive(documents[i].entries);
        assert_survives_damage("letter.docx", made);
        memory_release(&made.bytes);
    }
}
END_TEST

Suite *suite_letters_from_office(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/from_office", &tcase);
    ADD_TABLE_TEST(tcase, document_gives_its_words, documents);
    ADD_TABLE_TEST(tcase, hostile_archive_is_refused, hostile);
    tcase_add_test(tcase, bomb_is_not_unpacked);
    tcase_add_test(tcase, deep_document_is_told);
    tcase_add_test(tcase, damaged_archive_is_told);
    return suite;
}
