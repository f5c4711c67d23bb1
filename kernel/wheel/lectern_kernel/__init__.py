"""The Jupyter kernel of Lectern: finds a JDK and runs on it what lies in the folder lib."""
