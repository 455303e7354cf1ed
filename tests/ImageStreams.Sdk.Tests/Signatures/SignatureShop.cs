using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Signatures;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Signatures;

/// <summary>A registry with one image, a key, and ways to sign with it.</summary>
internal sealed class SignatureShop : IDisposable
{
    public const string Name = "registry.example.com/acme/app";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SignatureShop() => Image = Registry.Push($"{Name}:1.0", SyntheticImage.Create("app"));

    public InMemoryRegistry Registry { get; } = new();

    public Digest Image { get; }

    public string Pem => _key.ExportSubjectPublicKeyInfoPem();

    public SignatureKey Key => SignatureKey.Parse(Pem);

    public SignatureRequirement Requirement => new() { Name = "the test", Keys = [Key] };

    public string SignatureTag => $"{Name}:{Image.Algorithm}-{Image.Hex}.sig";

    public static byte[] Payload(Digest digest, string name = Name) => Encoding.UTF8.GetBytes(
        $$$"""{"critical":{"identity":{"docker-reference":"{{{name}}}"},"image":{"docker-manifest-digest":"{{{digest}}}"},"type":"cosign container image signature"},"optional":{"when":1}}""");

    public string Sign(byte[] payload) =>
        Convert.ToBase64String(_key.SignData(payload, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public string SignHash(byte[] hash) => Convert.ToBase64String(_key.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence));

    /// <summary>Pushes a manifest with one layer for each payload, under cosign's tag unless another name is given.</summary>
    public Digest PushSignatures(IEnumerable<SignatureParts> parts, string? name = null, bool refers = false) =>
        Registry.PushManifest(name ?? SignatureTag, MediaTypes.OciManifest, JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2,
            mediaType = MediaTypes.OciManifest,
            artifactType = "application/vnd.dev.cosign.artifact.sig.v1+json",
            config = new { mediaType = MediaTypes.OciConfig, digest = Registry.PushBlob(Name, "{}"u8.ToArray()).ToString(), size = 2 },
            layers = parts.Select(ToLayer).ToArray(),
            subject = refers ? new { mediaType = MediaTypes.OciManifest, digest = Image.ToString(), size = 1 } : null,
        }));

    public Digest PushSignature(SignatureParts parts) => PushSignatures([parts]);

    public SignatureParts SignedParts(byte[]? payload = null)
    {
        var signed = payload ?? Payload(Image);
        return new SignatureParts { Content = signed, Signature = Sign(signed) };
    }

    public Task<SignatureVerdict> VerifyAsync(SignatureRequirement? requirement = null, SignatureVerifier? verifier = null) =>
        (verifier ?? new SignatureVerifier(Registry)).VerifyAsync(new SignatureRequest
        {
            Repository = RegistryRepository.From(ImageReference.Parse(Name)),
            Image = ImageReference.Parse($"{Name}:1.0"),
            Digest = Image,
            Requirements = [requirement ?? Requirement],
        });

    public void Dispose()
    {
        _key.Dispose();
        Registry.Dispose();
    }

    private object ToLayer(SignatureParts parts) => new
    {
        mediaType = parts.MediaType,
        digest = (parts.Digest ?? Registry.PushBlob(Name, parts.Content)).ToString(),
        size = parts.Size ?? parts.Content.Length,
        annotations = parts.Annotations,
    };
}
