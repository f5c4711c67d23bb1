# The course image: JupyterLab with the Java kernel, the library and the notebooks, for one student.
#
#   docker build -t lectern .
#   docker run --rm -p 127.0.0.1:8888:8888 lectern
#
# BASE   any Debian 13 or later, or an image derived from it (one with a GPU driver's libraries, for instance);
#        who must be able to build the very same image again names it with its digest: debian:trixie-slim@sha256:...
# ND4J   which machine code ND4J brings; the default runs on every x86-64 processor since about 2013
#
# Each container may be given LECTERN_HEAP and LECTERN_THREADS (README tells what for). A JupyterHub starts
# jupyterhub-singleuser in it: with DockerSpawner c.DockerSpawner.cmd = "jupyterhub-singleuser", because that spawner
# would otherwise run the CMD below.
ARG BASE=debian:trixie-slim

FROM ${BASE} AS system
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        ca-certificates openjdk-25-jdk-headless python3 python3-venv fontconfig fonts-dejavu-core libfreetype6 libharfbuzz0b \
        tini \
    && rm -rf /var/lib/apt/lists/*

FROM system AS build
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
ARG ND4J=linux-x86_64-onednn-avx2
ENV LECTERN_ND4J=${ND4J} LECTERN_CPU=at-start PIP_NO_CACHE_DIR=1
WORKDIR /opt/lectern
COPY pom.xml ./
COPY lib lib
COPY kernel kernel
COPY environment environment
RUN environment/provision.sh hub kernel notices \
    && rm -rf .lectern/m2 .lectern/maven .lectern/download .lectern/log

FROM system
ENV LECTERN_HOME=/opt/lectern \
    HOME=/home/student \
    LANG=C.UTF-8 \
    JUPYTER_PREFER_ENV_PATH=1 \
    PATH=/opt/lectern/.lectern/venv/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# Group 0 may write at home, so that the image works under whatever user id a cluster assigns.
RUN useradd --uid 1000 --gid 0 --create-home --home-dir /home/student student && chmod 0775 /home/student
COPY --from=build /opt/lectern/.lectern /opt/lectern/.lectern
COPY environment /opt/lectern/environment
COPY notebooks /opt/lectern/notebooks
COPY LICENSE /opt/lectern/LICENSE
COPY --from=build /opt/lectern/.lectern/THIRD-PARTY.txt /opt/lectern/THIRD-PARTY.txt
USER 1000:0
WORKDIR /home/student
EXPOSE 8888
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "/opt/lectern/environment/healthy.py"]
ENTRYPOINT ["tini", "--", "/opt/lectern/environment/entrypoint.sh"]
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--port=8888", "--no-browser"]
