"""What all that is told of one show comes to, and how sure that is."""
