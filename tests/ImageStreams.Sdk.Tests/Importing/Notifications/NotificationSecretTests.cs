using ImageStreams.Importing;

namespace ImageStreams.Tests.Importing;

public class NotificationSecretTests
{
    // HMAC-SHA256 of RFC 4231, test case 2.
    private const string Secret = "Jefe";
    private const string Signature = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static ReadOnlySpan<byte> Body => "what do ya want for nothing?"u8;

    [Fact]
    public void IsSigned_SignatureOfTheBody_IsTrue() => Assert.True(NotificationSecret.IsSigned(Body, Signature, Secret));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38xx")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384300")]
    public void IsSigned_AnythingElse_IsFalse(string? signature) =>
        Assert.False(NotificationSecret.IsSigned(Body, signature, Secret));

    [Fact]
    public void IsSigned_OtherBodyOrSecret_IsFalse()
    {
        Assert.False(NotificationSecret.IsSigned(Body[1..], Signature, Secret));
        Assert.False(NotificationSecret.IsSigned(Body, Signature, "jefe"));
    }

    [Theory]
    [InlineData("Bearer a", true)]
    [InlineData("Bearer A", false)]
    [InlineData("Bearer a ", false)]
    [InlineData("Bearer", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Matches_Value_IsComparedAsAWhole(string? sent, bool expected) =>
        Assert.Equal(expected, NotificationSecret.Matches(sent, "Bearer a"));

    [Theory]
    [InlineData("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", true)]
    [InlineData("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842", false)]
    [InlineData(Signature, false)]
    [InlineData("Jefe", false)]
    [InlineData(null, false)]
    public void IsSignedByArtifactory_Signature_HasNoPrefix(string? signature, bool expected) =>
        Assert.Equal(expected, NotificationSecret.IsSignedByArtifactory(Body, signature, Secret));

    // HMAC-SHA1 of RFC 2202, test case 2.
    [Theory]
    [InlineData("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", true)]
    [InlineData("effcdf6ae5eb2fa2d27416d5f184df9c259a7c78", false)]
    [InlineData("effcdf6ae5eb2fa2d27416d5f184df9c259a7c", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsSignedByNexus_Signature_IsOfHmacSha1(string? signature, bool expected) =>
        Assert.Equal(expected, NotificationSecret.IsSignedByNexus(Body, signature, Secret));

    [Fact]
    public void Secret_Empty_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => NotificationSecret.Matches("", ""));
        Assert.Throws<ArgumentException>(() => NotificationSecret.IsSigned(Body, Signature, ""));
    }
}
