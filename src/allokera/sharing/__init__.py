"""From a scenario to the plan that answers it.

A request is interpreted as a scenario; with a grant it makes problems, one a year; each problem is
answered by an allocation, and they together are a plan. Plans are measured, and compared.
"""
