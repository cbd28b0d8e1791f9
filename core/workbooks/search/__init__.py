"""The form in a returned file: its manifest, its rows and its foot, wherever they are now.

arrival.arrive(name, content, password) -> Arrived     never raises, whatever the content
"""
