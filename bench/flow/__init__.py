"""The same linear step as a flow of viewflow.workflow; installed by the bench alone."""
