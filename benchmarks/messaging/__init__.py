"""The messaging checker measured: recall at few false alarms, by category, beside what else there is."""
