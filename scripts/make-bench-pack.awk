# SPDX-License-Identifier: MIT
# Writes a large invented pack for `make bench`: requests to 45 forces with three
# questions each, mostly agreed on, with the dirt of real files. Same output on
# every run (POSIX awk). A row of responses.csv has about 280 bytes.
# Usage: awk -v rows=100000 -v out=DIR -f make-bench-pack.awk datasets/reference/forces.csv

# The Lehmer generator: a whole number from 0 to below n.
function random(n) {
    seed = (seed * 16807) % 2147483647
    return seed % n
}

# True in n of ten thousand.
function in_10000(n) { return random(10000) < n }

# The days of 2016 to 2025 as dates, so that no row has to compute one.
function fill_calendar(    y, m, d, last, count) {
    for (y = 2016; y <= 2026; y++)
        for (m = 1; m <= 12; m++) {
            last = m == 2 ? (y % 4 == 0 ? 29 : 28) : (m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31)
            for (d = 1; d <= last; d++)
                date[++count] = sprintf("%04d-%02d-%02d", y, m, d)
        }
}

function print_row(line) {
    print line > responses
    written++
    if (in_10000(5)) {
        print line > responses
        written++
    }
}

# One letter: three rows, or one for the whole letter.
function letter(request, f, tool, day, stage, position,    q, late, received, responded, whole, id, head, tail, bad, exemptions, stance, name, tests, partial, link) {
    late = in_10000(200)
    received = date[day]
    responded = date[day + (late ? 40 + random(30) : 8 + random(18))]
    if (in_10000(200))
        responded = substr(responded, 1, 7)
    whole = in_10000(100)
    letters++
    id = letters
    name = in_10000(500) ? force_name[f] : force_id[f]
    stance = position == "confirm" ? (random(2) ? "held_s21" : "disclosed") : position == "deny" ? "not_held" : \
        position == "silent" ? silent[random(4)] : "ncnd"
    exemptions = ""
    if (stance == "ncnd")
        exemptions = force_regime[f] == "FOISA" ? "18(1);31(1);35(1)" : \
            in_10000(20) ? unusual[random(5)] : spelling[random(6)]
    else if (stance == "held_s21")
        exemptions = force_regime[f] == "FOISA" ? "25(1);18(1)" : "21(1);31(3);24(2)"
    tests = stance != "ncnd" ? ",," : in_10000(20) ? "no,yes," : "yes,yes,"
    partial = position != "confirm" ? "" : in_10000(300) ? "no" : "yes"
    link = stance == "held_s21" && !in_10000(200) ? "https://example.org/p/" f "-" tool : ""
    tail = "," stage ",FOI/" letters "/" substr(received, 3, 2) "," received "," responded "," stance "," \
        partial ",\"" exemptions "\"," tests link ",https://example.org/foi/" id ","
    for (q = whole ? 0 : 1; q <= (whole ? 0 : 3); q++) {
        bad = in_10000(10) ? 1 + random(4) : 0
        head = "r" id (q ? "-" q : "") "," (bad == 1 ? "Nowhere Constabulary" : name) "," request "," \
            (q ? "Q" q : "") ",tool-" tool
        print_row(head (bad ? damaged(tail, bad) : tail) "\"" wording[random(8)] "\"")
    }
}

# The tail of a row with one fault: a date, a stance or an exemption that cannot be read.
function damaged(tail, bad) {
    if (bad == 2)
        sub(/,20[0-9][0-9]-/, ",20xx-", tail)
    else if (bad == 3)
        sub(/,(ncnd|disclosed|held_s21|not_held|refused_cost),/, ",perhaps,", tail)
    else if (bad == 4)
        sub(/,"[^"]*",/, ",\"section of the Act\",", tail)
    return tail
}

function write_responses(    r, request, tool, day, f, position) {
    responses = out "/responses.csv"
    print "response_id,force_id,request_id,question_id,tool_id,stage,reference,date_received," \
        "date_responded,stance,partial_ncnd,exemptions,harm_test,public_interest_test,link," \
        "source_url,text" > responses
    for (r = 1; r <= requests; r++) {
        request = request_id[r]
        tool = request_tool[r]
        day = request_day[r]
        for (f = 1; f <= forces; f++) {
            if (in_10000(600))
                position = "silent"
            else if ((f, tool) in acknowledged_from)
                position = day > acknowledged_from[f, tool] && !in_10000(500) ? "confirm" : "ncnd"
            else if (tool <= divided_tools && in_10000(450))
                position = random(3) ? "confirm" : "deny"
            else
                position = "ncnd"
            if (in_10000(50))
                continue # no answer at all
            letter(request, f, tool, day, "initial", position)
            if (in_10000(50))
                letter(request, f, tool, day + 60, "internal_review", random(5) ? position : "confirm")
        }
    }
    close(responses)
}

function write_requests(    file, questions, r, year_start, number) {
    file = out "/requests.csv"
    questions = out "/questions.csv"
    print "request_id,title,date_logged,scope,tool_id,summary" > file
    print "request_id,question_id,topic,text" > questions
    for (r = 1; r <= requests; r++) {
        request_day[r] = 1 + int((r - 1) * 3560 / requests)
        request_tool[r] = 1 + random(tools)
        # Numbers of their own year, from 20001 up.
        year_start = substr(date[request_day[r]], 3, 2)
        number = 20000 + ++numbers[year_start]
        request_id[r] = number "/" year_start
        print request_id[r] ",Request " r "," date[request_day[r]] ",national,tool-" request_tool[r] ",Invented" > file
        print request_id[r] ",Q1,use,Is it used\n" request_id[r] ",Q2,cost,Cost\n" request_id[r] ",Q3,dpia,Impact assessment" > questions
    }
    close(file)
    close(questions)
}

