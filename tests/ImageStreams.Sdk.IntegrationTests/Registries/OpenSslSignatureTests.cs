using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Signatures;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Signatures by fresh keys of openssl.</summary>
public sealed class OpenSslSignatureTests : IDisposable
{
    private const string Name = "registry.example.com/acme/app";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openssl-");

    public void Dispose() => _folder.Delete(recursive: true);

    [OpenSslTheory]
    [InlineData("EC", "ec_paramgen_curve:P-256")]
    [InlineData("EC", "ec_paramgen_curve:P-384")]
    [InlineData("EC", "ec_paramgen_curve:P-521")]
    [InlineData("RSA", "rsa_keygen_bits:2048")]
    [InlineData("RSA", "rsa_keygen_bits:4096")]
    public async Task Verify_SignatureOfOpenssl_IsAccepted(string algorithm, string option)
    {
        using var registry = new InMemoryRegistry();
        var digest = registry.Push($"{Name}:1", SyntheticImage.Create("app"));
        var payload = Encoding.UTF8.GetBytes(
            $$$"""{"critical":{"identity":{"docker-reference":"{{{Name}}}"},"image":{"docker-manifest-digest":"{{{digest}}}"},"type":"cosign container image signature"},"optional":null}""");
        await File.WriteAllBytesAsync(Find("payload"), payload);
        await RunAsync("genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", Find("key"));
        await RunAsync("pkey", "-in", Find("key"), "-pubout", "-out", Find("pub"));
        await RunAsync("dgst", "-sha256", "-sign", Find("key"), "-out", Find("signature"), Find("payload"));

        Push(registry, digest, payload, await File.ReadAllBytesAsync(Find("signature")));
        Assert.IsType<SignatureVerdict.Verified>(await VerifyAsync(registry, digest));

        Push(registry, digest, [.. payload, (byte)'\n'], await File.ReadAllBytesAsync(Find("signature")));
        Assert.IsType<SignatureVerdict.NotVerified>(await VerifyAsync(registry, digest));
    }

    private static void Push(InMemoryRegistry registry, Digest digest, byte[] payload, byte[] signature)
    {
        var layer = new
        {
            mediaType = "application/vnd.dev.cosign.simplesigning.v1+json",
            digest = registry.PushBlob(Name, payload).ToString(),
            size = payload.Length,
            annotations = new Dictionary<string, string>
            {
                ["dev.cosignproject.cosign/signature"] = Convert.ToBase64String(signature),
            },
        };
        registry.PushManifest(
            $"{Name}:sha256-{digest.Hex}.sig",
            MediaTypes.OciManifest,
            JsonSerializer.SerializeToUtf8Bytes(new { schemaVersion = 2, layers = new[] { layer } }));
    }

    private async Task<SignatureVerdict> VerifyAsync(InMemoryRegistry registry, Digest digest)
    {
        var key = SignatureKey.Parse(await File.ReadAllTextAsync(Find("pub")));
        return await new SignatureVerifier(registry).VerifyAsync(new SignatureRequest
        {
            Repository = RegistryRepository.From(ImageReference.Parse(Name)),
            Image = ImageReference.Parse($"{Name}:1"),
            Digest = digest,
            Requirements = [new SignatureRequirement { Name = "openssl", Keys = [key] }],
        });
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(ExternalTool.OpenSsl.Executable, arguments) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
    }

    private string Find(string name) => Path.Combine(_folder.FullName, name);
}
