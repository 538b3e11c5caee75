"""What happens to reviewers' work when the server dies, the network goes, pages reload and two people meet on one unit."""
