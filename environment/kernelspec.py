"""Writes the kernelspec: kernel.json, its pictures, the argument file that the JVM reads, and the jar that it starts.

The last three words of its command are java, the argument file and the connection file; before them stands what
start.sh is.

That jar holds a manifest only: the class path, and the doors into the JDK that the kernel needs. Named on the command
line, those doors would make the JVM pass over the module graph in its start-up cache, and with it over everything that
is linked there already; a start would take half a second more.
"""

import argparse
import json
import os
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
MANIFEST = {
    "Manifest-Version": "1.0",
    "Main-Class": "lectern.kernel.Main",
    "Enable-Native-Access": "ALL-UNNAMED",
    # The kernel compiles cells with the JDK's own compiler, and loads the Vector API, an incubating module, itself.
    "Add-Exports": "jdk.compiler/com.sun.tools.javac.api jdk.compiler/com.sun.tools.javac.code"
    " jdk.compiler/com.sun.tools.javac.util java.base/jdk.internal.module",
    # A library that comes on first use joins the class path of the running JVM.
    "Add-Opens": "java.base/jdk.internal.loader",
}


def flags(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text().splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def quoted(text: str) -> str:
    """One word of a java argument file, whatever it holds."""
    if re.fullmatch(r"[\w@%+=:,./-]+", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def class_path(lib: Path) -> list[Path]:
    """Our own jars first, then the rest by name: the start-up cache wants the same order every time."""
    jars = sorted(jar for jar in lib.glob("*.jar") if not jar.name.endswith("-sources.jar"))
    own = [jar for jar in jars if jar.name.startswith("lectern-kernel")]
    if not own:
        raise SystemExit(f"  {lib} holds no lectern-kernel jar; `make build` puts it there")
    own += [jar for jar in jars if jar.name.startswith("lectern-") and jar not in own]
    return own + [jar for jar in jars if jar not in own]


def manifest(folder: str, jars: list[Path]) -> str:
    """The main section of a manifest; its lines are broken after 72 bytes.

    Jars are named from where the manifest's own jar lies: the start-up cache knows no other form.
    """
    text = ""
    names = " ".join(quote(os.path.relpath(jar, folder)) for jar in jars)
    for name, value in {**MANIFEST, "Class-Path": names}.items():
        line = f"{name}: {value}"
        text += line[:72] + "\n" + "".join(f" {line[at : at + 71]}\n" for at in range(72, len(line), 71))
    return text


def write_starter(starter: Path, jars: list[Path]) -> None:
    """Leaves a jar alone that is right already: the start-up cache knows its time."""
    content = manifest(os.path.realpath(starter.parent), [jar.resolve() for jar in jars])
    if starter.exists():
        with zipfile.ZipFile(starter) as jar:
            if jar.read("META-INF/MANIFEST.MF").decode() == content:
                return
    with zipfile.ZipFile(starter, "w") as jar:
        jar.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF"), content)
    # A whole second: images and archives keep no more, and round to the nearest.
    os.utime(starter, (int(starter.stat().st_mtime),) * 2)


def argument_file(starter: Path, cache: Path | None) -> str:
    words = flags(HERE / "kernel.flags")
    # What C2 leaves to C1: the Java compiler, and what else runs in bursts of milliseconds. The last flag keeps the JVM
    # from telling at every start that it has read the file.
    words.append("-XX:+UnlockDiagnosticVMOptions")
    words.append(f"-XX:CompilerDirectivesFile={HERE / 'compiler.directives'}")
    words.append("-XX:-DisplayVMOutput")
    # The kernel keeps there what it knows of its jars; the run that trains the cache is the first to write it.
    words.append(f"-Dlectern.packages={starter.with_name('kernel.packages')}")
    if cache is not None and cache.exists():
        words.append(f"-XX:AOTCache={cache}")
    words += ["-jar", str(starter)]
    return "".join(quoted(word) + "\n" for word in words)


def kernel_json(java: str, arguments: Path, environment: dict[str, str], name: str) -> dict:
    return {
        "argv": ["/bin/sh", str(HERE / "start.sh"), java, f"@{arguments}", "{connection_file}"],
        "display_name": name,
        "language": "java",
        "interrupt_mode": "message",
        "env": environment,
        "metadata": {"debugger": True},
    }


def write(spec: Path, content: dict) -> None:
    spec.mkdir(parents=True, exist_ok=True)
    (spec / "kernel.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for picture in (HERE / "kernelspec").glob("logo-*"):
        shutil.copy(picture, spec)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--spec", type=Path, required=True, help="folder of the kernelspec")
    parser.add_argument("--lib", type=Path, required=True, help="folder of the jars")
    parser.add_argument("--arguments", type=Path, required=True, help="argument file to write")
    parser.add_argument("--cache", type=Path, help="start-up cache, used when it exists")
    parser.add_argument("--java", required=True, help="the java to run")
    parser.add_argument("--name", default="Java (Lectern)", help="name in the launcher")
    parser.add_argument("environment", nargs="*", help="NAME=VALUE for the kernel")
    given = parser.parse_args()
    starter = given.arguments.with_name("kernel.jar")
    write_starter(starter, class_path(given.lib))
    given.arguments.write_text(argument_file(starter, given.cache))
    environment = dict(pair.split("=", 1) for pair in given.environment)
    write(given.spec, kernel_json(given.java, given.arguments, environment, given.name))


if __name__ == "__main__":
    main()
