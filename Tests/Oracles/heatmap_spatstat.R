# Density at points and bandwidths by spatstat.explore 3.0-6, R 4.2.2: heatmap_spatstat.csv.
# Run: Rscript heatmap_spatstat.R
suppressWarnings(suppressMessages(library(spatstat.explore)))
set.seed(7)
n <- 120
x <- round(c(runif(50, 0, 4000), rnorm(70, 1500, 350)), 3)
y <- round(c(runif(50, 0, 3000), rnorm(70, 1200, 300)), 3)
keep <- x > 0 & x < 4000 & y > 0 & y < 3000
x <- x[keep]; y <- y[keep]
w <- round(runif(length(x), 0.5, 2), 3)
W <- owin(c(0, 4000), c(0, 3000))
X <- ppp(x, y, window = W)
at <- function(s, edge, diggle, weights = NULL)
  as.numeric(density(X, sigma = s, edge = edge, diggle = diggle, weights = weights, at = "points",
                     leaveoneout = FALSE))
out <- file("heatmap_spatstat.csv", "w")
line <- function(...) writeLines(paste(..., sep = ","), out)
num <- function(v) formatC(v, digits = 15, format = "g")
line("soort", "sigma", "nummer", "a", "b", "c")
for (i in seq_along(x)) line("punt", "", i, num(x[i]), num(y[i]), num(w[i]))
for (s in c(150, 400, 1000)) {
  none <- at(s, FALSE, FALSE); uniform <- at(s, TRUE, FALSE, w); diggle <- at(s, TRUE, TRUE, w)
  for (i in seq_along(x)) line("dichtheid", s, i, num(none[i]), num(uniform[i]), num(diggle[i]))
  loo <- as.numeric(density(X, sigma = s, edge = TRUE, at = "points", leaveoneout = TRUE))
  line("ppl", s, 0, num(sum(log(loo))), "", "")
  line("cvl", s, 0, num(sum(1 / none)), "", "")
}
line("scott", "", 0, num(as.numeric(bw.scott.iso(X))), "", "")
b <- bw.diggle(X, correction = "border")
line("diggle", "", 0, num(as.numeric(b)), "", "")
b <- bw.ppl(X, shortcut = TRUE, srange = c(10, 1250), ns = 400)
line("pplkeuze", "", 0, num(as.numeric(b)), "", "")
b <- bw.CvL(X, srange = c(10, 1250), ns = 400)
line("cvlkeuze", "", 0, num(as.numeric(b)), "", "")
close(out)
