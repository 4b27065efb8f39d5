/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "letters/reading/letter_support.h"

static const struct {
    const char *name;
    struct slice bytes;
    const char *letters;
} texts[] = {
    {"utf-8.txt", BYTES("Dear Sir\n\nWe hold it.\n"), "Dear Sir\n\nWe hold it.\n"},
    {"no-line-end.txt", BYTES("We hold it."), "We hold it.\n"},
    {"mark.txt",
     BYTES("\xef\xbb\xbf"
           "We hold it \xe2\x80\x93 all.\n"),
     "We hold it \xe2\x80\x93 all.\n"},
    {"windows.txt", BYTES("We hold \x93it\x94 \x96 all.\r\nYours\r\n"),
     "We hold \xe2\x80\x9cit\xe2\x80\x9d \xe2\x80\x93 all.\nYours\n"},
    {"old-mac.txt", BYTES("one\rtwo\r"), "one\ntwo\n"},
    {"utf-16le.txt", BYTES("\xff\xfeN\0o\0.\0\r\0\n\0"), "No.\n"},
    {"utf-16be.txt", BYTES("\xfe\xff\0N\0o\0."), "No.\n"},
    {"separators.txt",
     BYTES("one\xe2\x80\xa8two\xe2\x80\xa9three\xc2\x85"
           "four"),
     "one\ntwo\nthree\nfour\n"},
    {"pages.txt", BYTES("page one\n\fpage two\n\f"), "page one\npage two\n[pages 2]\n"},
    {"hebrew.txt", BYTES("We \xe2\x80\xaehold\xe2\x80\xac it.\n"),
     "We \xe2\x80\xaehold\xe2\x80\xac it.\n"},
    {"escapes.txt",
     BYTES("We hold \x1b[31mit\x1b[0m, and this line is as long as it must be, so that two control "
           "characters are not many: a letter is mostly words, and so is this one, twice over.\n"),
     "We hold  [31mit [0m, and this line is as long as it must be, so that two control characters "
     "are not many: a letter is mostly words, and so is this one, twice over.\n"},
    {"one-nul.txt", BYTES("We hold\0it.\n"), "We hold it.\n"},
    {"sql.txt", BYTES("'; DROP TABLE response; --\n=HYPERLINK(\"x\")\n"),
     "'; DROP TABLE response; --\n=HYPERLINK(\"x\")\n"},
    {"less-than.txt", BYTES("In a < b we say <p> is a tag.\n"), "In a < b we say <p> is a tag.\n"},
    {"copied-mail.txt",
     BYTES("From: FOI Team\nSent: 4 December 2024\nSubject: FOI\n\nWe hold it.\n"),
     "From: FOI Team\nSent: 4 December 2024\nSubject: FOI\n\nWe hold it.\n"},
};

START_TEST(text_gives_its_words)
{
    assert_letters(texts[_i].name, texts[_i].bytes, LETTER_KIND_TEXT, texts[_i].letters);
}
END_TEST

static const struct {
    const char *name;
    struct slice bytes;
    const char *reason;
} unreadable[] = {
    {"empty.txt", BYTES(""), "it is empty"},
    {"blank.txt", BYTES(" \n\t\n"), "there is no text in it"},
    {"mark-only.txt", BYTES("\xef\xbb\xbf"), "there is no text in it"},
    {"bare-utf-16.txt", BYTES("N\0o\0n\0e\0 \0i\0s\0 \0h\0e\0l\0d\0"), "UTF-16 without its mark"},
    {"nuls.txt", BYTES("\0\0\0\0\0\0\0\0\0\0\0\0"), "it is no text"},
    {"undefined.txt", BYTES("We hold \x81 it \x9d."), "no text in UTF-8 or Windows-1252"},
    {"broken.txt", BYTES("\xef\xbb\xbfWe hold \xff it."), "no text in UTF-8 or Windows-1252"},
    {"letter.rtf", BYTES("{\\rtf1 We hold it.}"), "LibreOffice"},
    {"letter.doc", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
     "old Word document"},
    {"letter.txt", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 _\0_\0s\0u\0b\0s\0t\0g\0001\0.\0"),
     "msgconvert"},
    {"locked.docx",
     BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0"), "password"},
    {"sheet.xls", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0o\0o\0k\0"), "no letter"},
    {"scan.png", BYTES("\x89PNG\r\n\x1a\n"), "ocrmypdf"},
    {"scan.jpg", BYTES("\xff\xd8\xff\xe0"), "ocrmypdf"},
    {"letter.gz", BYTES("\x1f\x8b\x08"), "no letter"},
};

START_TEST(what_is_no_text_is_told)
{
    assert_unreadable(unreadable[_i].name, unreadable[_i].bytes, &letter_limits_usual,
                      unreadable[_i].reason);
}
END_TEST

START_TEST(limits_are_told)
{
    struct letter_limits small = letter_limits_usual;
    small.file_bytes = 10;
    assert_unreadable("a.txt", slice_of("We hold it, all of it."), &small, "it is larger than");
    small = letter_limits_usual;
    small.text_bytes = 10;
    assert_unreadable("a.txt", slice_of("We hold it, all of it."), &small, "of text: cut it");
}
END_TEST

START_TEST(digest_is_of_the_bytes)
{
    struct letter_document document;
    letter_document_read_bytes("a.txt", slice_of("abc"), &letter_limits_usual, &document);
    ck_assert_str_eq(document.sha256,
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    letter_document_done(&document);
}
END_TEST

START_TEST(page_of_a_place)
{
    struct letter_document document;
    letter_document_read_bytes("a.txt", slice_of("one\n\ftwo\n\fthree\n"), &letter_limits_usual,
                               &document);
    const struct letter_part *part = &document.parts[0];
    ck_assert_uint_eq(letter_part_page(part, 0), 1);
    ck_assert_uint_eq(letter_part_page(part, 3), 1);
    ck_assert_uint_eq(letter_part_page(part, 4), 2);
    ck_assert_uint_eq(letter_part_page(part, 12), 3);
    letter_document_done(&document);
}
END_TEST

Suite *suite_letters_from_text(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/from_text", &tcase);
    ADD_TABLE_TEST(tcase, text_gives_its_words, texts);
    ADD_TABLE_TEST(tcase, what_is_no_text_is_told, unreadable);
    tcase_add_test(tcase, limits_are_told);
    tcase_add_test(tcase, digest_is_of_the_bytes);
    tcase_add_test(tcase, page_of_a_place);
    return suite;
}
