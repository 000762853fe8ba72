# Times R on workloads of the same sizes; one JSON line a task. The values are R's own: without
# 64-bit integers R cannot make the others' numbers, and the times do not depend on them.
suppressWarnings(RNGversion("3.6.0"))
set.seed(1)
programs <- 1000; learners <- 40
before <- matrix(40 + 40 * runif(programs * learners), programs)
after <- before + matrix(5 + 12 * (runif(programs * learners) + runif(programs * learners) - 1), programs)
gains <- function(n) 5 + 12 * (runif(n) + runif(n) - 1)

best <- function(run, samples = 11) {
  once <- system.time(run())[["user.self"]]
  calls <- max(1, floor(0.2 / max(once, 1e-4)))
  fastest <- Inf
  for (i in seq_len(if (once < 2) samples else 3))
    fastest <- min(fastest, system.time(for (j in seq_len(calls)) run())[["user.self"]] / calls)
  fastest
}
line <- function(task, seconds, package, part = 1, peer = "r")
  cat(sprintf('{"peer":"%s","version":"%s","task":"%s","seconds":%.9f,"package":"%s","part":%g}\n',
              peer, as.character(getRversion()), task, seconds, package, part))
have <- function(package) requireNamespace(package, quietly = TRUE)

t_test <- function(i) t.test(after[i, ], before[i, ], paired = TRUE)
# Alone it has no interval of d_z: shown, but no match for what is asked.
line("paired_t_exact_interval", best(function() for (i in seq_len(programs)) t_test(i)), "stats", peer = "r, t test alone")
if (have("effectsize")) {
  part <- 100
  d_z <- function(i) effectsize::cohens_d(after[i, ], before[i, ], paired = TRUE)
  scaled <- function(one) best(function() for (i in seq_len(part)) one(i)) * programs / part
  line("paired_t_exact_interval", scaled(function(i) { t_test(i); d_z(i) }), "stats and effectsize", part / programs)
  line("exact_interval", scaled(d_z), "effectsize", part / programs)
}
if (have("boot")) {
  for (n in c(40, 10000)) {
    d <- gains(n)
    line(sprintf("bca_mean_%d", n), best(function() {
      b <- boot::boot(d, function(x, i) mean(x[i]), R = 9999)
      if (n < 1000) boot::boot.ci(b, type = "bca") else quantile(b$t, c(0.025, 0.975))
    }), if (n < 1000) "boot" else "boot, percentile")
  }
}
if (have("exactRankTests")) {
  d <- floor(9 * runif(50)) - 3
  line("signed_rank_ties", best(function() exactRankTests::wilcox.exact(d)), "exactRankTests")
}
if (have("data.table")) {
  data.table::setDTthreads(1)
  rows <- data.table::data.table(group = sample.int(1000, 1e6, TRUE), before = 40 + 40 * runif(1e6), gain = gains(1e6))
  rows$after <- rows$before + rows$gain
  line("grouped_summary", best(function() rows[, .(n = .N, before = mean(before), after = mean(after),
    sd = stats::sd(after - before)), by = group]), "data.table")
}
