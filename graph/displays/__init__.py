"""What notebooks show: evidence, a report, a network and the page, as HTML that escapes every text it is given.

The small displays have no script. What has one, the page and the drawings, stands in a frame that is closed off from
the notebook.
"""
