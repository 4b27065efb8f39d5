/* SPDX-License-Identifier: MIT
 * Reference, dates and stage, in the places and words in which letters have them; what is relied
 * on, and what is tested.
 */
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "base/text.h"
#include "short_letter.h"

#include <stdlib.h>

static const struct {
    const char *head, *reference, *received, *responded;
} heads[] = {
    {"Our ref: FOI/123/24\n4 June 2024\n\nYour request of 7 May 2024.", "FOI/123/24", "2024-05-07",
     "2024-06-04"},
    {"Reference\nFOI-24-17\nDate received\n7/5/24\nDate answered\n4/6/24", "FOI-24-17",
     "2024-05-07", "2024-06-04"},
    {"Case no\nReceived\nReplied\n1187/24\n7 May 2024\n4 June 2024", "1187/24", "2024-05-07",
     "2024-06-04"},
    {"Log: 25/0614      Date in: 17.03.2025      Date out: 31.03.2025", "25/0614", "2025-03-17",
     "2025-03-31"},
    {"Freedom of information - NC/FOI/19/24 - Osprey Lens\nTuesday 4th of June 2024\n\nThank you "
     "for your letter dated 7 May, which arrived on the 9th.",
     "NC/FOI/19/24", "2024-05-09", "2024-06-04"},
    {"Your request, which we have logged as 2024-0660, came in on 7 May 2024.", "2024-0660",
     "2024-05-07", ""},
    {"From: FOI <foi@northmere.example>\nSent: 04 June 2024 16:41\nSubject: RE: drones [FOI "
     "24/0017]\n\nOn 7 May you asked about drones.",
     "24/0017", "2024-05-07", "2024-06-04"},
    {"Northmere > Disclosure log > 2024 > June\n\n1893/24 Drones\nAsked on 7 May 2024", "1893/24",
     "2024-05-07", "2024-06"},
    {"Derbyniwyd / Received: 7 Mai 2024 (7 May 2024)\nYmatebwyd / Responded: 4 Mehefin 2024", "",
     "2024-05-07", "2024-06-04"},
    {"Reference NC/24/31\nPublished: 4 June 2024", "NC/24/31", "", "2024-06"},
    {"Your ref: ABC/1\nTelephone 0300 123 1113\nThe figures run from 1 May 2023 to 30 April 2024.",
     "", "", ""},
};

static const char *field(const struct letter_reading *reading, enum letter_field field)
{
    ck_assert_uint_ge(reading->row_count, 1);
    return reading->rows[0].values[field];
}

START_TEST(head_is_read)
{
    struct letter_reading reading;
    char *text = memory_print("Northmere Constabulary\n%s\n\nResponse\n\nWe do not hold the "
                              "information.\n",
                              heads[_i].head);
    short_read(text, ACT_FOIA, 0, &reading);
    ck_assert_str_eq(field(&reading, LETTER_REFERENCE), heads[_i].reference);
    ck_assert_str_eq(field(&reading, LETTER_DATE_RECEIVED), heads[_i].received);
    ck_assert_str_eq(field(&reading, LETTER_DATE_RESPONDED), heads[_i].responded);
    letter_reading_done(&reading);
    free(text);
}
END_TEST

static const struct {
    const char *text, *stage, *received, *responded;
} threads[] = {
    {"From: FOI <foi@northmere.example>\nSent: 4 June 2024\n\nWe do not hold the information.\n\n"
     "-----Original Message-----\nFrom: A. Person <a@mail.example>\nSent: Tuesday, May 7, 2024 "
     "8:02 "
     "AM\n\nDo you use drones?\n",
     "initial", "2024-05-07", "2024-06-04"},
    {"From: A. Person\n\n7 May 2024\n\nDear Northmere Constabulary,\n\nDo you use drones?\n\nFOI, "
     "Northmere Constabulary\n\n4 June 2024\n\nDear A. Person\n\nWe do not hold the information.\n",
     "initial", "2024-05-07", "2024-06-04"},
    {"Northmere Constabulary\nInternal review NC-IR-24-7\nRequest made: 7 May 2024. Reply sent: 4 "
     "June 2024. Review sought: 1 July 2024.\nDate of this letter: 29 July 2024\n\nResponse\n\nWe "
     "do not hold the information.\n",
     "internal_review", "2024-07-01", "2024-07-29"},
    {"Northmere Constabulary\n29 July 2024\n\nOn 1 July you asked for our reply of 4 June to be "
     "looked at by somebody else.\n\nResponse\n\nWe do not hold the information.\n",
     "internal_review", "2024-07-01", "2024-07-29"},
    {"Northmere Constabulary\n29 July 2024\n\nYour request of 1 July 2024.\n\nResponse\n\nWe do "
     "not "
     "hold the information.\n\nIf you are unhappy you may ask us to look at it again.\n",
     "initial", "2024-07-01", "2024-07-29"},
};

