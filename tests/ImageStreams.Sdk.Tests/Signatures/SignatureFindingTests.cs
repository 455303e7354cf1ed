using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Signatures;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Signatures;

/// <summary>The places where signatures are found, and what hostile and slow registries cost.</summary>
public sealed class SignatureFindingTests : IDisposable
{
    private readonly SignatureShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Verify_NoSignature_IsNotSigned() => Assert.IsType<SignatureVerdict.NotSigned>(await _shop.VerifyAsync());

    [Fact]
    public async Task Verify_NoRequirement_IsNotChecked()
    {
        var verdict = await new SignatureVerifier(_shop.Registry).VerifyAsync(new SignatureRequest
        {
            Repository = RegistryRepository.From(ImageReference.Parse(SignatureShop.Name)),
            Image = ImageReference.Parse(SignatureShop.Name),
            Digest = _shop.Image,
            Requirements = [],
        });
        Assert.IsType<SignatureVerdict.NotChecked>(verdict);
    }

    [Fact]
    public async Task Verify_SignatureThatRefersToTheImage_IsFound()
    {
        _shop.PushSignatures([_shop.SignedParts()], SignatureShop.Name, refers: true);
        Assert.IsType<SignatureVerdict.Verified>(await _shop.VerifyAsync());
    }

    [Fact]
    public async Task Verify_BadAndGoodSignature_IsAccepted()
    {
        _shop.PushSignatures([_shop.SignedParts() with { Signature = "AAAA" }, _shop.SignedParts()]);
        var verdict = await _shop.VerifyAsync();
        Assert.IsType<SignatureVerdict.Verified>(verdict);
        Assert.Equal(2, verdict.Findings.Count);
    }

    [Fact]
    public async Task Verify_TwoRequirements_NeedsBoth()
    {
        using var other = new SignatureShop();
        _shop.PushSignature(_shop.SignedParts());
        var request = new SignatureRequest
        {
            Repository = RegistryRepository.From(ImageReference.Parse(SignatureShop.Name)),
            Image = ImageReference.Parse($"{SignatureShop.Name}:1.0"),
            Digest = _shop.Image,
            Requirements = [_shop.Requirement, other.Requirement],
        };
        var verifier = new SignatureVerifier(_shop.Registry);
        Assert.IsType<SignatureVerdict.NotVerified>(await verifier.VerifyAsync(request));

        _shop.PushSignatures([_shop.SignedParts(), other.SignedParts(SignatureShop.Payload(_shop.Image))]);
        Assert.IsType<SignatureVerdict.Verified>(await verifier.VerifyAsync(request));
    }

    [Fact]
    public async Task Verify_TenThousandSignatures_ReadsUpToTheLimit()
    {
        var bad = _shop.SignedParts() with { Signature = "AAAA" };
        _shop.PushSignatures(Enumerable.Repeat(bad, 900));
        for (var index = 0; index < 100; index++)
        {
            _shop.PushSignatures(Enumerable.Repeat(bad, 100 + index), SignatureShop.Name, refers: true);
        }

        _shop.Registry.ClearRequests();
        using var client = _shop.Registry.CreateClient();
        var verdict = await _shop.VerifyAsync(verifier: new SignatureVerifier(client));
        Assert.Equal(SignatureGap.Limit, Assert.IsType<SignatureVerdict.NotChecked>(verdict).Gap);
        Assert.Equal(64, verdict.Findings.Count);
        Assert.InRange(_shop.Registry.Requests.Count, 64, 100);
    }

    [Fact]
    public async Task Verify_HugePayload_IsNotFetched()
    {
        _shop.PushSignature(_shop.SignedParts(new byte[300 << 10]));
        var verdict = await _shop.VerifyAsync();
        Assert.Contains("are the limit", Assert.IsType<SignatureVerdict.NotVerified>(verdict).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_IndexThatListsItself_IsNotFollowed()
    {
        var index = """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","size":3}]}"""u8;
        _shop.Registry.PushManifest(_shop.SignatureTag, MediaTypes.OciIndex, index.ToArray());
        var verdict = Assert.IsType<SignatureVerdict.NotVerified>(await _shop.VerifyAsync());
        Assert.Contains("is not an OCI manifest", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_RegistryFails_Throws()
    {
        using var client = _shop.Registry.CreateClient();
        using var fault = _shop.Registry.FailUntilDisposed(new RegistryFault.Status { Code = System.Net.HttpStatusCode.Unauthorized });
        await Assert.ThrowsAsync<RegistryException>(() => _shop.VerifyAsync(verifier: new SignatureVerifier(client)));
    }

    [Fact]
    public async Task Verify_SlowRegistry_EndsInTime()
    {
        var time = new FakeTimeProvider();
        var slow = new SilentRegistry();
        var verify = _shop.VerifyAsync(verifier: new SignatureVerifier(slow, timeProvider: time));
        await slow.WasAsked;
        time.Advance(TimeSpan.FromMinutes(2));
        var verdict = Assert.IsType<SignatureVerdict.NotChecked>(await verify);
        Assert.Equal(SignatureGap.Limit, verdict.Gap);
    }
}
