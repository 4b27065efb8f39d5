# Of each request: place, label, share and its interval, answers, conforming and its
# interval, judged.
data = name . ".dat"
set datafile separator "\t"
stats data using 1 skip 1 nooutput
requests = STATS_max + 1
turned = requests > 6
step = turned ? (requests <= 14 ? 60 : 34) : 130
left = 66; top = 44; field = 280
wide = left + requests * step + (turned ? 30 : 10)
wide = wide < 560 ? 560 : wide
high = top + field + (turned ? 120 : 56)
load "frame.gp"

x(n) = left + (column(1) + 0.5) * step
y(percent) = top + field * (1 - percent / 100.0)
do for [i = 0:4] {
    set label 10 + i sprintf("%d %%", 25 * i) at left - 10, y(25 * i) right font ",12" textcolor rgb ink
    set arrow 10 + i from left, y(25 * i) to left + requests * step, y(25 * i) nohead linecolor rgb (i == 0 ? dark : "#DDDDDD") back
}
set label 1 "● commonest answer" at left, 14 left font ",13" textcolor rgb blue
set label 2 "▲ followed the advice in force" at left + 190, 14 left font ",13" textcolor rgb plum
dodge = step / 10.0
has = 'strcol(7) ne ""'
plot data skip 1 using (x(0) - dodge):(y($3)) with lines lw 2 lc rgb blue, \
     data skip 1 using (x(0) - dodge):(y($3)):(y($4)):(y($5)) with yerrorbars pt 7 ps 1.1 lw 2 lc rgb blue, \
     data skip 1 using (@has ? x(0) + dodge : nowhere):(@has ? y($7) : 0):(@has ? y($8) : 0):(@has ? y($9) : 0) with yerrorbars pt 9 ps 1.4 lw 2 lc rgb plum, \
     data skip 1 using (turned ? nowhere : x(0)):(y(0) + 18):2 with labels noenhanced font ",12" tc rgb ink, \
     data skip 1 using (turned ? nowhere : x(0)):(y(0) + 38):("n = " . strcol(6)) with labels noenhanced font ",12" tc rgb dark, \
     data skip 1 using (turned ? x(0) : nowhere):(y(0) + 10):(strcol(2) . ", n = " . strcol(6)) with labels right rotate by 55 noenhanced font ",11" tc rgb ink
