# exposure, complaint_risk, forces, radius, label, label's place, point's place (px of the field,
# field_wide by field_high). A point of more than named_forces has their number in it, or as label.
data = name . ".dat"
set datafile separator "\t"
left = 76; top = 26
wide = left + field_wide + 30
high = top + field_high + 84
load "frame.gp"

x0 = left; y0 = top + field_high
set arrow 1 from x0, y0 + 16 to x0 + field_wide, y0 + 16 nohead linecolor rgb dark
set arrow 2 from x0 - 16, y0 to x0 - 16, top nohead linecolor rgb dark
set arrow 3 from x0 + field_wide / 2, y0 to x0 + field_wide / 2, top nohead linecolor rgb mid dashtype 2 back
set arrow 4 from x0, top + field_high / 2 to x0 + field_wide, top + field_high / 2 nohead linecolor rgb mid dashtype 2 back
do for [i = 0:4] {
    set label 10 + i sprintf("%g", i / 4.0) at x0 + field_wide / 4 * i, y0 + 32 center font ",12" textcolor rgb ink
    set label 20 + i sprintf("%g", i / 4.0) at x0 - 24, y0 - field_high / 4 * i right font ",12" textcolor rgb ink
}
set label 1 "Exposure: chance of use that a reader would infer" at x0 + field_wide / 2, y0 + 58 center font ",13" textcolor rgb ink
set label 2 "Complaint risk (higher is worse)" at 12, top + field_high / 2 center rotate by 90 font ",13" textcolor rgb ink
set label 3 "both high" at x0 + field_wide, top - 14 right font ",12" textcolor rgb dark
has = '(strcol(5) ne "")'
plot data skip 1 using (@has ? left + $8 : nowhere):(top + $9):(@has ? $6 - $8 : 0):(@has ? $7 - $9 : 0) with vectors nohead lc rgb mid, \
     data skip 1 using (left + $8):(top + $9):4 with circles fc rgb blue fs solid 1.0 border lc rgb white, \
     data skip 1 using ($3 > named_forces && !@has ? left + $8 : nowhere):(top + $9):3 with labels noenhanced font ",12" tc rgb white, \
     data skip 1 using (@has ? left + $6 : nowhere):(@has ? top + $7 : 0):5 with labels noenhanced font ",12" tc rgb ink
