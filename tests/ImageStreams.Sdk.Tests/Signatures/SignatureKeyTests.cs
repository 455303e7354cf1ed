using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>Keys that openssl wrote.</summary>
public sealed class SignatureKeyTests
{
    [Theory]
    [InlineData("p256", SignatureKeyAlgorithm.EcdsaP256)]
    [InlineData("p384", SignatureKeyAlgorithm.EcdsaP384)]
    [InlineData("p521", SignatureKeyAlgorithm.EcdsaP521)]
    [InlineData("rsa2048", SignatureKeyAlgorithm.Rsa)]
    [InlineData("ed25519", SignatureKeyAlgorithm.Ed25519)]
    public void Read_KeyOfOpenssl_HasItsAlgorithm(string name, SignatureKeyAlgorithm expected) =>
        Assert.Equal(expected, SignatureKey.Parse(Vector.Key(name)).Algorithm);

    [Theory]
    [InlineData("rsa1024", SignatureKeyFailure.TooWeak)]
    [InlineData("secp256k1", SignatureKeyFailure.UnknownAlgorithm)]
    [InlineData("explicit", SignatureKeyFailure.UnknownAlgorithm)]
    public void Read_KeyThatIsNotAccepted_IsRefused(string name, SignatureKeyFailure expected) =>
        Assert.Equal(expected, Refusal(Vector.Key(name)));

    [Fact]
    public void Read_OtherTexts_IsRefused()
    {
        var pem = Vector.Key("p256");
        Assert.Equal(SignatureKeyFailure.NotPublicKeyPem, Refusal(""));
        Assert.Equal(SignatureKeyFailure.NotPublicKeyPem, Refusal(pem + pem));
        Assert.Equal(SignatureKeyFailure.NotPublicKeyPem, Refusal("x" + pem));
        Assert.Equal(SignatureKeyFailure.NotPublicKeyPem, Refusal(pem.Replace("PUBLIC KEY", "PRIVATE KEY", StringComparison.Ordinal)));
        Assert.Equal(SignatureKeyFailure.TooLong, Refusal(new string('a', 20_000)));
        Assert.Equal(SignatureKeyFailure.Malformed, Refusal("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"));
    }

    [Fact]
    public void Equals_SameKeyWithOtherWhiteSpace_IsEqual()
    {
        var key = SignatureKey.Parse(Vector.Key("p256"));
        Assert.True(key == SignatureKey.Parse($"\n {Vector.Key("p256")} \r\n"));
        Assert.True(key != SignatureKey.Parse(Vector.Key("p384")));
    }

    private static SignatureKeyFailure Refusal(string pem) =>
        Assert.IsType<SignatureKeyReading.Refused>(SignatureKey.Read(pem)).Failure;
}
