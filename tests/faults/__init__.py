"""What can go wrong between a publisher and here: each fault turns an honest answer into a bad one."""
