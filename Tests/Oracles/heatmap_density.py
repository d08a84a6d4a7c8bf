"""Densities and shares of kernels by other programs: heatmap_density.csv and heatmap_mass.csv.

scikit-learn (Epanechnikov, Gaussian) and sums with math.fsum (quartic, triweight) at the middles of cells;
the share of a kernel in a polygon with a hole by nested adaptive quadrature of scipy, line by line.
Run: python heatmap_density.py   (numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1)
"""
import math

import numpy as np
from scipy.integrate import quad
from sklearn.neighbors import KernelDensity

r = np.random.default_rng(5)
n = 300
points = np.round(
    np.column_stack([121000 + r.normal(0, 700, n), 487000 + r.normal(0, 500, n)]), 3)
weights = np.round(r.gamma(2.0, 1.0, n), 3)
peak = {"epanechnikov": 2 / math.pi, "quartic": 3 / math.pi, "triweight": 4 / math.pi}
power = {"epanechnikov": 1, "quartic": 2, "triweight": 3}


def density(kernel, h, w, place):
    if kernel in ("epanechnikov", "gaussian"):
        model = KernelDensity(bandwidth=h, kernel=kernel, rtol=0, atol=0).fit(points, sample_weight=w)
        return math.exp(model.score_samples([place])[0]) * math.fsum(w)
    u = [((place[0] - x) ** 2 + (place[1] - y) ** 2) / h**2 for x, y in points]
    return math.fsum(
        w * peak[kernel] / h**2 * (1 - q) ** power[kernel] for q, w in zip(u, w) if q < 1)


with open("heatmap_density.csv", "w") as file:
    file.write("soort,kernel,bandwidth,gewicht,x,y,waarde\n")
    for (x, y), w in zip(points, weights):
        file.write(f"punt,,,{w},{x},{y},\n")
    for kernel in ("epanechnikov", "quartic", "triweight", "gaussian"):
        for h in (350.0, 900.0):
            for weighted in (0, 1):
                for column in range(1190, 1231, 8):
                    for row in range(4855, 4886, 6):
                        place = (column * 100 + 50.0, row * 100 + 50.0)
                        value = density(kernel, h, weights if weighted else np.ones(n), place)
                        file.write(
                            f"cel,{kernel},{h},{weighted},{place[0]},{place[1]},{value!r}\n")

rings = [
    [(0, 0), (2000, 100), (2100, 1500), (1200, 900), (300, 1700), (-100, 600)],
    [(600, 400), (700, 800), (1100, 500)],
]


def kernel_value(kernel, h, q):
    if kernel == "gaussian":
        return math.exp(-q / 2) / (2 * math.pi * h * h)
    return peak[kernel] / h**2 * (1 - q) ** power[kernel] if q < 1 else 0.0


def share(kernel, h, cx, cy):
    reach = 8.6 * h if kernel == "gaussian" else h
    corners = {float(y) for ring in rings for _, y in ring}

    def line(y):
        cuts = []
        for ring in rings:
            for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
                if (ay <= y) != (by <= y):
                    cuts.append(ax + (y - ay) * (bx - ax) / (by - ay))
        cuts.sort()
        half = math.sqrt(max(reach**2 - (y - cy) ** 2, 0))
        total = 0.0
        for a, b in zip(cuts[::2], cuts[1::2]):
            a, b = max(a, cx - half), min(b, cx + half)
            if a < b:
                total += quad(
                    lambda x: kernel_value(kernel, h, ((x - cx) ** 2 + (y - cy) ** 2) / h**2),
                    a, b, epsabs=1e-15, epsrel=1e-11, limit=200)[0]
        return total

    # Breaks at corners and where the circle meets a side: there the integrand has kinks.
    breaks = set(corners) | {cy - reach, cy + reach, cy}
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
            dx, dy, fx, fy = bx - ax, by - ay, ax - cx, ay - cy
            a, b, c = dx * dx + dy * dy, 2 * (fx * dx + fy * dy), fx * fx + fy * fy - reach**2
            if b * b > 4 * a * c:
                for sign in (-1, 1):
                    t = (-b + sign * math.sqrt(b * b - 4 * a * c)) / (2 * a)
                    if 0 <= t <= 1:
                        breaks.add(ay + t * dy)
    ys = sorted(y for y in breaks if cy - reach <= y <= cy + reach and 0 - 200 <= y <= 1800)
    return math.fsum(
        quad(line, a, b, epsabs=1e-11, epsrel=1e-10, limit=200)[0] for a, b in zip(ys, ys[1:]))


with open("heatmap_mass.csv", "w") as file:
    file.write("kernel,bandwidth,x,y,waarde\n")
    places = [(500, 600), (1000, 700), (1900, 1300), (1200, 1000), (-50, 500), (650, 420),
              (300, 1600), (2200, 800), (850, 560), (100, 20)]
    for kernel in ("epanechnikov", "quartic", "triweight", "gaussian"):
        for h in (300.0, 700.0):
            for x, y in places:
                value = share(kernel, h if kernel != "gaussian" else h / 3, x, y)
                file.write(f"{kernel},{h if kernel != 'gaussian' else h / 3!r},{x},{y},{value!r}\n")
