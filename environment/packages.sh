# shellcheck shell=bash
# Packages of the distribution that single targets need, and what proves that each is there.

# The smallest set that prints the script: XeLaTeX with its packages, the fonts that hyperref insists on, a text font
# with mathematics, and a font for code that knows Greek, arrows and box drawing.
TEX_PACKAGES=(texlive-xetex texlive-latex-recommended texlive-fonts-recommended lmodern fonts-texgyre fonts-texgyre-math
    fonts-dejavu-core)
BROWSER_PACKAGES=(chromium chromium-driver)
PDF_PACKAGES=(poppler-utils)
IMAGE_PACKAGES=(buildah debootstrap)

has_tex() { has xelatex && has_tex_fonts; }

has_tex_fonts() { has kpsewhich && [[ -n $(kpsewhich texgyrepagella-math.otf) && -n $(kpsewhich framed.sty) && -n $(kpsewhich unicode-math.sty) && -n $(kpsewhich pzdr.tfm) ]]; }

has_browser() { { has chromium || has chromium-browser || has google-chrome; } && has chromedriver; }

has_pdf_tools() { has pdftotext && has pdftoppm; }

has_image_tools() { has buildah && has debootstrap; }

# need PROOF WHAT PACKAGE...: installs packages unless the proof already holds; says how where that is not allowed.
need() {
    local proof=$1 what=$2
    shift 2
    "$proof" && return 0
    if can_apt; then apt_install "$@" && "$proof" && return 0; fi
    die "$what is missing on this machine." "To get it: sudo apt-get install $*"
}

need_tex() { need has_tex "XeLaTeX with its fonts" "${TEX_PACKAGES[@]}"; }
need_browser() { need has_browser "Chromium with chromedriver" "${BROWSER_PACKAGES[@]}"; }
need_pdf_tools() { need has_pdf_tools "poppler (pdftotext, pdftoppm)" "${PDF_PACKAGES[@]}"; }
need_image_tools() { need has_image_tools "buildah and debootstrap" "${IMAGE_PACKAGES[@]}"; }
