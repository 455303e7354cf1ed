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

    [Fact]
    public void Secret_Empty_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => NotificationSecret.Matches("", ""));
        Assert.Throws<ArgumentException>(() => NotificationSecret.IsSigned(Body, Signature, ""));
    }
}
