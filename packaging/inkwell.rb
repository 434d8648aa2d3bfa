class Inkwell < Formula
  desc "A reader for blogs and newsletters in the terminal"
  homepage "https://github.com/inkwell-reader/inkwell"
  url "https://github.com/inkwell-reader/inkwell/releases/download/v0.2.0/inkwell-reader-0.2.0.tgz"
  sha256 "0ba12af0015cbe039f2daf87eb0582a07bd2116644426db65e23f91abdcad6c3"
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
