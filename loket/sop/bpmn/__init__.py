"""The SOP as BPMN 2.0: a process that engines run and editors draw. Everything comes from the definition."""