START_TEST(stage_and_messages_are_told_apart)
{
    struct letter_reading reading;
    short_read(threads[_i].text, ACT_FOIA, 0, &reading);
    ck_assert_str_eq(field(&reading, LETTER_STAGE), threads[_i].stage);
    ck_assert_str_eq(field(&reading, LETTER_DATE_RECEIVED), threads[_i].received);
    ck_assert_str_eq(field(&reading, LETTER_DATE_RESPONDED), threads[_i].responded);
    letter_reading_done(&reading);
}
END_TEST

#define QUOTED_REPLY                                                                               \
    "\nOn Mon, 9 Jun 2025 at 16:11, FOI Team <foi@northmere.example> wrote:\n> Northmere "         \
    "Constabulary does not hold any information.\n>\n"
#define QUOTED_REQUEST                                                                             \
    "> On Fri, 9 May 2025 at 09:00, Jo <jo@mail.example> wrote:\n>> Do you use drones?\n"
#define BELOW                                                                                      \
    "\n-----Original Message-----\nFrom: FOI Team <foi@northmere.example>\nSent: 9 June 2025 "     \
    "16:11\n\nNorthmere Constabulary does not hold any information.\n"

/* Messages below one that has a header of its own. */
static const struct {
    const char *sender, *below, *responded;
} mails[] = {
    {"FOI Team <foi@northmere.example>", "", "2025-06-10"},
    {"FOI Team <foi@northmere.example>", QUOTED_REPLY QUOTED_REQUEST, "2025-06-10"},
    {"FOI Team <foi@northmere.example>", QUOTED_REPLY, "2025-06-10"},
    {"FOI Team <foi@northmere.example>", BELOW, "2025-06-10"},
    {"Jo <jo@mail.example>", BELOW, "2025-06-09"},
    {"FOI Team <foi@northmere.example>", "\nDate of this letter: 8 June 2025\n" QUOTED_REPLY,
     "2025-06-08"},
};

START_TEST(own_header_tells_when_a_mail_was_sent)
{
    static const char *const own[] = {"Northmere Constabulary"};
    struct letter_context context = {.own_names = own, .own_name_count = 1, .regime = ACT_FOIA};
    struct letter_reading reading;
    struct error err = {0};
    char *words = memory_print("Dear Jo,\n\nPlease disregard our email of yesterday. Northmere "
                               "Constabulary holds it, and it is exempt under section 31(1).\n%s",
                               mails[_i].below);
    struct letter_text text = {.text = words,
                               .length = strlen(words),
                               .sent = memory_copy("2025-06-10"),
                               .sender = memory_copy(mails[_i].sender)};
    ck_assert_msg(letter_read(short_reader(), &text, &context, &reading, &err), "%s", err.what);
    ck_assert_str_eq(field(&reading, LETTER_DATE_RESPONDED), mails[_i].responded);
    letter_reading_done(&reading);
    letter_text_free(&text);
}
END_TEST

