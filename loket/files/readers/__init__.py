"""One reader a family of formats. They meet hostile bytes, so only the resource-limited child runs them."""
