# Samples
sample-camera-lease = Camera lease: scored by the rules
sample-camera-lease-words = Total 99.60: satisfaction 95 % × 8 = 7.60, where the report claims 8 and 100.
sample-camera-lease-claimed = Camera lease: the report's 100 as claimed
sample-camera-lease-claimed-words = Satisfaction overridden to 8 with its reason: total 100.00, the override flagged.
sample-information-systems = Information systems: 95.25 % executed
sample-information-systems-words = Execution earns 9.52; quantity, quality, time and satisfaction are not in the report: no information, provisional.
sample-sky-net-operation = Security system operation: 100 % executed
sample-sky-net-operation-words = All of the 1,000,000 yuan allotted were paid; the contract asks for 3,894,000, so cost earns 25.68 %.
sample-smart-policing = Smart policing, phase one: 83 as reported
sample-smart-policing-words = 15 + 36 + 32 = 83; the report gives no reason for the 17 points lost, and the checks say so.
sample-camera-network = Camera network service
sample-camera-network-words = 400 cameras, 3,196,700 yuan; satisfaction “≥80 %” is no measured value: no information.
sample-video-platform = Video platform and command system
sample-video-platform-words = 1,270,000 yuan; the report's quantity states no number.
sample-detention-security = Detention house security system
sample-detention-security-words = 226 cameras, 745,000 yuan.
sample-camera-service = Camera lease service
sample-camera-service-words = 14 more cameras, 119,000 yuan.
sample-fibre-network = Level-four network fibre
sample-fibre-network-words = 19 departments, 14 police stations, 1 detention house; 268,800 yuan.
sample-camera-upkeep = Camera maintenance: a ledger, deducted by month
sample-camera-upkeep-words = 83.00; 16 faults, one exempt, 11.70 points off, printed by month.
