/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "letters/reading/letter_support.h"

#include "base/memory.h"

#include <stdlib.h>

#define HEAD                                                                                       \
    "Message-ID: <1@a.example>\r\nFrom: FOI Team <foi@northmere.example>\r\n"                      \
    "Date: Wed, 4 Dec 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
#define SEEN                "[sent 2024-12-04]\n[sender FOI Team <foi@northmere.example>]\n"
#define MIXED(parts)        HEAD "Content-Type: multipart/mixed; boundary=B\r\n\r\n" parts "--B--\r\n"
#define PART(headers, body) "--B\r\n" headers "\r\n\r\n" body "\r\n"

static const struct {
    const char *mail, *letters;
} mails[] = {
    {HEAD "\r\nWe hold it.\r\n> You asked\r\n", "We hold it.\n> You asked\n" SEEN},
    {HEAD "Subject: Re: =?iso-8859-1?Q?FOI_995=2F24?=\r\n\treply\r\n\r\nWe hold it.\r\n",
     "We hold it.\n[sent 2024-12-04]\n[subject Re: FOI 995/24 reply]\n"
     "[sender FOI Team <foi@northmere.example>]\n"},
    {HEAD "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
          "quoted-printable\r\n\r\nWe hold caf=E9s =96 a line that is =\r\ncut.\r\n",
     "We hold caf\xc3\xa9s \xe2\x80\x93 a line that is cut.\n" SEEN},
    {HEAD "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
          "V2UgaG9sZCBpdC4=\r\n",
     "We hold it.\n" SEEN},
    {HEAD "Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n"
          "TgBvAC4A\r\n",
     "No.\n" SEEN},
    {HEAD "Content-Type: text/plain; charset=koi8-r\r\n\r\n\xf7\xd9\r\n",
     "\xd0\x92\xd1\x8b\n" SEEN},
    {HEAD "Content-Type: text/plain; charset=no-such\r\n\r\ncaf\xe9\r\n", "caf\xc3\xa9\n" SEEN},
    {HEAD "Content-Type: text/html; charset=utf-8\r\n\r\n<p>We <b>hold</b><p>it\r\n",
     "We hold\n\nit\n[bold hold]\n" SEEN},
    {HEAD "Content-Type: multipart/alternative; boundary=B\r\n\r\n" PART("Content-Type: text/plain",
                                                                         "plain")
         PART("Content-Type: text/html", "<p>rich</p>") "--B--\r\n",
     "plain\n" SEEN},
    {HEAD
     "Content-Type: multipart/alternative; boundary=B\r\n\r\n" PART("Content-Type: text/plain", " ")
         PART("Content-Type: text/html", "<p>rich</p>") "--B--\r\n",
     "rich\n" SEEN},
    {MIXED(PART("Content-Type: text/plain", "We hold it.")
               PART("Content-Type: text/plain", "This e-mail is confidential.")),
     "We hold it.\n\nThis e-mail is confidential.\n" SEEN},
    {MIXED(PART("Content-Type: text/plain", "See attached.") PART(
         "Content-Type: image/png\r\nContent-ID: <a>",
         "xx") PART("Content-Type: application/pgp-signature",
                    "xx") PART("Content-Type: application/octet-stream; name=\"reply.txt\"\r\n"
                               "Content-Disposition: attachment",
                               "None is held.")
               PART("Content-Type: image/png\r\nContent-Disposition: attachment; filename=scan.png",
                    "\x89PNG")),
     "See attached.\n" SEEN "[part attachment 1: reply.txt text]\nNone is held.\n" SEEN
     "[part attachment 2: scan.png picture]\n[reason it is a picture: make a PDF with text of it "
     "(`ocrmypdf`), then again]\n"},
    {MIXED(PART("Content-Type: text/plain\r\nContent-Disposition: attachment", "None is held.")),
     "[part attachment 1 text]\nNone is held.\n" SEEN},
    {MIXED(PART("Content-Type: text/plain", "Forwarded.")
               PART("Content-Type: message/rfc822",
                    "From: a@b.example\r\nDate: Tue, 3 Jan 2023 10:00:00 +0000\r\n"
                    "Subject: inner\r\n\r\nWe hold it.\r\n")),
     "Forwarded.\n" SEEN
     "[part attachment 1 eml]\nWe hold it.\n[sent 2023-01-03]\n[subject inner]\n"
     "[sender a@b.example]\n"},
    {"From a@b Wed Dec  4 00:00:00 2024\n"
     "From: a@b.example\nSubject: one\n\nWe hold it.\n\n"
     "From a@b Thu Dec  5 00:00:00 2024\n"
     "From: a@b.example\nSubject: two\n\nNo.\n",
     "We hold it.\n[subject one]\n[sender a@b.example]\n[part message 2 eml]\nNo.\n"
     "[subject two]\n[sender a@b.example]\n"},
    {"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/5\r\nSubject: FOI\r\n"
     "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n" PART(
         "Content-Type: text/html", "<p>We hold it") "--B--\r\n",
     "We hold it\n[subject FOI]\n[address https://a.example/5]\n"},
};