static const struct {
    const char *body, *exemptions, *harm, *public_interest;
} reasons[] = {
    {"We hold it and withhold it under section 43(2).", "43(2)", "no", "no"},
    {"We hold it and withhold it under section 43(2). It would help the rivals of the firm. We see "
     "why people want to know what it costs, but the interest in a fair market is the greater.",
     "43(2)", "yes", "yes"},
    {"We hold it and withhold it under section 22(1), as it would mislead if read too soon. On "
     "balance it is better to wait.",
     "22(1)", "no", "yes"},
    {"We hold it and withhold it under section 43(2). A public interest test is required for this "
     "and is set out in an attached file.",
     "43(2)", "", ""},
    {"We hold it and withhold it under section 40(2), in place of section 31(1).", "40(2)", "no",
     "no"},
    {"We hold it. It is exempt under section 31, subsection (1). We looked at section 24(1), but "
     "it "
     "does not fit.",
     "31(1)", "no", "no"},
    {"We can neither confirm nor deny that we hold it. The duty does not arise, by virtue of "
     "section "
     "31(3). A practice under section 27 of the Wildlife and Countryside Act 1981 is another "
     "matter.",
     "31(3)", "no", "no"},
    {"We hold the list. Names not given, s40(2).", "40(2)", "no", "no"},
};

START_TEST(reasons_are_read)
{
    struct letter_reading reading;
    short_read_body(reasons[_i].body, &reading);
    ck_assert_str_eq(field(&reading, LETTER_EXEMPTIONS), reasons[_i].exemptions);
    ck_assert_str_eq(field(&reading, LETTER_HARM_TEST), reasons[_i].harm);
    ck_assert_str_eq(field(&reading, LETTER_PUBLIC_INTEREST_TEST), reasons[_i].public_interest);
    letter_reading_done(&reading);
}
END_TEST

static const struct {
    const char *end, *partial;
} ends[] = {
    {"We do not hold the information.\n\nA. Person\nFOI Officer", "no"},
    {"We do not hold the information. As to anything that another force may have told you about it "
     "we would say that it has been for us to",
     ""},
};

START_TEST(letter_that_breaks_off_is_not_whole)
{
    struct letter_reading reading;
    char *text = memory_print("Northmere Constabulary\n\nResponse\n\n%s\n", ends[_i].end);
    short_read(text, ACT_FOIA, 0, &reading);
    ck_assert_str_eq(field(&reading, LETTER_PARTIAL_NCND), ends[_i].partial);
    letter_reading_done(&reading);
    free(text);
}
END_TEST

/* The initials of a force are the force in a sentence, and a part of its references. */
static const char *const with_initials[] = {"KMP/FOI/24-017", "KMP 0412/24", "KMP-24-31",
                                            "FOI/KMP/24/1"};

START_TEST(initials_begin_references)
{
    static const char *const own[] = {"Kingsmere Metropolitan Police"};
    const struct letter_context context = {
        .own_names = own, .own_name_count = 1, .regime = ACT_FOIA};
    struct letter_text letter = {0};
    struct letter_reading reading;
    struct error err = {0};
    letter.text = memory_print("Kingsmere Metropolitan Police\nOur ref: %s\n\nResponse\n\nKMP "
                               "neither confirms nor denies that it holds any information.\n",
                               with_initials[_i]);
    letter.length = strlen(letter.text);
    ck_assert_msg(letter_read(short_reader(), &letter, &context, &reading, &err), "%s", err.what);
    ck_assert_str_eq(field(&reading, LETTER_REFERENCE), with_initials[_i]);
    ck_assert_str_eq(field(&reading, LETTER_STANCE), "ncnd");
    letter_reading_done(&reading);
    letter_text_free(&letter);
}
END_TEST

Suite *suite_letters_head(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/head", &tcase);
    ADD_TABLE_TEST(tcase, head_is_read, heads);
    ADD_TABLE_TEST(tcase, initials_begin_references, with_initials);
    ADD_TABLE_TEST(tcase, stage_and_messages_are_told_apart, threads);
    ADD_TABLE_TEST(tcase, own_header_tells_when_a_mail_was_sent, mails);
    ADD_TABLE_TEST(tcase, reasons_are_read, reasons);
    ADD_TABLE_TEST(tcase, letter_that_breaks_off_is_not_whole, ends);
    return suite;
}
