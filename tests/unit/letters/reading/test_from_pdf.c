/* SPDX-License-Identifier: MIT
 * PDFs are made by the tests; what pdftotext does wrong is played by a script in its place.
 */
#include "suites.h"
#include "table.h"

#include "letters/reading/letter_support.h"

#include "base/memory.h"

#include <stdlib.h>
#include <time.h>

static const struct {
    struct pdf_line lines[5];
    int pages;
    const char *letters;
} pdfs[] = {
    {{{0, 50, 800, "Dear Sir"}, {0, 50, 780, "We hold it."}}, 1, "Dear Sir\nWe hold it.\n"},
    {{{0, 50, 800, "One"}, {1, 50, 800, "Two"}, {2, 50, 800, "Three"}},
     3,
     "One\nTwo\nThree\n[pages 3]\n"},
    {{{0, 50, 800, "One"}, {2, 50, 800, "Three"}}, 3, "One\n\n\nThree\n[pages 3]\n"},
};

START_TEST(pdf_gives_its_words)
{
    struct slice pdf = make_pdf(pdfs[_i].lines, pdfs[_i].pages);
    struct letter_document document;
    letter_document_read_bytes("letter", pdf, &letter_limits_usual, &document);
    char *found = describe_letters(&document);
    ck_assert_int_eq(document.kind, LETTER_KIND_PDF);
    ck_assert_ptr_null(document.reason);
    ck_assert_uint_eq(document.parts[0].page_count, (size_t)pdfs[_i].pages);
    /* Empty pages may or may not give an empty line. */
    if (_i < 2)
        ck_assert_str_eq(found, pdfs[_i].letters);
    free(found);
    letter_document_done(&document);
    memory_release(&pdf.bytes);
}
END_TEST

/* The file has the left column first, as a word processor writes it. */
static const struct pdf_line columns[] = {
    {0, 50, 800, "Do you use the tool, and"},
    {0, 50, 788, "for how long have you done so?"},
    {0, 200, 800, "We can neither confirm nor"},
    {0, 200, 788, "deny that we hold information."},
    {0, 0, 0, NULL},
};

START_TEST(both_orders_of_columns_are_kept)
{
    struct slice pdf = make_pdf(columns, 1);
    struct letter_document document;
    letter_document_read_bytes("letter.pdf", pdf, &letter_limits_usual, &document);
    ck_assert_uint_eq(document.part_count, 1);
    const struct letter_part *part = &document.parts[0];
    ck_assert_str_eq(part->text.text,
                     "Do you use the tool, and\nfor how long have you done so?\n"
                     "We can neither confirm nor\ndeny that we hold information.\n");
    ck_assert_ptr_nonnull(part->other);
    const char *reply = strstr(part->other->text, "We can neither confirm nor");
    const char *request = strstr(part->other->text, "for how long");
    ck_assert(reply && request && reply < request);
    letter_document_done(&document);
    memory_release(&pdf.bytes);
}
END_TEST

static const struct pdf_line one_line[] = {{0, 50, 800, "We hold it."}, {0, 0, 0, NULL}};

static void assert_told(const struct letter_limits *limits, const char *reason)
{
    struct slice pdf = make_pdf(one_line, 3);
    assert_unreadable("letter.pdf", pdf, limits, reason);
    memory_release(&pdf.bytes);
}

START_TEST(scan_is_sent_to_ocr)
{
    struct slice pdf = make_pdf((const struct pdf_line[]){{0, 0, 0, NULL}}, 2);
    assert_unreadable("scan.pdf", pdf, &letter_limits_usual,
                      "no text in this PDF: run ocrmypdf, then again");
    memory_release(&pdf.bytes);
}
END_TEST

START_TEST(too_many_pages_are_told)
{
    struct letter_limits few = letter_limits_usual;
    few.pages = 2;
    assert_told(&few, "more than 2 pages");
}
END_TEST

START_TEST(damaged_pdf_is_told)
{
    assert_unreadable("a.pdf", slice_of("%PDF-1.4\nnot really"), &letter_limits_usual,
                      "pdftotext failed");
    assert_unreadable("a.pdf", slice_of("%PDF-1.4\n/Encrypt"), &letter_limits_usual, "encrypted");
}
END_TEST

START_TEST(missing_pdftotext_says_what_to_install)
{
    hide_programs();
    assert_told(&letter_limits_usual,
                "pdftotext is not here: `apt install poppler-utils`, or give a .txt");
    forget_program();
}
END_TEST

START_TEST(hanging_pdftotext_is_stopped)
{
    struct letter_limits hasty = letter_limits_usual;
    hasty.pdf_seconds = 1;
    time_t begun = time(NULL);
    pretend_program("pdftotext", "#!/bin/sh\nsleep 60 & sleep 60\n");
    assert_told(&hasty, "did not end within 1 second");
    forget_program();
    ck_assert_int_lt(time(NULL) - begun, 20);
}
END_TEST

START_TEST(words_of_the_letter_are_not_quoted)
{
    pretend_program("pdftotext", "#!/bin/sh\necho 'Dear Mrs Applicant' >&2\nexit 3\n");
    struct slice pdf = make_pdf(one_line, 1);
    struct letter_document document;
    letter_document_read_bytes("letter.pdf", pdf, &letter_limits_usual, &document);
    ck_assert_ptr_nonnull(strstr(document.reason, "pdftotext failed with code 3"));
    ck_assert_ptr_null(strstr(document.reason, "Applicant"));
    letter_document_done(&document);
    memory_release(&pdf.bytes);
    forget_program();
}
END_TEST

/* The last argument is where the text goes. */
#define WRITES(command) "#!/bin/sh\nfor last; do :; done\n" command " >\"$last\"\n"

START_TEST(memory_is_bounded)
{
    pretend_program("pdftotext", WRITES("ulimit -v"));
    struct slice pdf = make_pdf(one_line, 1);
    assert_letters("letter.pdf", pdf, LETTER_KIND_PDF, "1048576\n");
    memory_release(&pdf.bytes);
    forget_program();
}
END_TEST

START_TEST(endless_text_is_stopped)
{
    pretend_program("pdftotext", WRITES("yes"));
    assert_told(&letter_limits_usual, "more than 8 MiB of text");
    forget_program();
}
END_TEST

START_TEST(bytes_that_are_no_text_are_replaced)
{
    pretend_program("pdftotext", WRITES("printf 'a\\377b\\0c\\f'"));
    struct slice pdf = make_pdf(one_line, 1);
    assert_letters("letter.pdf", pdf, LETTER_KIND_PDF,
                   "a\xef\xbf\xbd"
                   "b c\n");
    memory_release(&pdf.bytes);
    forget_program();
}
END_TEST

Suite *suite_letters_from_pdf(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/from_pdf", &tcase);
    ADD_TABLE_TEST(tcase, pdf_gives_its_words, pdfs);
    tcase_add_test(tcase, both_orders_of_columns_are_kept);
    tcase_add_test(tcase, scan_is_sent_to_ocr);
    tcase_add_test(tcase, too_many_pages_are_told);
    tcase_add_test(tcase, damaged_pdf_is_told);
    tcase_add_test(tcase, missing_pdftotext_says_what_to_install);
    tcase_add_test(tcase, hanging_pdftotext_is_stopped);
    tcase_add_test(tcase, words_of_the_letter_are_not_quoted);
    tcase_add_test(tcase, memory_is_bounded);
    tcase_add_test(tcase, endless_text_is_stopped);
    tcase_add_test(tcase, bytes_that_are_no_text_are_replaced);
    return suite;
}