# Circulation is known for one request in twenty.
function write_circulation(    file, r, f) {
    file = out "/circulation.csv"
    print "request_id,force_id,received,date_received" > file
    for (r = 20; r <= requests; r += 20)
        for (f = 1; f <= forces; f++)
            print request_id[r] "," force_id[f] ",yes," date[request_day[r]] > file
    close(file)
}

# Publications by the force itself on a tenth of the divided tools; many press reports.
function write_acknowledgements(    file, count, i, f, tool, day) {
    file = out "/acknowledgements.csv"
    print "acknowledgement_id,force_id,collaboration_id,tool_id,topic,kind,publisher,date_published,date_withdrawn,summary,source_url" > file
    count = rows / 200 > 5000 ? 5000 : int(rows / 200)
    print "a0,,ns,tool-" divided_tools ",contract,contract_notice,collaboration,2020-03-01,,Invented,https://example.org/a/0" > file
    for (i = 1; i < count; i++) {
        f = 1 + random(forces)
        tool = 1 + random(tools)
        day = 1 + random(3000)
        if (tool <= divided_tools && (f + tool) % 10 == 0) {
            if (!((f, tool) in acknowledged_from) || day < acknowledged_from[f, tool])
                acknowledged_from[f, tool] = day
            print "a" i "," force_id[f] ",,tool-" tool ",contract,contract_notice,force," date[day] ",,Invented,https://example.org/a/" i > file
        } else
            print "a" i "," force_id[f] ",,tool-" tool ",use,media,third_party," date[day] ",,Invented,https://example.org/a/" i > file
    }
    close(file)
}

function write_tools_and_guidance(    file, t) {
    file = out "/tools.csv"
    print "tool_id,name,vendor,uses_ai,parent_tool_id" > file
    for (t = 1; t <= tools; t++)
        print "tool-" t ",Tool " t ",Example Analytics Ltd," (t % 2 ? "yes" : "no") "," (t > 16 ? "tool-" (t - 16) : "") > file
    close(file)
    file = out "/guidance.csv"
    print "guidance_id,title,request_id,tool_id,effective_from,effective_to,condition,expected_stance,expected_partial_ncnd,required_exemptions,requires_link" > file
    print "g1-a,First circular,,,2016-01-01,2020-12-31,acknowledged,held_s21;disclosed,,31(3);24(2),yes" > file
    print "g1-n,First circular,,,2016-01-01,2020-12-31,not_acknowledged,ncnd,,31(3);24(2)," > file
    print "g2-a,Second circular,,,2021-01-01,,acknowledged,held_s21;disclosed,yes,31(3);24(2),yes" > file
    print "g2-n,Second circular,,,2021-01-01,,not_acknowledged,ncnd,,31(3);24(2)," > file
    print "g3-a,Circular on one tool,,tool-3,2019-06-01,,acknowledged,held_s21,yes,31(3);24(2),yes" > file
    print "g3-n,Circular on one tool,,tool-3,2019-06-01,,not_acknowledged,ncnd,,31(3);24(2)," > file
    close(file)
}

BEGIN {
    FS = ","
    seed = 1000003
    if (rows == "")
        rows = 100000
    if (out == "")
        out = "build/bench/" rows
    tools = 20
    divided_tools = 6
    requests = int(rows / 135)
    if (requests < 1)
        requests = 1
    fill_calendar()
    split("refused_cost clarification refused_vexatious unread", words, " ")
    for (i = 1; i <= 4; i++)
        silent[i - 1] = words[i]
    spelling[0] = spelling[1] = "31(3);24(2)"
    spelling[2] = "s31(3), s24(2)"
    spelling[3] = "Section 31 (3) and Section 24 (2)"
    spelling[4] = "S.24(2); S.31(3)"
    spelling[5] = "s.31(3) FOIA;24(2)"
    split("31(3) 24(2) 31(3);24(2);30(3) 23(5);24(2);31(3) 31(1);24(1)", words, " ")
    for (i = 1; i <= 5; i++)
        unusual[i - 1] = words[i]
    wording[0] = "The force can neither confirm nor deny that it holds information, by virtue of the sections named above.\nThis is no inference."
    wording[1] = "Having considered your request, the force relies on the exemptions above, and has weighed harm, and public interest.\nYou may complain."
    wording[2] = "Your request was received, and searches were made where needed.\nThe decision, with its reasons, is set out above."
    wording[3] = "In accordance with the Act, this letter is a refusal notice for all of it, or part.\nSee the \"\"how to complain\"\" page, please."
    wording[4] = "To do otherwise would undermine law enforcement, national security, or both.\nThe balance, today, favours this answer, in our view."
    wording[5] = "The Act creates a statutory right of access, subject to exemptions, and a duty to say whether information is held."
    wording[6] = "We have taken into account the views of others, and of our own departments.\nNo inference, in either direction, should be drawn."
    wording[7] = "Thank you for your request, which has now been considered.\nPlease find the answer, question by question, in the table."
}

FNR > 1 && $0 !~ /"/ && $8 < 8 {
    force_id[++forces] = $1
    force_name[forces] = $2
    force_regime[forces] = $6
}

# The one force whose entry is quoted.
FNR > 1 && /"/ && /^city-of-london,/ {
    force_id[++forces] = $1
    force_name[forces] = "City of London Police"
    force_regime[forces] = "FOIA"
}

END {
    write_tools_and_guidance()
    write_requests()
    write_acknowledgements()
    write_circulation()
    write_responses()
}
