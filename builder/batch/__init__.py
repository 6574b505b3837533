"""Packs for many schools: a table with a school a row, and a pack for each of them and each lesson."""