START_TEST(mail_gives_messages_and_attachments)
{
    assert_letters("mail", slice_of(mails[_i].mail), LETTER_KIND_MAIL, mails[_i].letters);
}
END_TEST

static const struct {
    const char *mail, *reason;
} refused[] = {
    {HEAD "Content-Type: multipart/encrypted; boundary=B\r\n\r\n--B--\r\n", "it is encrypted"},
    {HEAD "Content-Type: application/pkcs7-mime\r\n\r\nxx\r\n", "it is encrypted"},
    {HEAD "\r\n \r\n", "there is no text"},
    {HEAD "\r\n", "there is no text"},
    {MIXED(""), "there is no text"},
    {HEAD "\r\nWe hold \x81 it\r\n", "no text in UTF-8 or Windows-1252"},
};

START_TEST(what_cannot_be_read_is_told)
{
    assert_unreadable("mail.eml", slice_of(refused[_i].mail), &letter_limits_usual,
                      refused[_i].reason);
}
END_TEST

static char *repeat(const char *before, const char *text, int times, const char *behind)
{
    char *all = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&all, &length);
    fputs(before, out);
    for (int i = 0; i < times; i++)
        fputs(text, out);
    fputs(behind, out);
    memory_stream_end(out);
    return all;
}

START_TEST(mails_in_mails_are_bounded)
{
    static const char level[] = HEAD "Content-Type: message/rfc822\r\n\r\n";
    SCOPED_TEXT four = repeat("", level, 4, HEAD "\r\nWe hold it.\r\n");
    assert_letters("mail", slice_of(four), LETTER_KIND_MAIL,
                   "[part attachment 1, attachment 1, attachment 1, attachment 1 eml]\n"
                   "We hold it.\n" SEEN);
    SCOPED_TEXT five = repeat("", level, 5, HEAD "\r\nWe hold it.\r\n");
    assert_unreadable("mail", slice_of(five), &letter_limits_usual, "more than 4 deep");
    SCOPED_TEXT many = repeat("", level, 3000, HEAD "\r\nWe hold it.\r\n");
    assert_unreadable("mail", slice_of(many), &letter_limits_usual, "more than 4 deep");
}
END_TEST

START_TEST(containers_in_containers_are_bounded)
{
    SCOPED_TEXT deep =
        repeat(HEAD, "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n", 5000, "\r\nx");
    assert_unreadable("mail", slice_of(deep), &letter_limits_usual, "nested more than 20 deep");
}
END_TEST

START_TEST(parts_are_bounded)
{
    SCOPED_TEXT many =
        repeat(HEAD "Content-Type: multipart/mixed; boundary=B\r\n\r\n",
               PART("Content-Type: application/octet-stream", "We hold it."), 300, "--B--\r\n");
    struct letter_document document;
    letter_document_read_bytes("mail", slice_of(many), &letter_limits_usual, &document);
    struct letter_tally tally = {0};
    letter_tally_add(&tally, &document);
    ck_assert_uint_eq(tally.files, 1);
    ck_assert_uint_eq(tally.read, 1);
    ck_assert_uint_eq(tally.parts, 201);
    ck_assert_uint_eq(tally.unreadable_parts, 1);
    ck_assert_ptr_nonnull(strstr(document.parts[200].reason, "more than 200 parts"));
    letter_document_done(&document);
}
END_TEST

START_TEST(damaged_mail_is_told)
{
    for (size_t i = 10; i < LENGTH_OF(mails); i++)
        assert_survives_damage("mail.eml", slice_of(mails[i].mail));
}
END_TEST

Suite *suite_letters_from_mail(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/from_mail", &tcase);
    ADD_TABLE_TEST(tcase, mail_gives_messages_and_attachments, mails);
    ADD_TABLE_TEST(tcase, what_cannot_be_read_is_told, refused);
    tcase_add_test(tcase, mails_in_mails_are_bounded);
    tcase_add_test(tcase, containers_in_containers_are_bounded);
    tcase_add_test(tcase, parts_are_bounded);
    tcase_add_test(tcase, damaged_mail_is_told);
    return suite;
}
