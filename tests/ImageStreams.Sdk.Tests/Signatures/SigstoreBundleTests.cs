using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.References;
using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>Sigstore bundles that a key signed.</summary>
public sealed class SigstoreBundleTests : IDisposable
{
    private const string BundleType = "application/vnd.dev.sigstore.bundle.v0.3+json";
    private const string SignType = "https://sigstore.dev/cosign/sign/v1";

    private readonly SignatureShop _shop = new();

    private SignatureRequirement AnyName => _shop.Requirement with { Identity = new SignedIdentity.AnyName() };

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Verify_Envelope_IsAccepted() =>
        Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync(Envelope(_shop.Image)));

    [Fact]
    public async Task Verify_Message_IsAccepted() => Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync(Message(_shop.Image)));

    [Fact]
    public async Task Verify_RuleForNames_IsNotChecked()
    {
        Push(Envelope(_shop.Image));
        Assert.Equal(SignatureGap.NoIdentity, Assert.IsType<SignatureVerdict.NotChecked>(await _shop.VerifyAsync()).Gap);
    }

    [Fact]
    public async Task Verify_OtherDigest_IsRejected()
    {
        await RequireAsync(Envelope(Digest.Sha256("other"u8)), SignatureFailure.OtherDigest);
        await RequireAsync(Message(Digest.Sha256("other"u8)), SignatureFailure.OtherDigest);
    }

    [Fact]
    public async Task Verify_Attestation_IsNoSignature() => Assert.IsType<SignatureVerdict.NotSigned>(
        await VerifyAsync(Envelope(_shop.Image, "https://slsa.dev/provenance/v1")));

    [Fact]
    public async Task Verify_Certificate_IsNotChecked()
    {
        var bundle = Envelope(_shop.Image);
        bundle["verificationMaterial"] = new JsonObject { ["certificate"] = new JsonObject { ["rawBytes"] = "AAAA" } };
        Assert.Equal(SignatureGap.Keyless, Assert.IsType<SignatureVerdict.NotChecked>(await VerifyAsync(bundle)).Gap);
    }

    [Fact]
    public async Task Verify_OtherPayloadType_IsRejected()
    {
        var bundle = Envelope(_shop.Image);
        bundle["dsseEnvelope"]!["payloadType"] = "text/plain";
        await RequireAsync(bundle, SignatureFailure.Unreadable);
    }

    [Fact]
    public async Task Verify_PayloadExchanged_IsRejected()
    {
        var bundle = Envelope(Digest.Sha256("other"u8));
        bundle["dsseEnvelope"]!["payload"] = Envelope(_shop.Image)["dsseEnvelope"]!["payload"]!.DeepClone();
        await RequireAsync(bundle, SignatureFailure.WrongKey);
    }

    [Fact]
    public async Task Verify_KeyAndCertificate_IsRejected()
    {
        var bundle = Envelope(_shop.Image);
        bundle["verificationMaterial"]!["certificate"] = new JsonObject();
        await RequireAsync(bundle, SignatureFailure.Unreadable);
    }

    [Fact]
    public async Task Verify_OtherVersion_IsRejected()
    {
        var bundle = Envelope(_shop.Image);
        bundle["mediaType"] = "application/vnd.dev.sigstore.bundle+json;version=0.1";
        await RequireAsync(bundle, SignatureFailure.Unreadable);
    }

    [Fact]
    public void VerifyBundle_HashOfTheCurve_IsAccepted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var read = SignatureKey.Parse(key.ExportSubjectPublicKeyInfoPem());
        var signature = key.SignData("text"u8, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
        var verifier = new KeyVerifier(null);
        Assert.Equal(KeyCheck.Valid, verifier.VerifyBundle(read, "text"u8, signature));
        Assert.Equal(KeyCheck.Invalid, verifier.Verify(read, "text"u8, signature));
    }

    private JsonObject Envelope(Digest digest, string predicate = SignType)
    {
        var statement = $$$"""{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"{{{digest.Hex}}}"}}],"predicateType":"{{{predicate}}}","predicate":{}}""";
        var payload = Encoding.UTF8.GetBytes(statement);
        const string type = "application/vnd.in-toto+json";
        byte[] signed = [.. Encoding.UTF8.GetBytes($"DSSEv1 {type.Length} {type} {payload.Length} "), .. payload];
        return Bundle("dsseEnvelope", new JsonObject
        {
            ["payload"] = Convert.ToBase64String(payload),
            ["payloadType"] = type,
            ["signatures"] = new JsonArray(new JsonObject { ["sig"] = _shop.Sign(signed) }),
        });
    }

    private JsonObject Message(Digest digest) => Bundle("messageSignature", new JsonObject
    {
        ["messageDigest"] = new JsonObject
        {
            ["algorithm"] = "SHA2_256",
            ["digest"] = Convert.ToBase64String(Convert.FromHexString(digest.Hex)),
        },
        ["signature"] = _shop.SignHash(Convert.FromHexString(digest.Hex)),
    });

    private static JsonObject Bundle(string part, JsonObject content) => new()
    {
        ["mediaType"] = BundleType,
        ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = "x" }, ["tlogEntries"] = new JsonArray() },
        [part] = content,
    };

    private void Push(JsonObject bundle) => _shop.PushSignature(
        new SignatureParts { Content = JsonSerializer.SerializeToUtf8Bytes(bundle), MediaType = BundleType });

    private Task<SignatureVerdict> VerifyAsync(JsonObject bundle)
    {
        Push(bundle);
        return _shop.VerifyAsync(AnyName);
    }

    private async Task RequireAsync(JsonObject bundle, SignatureFailure expected)
    {
        var verdict = Assert.IsType<SignatureVerdict.NotVerified>(await VerifyAsync(bundle));
        Assert.Equal(expected, Assert.IsType<SignatureFinding.Rejected>(Assert.Single(verdict.Findings)).Failure);
    }
}
