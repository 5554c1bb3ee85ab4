# Samples
sample-camera-lease = Camera lease: scored by the rules
sample-camera-lease-words = Total 99.60: satisfaction 95 % × 8 = 7.60, where the report claims 8 and 100.
sample-camera-lease-claimed = Camera lease: the report's 100 as claimed
sample-camera-lease-claimed-words = Satisfaction overridden to 8 with its reason: total 100.00, the override flagged.
