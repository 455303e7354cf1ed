using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Signatures;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Signatures in Debian's docker-registry, as cosign pushes them.</summary>
public sealed class SignatureTests(DockerRegistryFixture registry) : IClassFixture<DockerRegistryFixture>, IDisposable
{
    private const string PayloadType = "application/vnd.dev.cosign.simplesigning.v1+json";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly HttpRegistryClient _client = new();

    public void Dispose()
    {
        _key.Dispose();
        _client.Dispose();
    }

    [RegistryFact]
    public async Task Verify_SignatureUnderTheTagOfCosign_IsFound()
    {
        const string name = "signed/tag";
        var digest = await registry.PushAsync($"{name}:1", SyntheticImage.Create("signed"));
        Assert.IsType<SignatureVerdict.NotSigned>(await VerifyAsync(name, digest));

        await PushManifestAsync(name, $"sha256-{digest.Hex}.sig", MediaTypes.OciManifest, await SignAsync(name, digest));
        Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync(name, digest));
    }

    [RegistryFact]
    public async Task Verify_SignatureInTheIndexOfReferrers_IsFound()
    {
        const string name = "signed/referrers";
        var digest = await registry.PushAsync($"{name}:1", SyntheticImage.Create("referred"));
        var manifest = await SignAsync(name, digest);
        await PushManifestAsync(name, Digest.Sha256(manifest).ToString(), MediaTypes.OciManifest, manifest);
        await PushManifestAsync(name, $"sha256-{digest.Hex}", MediaTypes.OciIndex, JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2,
            mediaType = MediaTypes.OciIndex,
            manifests = new[] { Descriptor(MediaTypes.OciManifest, manifest, "application/vnd.dev.cosign.artifact.sig.v1+json") },
        }));

        Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync(name, digest));
    }

    [RegistryFact]
    public async Task Verify_SignatureOfAnotherImageUnderTheTag_IsRefused()
    {
        const string name = "signed/copied";
        var digest = await registry.PushAsync($"{name}:1", SyntheticImage.Create("good"));
        var other = await registry.PushAsync($"{name}:2", SyntheticImage.Create("bad"));
        await PushManifestAsync(name, $"sha256-{other.Hex}.sig", MediaTypes.OciManifest, await SignAsync(name, digest));

        var verdict = Assert.IsType<SignatureVerdict.NotVerified>(await VerifyAsync(name, other));
        Assert.Equal(SignatureFailure.OtherDigest, Assert.IsType<SignatureFinding.Rejected>(Assert.Single(verdict.Findings)).Failure);
    }

    private Task<SignatureVerdict> VerifyAsync(string name, Digest digest)
    {
        var image = ImageReference.Parse($"{registry.Host}/{name}:1");
        return new SignatureVerifier(_client).VerifyAsync(new SignatureRequest
        {
            Repository = RegistryRepository.From(image, insecure: true),
            Image = image,
            Digest = digest,
            Requirements = [new SignatureRequirement { Name = "the test", Keys = [SignatureKey.Parse(_key.ExportSubjectPublicKeyInfoPem())] }],
        });
    }

    /// <summary>Pushes the payload, and returns the manifest of the signature.</summary>
    private async Task<byte[]> SignAsync(string name, Digest digest)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new
        {
            critical = new Dictionary<string, object>
            {
                ["identity"] = new Dictionary<string, string> { ["docker-reference"] = $"{registry.Host}/{name}" },
                ["image"] = new Dictionary<string, string> { ["docker-manifest-digest"] = digest.ToString() },
                ["type"] = "cosign container image signature",
            },
            optional = (object?)null,
        });
        var config = Encoding.UTF8.GetBytes("{}");
        await PushBlobAsync(name, payload);
        await PushBlobAsync(name, config);
        var signature = Convert.ToBase64String(_key.SignData(payload, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2,
            mediaType = MediaTypes.OciManifest,
            config = Descriptor(MediaTypes.OciConfig, config),
            layers = new[]
            {
                new
                {
                    mediaType = PayloadType,
                    digest = Digest.Sha256(payload).ToString(),
                    size = payload.Length,
                    annotations = new Dictionary<string, string> { ["dev.cosignproject.cosign/signature"] = signature },
                },
            },
        });
    }

    private static Dictionary<string, object> Descriptor(string mediaType, byte[] content, string? artifactType = null)
    {
        var descriptor = new Dictionary<string, object>
        {
            ["mediaType"] = mediaType, ["digest"] = Digest.Sha256(content).ToString(), ["size"] = content.Length,
        };
        _ = artifactType is null || descriptor.TryAdd("artifactType", artifactType);
        return descriptor;
    }

    private async Task PushBlobAsync(string name, byte[] content)
    {
        using var http = new HttpClient { BaseAddress = registry.Address };
        using var start = await http.PostAsync(new Uri($"v2/{name}/blobs/uploads/", UriKind.Relative), content: null);
        var location = new UriBuilder(new Uri(registry.Address, start.Headers.Location!));
        location.Query += $"&digest={Digest.Sha256(content)}";
        using var body = new ByteArrayContent(content);
        using var end = await http.PutAsync(location.Uri, body);
        end.EnsureSuccessStatusCode();
    }

    private async Task PushManifestAsync(string name, string reference, string mediaType, byte[] content)
    {
        using var http = new HttpClient { BaseAddress = registry.Address };
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var answer = await http.PutAsync(new Uri($"v2/{name}/manifests/{reference}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }
}
