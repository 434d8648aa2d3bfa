import {createHash} from 'node:crypto';
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

/*
 * Writes the version and the tarball's hash into the recipes beside this file: `npm run packaging [--
 * TARBALL]`. Without a tarball it packs one, which is byte for byte what `npm publish` sends.
 */

const ROOT = join(import.meta.dirname, '..');

export type Release = Readonly<{
  name: string;
  version: string;
  homepage: string;
  description: string;
  sha256: string;
}>;

/** The recipes, by their file's name in this folder. */
export const RECIPES: Readonly<Record<string, (release: Release) => string>> = {
  'inkwell.rb': homebrewFormula,
  PKGBUILD: archPackage,
  'inkwell.nix': nixDerivation,
};

/** The tarball that a release carries; it is the one that npm gets. */
const tarballOf = ({name, version, homepage}: Release): string =>
  `${homepage}/releases/download/v${version}/${name}-${version}.tgz`;

/** npm adds nothing to run at an install, so the tarball is unpacked as it is. */
function homebrewFormula(release: Release): string {
  return `class Inkwell < Formula
  desc "${release.description}"
  homepage "${release.homepage}"
  url "${tarballOf(release)}"
  sha256 "${release.sha256}"
  license "MIT"

  depends_on "node"

  def install
    system "npm", "install", *std_npm_args
    bin.install_symlink libexec/"bin/inkwell"
    man1.install_symlink libexec/"share/man/man1/inkwell.1"
    generate_completions_from_executable(bin/"inkwell", "completion", shells: [:bash, :zsh, :fish])
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/inkwell --version")
    assert_match "articles", shell_output("#{bin}/inkwell list --json")
  end
end
`;
}

function archPackage(release: Release): string {
  return `# Maintainer: the Inkwell team
pkgname=inkwell-reader
pkgver=${release.version}
pkgrel=1
pkgdesc="${release.description}"
arch=(any)
url="${release.homepage}"
license=(MIT)
depends=('nodejs>=22.19')
source=("$pkgname-$pkgver.tgz::${tarballOf(release).replaceAll(release.version, '$pkgver')}")
sha256sums=('${release.sha256}')

package() {
  install -d "$pkgdir/usr/lib/inkwell" "$pkgdir/usr/bin"
  cp -r --no-preserve=ownership "$srcdir/package/"{dist,journal,package.json} "$pkgdir/usr/lib/inkwell/"
  chmod 755 "$pkgdir/usr/lib/inkwell/dist/cli.js"
  ln -s ../lib/inkwell/dist/cli.js "$pkgdir/usr/bin/inkwell"
  install -Dm644 "$srcdir/package/docs/inkwell.1" "$pkgdir/usr/share/man/man1/inkwell.1"
  install -Dm644 "$srcdir/package/LICENSE" "$pkgdir/usr/share/licenses/$pkgname/LICENSE"
}
`;
}

/** The tarball is the built program, so there is nothing to build. */
function nixDerivation(release: Release): string {
  return `{ lib, stdenvNoCC, fetchurl, makeWrapper, nodejs }:

stdenvNoCC.mkDerivation rec {
  pname = "${release.name}";
  version = "${release.version}";

  src = fetchurl {
    url = "${tarballOf(release).replaceAll(release.version, '${version}')}";
    sha256 = "${release.sha256}";
  };

  nativeBuildInputs = [ makeWrapper ];
  dontBuild = true;

  installPhase = ''
    runHook preInstall
    mkdir -p $out/lib/inkwell $out/share/man/man1
    cp -r dist journal package.json $out/lib/inkwell/
    cp docs/inkwell.1 $out/share/man/man1/
    makeWrapper \${lib.getExe nodejs} $out/bin/inkwell --add-flags $out/lib/inkwell/dist/cli.js
    runHook postInstall
  '';

  meta = {
    description = "${release.description}";
    homepage = "${release.homepage}";
    license = lib.licenses.mit;
    mainProgram = "inkwell";
  };
}
`.replaceAll('\\${', '${');
}

/** Reads a release from package.json and a tarball. */
export async function releaseOf(tarball: string): Promise<Release> {
  const {name, version, homepage, description} = JSON.parse(
    await readFile(join(ROOT, 'package.json'), 'utf8'),
  ) as Omit<Release, 'sha256'>;
  const sha256 = createHash('sha256')
    .update(await readFile(tarball))
    .digest('hex');
  return {name, version, homepage: homepage.replace('#readme', ''), description, sha256};
}

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-recipes-'));
  const [, , given] = process.argv;
  let tarball = given;
  if (tarball === undefined) {
    const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const {stdout} = await promisify(execFile)('npm', words, {cwd: ROOT, maxBuffer: 1e8});
    const [pack] = JSON.parse(stdout) as [{filename: string}];
    tarball = join(folder, pack.filename);
  }
  const release = await releaseOf(tarball);
  for (const [file, recipe] of Object.entries(RECIPES))
    await writeFile(join(import.meta.dirname, file), recipe(release));
  await rm(folder, {recursive: true});
}
