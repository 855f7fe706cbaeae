# What the version is, and how Debian writes it. Read with «.».

project_version() { # project_version FOLDER: that of the project in the folder
    sed -n '/^\[project\]/,/^\[/s/^version = "\(.*\)"/\1/p' "$1/pyproject.toml"
}
debian_version() { echo "$1" | sed 's/\([0-9]\)\([a-z]\)/\1~\2/'; } # 0.2.0rc1 comes before 0.2.0
