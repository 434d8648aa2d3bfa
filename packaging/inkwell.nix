{ lib, stdenvNoCC, fetchurl, makeWrapper, nodejs }:

stdenvNoCC.mkDerivation rec {
  pname = "inkwell-reader";
  version = "0.2.0";

  src = fetchurl {
    url = "https://github.com/inkwell-reader/inkwell/releases/download/v${version}/inkwell-reader-${version}.tgz";
    sha256 = "0ba12af0015cbe039f2daf87eb0582a07bd2116644426db65e23f91abdcad6c3";
  };

  nativeBuildInputs = [ makeWrapper ];
  dontBuild = true;

  installPhase = ''
    runHook preInstall
    mkdir -p $out/lib/inkwell $out/share/man/man1
    cp -r dist journal package.json $out/lib/inkwell/
    cp docs/inkwell.1 $out/share/man/man1/
    makeWrapper ${lib.getExe nodejs} $out/bin/inkwell --add-flags $out/lib/inkwell/dist/cli.js
    runHook postInstall
  '';

  meta = {
    description = "A reader for blogs and newsletters in the terminal";
    homepage = "https://github.com/inkwell-reader/inkwell";
    license = lib.licenses.mit;
    mainProgram = "inkwell";
  };
}
