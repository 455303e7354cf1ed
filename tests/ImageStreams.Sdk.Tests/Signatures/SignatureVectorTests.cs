using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>Signatures that openssl made, as cosign would put them into a registry.</summary>
public sealed class SignatureVectorTests
{
    [Theory]
    [InlineData("p256")]
    [InlineData("p384")]
    [InlineData("p521")]
    [InlineData("rsa2048")]
    public async Task Verify_SignatureOfOpenssl_IsAccepted(string name)
    {
        var verdict = await VerifyAsync(name, name, Vector.Payload);
        var accepted = Assert.IsType<SignatureFinding.Accepted>(Assert.Single(verdict.Findings));
        Assert.IsType<SignatureVerdict.Verified>(verdict);
        Assert.Equal(SignatureKey.Parse(Vector.Key(name)).Fingerprint, accepted.Key);
    }

    [Theory]
    [InlineData("p256", "p384")] // another key
    [InlineData("p384", "p256")]
    [InlineData("rsa2048", "rsa2048-pss")] // another padding
    [InlineData("p384", "p384-sha384")] // another hash than cosign's
    [InlineData("rsa2048", "p256")]
    public async Task Verify_OtherSignature_IsRejected(string key, string signature)
    {
        var verdict = await VerifyAsync(key, signature, Vector.Payload);
        var rejected = Assert.IsType<SignatureFinding.Rejected>(Assert.Single(verdict.Findings));
        Assert.IsType<SignatureVerdict.NotVerified>(verdict);
        Assert.Equal(SignatureFailure.WrongKey, rejected.Failure);
    }

    [Theory]
    [InlineData("p256")]
    [InlineData("rsa2048")]
    public async Task Verify_EachByteOfThePayloadChanged_IsRejected(string name)
    {
        var payload = Vector.Payload;
        foreach (var index in Enumerable.Range(0, payload.Length).Where(index => index % 7 == 0))
        {
            var changed = payload.ToArray();
            changed[index] ^= 1;
            Assert.IsType<SignatureVerdict.NotVerified>(await VerifyAsync(name, name, changed));
        }
    }

    [Fact]
    public async Task Verify_Ed25519WithoutVerifier_IsNotChecked()
    {
        var verdict = await VerifyAsync("ed25519", "ed25519", Vector.Payload);
        Assert.Equal(SignatureGap.Ed25519, Assert.IsType<SignatureVerdict.NotChecked>(verdict).Gap);
    }

    [Fact]
    public async Task Verify_Ed25519WithVerifier_AsksIt()
    {
        var expected = Convert.FromBase64String(Vector.Signature("ed25519"));
        Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync("ed25519", "ed25519", Vector.Payload, new KnownSignature(expected)));
        Assert.IsType<SignatureVerdict.NotVerified>(await VerifyAsync("ed25519", "p256", Vector.Payload, new KnownSignature(expected)));
    }

    private static async Task<SignatureVerdict> VerifyAsync(
        string key, string signature, byte[] payload, IEd25519Verifier? ed25519 = null)
    {
        using var shop = new SignatureShop();
        var image = Digest.Sha256("foo"u8);
        var parts = new SignatureParts { Content = payload, Signature = Vector.Signature(signature) };
        shop.PushSignatures([parts], $"{SignatureShop.Name}:sha256-{image.Hex}.sig");
        return await new SignatureVerifier(shop.Registry, ed25519: ed25519).VerifyAsync(new SignatureRequest
        {
            Repository = RegistryRepository.From(ImageReference.Parse(SignatureShop.Name)),
            Image = ImageReference.Parse($"{SignatureShop.Name}:1.0"),
            Digest = image,
            Requirements = [new SignatureRequirement { Name = "openssl", Keys = [SignatureKey.Parse(Vector.Key(key))] }],
        });
    }

    /// <summary>Knows one signature.</summary>
    private sealed class KnownSignature(byte[] expected) : IEd25519Verifier
    {
        public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
            publicKey.Length == 32 && message.SequenceEqual(Vector.Payload) && signature.SequenceEqual(expected);
    }
}
