# Of each request: place, label, share and its interval, answers, conforming and its
# interval, judged, commonest answer, day it was logged.
load "room.gp"
data = name . ".dat"
stats data using 1 skip 1 nooutput
requests = STATS_max + 1
longest = 0
measure(s) = (longest = strlen(s) > longest ? strlen(s) : longest, longest)
stats data using (measure(strcol(2))) skip 1 nooutput
left = slide ? 130 : 66; top = slide ? 64 : 44
# On a slide the latest, as many as their names and dates have room beside each other.
slide_step = room_of(longest < 10 ? 10 : longest) + 24
most_requests = slide ? floor((room_wide - left - 20) / slide_step) : requests
first_request = requests > most_requests ? requests - most_requests : 0
shown_requests = requests - first_request
turned = !slide && requests > 6
step = slide ? ((room_wide - left - 20) / shown_requests > 400 ? 400 : (room_wide - left - 20) / shown_requests) : turned ? (requests <= 14 ? 60 : 34) : 130
field = slide ? room_high - top - 190 : 280
wide = slide ? room_wide : left + requests * step + (turned ? 30 : 10)
wide = wide < 560 ? 560 : wide
high = slide ? room_high : top + field + (turned ? 190 : 76)
load "frame.gp"

shown(n) = column(1) >= first_request
x(n) = shown(0) ? left + (column(1) - first_request + 0.5) * step : nowhere
y(percent) = top + field * (1 - percent / 100.0)
do for [i = 0:4] {
    set label 10 + i sprintf("%d %%", 25 * i) at left - 10, y(25 * i) right font font(12) textcolor rgb ink
    set arrow 10 + i from left, y(25 * i) to left + shown_requests * step, y(25 * i) nohead linecolor rgb (i == 0 ? dark : "#DDDDDD") back
}
set label 1 "● commonest answer" at left, slide ? 20 : 14 left font font(13) textcolor rgb blue
set label 2 "▲ followed the advice in force" at left + (slide ? 480 : 190), slide ? 20 : 14 left font font(13) textcolor rgb plum
if (first_request > 0) { set label 3 sprintf("The latest %d of %d requests. The table beside the picture has all.", shown_requests, requests) at 0, high - 20 left font font(12) textcolor rgb ink }
dodge = slide ? 16 : step / 10.0
has = '(strcol(7) ne "" && shown(0))'
along = slide ? 36 : 19
point = slide ? 11 / point_px : 1.1
plot data skip 1 using (shown(0) ? x(0) - dodge : nowhere):(y($3)) with lines lw 2 lc rgb blue, \
     data skip 1 using (shown(0) ? x(0) - dodge : nowhere):(y($3)):(y($4)):(y($5)) with yerrorbars pt 7 ps point lw 2 lc rgb blue, \
     data skip 1 using (@has ? x(0) + dodge : nowhere):(@has ? y($7) : 0):(@has ? y($8) : 0):(@has ? y($9) : 0) with yerrorbars pt 9 ps point * 1.27 lw 2 lc rgb plum, \
     data skip 1 using (turned ? nowhere : x(0)):(y(0) + along):2 with labels noenhanced font font(12) tc rgb ink, \
     data skip 1 using (turned ? nowhere : x(0)):(y(0) + 2 * along):12 with labels noenhanced font font(12) tc rgb ink, \
     data skip 1 using (turned ? nowhere : x(0)):(y(0) + 3 * along):("n = " . strcol(6)) with labels noenhanced font font(12) tc rgb dark, \
     data skip 1 using (turned ? x(0) : nowhere):(y(0) + 10):(strcol(2) . ", " . strcol(12) . ", n = " . strcol(6)) with labels right rotate by 55 noenhanced font font(11) tc rgb ink
