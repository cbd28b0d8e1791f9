"""Mail: letters as bytes, the server that sends them, and the passwords that it asks for."""
