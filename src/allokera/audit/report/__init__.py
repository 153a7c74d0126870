"""What an audit says: findings, columns, relations."""
