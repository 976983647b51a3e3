"""MiniStack with what it lacks, as one program: see the README beside `python/`."""

import call_resources
import drift_readers
import iam_entities
import iam_managed_policies
import iam_refusals
import iam_versions
import lifetime
import ministack.app
import on_behalf
import pace
import partitions
import request_refusals
import revert_drift
import review_stacks
import simulator
import stack_settings
import stack_states

lifetime.end_with_parent()
iam_refusals.install()
iam_entities.install()
iam_managed_policies.install()
iam_versions.install()
drift_readers.install()
simulator.install()
review_stacks.install()
revert_drift.install()
stack_states.install()
stack_settings.install()
request_refusals.install()
call_resources.install()
on_behalf.install()
partitions.install()
pace.install()
ministack.app.main()
