using System.Text;
using ImageStreams.Policies;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using ImageStreams.Signatures;
using ImageStreams.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Signatures;

/// <summary>The gate: what passes, what waits and what is refused.</summary>
public sealed class SignatureGateTests : IDisposable
{
    private readonly SignatureShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Check_Signed_Passes()
    {
        _shop.PushSignature(_shop.SignedParts());
        Assert.IsType<ImageGateResult.Passed>(await CheckAsync(Gate()));
    }

    [Fact]
    public async Task Check_NotSignedYet_WaitsAndPassesLater()
    {
        var gate = Gate();
        var waits = Assert.IsType<ImageGateResult.NotNow>(await CheckAsync(gate));
        Assert.Equal(TimeSpan.FromMinutes(1), waits.RetryAfter);

        _shop.PushSignature(_shop.SignedParts());
        Assert.IsType<ImageGateResult.Passed>(await CheckAsync(gate));
    }

    [Fact]
    public async Task Check_SignedByAnotherKey_IsRefused()
    {
        using var other = new SignatureShop();
        _shop.PushSignature(other.SignedParts(SignatureShop.Payload(_shop.Image)));
        var refused = Assert.IsType<ImageGateResult.Refused>(await CheckAsync(Gate()));
        Assert.Contains("none of the keys of the gate made it", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_KeylessSignature_IsRefusedUnlessSomebodyVerifiesIt()
    {
        using var other = new SignatureShop();
        _shop.PushSignature(other.SignedParts(SignatureShop.Payload(_shop.Image)) with { Certificate = "PEM" });
        Assert.IsType<ImageGateResult.Refused>(await CheckAsync(Gate()));
        Assert.IsType<ImageGateResult.Passed>(await CheckAsync(Gate(keyless: new TrustingVerifier())));
    }

    [Fact]
    public async Task Check_NoKeysAndNoPolicies_IsRefused()
    {
        _shop.PushSignature(_shop.SignedParts());
        Assert.IsType<ImageGateResult.Refused>(await CheckAsync(new SignatureGate(_shop.Registry)));
        var lenient = new SignatureGateOptions { AllowOutsidePolicies = true };
        Assert.IsType<ImageGateResult.Passed>(await CheckAsync(new SignatureGate(_shop.Registry, lenient)));
    }

    [Fact]
    public async Task Check_PolicyWithExactNames_RefusesSignatureWithoutTag()
    {
        _shop.PushSignature(_shop.SignedParts());
        var gate = new SignatureGate(_shop.Registry, policies: Policies("MatchRepoDigestOrExact"));
        var refused = Assert.IsType<ImageGateResult.Refused>(await CheckAsync(gate));
        Assert.Contains("MatchRepository accepts it", refused.Reason, StringComparison.Ordinal);
        Assert.IsType<ImageGateResult.Passed>(await CheckAsync(new SignatureGate(_shop.Registry, policies: Policies("MatchRepository"))));
    }

    [Fact]
    public async Task Check_SignatureOfAnotherTag_PassesOnlyByDigest()
    {
        _shop.PushSignature(_shop.SignedParts(SignatureShop.Payload(_shop.Image, $"{SignatureShop.Name}:0.9")));
        var byDigest = new SignatureGateOptions { IdentifyByDigest = true };
        var policies = Policies("MatchRepoDigestOrExact");
        Assert.IsType<ImageGateResult.Refused>(await CheckAsync(new SignatureGate(_shop.Registry, policies: policies)));
        Assert.IsType<ImageGateResult.Passed>(await CheckAsync(new SignatureGate(_shop.Registry, byDigest, policies)));
    }

    [Fact]
    public async Task Check_RegistryFails_Waits()
    {
        using var client = _shop.Registry.CreateClient();
        using var fault = _shop.Registry.FailUntilDisposed(new RegistryFault.Status { Code = System.Net.HttpStatusCode.Forbidden });
        var gate = new SignatureGate(client, new SignatureGateOptions { Keys = { _shop.Pem } });
        Assert.IsType<ImageGateResult.NotNow>(await CheckAsync(gate));
    }

    [Fact]
    public void Revision_OtherKeysOrPolicies_IsAnother()
    {
        string[] revisions =
        [
            Gate().Revision, new SignatureGate(_shop.Registry).Revision,
            .. new[] { "MatchRepository", "MatchRepoDigestOrExact" }
                .Select(match => new SignatureGate(_shop.Registry, policies: Policies(match)).Revision),
        ];
        Assert.Equal(4, revisions.Distinct().Count());
        Assert.All(revisions, revision => Assert.Equal(64, revision.Length));
        Assert.Equal(Gate().Revision, Gate().Revision);
    }

    [Fact]
    public void Options_BadKey_IsNamed()
    {
        var options = new SignatureGateOptions { Keys = { Vector.Key("p256"), Vector.Key("rsa1024") } };
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new SignatureGate(_shop.Registry, options));
        Assert.Contains("Keys[1]", error.Message, StringComparison.Ordinal);
        Assert.Contains("1024 bits", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseSignatureGate_Services_GiveTheGate()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRegistryClient>(_shop.Registry);
        services.AddImageStreams().UseSignatureGate(options => options.Keys.Add(_shop.Pem));
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(Gate().Revision, Assert.Single(provider.GetServices<IImageGate>()).Revision);
    }

    private SignatureGate Gate(IKeylessSignatureVerifier? keyless = null) =>
        new(_shop.Registry, new SignatureGateOptions { Keys = { _shop.Pem } }, keyless: keyless);

    private ImageSignaturePolicies Policies(string match) => new(
        [ImageStreamJson.Deserialize<ClusterImagePolicy>(
            """{"metadata":{"name":"p"},"spec":{"scopes":["registry.example.com"],"policy":{"rootOfTrust":{"policyType":"PublicKey","publicKey":{"keyData":"KEY"}},"signedIdentity":{"matchPolicy":"MATCH"}}}}"""
                .Replace("KEY", Convert.ToBase64String(Encoding.UTF8.GetBytes(_shop.Pem)), StringComparison.Ordinal)
                .Replace("MATCH", match, StringComparison.Ordinal))],
        []);

    private Task<ImageGateResult> CheckAsync(SignatureGate gate) => gate.CheckAsync(
        new ImageGateRequest
        {
            Target = ImageStreamTagName.Parse("shop/app:prod"),
            Image = ImageReference.Parse($"{SignatureShop.Name}:1.0"),
            Digest = _shop.Image,
        },
        CancellationToken.None);
}
