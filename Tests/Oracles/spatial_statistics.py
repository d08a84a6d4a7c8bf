"""Numbers of spatial statistics from PySAL, SciPy and float64 formulas: writes spatial_statistics.txt.
Each line: a name, then numbers. Where PySAL is not right (Gi with row weights, see the comments) a formula
in float64 stands instead. Run: python spatial_statistics.py > spatial_statistics.txt
Made with libpysal 4.14.1, esda 2.8.2, numpy 2.4.6, scipy 1.17.1, Python 3.11."""
import sys
import warnings
warnings.filterwarnings("ignore")
import esda
import libpysal
import numpy as np
from esda import smoothing
from esda.crand import vec_permutations
from scipy import optimize, stats


def put(name, values):
    print(name, *(repr(float(v)) for v in np.ravel(values)))


rng = np.random.default_rng(20)
w = libpysal.weights.lat2W(6, 8, rook=False)
n = w.n
x = np.round(np.exp(rng.normal(3, 0.6, n)), 3)
y = np.round(0.4 * x + rng.normal(50, 9, n), 3)
events = rng.poisson(40, n).astype(float) + rng.integers(0, 40, n)
population = rng.integers(400, 9000, n).astype(float)
binary = (x > np.median(x)).astype(float)
put("x", x), put("y", y), put("events", events), put("population", population), put("binary", binary)
for i in range(n):
    put("neighbours", sorted(w.neighbors[i]))

w.transform = "r"
W = w.sparse.tocsr()
W.sort_indices()
m = esda.Moran(x, w, permutations=0)
put("moran", [m.I, m.EI, m.VI_norm, m.VI_rand])
g = esda.Geary(x, w, permutations=0)
put("geary", [g.C, g.EC, g.VC_norm, g.VC_rand])
r = esda.Moran_Rate(events, population, w, permutations=0)
put("moran_rate", [r.I, r.VI_rand])
put("standardised", smoothing.assuncao_rate(events, population))
ml = esda.Moran_Local(x, w, permutations=99, seed=5)
f = (n - 1) / n
put("local_moran", ml.Is)
put("local_expected", ml.EIc * f)  # esda's moments are on the scale of spdep
put("local_variance", ml.VIc * f * f)
put("local_quadrant", ml.q)
card = int(max(w.cardinalities.values()))
for row in vec_permutations(card, n, 99, 5):
    put("table", row)
put("at_least", (ml.rlisas >= ml.Is[:, None]).sum(1))
bv = esda.Moran_Local_BV(x, y, w, permutations=0)
put("bivariate", bv.Is)
gl = esda.Geary_Local(connectivity=w, permutations=9).fit(x)
put("local_geary", gl.localG)
lo = esda.LOSH(connectivity=w, inference="chi-square").fit(x)
put("losh", lo.Hi), put("losh_variance", lo.VarHi), put("losh_p", lo.pval)


def gi(x, M, star):
    """Ord and Getis 1995; PySAL's z is right for binary weights only."""
    wi, s1, lag = M.sum(1), (M * M).sum(1), M @ x
    if star:
        mean, var, N = np.full(n, x.mean()), np.full(n, x.var()), n
    else:
        mean = (x.sum() - x) / (n - 1)
        var, N = ((x * x).sum() - x * x) / (n - 1) - mean * mean, n - 1
    return (lag - wi * mean) / np.sqrt(var * (N * s1 - wi * wi) / (N - 1))


D = W.toarray()
B = (D > 0).astype(float)
S = B + np.eye(n)
put("gi_w", gi(x, D, False)), put("gi_b", gi(x, B, False))
put("gistar_b", gi(x, S, True)), put("gistar_w", gi(x, S / S.sum(1, keepdims=True), True))
put("gi_b_value", esda.G_Local(x, w, transform="B", star=False, permutations=0).Gs)
w.transform = "b"
G = esda.G(x, w, permutations=0)
put("general_g", [G.G, G.EG, G.VG])
np.random.seed(0)
j = esda.Join_Counts(binary, w, permutations=9)
put("joins", [j.bb, j.bw, j.ww])
put("eb", smoothing.Empirical_Bayes(events, population).r)
put("eb_spatial", smoothing.Spatial_Empirical_Bayes(events, population, w).r)

# Poisson limits: observed, then lower and upper, exact and mid-P, at 95 %.
for k in (0, 1, 3, 10, 57, 400, 2500):
    lo_, hi_ = (stats.chi2.ppf(0.025, 2 * k) / 2 if k else 0.0), stats.chi2.ppf(0.975, 2 * k + 2) / 2
    p = lambda mu: stats.poisson.pmf(k, mu) / 2
    mh = optimize.brentq(lambda mu: stats.poisson.cdf(k, mu) - p(mu) - 0.025, 1e-9, hi_ + 50, xtol=1e-13)
    mlow = optimize.brentq(lambda mu: stats.poisson.sf(k - 1, mu) - p(mu) - 0.025, 1e-9, k + 1, xtol=1e-13) if k else 0.0
    put("poisson", [k, lo_, hi_, mlow, mh])
# Funnel limits: expected, coverage, lower, upper.
for e in (0.7, 5.3, 42.0, 900.5):
    for cover in (0.95, 0.998):
        row = []
        for q in ((1 - cover) / 2, (1 + cover) / 2):
            r_ = stats.poisson.ppf(q, e)
            a = (stats.poisson.cdf(r_, e) - q) / stats.poisson.pmf(r_, e)
            row.append(max(r_ - a, 0) / e)
        put("funnel", [e, cover, *row])
