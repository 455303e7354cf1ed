using System.IO.Compression;
using System.Net;
using System.Text;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Registries that compress their answers although nobody asked for it.</summary>
public sealed class ContentCodingTests
{
    private static readonly RegistryRepository Repository = new() { Registry = "registry.access.example.com", Name = "ubi8" };
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("{\"schemaVersion\":2,\"x\":\"" + new string('x', 3000) + "\"}");
    private static readonly Digest Wanted = Digest.Sha256(Content);

    public static TheoryData<string, string> Codings => new()
    {
        { "gzip", "gzip" },
        { "x-gzip", "gzip" },
        { "GZIP", "gzip" },
        { "br", "br" },
        { "Br", "br" },
        { "deflate", "zlib" },
        { "deflate", "raw" },
        { "identity", "" },
        { "IDENTITY", "" },
        { "identity, gzip", "gzip" },
        { "gzip, identity", "gzip" },
        { "br, gzip", "br+gzip" },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task CompressedBlob_IsDecompressedBeforeItIsChecked(string header, string coding)
    {
        using var handler = Compressed(header, coding);
        using var client = CreateClient(handler);

        Assert.Equal(Content, (await client.GetBlobAsync(Repository, Wanted)).Content.ToArray());
        Assert.Equal(Content, await StreamAsync(client));
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task CompressedManifest_IsDecompressedWhateverTheSpelling(string header, string coding)
    {
        using var handler = Compressed(header, coding);
        using var client = CreateClient(handler);

        Assert.Equal(Wanted, (await client.GetManifestAsync(Repository, "1")).Digest);
        Assert.Equal(Wanted, (await client.ResolveAsync(Repository, "1")).Descriptor.Digest);
    }

    [Theory]
    [InlineData("zstd", RegistryFailure.Unsupported)]
    [InlineData("gzip, gzip, gzip", RegistryFailure.Unsupported)]
    [InlineData("gzip", RegistryFailure.InvalidResponse)]      // but it is not
    [InlineData("br", RegistryFailure.InvalidResponse)]
    [InlineData("deflate", RegistryFailure.InvalidResponse)]
    public async Task OtherCodingOrDamage_IsATypedFailure(string header, RegistryFailure failure)
    {
        using var handler = new ScriptedHandler(
            _ => Reply.Body([0xFF, 0xFE, 0xFD, 1, 2, 3, 4, 5], "application/octet-stream").With("Content-Encoding", header));
        using var client = CreateClient(handler);

        Assert.Equal(failure, (await Assert.ThrowsAsync<RegistryException>(() => client.GetBlobAsync(Repository, Wanted))).Reason);
        Assert.Equal(failure, (await Assert.ThrowsAsync<RegistryException>(() => StreamAsync(client))).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zlib")]
    [InlineData("br+gzip")]
    public async Task Bomb_EndsAtTheLimit(string coding)
    {
        var bomb = Compress(new byte[4 << 20], coding);
        var header = coding switch { "zlib" => "deflate", "br+gzip" => "br, gzip", _ => coding };
        using var handler = new ScriptedHandler(_ => Reply.Body(bomb, MediaTypes.DockerSchema2).With("Content-Encoding", header));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1, MaxBlobBytes = 1 << 20, MaxManifestBytes = 1 << 20, MaxStreamedBlobBytes = 1 << 20 },
            handlers: RegistryHandlers.From(handler));

        Assert.Equal(
            RegistryFailure.TooLarge, (await Assert.ThrowsAsync<RegistryException>(() => client.GetBlobAsync(Repository, Wanted))).Reason);
        Assert.Equal(
            RegistryFailure.TooLarge, (await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"))).Reason);
        Assert.Equal(RegistryFailure.TooLarge, (await Assert.ThrowsAsync<RegistryException>(() => StreamAsync(client))).Reason);
    }

    [Fact]
    public async Task CompressedError_IsRead()
    {
        var error = Compress(Encoding.UTF8.GetBytes("""{"errors":[{"code":"DENIED","message":"no"}]}"""), "gzip");
        using var handler = new ScriptedHandler(
            _ => Reply.Body(error, "application/json", HttpStatusCode.Forbidden).With("Content-Encoding", "gzip"));
        using var client = CreateClient(handler);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal("DENIED", Assert.Single(exception.Errors).Code);
    }

    [Fact]
    public async Task EveryRequest_AsksForPlainContent()
    {
        var asked = new List<string>();
        using var handler = new ScriptedHandler(request =>
        {
            asked.Add(request.Headers.AcceptEncoding.ToString());
            return Reply.Manifest();
        });
        using var client = CreateClient(handler);

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(["identity"], asked);
    }

    private static ScriptedHandler Compressed(string header, string coding) => new(
        _ => Reply.Body(Compress(Content, coding), MediaTypes.DockerSchema2).With("Content-Encoding", header));

    private static HttpRegistryClient CreateClient(ScriptedHandler handler) =>
        new(new() { MaxAttempts = 1 }, handlers: RegistryHandlers.From(handler));

    private static async Task<byte[]> StreamAsync(HttpRegistryClient client)
    {
        await using var stream = await client.OpenBlobAsync(Repository, Wanted);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Compress(byte[] content, string coding)
    {
        foreach (var one in coding.Split('+', StringSplitOptions.RemoveEmptyEntries))
        {
            using var packed = new MemoryStream();
            using (var stream = Open(packed, one))
            {
                stream.Write(content);
            }

            content = packed.ToArray();
        }

        return content;
    }

    private static Stream Open(Stream packed, string coding) => coding switch
    {
        "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
        "br" => new BrotliStream(packed, CompressionLevel.Fastest),
        "zlib" => new ZLibStream(packed, CompressionLevel.Fastest),
        _ => new DeflateStream(packed, CompressionLevel.Fastest),
    };
}
