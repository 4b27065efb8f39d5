/* SPDX-License-Identifier: MIT
 * Which addresses are one page (clause 72).
 */
#include "suites.h"
#include "table.h"

#include "domain/address.h"

#include <stdlib.h>

/* Spellings of addresses, and what each is compared as; NULL: there is none. */
static const struct {
    const char *cell, *key;
} addresses[] = {
#define PAGE "essex.example.org/foi/argus-1"
    {"https://essex.example.org/foi/argus-1", PAGE},
    {"http://essex.example.org/foi/argus-1", PAGE},
    {"HTTPS://Essex.Example.ORG/foi/argus-1", PAGE},
    {"https://www.essex.example.org/foi/argus-1", PAGE},
    {"https://WWW.essex.example.org./foi/argus-1", PAGE},
    {"https://essex.example.org/foi/argus-1/", PAGE},
    {"https://essex.example.org//foi/argus-1//", PAGE},
    {"https://essex.example.org:443/foi/argus-1", PAGE},
    {"http://essex.example.org:80/foi/argus-1", PAGE},
    {"https://essex.example.org:/foi/argus-1", PAGE},
    {"https://essex.example.org/foi/argus-1#answer", PAGE},
    {"https://essex.example.org/foi/argus-1?", PAGE},
    {"https://essex.example.org/foi/argus-1?utm_source=x&utm_medium=y", PAGE},
    {"https://essex.example.org/foi/argus-1?UTM_Source=x&gclid=1&fbclid=2#a", PAGE},
    {"https://essex.example.org/foi/argus%2D1", PAGE},
    {"https://essex.example.org/foi/argus%2d1", PAGE},
    {"https://essex.example.org/%66oi/argus-1", PAGE},
    {"https://essex.example.org/./foi/x/../argus-1", PAGE},
    {"https://essex.example.org/foi/%2E%2E/foi/argus-1", PAGE},
    {"essex.example.org/foi/argus-1", PAGE},
    {"www.essex.example.org/foi/argus-1", PAGE},
    {"//essex.example.org/foi/argus-1", PAGE},
    {" https://essex.example.org/foi/argus-1 ", PAGE},
    {"<https://essex.example.org/foi/argus-1>", PAGE},
    {"\"https://essex.example.org/foi/argus-1\"", PAGE},
    {"[the answer](https://essex.example.org/foi/argus-1)", PAGE},
    {"[https://essex.example.org/foi/argus-1](https://essex.example.org/foi/argus-1)", PAGE},
    {"(https://essex.example.org/foi/argus-1).", PAGE},
    {"See https://essex.example.org/foi/argus-1.", PAGE},
    {"https://essex.example.org/foi/argus-1 https://kent.example.org/2", PAGE},
    {"https://essex.example.org/foi/argus-1;https://kent.example.org/2", PAGE},
    {"https://essex.example.org/foi/argus-1\nhttps://kent.example.org/2", PAGE},
#undef PAGE
    /* what makes a page another */
    {"https://essex.example.org/FOI/argus-1", "essex.example.org/FOI/argus-1"},
    {"https://essex.example.org:8443/foi", "essex.example.org:8443/foi"},
    {"https://essex.example.org/foi?id=1", "essex.example.org/foi?id=1"},
    {"https://essex.example.org/foi?utm_source=x&id=1&a=2", "essex.example.org/foi?id=1&a=2"},
    {"https://essex.example.org/foi?my_utm_source=x", "essex.example.org/foi?my_utm_source=x"},
    {"https://essex.example.org/foi?id=a%26b", "essex.example.org/foi?id=a%26b"},
    {"https://essex.example.org/#!/foi/1", "essex.example.org#!/foi/1"},
    {"https://essex.example.org/#/foi/1", "essex.example.org#/foi/1"},
    {"https://essex.example.org/a%2fb", "essex.example.org/a%2Fb"},
    {"https://essex.example.org/a%20b", "essex.example.org/a%20b"},
    {"https://web.archive.org/web/2024/https://essex.example.org/foi/1",
     "web.archive.org/web/2024/https:/essex.example.org/foi/1"},
    {"https://essex.example.org/a_(b)", "essex.example.org/a_(b)"},
    {"https://essex.example.org/a_%28b%29", "essex.example.org/a_(b)"},
    {"https://essex.example.org/caf\xc3\xa9", "essex.example.org/caf%C3%A9"},
    {"https://essex.example.org/caf%c3%a9", "essex.example.org/caf%C3%A9"},
    {"https://essex.example.org", "essex.example.org"},
    {"https://essex.example.org/", "essex.example.org"},
    {"https://www.org/", "www.org"},
    {"https://[2001:DB8::1]/a", "[2001:db8::1]/a"},
    /* no address, or one that cannot be taken apart */
    {"https://essex.example.org/100%", "https://essex.example.org/100%"},
    {"", NULL},
    {"ask us", NULL},
    {"see our log", NULL},
    {"foi@essex.example.org", NULL},
    {"mailto:foi@essex.example.org", NULL},
    {"ref 1.2", NULL},
};

START_TEST(address_is_compared)
{
    char *key = address_key(slice_of(addresses[_i].cell));
    ck_assert_pstr_eq(key, addresses[_i].key);
    free(key);
}
END_TEST

Suite *suite_domain_address(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/address", &tcase);
    ADD_TABLE_TEST(tcase, address_is_compared, addresses);
    return suite;
}
