"""From records to one view per page: addresses, navigation, listings, grids."""
