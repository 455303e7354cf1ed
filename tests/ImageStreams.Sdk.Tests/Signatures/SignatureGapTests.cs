using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>The cases that keys alone do not decide.</summary>
public sealed class SignatureGapTests : IDisposable
{
    private readonly SignatureShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Verify_TransparencyLogWithoutVerifier_IsNotChecked()
    {
        _shop.PushSignature(_shop.SignedParts());
        var verdict = await VerifyAsync(SignatureGap.TransparencyLog, null);
        Assert.Equal(SignatureGap.TransparencyLog, Assert.IsType<SignatureVerdict.NotChecked>(verdict).Gap);
    }

    [Fact]
    public async Task Verify_TransparencyLog_NeedsTheKeyFirst()
    {
        _shop.PushSignature(_shop.SignedParts());
        Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync(SignatureGap.TransparencyLog, new TrustingVerifier()));

        using var other = new SignatureShop();
        _shop.PushSignature(other.SignedParts(SignatureShop.Payload(_shop.Image)));
        Assert.IsType<SignatureVerdict.NotVerified>(await VerifyAsync(SignatureGap.TransparencyLog, new TrustingVerifier()));
    }

    [Fact]
    public async Task Verify_UnusablePolicy_AsksNobody()
    {
        _shop.PushSignature(_shop.SignedParts());
        Assert.IsType<SignatureVerdict.NotChecked>(await VerifyAsync(SignatureGap.UnusablePolicy, new TrustingVerifier()));
    }

    [Fact]
    public async Task Verify_KeylessWithVerifier_ChecksDigestAndNameAllTheSame()
    {
        _shop.PushSignature(_shop.SignedParts());
        Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync(SignatureGap.Keyless, new TrustingVerifier()));

        _shop.PushSignature(_shop.SignedParts(SignatureShop.Payload(_shop.Image, "registry.example.com/other")));
        Assert.IsType<SignatureVerdict.NotVerified>(await VerifyAsync(SignatureGap.Keyless, new TrustingVerifier()));
    }

    private Task<SignatureVerdict> VerifyAsync(SignatureGap gap, IKeylessSignatureVerifier? keyless) => _shop.VerifyAsync(
        _shop.Requirement with { Gap = gap, GapReason = "the policy wants it" }, new SignatureVerifier(_shop.Registry, keyless: keyless));
}
