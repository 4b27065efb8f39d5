# exposure, compliance, forces, radius, label, label's place, point's place (px of a
# field 640 by 420). A point of more than four forces has their number in it, or as label.
data = name . ".dat"
set datafile separator "\t"
left = 76; top = 26
wide = left + 640 + 30
high = top + 420 + 84
load "frame.gp"

x0 = left; y0 = top + 420
set arrow 1 from x0, y0 + 16 to x0 + 640, y0 + 16 nohead linecolor rgb dark
set arrow 2 from x0 - 16, y0 to x0 - 16, top nohead linecolor rgb dark
set arrow 3 from x0 + 320, y0 to x0 + 320, top nohead linecolor rgb mid dashtype 2 back
set arrow 4 from x0, top + 210 to x0 + 640, top + 210 nohead linecolor rgb mid dashtype 2 back
do for [i = 0:4] {
    set label 10 + i sprintf("%g", i / 4.0) at x0 + 160 * i, y0 + 32 center font ",12" textcolor rgb ink
    set label 20 + i sprintf("%g", i / 4.0) at x0 - 24, y0 - 105 * i right font ",12" textcolor rgb ink
}
set label 1 "Exposure: chance of use that a reader would infer" at x0 + 320, y0 + 58 center font ",13" textcolor rgb ink
set label 2 "Compliance index" at 12, top + 210 center rotate by 90 font ",13" textcolor rgb ink
set label 3 "both high" at x0 + 640, top - 14 right font ",12" textcolor rgb dark
has = '(strcol(5) ne "")'
plot data skip 1 using (@has ? left + $8 : nowhere):(top + $9):(@has ? $6 - $8 : 0):(@has ? $7 - $9 : 0) with vectors nohead lc rgb mid, \
     data skip 1 using (left + $8):(top + $9):4 with circles fc rgb blue fs solid 1.0 border lc rgb white, \
     data skip 1 using ($3 > 4 && !@has ? left + $8 : nowhere):(top + $9):3 with labels noenhanced font ",12" tc rgb white, \
     data skip 1 using (@has ? left + $6 : nowhere):(@has ? top + $7 : 0):5 with labels noenhanced font ",12" tc rgb ink
