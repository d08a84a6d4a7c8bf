"""Numbers for the tests of composite indices, made with numpy and scipy.

python3 indices.py > indices.txt
Versions stand in the first line of the result. Each line: name, then numbers separated by spaces.
"""
import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(20240101)
print("versions", np.__version__, scipy.__version__)


def line(name, values):
    print(name, *[repr(float(v)) for v in np.atleast_1d(values).ravel()])


skewed = np.round(rng.lognormal(1.0, 1.1, 60), 3)
base = rng.normal(size=(40, 4))
base[:, 1] = 0.7 * base[:, 0] + 0.5 * base[:, 1]
base[:, 2] = 0.5 * base[:, 0] + 0.8 * base[:, 2]
base[:, 3] = 0.4 * base[:, 0] + 0.9 * base[:, 3]
base = np.round(base * 10 + 50, 2)

line("skewed", skewed)
line("mean", skewed.mean())
line("sd", skewed.std(ddof=1))
line("skewness", stats.skew(skewed, bias=False))
line("kurtosis", stats.kurtosis(skewed, bias=False))
line("median", np.median(skewed))
line("mad", stats.median_abs_deviation(skewed))
line("quantiles", np.quantile(skewed, [0.0, 0.1, 0.25, 0.333, 0.9, 1.0]))
# Joint winsorising of the k largest, until |skewness| < 2 or kurtosis < 3.5.
ordered = np.sort(skewed)
for k in range(0, 6):
    treated = np.minimum(skewed, ordered[-1 - k])
    if abs(stats.skew(treated, bias=False)) < 2 or stats.kurtosis(treated, bias=False) < 3.5:
        break
line("winsorised_points", k)
line("winsorised_top", ordered[-1 - k])
line("log", np.log(skewed - skewed.min() + (skewed.max() - skewed.min()) / 100))
z = (skewed - skewed.mean()) / skewed.std(ddof=1)
line("z", np.clip(50 + z * 50 / 3, 0, 100))
r = (skewed - np.median(skewed)) / (1.4826 * stats.median_abs_deviation(skewed))
line("robust", np.clip(50 + r * 50 / 3, 0, 100))
line("minmax", (skewed - skewed.min()) / (skewed.max() - skewed.min()) * 100)
line("percentile", (stats.rankdata(skewed, "min") - 1) / (len(skewed) - 1) * 100)

for column in range(4):
    line(f"base{column}", base[:, column])
corr = np.corrcoef(base.T)
line("correlations", corr)
values, vectors = np.linalg.eigh(corr)
order = np.argsort(values)[::-1]
line("shares", values[order] / 4)
first = vectors[:, order[0]]
first = first * np.sign(first[np.argmax(np.abs(first))])
line("loadings", first)
line("squared_loadings", first**2)
standard = (base - base.mean(0)) / base.std(0, ddof=1)
k = 4
line("alpha", k / (k - 1) * (1 - standard.var(0, ddof=1).sum() / standard.sum(1).var(ddof=1)))
scores = np.array([20.0, 45.0, 80.0, 60.0])
weights = np.array([0.1, 0.4, 0.3, 0.2])
line("arithmetic", np.average(scores, weights=weights))
line("geometric", stats.gmean(scores, weights=weights))
line("harmonic", stats.hmean(scores, weights=weights))
line("power2", stats.pmean(scores, 2, weights=weights))
