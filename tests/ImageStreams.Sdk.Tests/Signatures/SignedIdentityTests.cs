using ImageStreams.References;
using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>The rules for names, as containers/image and OpenShift have them.</summary>
public sealed class SignedIdentityTests
{
    private const string Hex = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    [Theory]
    [InlineData("quay.io/acme/app:1", "quay.io/acme/app:1", true)]
    [InlineData("quay.io/acme/app:1", "quay.io/acme/app:2", false)]
    [InlineData("quay.io/acme/app:1", "quay.io/acme/app", false)] // as cosign signs by default
    [InlineData("quay.io/acme/app:1", "quay.io/acme/app@sha256:" + Hex, false)]
    [InlineData("quay.io/acme/app@sha256:" + Hex, "quay.io/acme/app:9", true)]
    [InlineData("quay.io/acme/app@sha256:" + Hex, "quay.io/acme/app@sha256:" + Hex, true)]
    [InlineData("quay.io/acme/app@sha256:" + Hex, "quay.io/acme/app", false)]
    [InlineData("quay.io/acme/app@sha256:" + Hex, "quay.io/acme/other:9", false)]
    [InlineData("quay.io/acme/app", "quay.io/acme/app:1", false)]
    [InlineData("busybox:1", "docker.io/library/busybox:1", true)]
    [InlineData("docker.io/library/busybox:1", "busybox:1", true)]
    public void MatchRepoDigestOrExact_Names_MatchAsInContainersImage(string image, string signed, bool expected) =>
        Require(new SignedIdentity.MatchRepoDigestOrExact(), image, signed, expected);

    [Theory]
    [InlineData("quay.io/acme/app:1", "quay.io/acme/app", true)]
    [InlineData("quay.io/acme/app:1", "quay.io/acme/app:2", true)]
    [InlineData("quay.io/acme/app:1", "quay.io/acme/apps", false)]
    [InlineData("quay.io/acme/app:1", "quay.io/acme", false)]
    [InlineData("quay.io:443/acme/app:1", "quay.io/acme/app", false)]
    [InlineData("quay.io/acme/app:1", "", false)]
    [InlineData("quay.io/acme/app:1", "QUAY.IO/ACME/APP", false)]
    [InlineData("quay.io/acme/app:1", "quay.io/acme/app@sha256:12", false)]
    public void MatchRepository_Names_MatchByRepository(string image, string signed, bool expected) =>
        Require(new SignedIdentity.MatchRepository(), image, signed, expected);

    [Theory]
    [InlineData("mirror.example/quay/app:1", "quay.io/acme/app:5", true)]
    [InlineData("mirror.example/quay/app:1", "mirror.example/quay/app:1", false)]
    public void ExactRepository_Names_MatchTheRepositoryOfThePolicy(string image, string signed, bool expected) =>
        Require(new SignedIdentity.ExactRepository { Repository = "quay.io/acme/app" }, image, signed, expected);

    [Theory]
    [InlineData("mirror.example:5000/vendor/app:1", "quay.io/vendor/app:1", true)]
    [InlineData("mirror.example:5000/vendor/app:1", "quay.io/vendor/app:2", false)]
    [InlineData("mirror.example:5000/vendor/app:1", "mirror.example:5000/vendor/app:1", false)]
    [InlineData("mirror.example:5000/vendors/app:1", "mirror.example:5000/vendors/app:1", true)] // elsewhere: unchanged
    [InlineData("mirror.example:5000/vendor:1", "quay.io/vendor:1", true)]
    [InlineData("mirror.example:5000/vendor/app@sha256:" + Hex, "quay.io/vendor/app:7", true)]
    public void RemapIdentity_Names_MatchAfterTheExchange(string image, string signed, bool expected) => Require(
        new SignedIdentity.RemapIdentity { Prefix = "mirror.example:5000/vendor", SignedPrefix = "quay.io/vendor" }, image, signed, expected);

    [Fact]
    public void AnyName_AnyText_Matches() => Require(new SignedIdentity.AnyName(), "quay.io/acme/app", "\0", expected: true);

    private static void Require(SignedIdentity rule, string image, string signed, bool expected) =>
        Assert.Equal(expected, IdentityMatcher.FindMismatch(rule, ImageReference.Parse(image), signed) is null);
}
