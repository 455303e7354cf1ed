using System.Text;
using ImageStreams.References;
using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>Each field of a signature changed, one after the other.</summary>
public sealed class SignatureTamperingTests : IDisposable
{
    private readonly SignatureShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Verify_Unchanged_IsAccepted()
    {
        _shop.PushSignature(_shop.SignedParts());
        Assert.IsType<SignatureVerdict.Verified>(await _shop.VerifyAsync());
    }

    [Fact]
    public async Task Verify_PayloadChanged_IsRejected()
    {
        var parts = _shop.SignedParts();
        await RequireAsync(parts with { Content = [.. parts.Content, (byte)' '] }, SignatureFailure.WrongKey);
    }

    [Fact]
    public async Task Verify_SignatureOfAnotherImageCopiedOver_IsRejected() =>
        await RequireAsync(_shop.SignedParts(SignatureShop.Payload(Digest.Sha256("other"u8))), SignatureFailure.OtherDigest);

    [Fact]
    public async Task Verify_SignedForAnotherRepository_IsRejected() => await RequireAsync(
        _shop.SignedParts(SignatureShop.Payload(_shop.Image, "registry.example.com/acme/other")), SignatureFailure.OtherIdentity);

    [Fact]
    public async Task Verify_OtherKey_IsRejected()
    {
        using var other = new SignatureShop();
        await RequireAsync(other.SignedParts(SignatureShop.Payload(_shop.Image)), SignatureFailure.WrongKey);
    }

    [Fact]
    public async Task Verify_EachByteOfTheSignatureChanged_IsRejected()
    {
        var parts = _shop.SignedParts();
        var bytes = Convert.FromBase64String(parts.Signature!);
        for (var index = 0; index < bytes.Length; index++)
        {
            var changed = bytes.ToArray();
            changed[index] ^= 0x40;
            await RequireAsync(parts with { Signature = Convert.ToBase64String(changed) }, SignatureFailure.WrongKey);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAA")]
    [InlineData("AAAA AAAA")]
    public async Task Verify_AnnotationIsNotBase64_IsRejected(string signature) =>
        await RequireAsync(_shop.SignedParts() with { Signature = signature }, SignatureFailure.Unreadable);

    [Fact]
    public async Task Verify_AnnotationMissing_IsRejected()
    {
        await RequireAsync(_shop.SignedParts() with { Signature = null }, SignatureFailure.Unreadable);
        await RequireAsync(_shop.SignedParts() with { AnnotationName = "another" }, SignatureFailure.Unreadable);
    }

    [Fact]
    public async Task Verify_OtherMediaType_IsNoSignature()
    {
        _shop.PushSignature(_shop.SignedParts() with { MediaType = "application/octet-stream" });
        Assert.IsType<SignatureVerdict.NotSigned>(await _shop.VerifyAsync());
    }

    [Fact]
    public async Task Verify_LayerThatDoesNotExist_IsRejected() =>
        await RequireAsync(_shop.SignedParts() with { Digest = Digest.Sha256("gone"u8) }, SignatureFailure.Unreadable);

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    [InlineData(1L << 40)]
    public async Task Verify_OtherSize_IsRejected(long size) =>
        await RequireAsync(_shop.SignedParts() with { Size = size }, SignatureFailure.Unreadable);

    [Theory]
    [InlineData("""{"critical":{"type":"x","type":"cosign container image signature","image":{"docker-manifest-digest":"DIGEST"},"identity":{"docker-reference":"NAME"}},"optional":null}""")]
    [InlineData("""{"critical":{"type":"other","image":{"docker-manifest-digest":"DIGEST"},"identity":{"docker-reference":"NAME"}},"optional":null}""")]
    [InlineData("""{"critical":{"type":"cosign container image signature","image":{"docker-manifest-digest":"DIGEST"},"identity":{"docker-reference":"NAME"}}}""")]
    [InlineData("""{"critical":{"type":"cosign container image signature","image":{"docker-manifest-digest":"DIGEST"},"identity":{"docker-reference":"NAME"},"more":1},"optional":null}""")]
    [InlineData("""{"critical":{"type":"cosign container image signature","image":{"docker-manifest-digest":"sha256:00"},"identity":{"docker-reference":"NAME"}},"optional":null}""")]
    [InlineData("""{"critical":{"type":"cosign container image signature","image":{"docker-manifest-digest":7},"identity":{"docker-reference":"NAME"}},"optional":null}""")]
    [InlineData("""{"Critical":{"type":"cosign container image signature","image":{"docker-manifest-digest":"DIGEST"},"identity":{"docker-reference":"NAME"}},"optional":null}""")]
    [InlineData("""{"critical":{"type":"cosign container image signature","image":{"docker-manifest-digest":"DIGEST"},"identity":{"docker-reference":"NAME"}},"optional":[]}""")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    public async Task Verify_WellSignedPayloadOfAnotherForm_IsRejected(string json) => await RequireAsync(
        _shop.SignedParts(Encoding.UTF8.GetBytes(Fill(json))), SignatureFailure.Unreadable);

    private string Fill(string json) => json
        .Replace("DIGEST", _shop.Image.ToString(), StringComparison.Ordinal)
        .Replace("NAME", SignatureShop.Name, StringComparison.Ordinal);

    private async Task RequireAsync(SignatureParts parts, SignatureFailure expected)
    {
        _shop.PushSignature(parts);
        var verdict = Assert.IsType<SignatureVerdict.NotVerified>(await _shop.VerifyAsync());
        Assert.Equal(expected, Assert.IsType<SignatureFinding.Rejected>(Assert.Single(verdict.Findings)).Failure);
    }
}
